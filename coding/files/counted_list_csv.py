"""Writes counted lists as one CSV table: a row per argument, with its quotes behind it.

The file is UTF-8 with a byte-order mark, every field quoted, so that Excel opens it with a double click: with
semicolons and decimal commas when the report is Dutch, commas and points when it is English.

No cell is run as a formula: see ``printable.guarded``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from coding.domain.counted_list import MAX_QUOTES, CountedList, ListRow
from coding.domain.report import Report, ReportLanguage
from coding.files.printable import guarded, printable
from coding.texts import text
from coding.texts.report_wording import base_text, kind_text

COLUMNS: Final = (
    "question",
    "wave",
    "n",
    "base",
    "base_n",
    "number",
    "kind",
    "argument",
    "respondents",
    "mentions",
    "share",
    "weighted",
    "low",
    "high",
    "proposed",
)


def write_csv(report: Report) -> bytes:
    """The counted lists of a report as CSV."""
    language = report.language
    buffer = io.StringIO(newline="")
    writer = csv.writer(
        buffer, delimiter=";" if language == "nl" else ",", quoting=csv.QUOTE_ALL, lineterminator="\r\n"
    )
    most = max([MAX_QUOTES, *(len(row.quotes) for s in report.sections for row in s.counted.rows)])
    quotes = [f"{text('report.col.quote', language)} {at}" for at in range(1, most + 1)]
    rows = [f"{text('report.col.row', language)} {at}" for at in range(1, most + 1)]
    writer.writerow([*(text(f"report.col.{name}", language) for name in COLUMNS), *quotes, *rows])
    for section in report.sections:
        for cells in _lines(section.counted, language, most):
            writer.writerow([guarded(printable(cell)) for cell in cells])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def _lines(counted: CountedList, language: ReportLanguage, most: int) -> Iterator[list[str]]:
    waves = ", ".join(wave.name for wave in counted.waves)
    base = base_text(counted, language)
    start = [counted.question.text, waves, str(counted.n), base, str(counted.base.respondent_count)]
    for row in counted.rows:
        yield [*start, *_row(row, language), *_spread(row, most)]
    for line in counted.non_answers:
        kind = text("report.kind.non_answer", language)
        count = str(line.respondent_count)
        yield [
            *start,
            "",
            kind,
            line.label,
            count,
            count,
            decimal(line.share, language),
            "",
            "",
            "",
            "",
            *[""] * 2 * most,
        ]
    for quote in counted.loose_quotes:
        empty = [""] * (most - 1)
        yield [*start, *[""] * 10, quote.text, *empty, str(quote.row), *empty]


def _row(row: ListRow, language: ReportLanguage) -> list[str]:
    numbers = (
        [
            str(row.respondent_count),
            str(row.mention_count),
            decimal(row.share, language),
            decimal(row.weighted_share, language),
            decimal(row.low, language),
            decimal(row.high, language),
        ]
        if row.counted
        else [""] * 6
    )
    return [row.number, kind_text(row.kind, language), row.name, *numbers, str(row.proposed_count or "")]


def _spread(row: ListRow, most: int) -> list[str]:
    fill = [""] * (most - len(row.quotes))
    return [*(quote.text for quote in row.quotes), *fill, *(str(quote.row) for quote in row.quotes), *fill]


def decimal(value: float, language: ReportLanguage) -> str:
    """A share with six decimals, in the notation of the language."""
    shown = f"{value:.6f}"
    return shown.replace(".", ",") if language == "nl" else shown
