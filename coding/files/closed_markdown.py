"""Closed questions and crosstabs in the Markdown report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from coding.domain.counted_list import ClosedTable
from coding.domain.crosstab import Crosstab
from coding.domain.report import Report
from coding.texts import text
from coding.texts.report_wording import (
    cell_text,
    closed_notes,
    closed_row,
    column_bases,
    column_heads,
    crosstab_footer,
    crosstab_title,
    row_name,
)

INDENT = "\u2003"
"""An em space, which Markdown keeps: shows what stands under a net."""

Escape = Callable[[str], str]
"""Escapes what people typed."""


def closed_lines(report: Report, readable: Escape) -> Iterator[str]:
    """The closed questions, then those by background; nothing if there are none."""
    if report.closed or report.closed_crosstabs:
        yield from (f"## {text('report.sheet.closed', report.language)}", "")
    for closed in report.closed:
        yield from _closed(report, closed, readable)
    for table in report.closed_crosstabs:
        yield from crosstab_lines(report, table, readable)


def _closed(report: Report, table: ClosedTable, readable: Escape) -> Iterator[str]:
    language = report.language
    yield from (f"### {readable(table.title)}", "")
    head = [text(f"report.col.{name}", language) for name in ("category", "respondents", "share")]
    yield from table_lines(head, [closed_row(line, language) for line in table.categories], readable)
    yield from ("", f"*{readable(closed_notes(table, language))}*", "")


def crosstab_lines(report: Report, table: Crosstab, readable: Escape) -> Iterator[str]:
    """One crosstab with the base of each column in its heading."""
    language = report.language
    yield from (f"### {readable(crosstab_title(table, language))}", "")
    pairs = zip(column_heads(table, language), column_bases(table, language), strict=True)
    head = [" ", *(f"{name}, {base}" for name, base in pairs)]
    rows = [
        (INDENT * row.level + row_name(row), *(cell_text(cell, language, report.cells) for cell in row.cells))
        for row in table.rows
    ]
    yield from table_lines(head, rows, readable)
    yield from ("", f"*{readable(crosstab_footer(table, language))}*", "")


def table_lines(head: Sequence[str], rows: Sequence[Sequence[str]], readable: Escape) -> Iterator[str]:
    """A table: the first column left, the others right."""
    yield f"| {' | '.join(map(readable, head))} |"
    yield "|---" + "|---:" * (len(head) - 1) + "|"
    for row in rows:
        indent = row[0][: len(row[0]) - len(row[0].lstrip(INDENT))]
        yield f"| {' | '.join((indent + readable(row[0]), *map(readable, row[1:])))} |"
