"""Closed questions and crosstabs in the formats of lines and plain text: the numbers of the tabulation."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Literal

import pytest
from markdown_it import MarkdownIt

from coding.domain.counted_list import ListOptions
from coding.domain.crosstab import Crosstab
from coding.domain.report import Report, Show
from coding.files.counted_list_csv import write_csv
from coding.files.counted_list_markdown import write_markdown
from coding.files.printable import unguarded
from coding.services.report import ReportSettings, make_report
from coding.texts.report_wording import (
    cell_text,
    closed_base,
    closed_notes,
    closed_row,
    column_bases,
    column_heads,
    crosstab_base,
    crosstab_footer,
    crosstab_title,
    row_name,
)
from tests.projects import example_project

Language = Literal["nl", "en"]


def made(language: Language = "nl", hide_below: int = 0) -> Report:
    settings = ReportSettings(
        language=language,
        options=ListOptions(threshold=2),
        banner=("soort",),
        show=Show.BOTH,
        cells=Show.BOTH,
        hide_below=hide_below,
    )
    return make_report(example_project(), settings, "2026-11-22")


def tables(report: Report) -> Iterator[tuple[str, list[list[str]], str]]:
    """Heading, rows and note of each table of the Markdown report, as a reader sees them."""
    tokens = MarkdownIt("gfm-like").parse(write_markdown(report).decode("utf-8"))
    heading, rows = "", [[""]]
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = words(tokens[at + 1].children)
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(words(tokens[at + 1].children))
        elif token.type == "table_close":
            yield heading, rows, words(tokens[at + 2].children)


def words(children: object) -> str:
    assert isinstance(children, list)
    return "".join(child.content for child in children)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("hide_below", [0, 3])
def test_markdown_has_every_table_with_its_base(language: Language, hide_below: int) -> None:
    report = made(language, hide_below)
    found = list(tables(report))
    closed, crossed = report.closed, report.crosstabs()
    assert (len(closed), len(crossed)) == (1, 2)
    for table in closed:
        (shown,) = [one for one in found if one[0] == table.label]
        assert shown[1][1:] == [list(closed_row(line, language)) for line in table.categories]
        assert shown[2] == closed_notes(table, language)
        assert closed_base(table, language) in shown[2]
    for one in crossed:
        (shown,) = [each for each in found if each[0] == crosstab_title(one, language)]
        pairs = zip(column_heads(one, language), column_bases(one, language), strict=True)
        assert shown[1][0] == ["", *(f"{head}, {base}" for head, base in pairs)]
        assert [[row[0].strip(), *row[1:]] for row in shown[1][1:]] == [
            [row_name(row), *(cell_text(cell, language, Show.BOTH) for cell in row.cells)] for row in one.rows
        ]
        assert shown[2].split() == crosstab_footer(one, language).split()
        assert crosstab_base(one, language) in shown[2]
    assert len(found) == len(closed) + len(crossed)


def lines(report: Report) -> list[dict[str, str]]:
    delimiter = ";" if report.language == "nl" else ","
    data = io.StringIO(write_csv(report).decode("utf-8-sig"), newline="")
    return list(csv.DictReader(data, delimiter=delimiter))


def test_csv_has_the_categories_of_closed_questions() -> None:
    report = made("en")
    (table,) = report.closed
    found = [line for line in lines(report) if line["Kind"] == "answer to a closed question" and not line["By"]]
    assert [(line["Argument"], int(line["Respondents"])) for line in found] == [
        (one.category, one.respondent_count) for one in table.categories
    ]
    for line, one in zip(found, table.categories, strict=True):
        assert (line["Question"], line["n"], line["Base"]) == (table.label, str(table.n), closed_base(table, "en"))
        assert float(line["Share"]) == pytest.approx(one.share, abs=1e-6)
        assert float(line["Weighted share"]) == pytest.approx(one.weighted_share, abs=1e-6)


@pytest.mark.parametrize("hide_below", [0, 3])
def test_csv_has_every_cell_of_crosstabs_and_nothing_of_hidden_ones(hide_below: int) -> None:
    report = made("en", hide_below)
    found = iter(line for line in lines(report) if line["By"])
    order: list[Crosstab] = [table for section in report.sections for table in section.crosstabs]
    for table in (*order, *report.closed_crosstabs):
        letters = {column.letter: column.category for column in table.columns}
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                line = next(found)
                assert (line["Question"], line["By"], line["Group"]) == (
                    table.title,
                    table.label,
                    column.category or "Total",
                )
                assert (unguarded(line["Argument"]), line["Base (count)"]) == (row.name, str(column.base))
                numbers = [line[name] for name in ("Respondents", "Weighted share", "Interval from", "to")]
                if not cell.shown:
                    assert numbers == [""] * 4
                    continue
                assert [float(one) for one in numbers] == pytest.approx(
                    [cell.count, cell.share, cell.low, cell.high], abs=1e-6
                )
                assert line["Higher than"] == ", ".join(letters[one] for one in cell.letters.split())
    assert next(found, None) is None


def test_csv_accounts_for_every_respondent() -> None:
    report = made()
    ledger = [line for line in lines(report) if line["Soort"] == "telling"]
    for section in report.sections:
        for line in section.counted.ledger:
            here = [
                one for one in ledger if (one["Vraag"], one["Meting"]) == (section.counted.question.text, line.name)
            ]
            assert [int(one["Respondenten"]) for one in here] == list(line.counts.values())
            assert sum(line.counts.values()) == line.total
