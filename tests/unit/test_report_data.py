"""SPSS data and syntax, and the REFI-QDA codebook, read back and compared with the tabulation."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest
from pyrefiqda import RefiCodebook

from coding.domain.codebook import OTHER
from coding.domain.commands import DescribeCode
from coding.domain.errors import ExportError
from coding.domain.report import Report
from coding.domain.survey import Question, Variable, VariableRole
from coding.files.refi_qda import guid
from coding.files.write_qdc import write_qdc
from coding.files.write_sav import STRING_LIMIT, write_sav, write_sps
from coding.services.report import ReportSettings, make_report
from tests.projects import (
    BALIE,
    CONTACT,
    FELLER,
    Person,
    code_named,
    coded_project,
    empty_project,
    example_project,
    run,
    with_wave,
)
from tests.qdpx import check_codebook


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report(example_project(), ReportSettings(), "2026-11-22")


def read_sav(data: bytes, folder: Path) -> tuple[Any, Any]:
    path = folder / "data.sav"
    path.write_bytes(data)
    return pyreadstat.read_sav(path)


def test_spss_counts_are_those_of_the_list(report: Report, tmp_path: Path) -> None:
    frame, meta = read_sav(write_sav(report), tmp_path)
    by_label = {label: name for name, label in meta.column_names_to_labels.items()}
    assert len(frame) == 30
    for row in report.sections[0].counted.rows:
        name = by_label[row.name] if row.code != OTHER else "merkt_07"
        assert frame[name].sum() == row.respondent_count
        weighted = (frame[name] * frame["weging"]).sum() / report.sections[0].counted.base.weight
        assert weighted == pytest.approx(row.weighted_share)
    decided = [record.answers["merkt"].decided for record in report.coded.records]
    assert frame["merkt_01"].notna().tolist() == decided


def test_spss_variables_carry_labels_and_texts(report: Report, tmp_path: Path) -> None:
    frame, meta = read_sav(write_sav(report), tmp_path)
    assert meta.column_names_to_labels["merkt_antwoord"] == "Waaraan merk je dat?"
    assert meta.variable_value_labels["soort"] == {1.0: "Gemeente", 2.0: "Zorg", 3.0: "Ministerie"}
    assert meta.variable_value_labels["merkt_01"] == {0.0: "niet genoemd", 1.0: "genoemd"}
    assert meta.file_label == report.title
    for record, text, state in zip(report.coded.records, frame["merkt_antwoord"], frame["merkt_status"], strict=True):
        answer = record.answers["merkt"]
        assert text == answer.verbatim
        labels = meta.variable_value_labels["merkt_status"]
        assert list(labels).index(state) == list(type(answer.state)).index(answer.state)


def test_spss_shows_codes_without_decimals_and_weights_with(report: Report, tmp_path: Path) -> None:
    _, meta = read_sav(write_sav(report), tmp_path)
    shown = meta.original_variable_types
    assert {shown[name] for name in ("meting", "rij", "soort", "merkt_status", "merkt_01")} == {"F8.0"}
    assert shown["weging"] == "F8.2"
    assert shown["merkt_antwoord"].startswith("A")


def test_spss_names_are_allowed_and_used_once(tmp_path: Path) -> None:
    project = coded_project(
        [("a", ["x"]), ("b", ["y"])], question="1-één vraag / met: tekens én héél lang, ja namelijk"
    )
    frame, _ = read_sav(write_sav(make_report(project, ReportSettings(), "2026-11-22")), tmp_path)
    assert len(set(frame.columns)) == len(frame.columns)
    assert all(name.isascii() and name[0].isalpha() and len(name) <= 64 for name in frame.columns)


def test_spss_text_of_any_length_fits(tmp_path: Path) -> None:
    long = "é😀" * 10000
    frame, _ = read_sav(
        write_sav(make_report(coded_project([(long, ["x"])]), ReportSettings(), "2026-11-22")), tmp_path
    )
    (text,) = frame["q_antwoord"]
    assert len(text.encode()) <= STRING_LIMIT
    assert text.endswith("…")
    assert long.startswith(text[:-1])


def test_spss_syntax_defines_a_set_of_the_codes_of_each_question(report: Report, tmp_path: Path) -> None:
    syntax = write_sps(report).decode("utf-8-sig")
    frame, meta = read_sav(write_sav(report), tmp_path)
    nets = {name for name, label in meta.column_names_to_labels.items() if label == CONTACT}
    in_set = syntax.partition("VARIABLES=")[2].partition(" VALUE=1")[0].split()
    assert in_set == [name for name in frame.columns if name.startswith("merkt_0") and name not in nets]
    assert "NAME=$merkt LABEL='Waaraan merk je dat?' CATEGORYLABELS=VARLABELS" in syntax
    assert "WEIGHT BY weging." in syntax
    assert all(len(line) <= 256 for line in syntax.splitlines())


def test_spss_syntax_keeps_apostrophes_inside_a_label() -> None:
    project = coded_project([("a", ["x"])], text="Foto's? ' EXECUTE. '\nDELETE VARIABLES ALL.")
    syntax = write_sps(make_report(project, ReportSettings(), "2026-11-22")).decode("utf-8-sig")
    assert "LABEL='Foto''s? '' EXECUTE. '' DELETE VARIABLES ALL.'" in syntax


def test_codebook_reads_back_with_nets_descriptions_and_colours(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "codeboek.qdc"
    path.write_bytes(write_qdc(report))
    (merkt,) = RefiCodebook.load(path).codes.code  # a question without codes has no codebook
    assert (merkt.name, merkt.is_codable) == ("Waaraan merk je dat?", False)
    tops = {code.name: code for code in merkt.code}
    assert tops[CONTACT].is_codable is False
    assert [code.name for code in tops[CONTACT].code] == [FELLER, BALIE]
    feller = tops[CONTACT].code[0]
    assert feller.color == "#2f6f73"
    assert feller.description == (
        "De toon van inwoners is harder.\nWel: boos, fel, hard\nNiet: klachten zonder toon\nTrefwoordregels: boze mails"
    )
    printed = {entry.code.name for entry in report.codebook}
    assert {code.name for code in (*merkt.code, *tops[CONTACT].code)} == printed


def test_a_codebook_is_valid_by_the_standard_and_never_empty(report: Report) -> None:
    check_codebook(write_qdc(report))
    with pytest.raises(ExportError) as refused:
        write_qdc(make_report(coded_project([("a", ())]), ReportSettings(), "2026-11-22"))
    assert refused.value.key == "export.no_codes"


def test_codebook_ids_stay_the_same_between_exports(report: Report) -> None:
    assert write_qdc(report) == write_qdc(make_report(example_project(), ReportSettings(), "2027-01-01"))
    assert guid("p1", "q", "a") != guid("p1", "q", "b") != guid("p2", "q", "b")


def test_codebook_holds_emoji_and_markup_as_they_are(tmp_path: Path) -> None:
    project = coded_project([("a", ['<b>👍🏽 & "zo"</b>'])])
    code = code_named(project, "q", '<b>👍🏽 & "zo"</b>')
    project = run(project, DescribeCode("q", code, description="a < b &amp; ]]> \x00", colour="red"))
    path = tmp_path / "codeboek.qdc"
    path.write_bytes(write_qdc(make_report(project, ReportSettings(), "2026-11-22")))
    check_codebook(path.read_bytes())
    found = RefiCodebook.load(path).codes.code[0].code[0]
    assert found.name == '<b>👍🏽 & "zo"</b>'
    assert found.description == "a < b &amp; ]]> ␀"
    assert found.color == "#7f8c8d"


def _with_days(*days: str) -> Report:
    people = [Person({"q": "duur"}, {"day": day} if day else {}) for day in days]
    variable = Variable(
        "day", "Dag van bezoek", "day", VariableRole.BACKGROUND, tuple(dict.fromkeys(filter(None, days)))
    )
    project = with_wave(empty_project(), people, [Question("q", "Wat?", "q")], [variable])
    return make_report(project, ReportSettings(), "2026-11-22")


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("2026-03-01", "", "2025-12-31"), [date(2026, 3, 1), None, date(2025, 12, 31)]),
        (("1-3-2026", "31-12-2025"), [date(2026, 3, 1), date(2025, 12, 31)]),
        (("01/03/2026", "12/31/2025"), [date(2026, 1, 3), date(2025, 12, 31)]),
        (("03-03-2026", "04-04-2026"), [date(2026, 3, 3), date(2026, 4, 4)]),
    ],
)
def test_days_are_dates_in_spss(days: tuple[str, ...], read: list[date | None], tmp_path: Path) -> None:
    frame, meta = read_sav(write_sav(_with_days(*days)), tmp_path)
    assert [None if pd.isna(day) else day for day in frame["day"]] == read
    assert (meta.original_variable_types["day"], meta.variable_measure["day"]) == ("SDATE10", "scale")
    assert "day" not in meta.variable_value_labels
    assert meta.column_names_to_labels["day"] == "Dag van bezoek"


@pytest.mark.parametrize(
    "days",
    [
        ("01-03-2026", "02-04-2026"),  # January the third or March the first
        ("31-12-2025", "12-31-2025"),  # no order fits both
        ("2026-03-01", "31-12-2025"),  # two forms
        ("2026-03-01", "unknown"),
        ("2026-02-30",),
        ("2026-03-01 10:15",),
        ("0026-03-01",),  # SPSS begins in 1582
        ("",),
    ],
)
def test_what_may_be_no_date_stays_as_it_is_in_spss(days: tuple[str, ...], tmp_path: Path) -> None:
    frame, meta = read_sav(write_sav(_with_days(*days)), tmp_path)
    labels = meta.variable_value_labels.get("day", {})
    assert [labels.get(value, "") for value in frame["day"]] == list(days)
