"""Nothing a respondent wrote breaks a file, or runs in the program that opens it."""

from __future__ import annotations

import base64
import csv
import io
import re
import tempfile
from pathlib import Path

import openpyxl
import pyreadstat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types
from markdown_it import MarkdownIt
from pyrefiqda import RefiCodebook

from coding.domain.answers import has_content
from coding.domain.report import Report
from coding.files.counted_list_csv import COLUMNS, write_csv
from coding.files.counted_list_markdown import write_markdown
from coding.files.counted_list_xlsx import write_xlsx
from coding.files.printable import one_line, printable, unguarded
from coding.files.write_docx import write_docx
from coding.files.write_html import write_html
from coding.files.write_pptx import write_pptx
from coding.files.write_qdc import write_qdc
from coding.files.write_qdpx import write_qdpx
from coding.files.write_sav import write_sav, write_sps
from coding.texts.report_wording import heading, numbered
from tests.hostile import NASTY, hostile_project, hostile_report, texts
from tests.office import DocxFile, HtmlFile, PptxFile
from tests.qdpx import QdpxFile

CALM = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


LONGEST_NAME = 300  # characters; a longer name does not fit one slide
NAMES = texts().filter(lambda name: len(name) <= LONGEST_NAME and has_content(name))
ANSWERS = st.lists(texts().filter(has_content), min_size=2, max_size=5, unique=True)
# The parts, not the report itself: its repr is too long to read when a test fails.
DRAWN = {"svg", "title", "desc", "defs", "path", "text", "rect", "line", "pattern"}
PARTS = st.tuples(ANSWERS, NAMES, NAMES)


def report_of(parts: tuple[list[str], str, str]) -> Report:
    return hostile_report(hostile_project(*parts))


@pytest.fixture(scope="module")
def nasty() -> Report:
    """Every nasty answer at once."""
    return hostile_report(hostile_project(list(NASTY), "<b>=1+1</b> **naam**", "=vraag $x$ [k](l)"))


def expected_quotes(report: Report) -> list[str]:
    return [printable(quote.text) for section in report.sections for quote in section.counted.printed_quotes()]


def flat(text: str) -> str:
    return " ".join(text.split())


def check_xlsx(report: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert [row[3] for row in book["Quotes"].iter_rows(min_row=2, values_only=True)] == expected_quotes(report)
    names = {row[1] for row in book["Argumenten"].iter_rows(values_only=True)}
    assert {printable(row.name) for section in report.sections for row in section.counted.rows} <= names


def check_csv(report: Report) -> None:
    lines = list(csv.reader(io.StringIO(write_csv(report).decode("utf-8-sig"), newline=""), delimiter=";"))
    found = [unguarded(cell) for line in lines[1:] for cell in line[len(COLUMNS) : len(COLUMNS) + 6] if cell]
    assert found == expected_quotes(report)
    for cell in (cell for line in lines for cell in line):
        assert cell.lstrip()[:1] not in tuple("=+-@") or cell == ""
    assert {len(line) for line in lines} == {len(lines[0])}


def check_markdown(report: Report) -> None:
    tokens = MarkdownIt("gfm-like").parse(write_markdown(report).decode("utf-8"))
    quotes, depth = [], 0
    allowed = {"text", "text_special", "hardbreak", "em_open", "em_close", "strong_open", "strong_close"}
    for token in tokens:
        assert token.type not in {"html_block", "fence", "code_block", "hr"}
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        assert {child.type for child in token.children or ()} <= allowed
        if token.type == "inline" and depth:
            quotes.append("".join(" " if c.type == "hardbreak" else c.content for c in token.children or ()))
    assert [flat(text) for text in quotes] == [flat(f"“{text}”") for text in expected_quotes(report)]


def check_pptx(report: Report) -> None:
    file = PptxFile(write_pptx(report))
    assert file.external() == []
    counted = report.sections[0].counted
    file.workbooks()
    asked = printable(flat(counted.question.text))
    heads = {printable(heading(row, "nl")) for row in counted.rows}
    slides = [slide for slide in file.slides[1:] if slide.title.startswith(asked) and not slide.chart]
    flow = [line for slide in slides for line in slide.lines if not line.startswith("n = ")]
    flow = [line for line in flow if line not in heads and line.removesuffix(" (vervolg)") not in heads]
    listed = [printable(numbered(row, "nl")).replace(" ", "\t", 1) for row in counted.rows]
    assert flow[: len(listed)] == listed
    assert "".join(flow[len(listed) :]) == "".join(f"“{text}”" for text in expected_quotes(report))


def check_docx(report: Report) -> None:
    file = DocxFile(write_docx(report))
    assert file.external() == []
    assert {code.split()[0] for code in file.fields} == {"TOC", "SEQ", "PAGE"}
    quotes = [words for style, words in file.lines if style == "TienkeerQuote"]
    assert quotes == [f"“{text}”" for text in expected_quotes(report)]
    names = [printable(row.name) for row in report.sections[0].counted.rows]
    assert [cells[1].partition(" (")[0] for cells in file.tables[0][1:]] == [n.partition(" (")[0] for n in names]


def check_html(report: Report) -> None:
    page = HtmlFile(write_html(report))
    assert page.tags.isdisjoint({"script", "link", "iframe", "object", "form", "svg", "b"})
    for source in page.sources:  # charts: pictures of words and shapes
        drawing = etree.fromstring(base64.b64decode(source.removeprefix("data:image/svg+xml;base64,"), validate=True))
        assert {etree.QName(node).localname for node in drawing.iter(etree.Element)} <= DRAWN
    found = [quote for _, quotes in page.section("q0").quotes for quote in quotes]
    assert found == [f"“{text}”" for text in expected_quotes(report)]
    assert page.section("q0").rows == [printable(numbered(row, "nl")) for row in report.sections[0].counted.rows]


def check_sav(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.sav"
        path.write_bytes(write_sav(report))
        frame, meta = pyreadstat.read_sav(path)
    texts_in = [printable(record.answers["q"].verbatim).rstrip(" ") for record in report.coded.records]
    assert frame["q_antwoord"].tolist() == texts_in
    names = [flat(printable(column.name)) for column in report.coded.columns]
    found = [label or "" for name, label in meta.column_names_to_labels.items() if re.fullmatch(r"q_\d+", name)]
    assert all(f.removesuffix("…") == n[: len(f.removesuffix("…"))] for n, f in zip(names, found, strict=True))
    write_sps(report).decode("utf-8")


def check_qdc(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "codebook.qdc"
        path.write_bytes(write_qdc(report))
        book = RefiCodebook.load(path)
    assert [code.name for code in book.codes.code[0].code] == [one_line(e.code.name) for e in report.codebook]


def check_qdpx(report: Report) -> None:
    file = QdpxFile(write_qdpx(report))
    answers = [record.answers["q"] for record in report.coded.records if record.answers["q"].verbatim.strip()]
    expected = [printable(a.span.of(answer.verbatim)) for answer in answers for a in answer.assignments]
    assert [one.words for one in file.coded()] == expected


CHECKS = [check_xlsx, check_csv, check_markdown, check_pptx, check_docx, check_html, check_sav, check_qdc, check_qdpx]


@pytest.mark.parametrize("check", CHECKS)
def test_nasty_answers_show_as_they_are(nasty: Report, check: object) -> None:
    assert callable(check)
    check(nasty)


@given(PARTS)
@CALM
def test_xlsx_holds_any_text(parts: tuple[list[str], str, str]) -> None:
    check_xlsx(report_of(parts))


@given(PARTS)
@CALM
def test_csv_holds_any_text(parts: tuple[list[str], str, str]) -> None:
    check_csv(report_of(parts))


@given(PARTS)
@CALM
def test_markdown_holds_any_text(parts: tuple[list[str], str, str]) -> None:
    check_markdown(report_of(parts))


@given(PARTS)
@settings(CALM, max_examples=15)
def test_slides_hold_any_text(parts: tuple[list[str], str, str]) -> None:
    check_pptx(report_of(parts))


@given(PARTS)
@settings(CALM, max_examples=15)
def test_documents_hold_any_text(parts: tuple[list[str], str, str]) -> None:
    check_docx(report_of(parts))


@given(PARTS)
@CALM
def test_web_pages_hold_any_text(parts: tuple[list[str], str, str]) -> None:
    check_html(report_of(parts))


@given(PARTS)
@CALM
def test_spss_data_hold_any_text(parts: tuple[list[str], str, str]) -> None:
    check_sav(report_of(parts))


@given(PARTS)
@CALM
def test_codebooks_hold_any_text(parts: tuple[list[str], str, str]) -> None:
    check_qdc(report_of(parts))


@given(PARTS)
@CALM
def test_projects_hold_any_text(parts: tuple[list[str], str, str]) -> None:
    check_qdpx(report_of(parts))
