"""Every format is opened again with another library and compared with the tabulation."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import openpyxl
import pytest
import python_calamine
from markdown_it import MarkdownIt

from coding.domain.codebook import NO_CODE, OTHER
from coding.domain.counted_list import CountedList, ListOptions
from coding.domain.report import CodedAnswer, Report, Show
from coding.files.counted_list_csv import write_csv
from coding.files.counted_list_markdown import write_markdown
from coding.files.counted_list_xlsx import write_xlsx
from coding.files.printable import guarded, unguarded
from coding.files.xlsx_book import CELL_LIMIT
from coding.services.report import ReportSettings, make_report
from coding.texts.report_wording import (
    column_bases,
    column_heads,
    crosstab_title,
    heading,
    non_answer,
    numbered,
    row_name,
)
from tests.projects import coded_project, example_project

OPTIONS = ListOptions(threshold=2, non_answers=True, proposed_quotes=True, include_proposals=True)


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report(example_project(), ReportSettings(options=OPTIONS), "2026-11-22")


@pytest.fixture(scope="module")
def book(report: Report) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))


def cells(sheet: Any) -> list[list[Any]]:
    return [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_xlsx_lists_match_the_tabulation(report: Report, book: Any) -> None:
    found = cells(book["Argumenten"])
    for section in report.sections:
        counted = section.counted
        at = next(i for i, line in enumerate(found) if line[0] == counted.question.text)
        head = next(i for i in range(at, len(found)) if found[i][0] == "Nr.")
        assert f"n = {counted.n}" in [line[0] for line in found[at:head]]
        for row, line in zip(counted.rows, found[head + 1 :], strict=False):
            counts = [row.respondent_count, row.mention_count] if row.counted else ["", ""]
            assert line[:4] == [row.number, row.name, *counts]
            if row.counted:
                assert line[4] == pytest.approx(row.share)
                assert line[5] == pytest.approx(row.weighted_share)
            assert line[8] == (row.proposed_count or "")
        after = found[head + 1 + len(counted.rows) :]
        for non, line in zip(counted.non_answers, after, strict=False):
            assert line[1:3] == [f"'{non.label}'", non.respondent_count]


def test_xlsx_quotes_match_the_tabulation(report: Report, book: Any) -> None:
    expected = [
        [section.counted.question.text, row.number, row.name, quote.text, quote.key.respondent, "2023", quote.row]
        for section in report.sections
        for row in section.counted.rows
        for quote in row.quotes
    ]
    assert [line[:7] for line in cells(book["Quotes"])[1:]] == expected


def test_xlsx_coded_answers_add_up_to_the_counts(report: Report, book: Any) -> None:
    head, *lines = cells(book["Gecodeerde antwoorden"])
    assert len(lines) == 30
    everyone = make_report(example_project(), ReportSettings(), "2026-11-22").sections[0].counted
    for row in everyone.rows[:-1]:
        assert sum(line[head.index(row.name)] or 0 for line in lines) == row.respondent_count
    assert sum(line[head.index("Overig")] or 0 for line in lines) == everyone.rows[-1].respondent_count
    state = head.index("Waaraan merk je dat? – Status")
    after = head.index("Mis je nog iets in deze vragenlijst?")
    words = ("niet gevraagd", "leeg", "nog niet beslist", "telt niet mee")
    undecided = [line for line in lines if line[state] in words]
    assert {cell for line in undecided for cell in line[state + 1 : after]} == {""}


def test_xlsx_ledger_adds_up(report: Report, book: Any) -> None:
    head, *lines = cells(book["Telling"])
    assert head[-1] == "Totaal"
    for section, line in zip(report.sections, lines, strict=True):
        assert line[2:-1] == list(section.counted.ledger[0].counts.values())
        assert sum(line[2:-1]) == line[-1] == 30


def test_xlsx_codebook_has_every_code_with_its_description(report: Report, book: Any) -> None:
    head, *lines = cells(book["Codeboek"])
    by_name = {line[head.index("Argument")]: line for line in lines}
    assert set(by_name) == {entry.code.name for entry in report.codebook}
    for entry in report.codebook:
        line = dict(zip(head, by_name[entry.code.name], strict=True))
        assert line["Omschrijving"] == entry.code.description
        assert line["Hoofdthema"] == entry.parent_name
        assert line["Respondenten"] == entry.respondent_count


def test_xlsx_reads_the_same_with_a_second_library(report: Report) -> None:
    made = write_xlsx(report)
    first = openpyxl.load_workbook(io.BytesIO(made))
    second = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(made))
    assert second.sheet_names == first.sheetnames
    for name in first.sheetnames:
        theirs = second.get_sheet_by_name(name).to_python(skip_empty_area=False)
        assert [[cell for cell in line if cell != ""] for line in theirs] == [
            [cell for cell in line if cell != ""] for line in cells(first[name])
        ]


def test_csv_matches_the_tabulation(report: Report) -> None:
    lines = list(csv.DictReader(io.StringIO(write_csv(report).decode("utf-8-sig"), newline=""), delimiter=";"))
    expected = [(s.counted, row) for s in report.sections for row in s.counted.rows]
    kinds = {"hoofdthema", "argument", "voorstel", "overig"}
    rows = [line for line in lines if line["Soort"] in kinds and not line["Uitgesplitst naar"]]
    for (counted, row), line in zip(expected, rows, strict=True):
        assert (line["Nr."], unguarded(line["Argument"]), line["n"]) == (row.number, row.name, str(counted.n))
        assert line["Respondenten"] == (str(row.respondent_count) if row.counted else "")
        if row.counted:
            assert float(line["Aandeel"].replace(",", ".")) == pytest.approx(row.share, abs=1e-6)
        quotes = [unguarded(line[f"Quote {at}"]) for at in range(1, 7) if line[f"Quote {at}"]]
        assert quotes == [quote.text for quote in row.quotes]
        assert [int(line[f"Rij {at + 1}"]) for at in range(len(quotes))] == [quote.row for quote in row.quotes]
    nons = [
        (unguarded(line["Argument"]), int(line["Respondenten"])) for line in lines if line["Soort"] == "geen antwoord"
    ]
    assert nons == [(n.label, n.respondent_count) for s in report.sections for n in s.counted.non_answers]


def rendered(report: Report) -> str:
    """The text of the Markdown as a reader sees it, one line per paragraph, heading or item."""
    tokens = MarkdownIt("gfm-like").parse(write_markdown(report).decode("utf-8"))
    lines = []
    for token in tokens:
        assert token.type not in {"html_block", "fence", "code_block"}
        for child in token.children or ():
            assert child.type in {"text", "text_special", "em_open", "em_close", "strong_open", "strong_close",
                                  "hardbreak", "softbreak"}, child  # fmt: skip
        if token.type == "inline":
            lines.append("".join("\n" if c.type.endswith("break") else c.content for c in token.children or ()))
    return "\n".join(lines)


def test_markdown_reads_as_the_tabulation(report: Report) -> None:
    lines = rendered(report).split("\n")
    for section in report.sections:
        counted: CountedList = section.counted
        assert f"n = {counted.n}" in lines
        for row in counted.rows:
            shown = numbered(row, "nl")
            assert (shown.split(" ", 1)[1] if row.level == 0 else shown) in lines
            if row.quotes:
                at = lines.index(heading(row, "nl"), lines.index(f"n = {counted.n}") + 2 + len(counted.rows))
                assert lines[at + 1 : at + 1 + len(row.quotes)] == [f"“{quote.text}”" for quote in row.quotes]
        for non in counted.non_answers:
            assert non_answer(non, "nl") in lines


def test_counts_and_shares_can_stand_side_by_side() -> None:
    report = make_report(example_project(), ReportSettings(show=Show.BOTH, language="en"), "2026-11-22")
    assert "2. Het is te zien op sociale media (4x, 21%)" in write_markdown(report).decode("utf-8")


def test_a_very_long_answer_is_cut_visibly_in_a_cell() -> None:
    answer = "😀" * 20000
    report = make_report(coded_project([(answer, ["lang"])]), ReportSettings(), "2026-11-22")
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))["Gecodeerde antwoorden"]
    (cell,) = [c.value for c in sheet[2] if isinstance(c.value, str) and c.value.startswith("😀")]
    assert len(cell.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert cell.endswith("[…ingekort: een cel in Excel bevat hoogstens 32.767 tekens]")


def test_zero_and_one_mean_a_decision() -> None:
    report = make_report(example_project(), ReportSettings(), "2026-11-22")
    answers: list[CodedAnswer] = [record.answers["merkt"] for record in report.coded.records]
    assert [answer.decided for answer in answers].count(True) == 18
    assert all(answer.codes == frozenset() for answer in answers if not answer.decided)
    assert NO_CODE not in {code for answer in answers for code in answer.codes}
    assert sum(OTHER in answer.codes for answer in answers) == 2


@pytest.mark.parametrize("text", ["=1+1", "+31", "-", "@x", "\t=1", "＝1", "'=1", "'s avonds", "gewoon", "", " =1"])
def test_csv_guard_keeps_every_text(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not re.match(r"\s*[=+\-@＝＋－＠]", guarded(text))


@pytest.fixture(scope="module")
def crossed() -> Report:
    settings = ReportSettings(banner=("soort", "merkt_ja"), hide_below=2)
    return make_report(example_project(), settings, "2026-11-22")


def test_xlsx_crosstabs_match_the_tabulation(crossed: Report) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(crossed)))["Kruistabellen"]
    found = cells(sheet)
    assert len(crossed.crosstabs()) == 1 + 2  # the second question has nothing but Overig to set out
    for table in crossed.crosstabs():
        (at,) = [i for i, line in enumerate(found) if line[0] == crosstab_title(table, "nl")]
        assert [word for word in found[at + 1][1:] if word] == column_heads(table, "nl")
        assert [word for word in found[at + 2][1:] if word] == column_bases(table, "nl")
        for row, line in zip(table.rows, found[at + 4 :], strict=False):
            assert line[0] == row_name(row)
            for place, cell in enumerate(row.cells):
                share, count, low, high, letters = line[1 + place * 5 : 6 + place * 5]
                if cell.shown:
                    assert (count, letters) == (cell.count, cell.letters)
                    assert [share, low, high] == pytest.approx([cell.share, cell.low, cell.high])
                else:
                    assert (share, count, low, high, letters) == ("‹", "", "", "", "")


def test_no_page_of_xlsx_crosstabs_holds_nothing_but_names(crossed: Report) -> None:
    """Crosstabs that take as many pages from left to right are printed together, and no further than they go."""
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(crossed)))["Kruistabellen"]
    ranges = [area.replace("$", "").split("!")[1] for area in sheet.print_area.split(",")]
    areas = [openpyxl.utils.range_boundaries(area) for area in ranges]
    assert len(areas) > 1
    assert [first for _, first, _, _ in areas[1:]] == [last + 1 for _, _, _, last in areas[:-1]]
    tables = {crosstab_title(table, "nl"): len(table.columns) for table in crossed.crosstabs()}
    for _, first, right, last in areas:
        wide = {tables.pop(cell) for row in range(first, last + 1) if (cell := sheet.cell(row, 1).value) in tables}
        assert {-(-columns // 2) for columns in wide} == {-(-(right - 1) // 10)}
    assert not tables


def test_intervals_stand_beside_the_shares(report: Report, book: Any) -> None:
    found = cells(book["Argumenten"])
    head = next(line for line in found if line[0] == "Nr.")
    low, high = head.index("Interval van"), head.index("tot")
    lines = {line[1]: line for line in found if line[0]}
    for row in report.sections[0].counted.rows:
        if row.counted:
            assert [lines[row.name][low], lines[row.name][high]] == pytest.approx([row.low, row.high])
            assert row.low <= row.weighted_share <= row.high
