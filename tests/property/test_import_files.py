"""Whatever the bytes: a table or a refusal, never another error, and never a cell that was not written."""

from __future__ import annotations

import csv
import functools
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding.domain.errors import ImportRefused
from coding.files.raw_table import RawTable
from coding.files.read_table import read_table
from coding.services.importing import build_batch
from coding.services.mapping import guess_mapping
from coding.texts import error_text

FILES = Path(__file__).parents[1] / "golden" / "files"
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # each starts a process
MANY = settings(max_examples=300, deadline=None)

CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from(list("\n;,\t|\"'\\=+-@")),
    max_size=30,
)


def speaks(refused: ImportRefused) -> None:
    assert error_text(refused, "nl") != error_text(refused, "en")


def read(data: bytes, name: str) -> RawTable | None:
    """The table, or None for a refusal whose sentence can be made in both languages."""
    try:
        table = read_table(data, name)
    except ImportRefused as refused:
        speaks(refused)
        return None
    assert table.columns
    assert table.rows
    assert len(set(table.columns)) == len(table.columns)
    assert list(table.row_numbers) == sorted(set(table.row_numbers))
    try:
        imported = build_batch(table, guess_mapping(table), batch="b", wave="w")
    except ImportRefused as refused:
        speaks(refused)
    else:
        assert len(imported.batch.respondents) == len(table.rows) == imported.report.rows
        for question in imported.report.questions:
            states = (question.answers, question.non_answers, question.blanks, question.not_asked, question.excluded)
            assert sum(states) == len(table.rows)
    return table


@MANY
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.tsv", "a.txt"]))
def test_random_bytes_as_text(data: bytes, name: str) -> None:
    read(data, name)


@FEW
@given(st.binary(max_size=400), st.sampled_from(["a.xlsx", "a.xls", "a.ods", "a.sav", "a.docx", "a"]))
def test_random_bytes_as_anything_else(data: bytes, name: str) -> None:
    assert read(data, name) is None


@functools.cache
def golden(name: str) -> bytes:
    return (FILES / name).read_bytes()


CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.one_of(st.binary(max_size=4), st.sampled_from([b'"', b"\n", b";", b"\x00"])),
    ),
    min_size=1,
    max_size=6,
)


def changed(data: bytes, changes: list[tuple[float, bytes]], cut: float) -> bytes:
    for where, new in changes:
        at = int(where * len(data))
        data = data[:at] + new + data[at + 1 :]
    return data[: int(len(data) * cut) + 1]


@MANY
@given(
    st.sampled_from(
        ["excel_semicolon_windows1252.csv", "excel_unicode_text.txt", "qualtrics.csv", "limesurvey_vv.csv"]
    ),
    CHANGES,
    st.just(1.0) | st.floats(0, 1),
)
def test_damaged_text_files(name: str, changes: list[tuple[float, bytes]], cut: float) -> None:
    read(changed(golden(name), changes, cut), name)


@pytest.mark.parametrize("name", ["libreoffice.xls", "libreoffice.ods", "xlsxwriter.xlsx", "spss.sav", "password.xlsx"])
@FEW
@given(changes=CHANGES, cut=st.just(1.0) | st.floats(0, 1))
def test_damaged_binary_files(name: str, changes: list[tuple[float, bytes]], cut: float) -> None:
    read(changed(golden(name), changes, cut), name)


@MANY
@given(
    st.lists(st.tuples(CELL, CELL), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_a_csv_writer_wrote_comes_back_exactly(rows: list[tuple[str, str]], delimiter: str, encoding: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["Nummer van de respondent", "Wat vind je ervan?", "Soort"])
    written = [(f"r{i}", *row) for i, row in enumerate(rows)]
    writer.writerows(written)
    table = read_table(out.getvalue().encode(encoding), "a.csv")
    assert table.rows == tuple(written)
    assert table.format.delimiter == delimiter
