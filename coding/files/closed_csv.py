"""Closed questions and crosstabs as lines of the CSV file."""

from __future__ import annotations

from collections.abc import Iterator

from coding.domain.counted_list import ClosedTable, RowKind
from coding.domain.crosstab import Crosstab, CrosstabRow
from coding.domain.report import ReportLanguage
from coding.texts import text
from coding.texts.report_wording import closed_base, crosstab_base, kind_text


def closed_lines(
    table: ClosedTable, waves: str, language: ReportLanguage
) -> Iterator[tuple[dict[str, str], tuple[()]]]:
    """A line per category."""
    for line in table.categories:
        yield (
            {
                "question": table.label,
                "wave": waves,
                "n": str(table.n),
                "base": closed_base(table, language),
                "base_n": str(table.n),
                "kind": text("report.kind.category", language),
                "argument": line.category,
                "respondents": str(line.respondent_count),
                "share": decimal(line.share, language),
                "weighted": decimal(line.weighted_share, language),
            },
            (),
        )


def crosstab_lines(table: Crosstab, waves: str, language: ReportLanguage) -> Iterator[tuple[dict[str, str], tuple[()]]]:
    """A line per cell, the total of each row first; one that may not be shown has no numbers.

    Shares are weighted where respondents have weights.
    """
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            told = {
                "question": table.title,
                "wave": waves,
                "n": str(table.columns[0].base),
                "base": crosstab_base(table, language),
                "base_n": str(column.base),
                "number": row.number,
                "kind": _kind(row, language),
                "argument": row.name,
                "by": table.label,
                "group": column.category or text("report.crosstab.total", language),
            }
            if cell.shown:
                told |= {
                    "respondents": str(cell.count),
                    "weighted": decimal(cell.share, language),
                    "low": decimal(cell.low, language),
                    "high": decimal(cell.high, language),
                    "letters": _named(table, cell.letters),
                }
            yield told, ()


def _named(table: Crosstab, letters: str) -> str:
    """The groups that letters stand for: in a file of lines there is no heading to look them up in."""
    names = {column.letter: column.category for column in table.columns}
    return ", ".join(names[letter] for letter in letters.split())


def _kind(row: CrosstabRow, language: ReportLanguage) -> str:
    """What the row is; answers to a closed question have no number."""
    of_list = row.number or row.kind is not RowKind.CODE
    return kind_text(row.kind, language) if of_list else text("report.kind.category", language)


def decimal(value: float, language: ReportLanguage) -> str:
    """A share with six decimals, in the notation of the language."""
    shown = f"{value:.6f}"
    return shown.replace(".", ",") if language == "nl" else shown
