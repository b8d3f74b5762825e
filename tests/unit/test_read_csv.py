"""Which CSV texts are read and how, and which are refused and why."""

from __future__ import annotations

import pytest

from coding.domain.errors import ImportRefused
from coding.files import raw_table, read_csv, read_table
from coding.files.raw_table import RawTable
from coding.texts import error_text


def read(data: bytes | str, name: str = "enquete.csv", encoding: str = "utf-8") -> RawTable:
    return read_table.read_table(data.encode(encoding) if isinstance(data, str) else data, name)


def refusal(data: bytes | str, name: str = "enquete.csv") -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        read(data, name)
    assert name in error_text(refused.value, "nl")
    assert name in error_text(refused.value, "en")
    return refused.value


OPENERS = ("meer tijd", "meer lef", "rust", "geld", "steun van de directie")
TEXT = 'id;antwoord\r\n1;"meer tijd, training; en\nlef ""nu"""\r\n2;café – € 3\r\n'


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "windows-1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_encodings_are_found(encoding: str, found: str) -> None:
    table = read(TEXT, encoding=encoding)
    assert table.rows == (("1", 'meer tijd, training; en\nlef "nu"'), ("2", "café – € 3"))
    assert table.format.encoding == found


def test_another_alphabet_is_left_to_charset_normalizer() -> None:
    answers = "больше времени\nбольше обучения\nслушать людей и говорить с ними\nдоверие и открытость\n"
    table = read(("ответ\n" + answers * 5).encode("cp1251"))
    assert table.columns == ("ответ",)
    assert table.rows[0] == ("больше времени",)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiters_are_found_although_answers_hold_other_ones(delimiter: str) -> None:
    others = "".join(sign for sign in ";,|" if sign != delimiter)
    text = "\n".join(
        delimiter.join(row) for row in [("id", "antwoord"), ("1", f"a{others}b"), ("2", f"c{others}{others}d")]
    )
    table = read(text)
    assert table.rows == (("1", f"a{others}b"), ("2", f"c{others}{others}d"))
    assert table.format.delimiter == delimiter


@pytest.mark.parametrize(
    "text",
    [
        "antwoord\nmeer tijd, training, lef\nniets; helemaal niets\n",
        "Wat heb je nodig, en waarom?\nmeer tijd\nlef, durf, tijd\nruimte\n",
        'antwoord\n"tijd, en ""lef"""\nja\n',
        "antwoord\r\rja\rnee\r",
    ],
)
def test_one_column_stays_one_column(text: str) -> None:
    table = read(text)
    assert len(table.columns) == 1
    assert table.format.delimiter == ""


def test_quotes_that_are_ordinary_characters_are_kept() -> None:
    table = read('id\tantwoord\n1\t"Ja" zei ze\n2\tik weet 5" niet\n', "export.tsv")
    assert table.rows == (("1", '"Ja" zei ze'), ("2", 'ik weet 5" niet'))


def test_quotes_escaped_by_a_backslash_are_understood() -> None:
    assert read('id,antwoord\n1,"hij zei \\"ja\\", toch"\n2,x\n').rows[0] == ("1", 'hij zei "ja", toch')


def test_rows_without_any_text_are_left_out_and_the_numbers_stay_right() -> None:
    table = read("id;antwoord\n1;a\n\n;\n2;b\n;\n\n")
    assert table.rows == (("1", "a"), ("2", "b"))
    assert table.row_numbers == (2, 5)
    assert table.format.blank_rows == 2


def test_empty_columns_without_a_name_fall_away() -> None:
    table = read("id;;antwoord;;\n1;;a;;\n2;;b;;\n")
    assert table.columns == ("id", "antwoord")
    assert table.rows == (("1", "a"), ("2", "b"))


def test_names_are_tidied_and_cells_are_not() -> None:
    table = read('id;" Wat\nvind je? "\n1;" ja "\n')
    assert table.columns == ("id", "Wat vind je?")
    assert table.rows == (("1", " ja "),)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "import_empty"),
        (b"\n \r\n", "import_empty"),
        (b"\xff\xfe", "import_empty"),
        (b";;\n;;\n", "import_empty"),
        (b"id;antwoord\n", "import_header_only"),
        (b"1;Gemeente;meer tijd\n2;Gemeente;lef\n3;Provincie;rust\n", "import_no_header"),
        (b"Gemeente;ja\nGemeente;ja\nProvincie;ja\n", "import_no_header"),
        (b"2025-01-01;meer tijd\n2025-01-02;lef\n", "import_no_header"),
        (b"id;\n1;ja\n", "import_nameless_column"),
        (b"id;a;a\n1;2;3\n", "import_duplicate_column"),
        (b"id,a\n1,x\n2,y,z\n3,q\n4,r\n", "import_ragged_row"),
        (b"id,a\n1,x,y\n2,y,z\n3,q,r,s\n4,r\n", "import_ragged_row"),
        (b"id,a,b\n1,x,y\n2,y\n3,q,r\n", "import_ragged_row"),
        (b"id;a\n1;x\x00y\n", "import_nul_bytes"),
        (b"PK\x03\x04" + bytes(range(256)), "import_other_kind"),
        (bytes(range(1, 32)) * 20, "import_binary"),
        (b'id;a\n1;"goed"\n2;"ook"\n3;"nooit gesloten\n4;x\n', "import_quoting"),
        ("id;a\n1;café één\n2;déjà\n".encode() + b"3;kapot \xe9\n", "import_broken_text"),
        (b"\xff\xfe" + "id;a\n1;x\n".encode("utf-16-le") + b"\x00\xd8a", "import_broken_text"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, key: str) -> None:
    assert refusal(data).key == key


def test_a_refusal_says_where() -> None:
    assert refusal("id,a\n1,x\n2,y,z\n3,q\n4,r\n").facts == {"file": "enquete.csv", "row": 3, "cells": 3, "expected": 2}
    assert refusal("id;a;b;a\n1;2;3;4\n").facts == {"file": "enquete.csv", "name": "a", "first": "B", "second": "D"}
    assert refusal("id;a\n1;x\n2;\x00\n").facts == {"file": "enquete.csv", "row": 3}
    assert refusal('id;a\n1;"x"\n2;"y"\n3;"z\n').facts["row"] == 4


def test_years_and_question_texts_are_fine_as_column_names() -> None:
    long = "Ik kan mijn organisatie helpen om beter te luisteren naar wat mensen te zeggen hebben"
    table = read(
        f"id;{long};Wat vind je van hoe wij met elkaar omgaan, en wat mist er nog?;2023\n1;ja;x;5\n2;nee;y;6\n"
    )
    assert len(table.columns) == 4


def test_surveymonkey_writes_options_under_the_question() -> None:
    text = (
        "Respondent ID,Start Date,Wat lees je?,,Wat heb je nodig?\n"
        ",,Krant,Anders (geef nadere toelichting),Open-Ended Response\n"
        "101,2025-09-15,Krant,,meer tijd\n102,2025-09-16,,Wijkblad,lef\n"
    )
    table = read(text)
    assert table.format.origin == "surveymonkey"
    assert table.columns[2:] == (
        "Wat lees je? – Krant",
        "Wat lees je? – Anders (geef nadere toelichting)",
        "Wat heb je nodig?",
    )
    assert table.row_numbers == (3, 4)


def test_statements_and_ticked_boxes_are_column_names() -> None:
    statements = [
        f"Ik heb het gevoel dat mijn organisatie goed luistert naar wat mensen te zeggen hebben ({i})" for i in (1, 2)
    ]
    header = ";".join([*statements, "Sociale media", "Krant", "Toelichting"])
    table = read(f"{header}\nEens;Oneens;Sociale media;;ja\nOneens;Eens;Sociale media;Krant;nee\n")
    assert table.columns[:2] == tuple(statements)


def test_a_long_answer_in_the_first_row_is_no_header() -> None:
    answers = [
        f"Er is bij ons {word} nodig voordat wij echt naar buiten kunnen en mensen kunnen spreken" for word in OPENERS
    ]
    assert refusal("\n".join(answers)).key == "import_no_header"
    question = "Geef hieronder in je eigen woorden aan wat er volgens jou nodig is om beter te luisteren"
    assert read("\n".join([question, *answers])).columns == (question,)


def test_unknown_kinds_and_large_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal("id;a\n1;2\n", "enquete.docx").key == "import_unknown_kind"
    monkeypatch.setattr(read_table, "MAX_FILE_BYTES", 5)
    assert refusal("id;a\n1;2\n").key == "import_too_large"


def test_too_many_rows_or_columns_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_csv, "MAX_ROWS", 3)
    monkeypatch.setattr(read_table, "MAX_ROWS", 3)
    assert refusal("id;a\n" + "1;2\n" * 4).key == "import_too_many_rows"
    monkeypatch.setattr(read_table, "MAX_COLUMNS", 1)
    assert refusal("id;a\n1;2\n").key == "import_too_many_columns"


def test_a_table_is_rectangular() -> None:
    with pytest.raises(ValueError, match="rectangular"):
        RawTable("x", ("a", "b"), (("1",),), (2,), raw_table.FileFormat("csv"), ("", ""))
