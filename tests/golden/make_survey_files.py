"""Makes the survey files of tests/golden/files: one made-up table, written by the programs that people use.

Run from the root of the project, with LibreOffice on the path: ``python tests/golden/make_survey_files.py``. The files
are committed, so that the tests need neither LibreOffice nor this script; ``test_survey_files`` says what each gives.
"""

from __future__ import annotations

import csv
import io
import subprocess
import tempfile
from pathlib import Path

import msoffcrypto
import openpyxl
import pandas as pd
import pyreadstat
import xlsxwriter

FILES = Path(__file__).parent / "files"
HEADER = ["id", "Soort organisatie", "Wat heb je nodig?", "Cijfer", "Gewicht"]
ROWS = [
    ["1", "Gemeente", 'Meer tijd, training; en "lef"', "7", "1.25"],
    ["2", "Ministerie", "Eerst een café.\nDan praten – voor € 10", "8", "0.5"],
    ["3", "Gemeente", "", "", "1"],
    ["4", "Zorg- of welzijnsorganisatie", "=ruimte", "10", "0.75"],
]


def text(delimiter: str, *, quote_all: bool = False, lead: list[list[str]] | None = None) -> str:
    out = io.StringIO(newline="")
    if quote_all:
        writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    else:
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([*(lead or [HEADER]), *ROWS])
    return out.getvalue()


def cells() -> list[list[str | float]]:
    numeric = {0, 3, 4}
    return [[float(c) if i in numeric and c else c for i, c in enumerate(row)] for row in ROWS]


def write_csv() -> None:
    (FILES / "excel_semicolon_windows1252.csv").write_bytes(text(";").encode("cp1252"))
    (FILES / "excel_utf8_bom.csv").write_bytes(text(";").encode("utf-8-sig"))
    (FILES / "excel_unicode_text.txt").write_bytes(text("\t").encode("utf-16"))
    (FILES / "plain_utf8.csv").write_bytes(text(",").replace("\r\n", "\n").encode())
    (FILES / "excel_sep_line.csv").write_bytes(("sep=;\r\n" + text(";")).encode("utf-8-sig"))
    texts = ["Response ID", "In wat voor organisatie werk je?", "Wat heb je nodig?", "Welk cijfer geef je?", "Gewicht"]
    marks = ['{"ImportId":"_recordId"}', *(f'{{"ImportId":"QID{i}"}}' for i in range(1, 5))]
    lead = [["ResponseId", "Q1", "Q2", "Q3", "Gewicht"], texts, marks]
    (FILES / "qualtrics.csv").write_bytes(text(",", quote_all=True, lead=lead).encode("utf-8-sig"))
    # LimeSurvey adds its own columns; the table of the test stands between them.
    codes = ["id", "submitdate", "lastpage", "startlanguage", "G01Q01", "G01Q02"]
    titles = ["id. Antwoord-ID", "submitdate. Datum ingestuurd", "lastpage. Laatste pagina", "startlanguage. Starttaal"]
    titles += ["G01Q01. In wat voor organisatie werk je?", "G01Q02. Wat heb je nodig?"]
    answers = [[r[0], "2025-09-15 10:00:00", "3", "nl", r[1], r[2]] for r in ROWS]
    for name, head in (("limesurvey.csv", [titles]), ("limesurvey_codes.csv", [codes])):
        out = io.StringIO(newline="")
        csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([*head, *answers])
        (FILES / name).write_bytes(out.getvalue().encode("utf-8-sig"))
    short = [title.split(". ", 1)[1] for title in titles]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows([short, codes, *answers])
    (FILES / "limesurvey_vv.csv").write_bytes(out.getvalue().encode())


def write_workbooks() -> None:
    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Leeg"
    sheet = book.create_sheet("Antwoorden")
    for row in [[], HEADER, *cells()]:
        sheet.append(row)
    hidden = book.create_sheet("Verborgen")
    hidden.sheet_state = "hidden"
    hidden.append(["niet", "tonen"])
    sheet["C6"].data_type = "s"  # "=ruimte" is text here, not a formula
    book.save(FILES / "openpyxl.xlsx")
    excel = xlsxwriter.Workbook(FILES / "xlsxwriter.xlsx", {"strings_to_formulas": False})
    page = excel.add_worksheet("Antwoorden")
    for number, line in enumerate([HEADER, *cells()]):
        page.write_row(number, 0, line)
    excel.close()
    with (FILES / "xlsxwriter.xlsx").open("rb") as plain, (FILES / "password.xlsx").open("wb") as secret:
        msoffcrypto.OfficeFile(plain).encrypt("geheim", secret)


def write_libreoffice() -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "libreoffice.csv"
        source.write_bytes(text(";").encode())
        for kind in ("xlsx", "ods", "xls"):
            columns = "1/2/2/2/3/2/4/1/5/2"  # the texts as texts: a cell may begin with "="
            command = ["soffice", "--headless", f"--infilter=CSV:59,34,76,1,{columns}", "--convert-to", kind]
            subprocess.run([*command, "--outdir", str(FILES), str(source)], check=True, capture_output=True)


def write_sav() -> None:
    kinds = {"Gemeente": 1.0, "Ministerie": 2.0, "Zorg- of welzijnsorganisatie": 3.0}
    frame = pd.DataFrame(
        {
            "id": [float(row[0]) for row in ROWS],
            "v1": [kinds[row[1]] for row in ROWS],
            "v2": [row[2] for row in ROWS],
            "v3": [float(row[3]) if row[3] else None for row in ROWS],
            "weeg": [float(row[4]) for row in ROWS],
        }
    )
    pyreadstat.write_sav(
        frame,
        str(FILES / "spss.sav"),
        column_labels=["Nummer", "Soort organisatie", "Wat heb je nodig?", "Cijfer", "Gewicht"],
        variable_value_labels={"v1": {code: label for label, code in kinds.items()}},
    )


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    write_csv()
    write_workbooks()
    write_libreoffice()
    write_sav()
