"""Slides, documents and web pages, read back from their own XML and compared with the tabulation."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from coding.domain.commands import SetQuotes
from coding.domain.counted_list import ListOptions
from coding.domain.report import Look, Report, Show
from coding.files.colours import DEFAULT_COLOUR, checked_colour
from coding.files.text_fit import height, largest, lines, pieces, width
from coding.files.write_docx import write_docx
from coding.files.write_html import write_html
from coding.files.write_pptx import write_pptx
from coding.services.report import ReportSettings, make_report
from coding.texts.report_wording import (
    cell_text,
    closed_notes,
    column_bases,
    column_heads,
    heading,
    n_text,
    numbered,
    percent,
    quoted,
    row_name,
)
from tests.office import DocxFile, HtmlFile, PptxFile
from tests.projects import code_named, coded_project, example_project, quote, run

OPTIONS = ListOptions(threshold=2, non_answers=True, proposed_quotes=True, include_proposals=True)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6360606000000004000127"
    "34270a0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def report() -> Report:
    settings = ReportSettings(options=OPTIONS, subtitle="Onder inwoners", look=Look("#8a1f4b", PNG))
    made = make_report(example_project(), settings, "2026-11-22")
    return replace(made, summary=("76% merkt het. Dat komt vooral door A (10x).",))


@pytest.fixture(scope="module")
def slides(report: Report) -> PptxFile:
    return PptxFile(write_pptx(report))


@pytest.fixture(scope="module")
def document(report: Report) -> DocxFile:
    return DocxFile(write_docx(report))


@pytest.fixture(scope="module")
def page(report: Report) -> HtmlFile:
    return HtmlFile(write_html(report))


def test_slides_list_the_arguments_with_their_counts(report: Report, slides: PptxFile) -> None:
    for section in report.sections:
        counted = section.counted
        first = next(s for s in slides.slides if s.title == counted.question.text)
        expected = [numbered(row, "nl") for row in counted.rows]
        found = [line.replace("\t", " ") for line in first.lines]
        assert [line for line in found if line in expected] == expected
        assert n_text(counted, "nl") in found


def test_every_slide_of_a_question_shows_its_n(report: Report, slides: PptxFile) -> None:
    for section in report.sections:
        own = [s for s in slides.slides if s.title.startswith(section.counted.question.text)]
        assert own
        assert all(any(line.startswith(n_text(section.counted, "nl")) for line in s.lines) for s in own)


def test_slide_charts_hold_the_counts_and_can_be_edited(report: Report, slides: PptxFile) -> None:
    charts = [s.chart for s in slides.slides if s.chart and s.title == "Waaraan merk je dat?"]
    rows = [row for row in report.sections[0].counted.rows if row.counted and row.respondent_count]
    assert charts == [[(f"{row.number} {row.name}" if row.level else row.name, row.respondent_count) for row in rows]]
    workbook = slides.workbooks()[-1]
    assert [(name, value) for name, value in workbook[1:]] == charts[0]


def test_closed_questions_are_charted_with_their_n(report: Report, slides: PptxFile) -> None:
    (table,) = report.closed
    slide = next(s for s in slides.slides if s.title == table.label)
    assert [name for name, _ in slide.chart] == [line.category for line in table.categories]
    assert [value for _, value in slide.chart] == pytest.approx([line.weighted_share for line in table.categories])
    assert f"n = {table.n} · {closed_notes(table, 'nl')}" in slide.lines


def test_slide_quotes_stand_under_their_argument_and_notes_give_the_rows(report: Report, slides: PptxFile) -> None:
    counted = report.sections[0].counted
    own = [s for s in slides.slides if s.title.startswith(counted.question.text)]
    flow = [line for s in own for line in s.lines]
    for row in counted.rows:
        if row.quotes:
            at = flow.index(heading(row, "nl"))
            assert flow[at + 1 : at + 1 + len(row.quotes)] == [quoted(q, "nl") for q in row.quotes]
    notes = "\n".join(s.notes for s in own)
    for row in counted.rows:
        for printed in row.quotes:
            assert f"{heading(row, 'nl')}: rij {printed.row} in 2023, respondent {printed.key.respondent}" in notes


def test_no_slide_is_empty_and_titles_are_real_titles(slides: PptxFile) -> None:
    assert all(s.title for s in slides.slides)
    assert all(s.chart or s.lines for s in slides.slides)


def test_a_long_quote_runs_on_over_slides_without_losing_a_letter() -> None:
    long = " ".join(f"stukje{at}" for at in range(1500))
    project = coded_project([(long, ["lang"]), ("kort", ["lang"])])
    code = code_named(project, "q", "lang")
    project = run(project, SetQuotes("q", code, (quote(project, "q", 1), quote(project, "q", 2))))
    slides = PptxFile(write_pptx(make_report(project, ReportSettings(), "2026-11-22")))
    words = [line for s in slides.slides for line in s.lines if "stukje" in line]
    assert len(words) > 2
    assert "".join(words) == f"“{long}”"
    assert any(line == "lang (2x) (vervolg)" for s in slides.slides for line in s.lines)


def test_document_lists_and_quotes_match_the_tabulation(report: Report, document: DocxFile) -> None:
    assert len(document.tables) == len(report.sections) + 1
    for section, table in zip(report.sections, document.tables, strict=False):
        counted = section.counted
        for row, cells in zip(counted.rows, table[1:], strict=True):
            assert f"{cells[0]} {cells[1]}" == numbered(row, "nl")
            assert cells[2] == (percent(row.weighted_share, "nl") if row.counted else "")
        start = document.lines.index(("Heading1", counted.question.text))
        assert (None, n_text(counted, "nl")) in document.lines[start : start + 3]
        for row in counted.rows:
            if row.quotes:
                at = document.lines.index(("Heading3", heading(row, "nl")), start)
                found = document.lines[at + 1 : at + 1 + len(row.quotes)]
                assert [words for _, words in found] == [quoted(q, "nl") for q in row.quotes]
                assert {style for style, _ in found} == {"TienkeerQuote"}


def test_document_has_contents_captions_and_page_numbers_as_fields(report: Report, document: DocxFile) -> None:
    assert document.fields.count("SEQ Tabel \\* ARABIC") == len(report.sections)
    assert any(code.startswith("TOC ") for code in document.fields)
    assert "PAGE" in document.fields
    assert document.links <= document.bookmarks
    assert len(document.links) == len(report.sections) + 4
    assert document.language == "nl-NL"


def test_web_page_matches_the_tabulation(report: Report, page: HtmlFile) -> None:
    for at, section in enumerate(report.sections):
        counted = section.counted
        part = page.section(f"q{at}")
        assert part.rows == [numbered(row, "nl") for row in counted.rows]
        assert part.n == n_text(counted, "nl")
        assert part.quotes == [
            (heading(row, "nl"), [quoted(q, "nl") for q in row.quotes]) for row in counted.rows if row.quotes
        ]


def test_web_page_needs_nothing_from_outside(page: HtmlFile) -> None:
    assert page.tags.isdisjoint({"script", "link", "iframe", "object", "form"})
    assert all(source.startswith("data:image/") for source in page.sources)
    assert all(target.startswith("#") for target in page.targets)
    assert "default-src 'none'" in page.text_of_policy


def test_percentages_stand_where_they_are_asked_for() -> None:
    made = make_report(example_project(), ReportSettings(show=Show.SHARE, language="en"), "2026-11-22")
    slides = PptxFile(write_pptx(made)).slides
    assert "2.\tHet is te zien op sociale media (21%)" in [line for s in slides for line in s.lines]
    chart = next(s.chart for s in slides if s.chart and s.title == "Waaraan merk je dat?")
    assert chart[0][1] == pytest.approx(9 / 21)


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "}</style>", ""])
def test_only_a_colour_gets_into_a_style_sheet(colour: str) -> None:
    assert checked_colour(colour) == DEFAULT_COLOUR


def test_text_is_measured_as_it_wraps() -> None:
    assert lines("woord woord", 10, 1000) == 1
    assert lines("woord woord", 10, width("woord", 10) + 1) == 2
    assert lines("a\nb\n", 10, 1000) == 3
    assert lines("x" * 100, 10, width("x", 10) * 10) >= 10
    assert height("a", 10, 100) == pytest.approx(12)
    assert largest("woord " * 40, (30.0, 20.0, 10.0), 400, 60) == 10.0
    assert width("漢", 10) > width("i", 10)


def test_pieces_of_a_text_join_to_the_text() -> None:
    text = "een twee\ndrie " * 50 + "x" * 500
    parts = list(pieces(text, 12, 200, 4))
    assert "".join(parts) == text
    assert all(lines(part, 12, 200) <= 4 for part in parts)
    assert not any(re.fullmatch(r"\s*", part) for part in parts)


def test_crosstabs_read_the_same_in_document_and_web_page() -> None:
    made = make_report(example_project(), ReportSettings(banner=("soort",), hide_below=2), "2026-11-22")
    document, page = DocxFile(write_docx(made)), HtmlFile(write_html(made))
    (table, closed) = (made.sections[0].crosstabs[0], made.closed_crosstabs[0])
    expected = [[row_name(row), *(cell_text(cell, "nl") for cell in row.cells)] for row in table.rows]
    assert document.tables[1][1:] == expected
    bases = [f"{h}\n{b}" for h, b in zip(column_heads(table, "nl"), column_bases(table, "nl"), strict=True)]
    assert document.tables[1][0][1:] == bases
    assert expected[0] in page.table_rows
    assert ("Heading1", "Gesloten vragen") in document.lines
    assert [row[0] for row in document.tables[-2][1:]] == [row.name for row in closed.rows]


def test_slides_set_arguments_and_closed_questions_out_by_background() -> None:
    made = make_report(example_project(), ReportSettings(banner=("soort",)), "2026-11-22")
    slides = PptxFile(write_pptx(made))
    table, closed = made.sections[0].crosstabs[0], made.closed_crosstabs[0]
    assert [row[0] for row in slides.tables[0][1:]] == [row_name(row) for row in table.rows]
    assert [row[1:] for row in slides.tables[0][1:]] == [[cell_text(c, "nl") for c in row.cells] for row in table.rows]
    stacked = next(s for s in slides.slides if s.title == "Merk je dat het vertrouwen daalt? – naar Soort organisatie")
    bars = [f"{h}, {b}" for h, b in zip(column_heads(closed, "nl"), column_bases(closed, "nl"), strict=True)]
    assert [name for name, _ in stacked.chart] == bars * 2
    assert [value for _, value in stacked.chart] == pytest.approx([c.share for row in closed.rows for c in row.cells])
