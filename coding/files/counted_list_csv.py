"""Writes counted lists as one CSV table: a row per argument, with its quotes behind it.

The file is UTF-8 with a byte-order mark, every field quoted, so that Excel opens it with a double click: with
semicolons and decimal commas when the report is Dutch, commas and points when it is English.

No cell is run as a formula: see ``printable.guarded``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from coding.domain.counted_list import MAX_QUOTES, CountedList, ListRow, PrintedQuote
from coding.domain.report import Report, ReportLanguage
from coding.domain.survey import Wave
from coding.files.closed_csv import closed_lines, crosstab_lines, decimal
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
    "by",
    "group",
    "letters",
)


def write_csv(report: Report) -> bytes:
    """The counted lists of a report as CSV, then its closed questions, crosstabs and ledger."""
    language = report.language
    buffer = io.StringIO(newline="")
    writer = csv.writer(
        buffer, delimiter=";" if language == "nl" else ",", quoting=csv.QUOTE_ALL, lineterminator="\r\n"
    )
    most = max([MAX_QUOTES, *(len(row.quotes) for s in report.sections for row in s.counted.rows)])
    quotes = [f"{text('report.col.quote', language)} {at}" for at in range(1, most + 1)]
    rows = [f"{text('report.col.row', language)} {at}" for at in range(1, most + 1)]
    writer.writerow([*(text(f"report.col.{name}", language) for name in COLUMNS), *quotes, *rows])
    for cells, printed in _lines(report):
        line = [*(cells.get(name, "") for name in COLUMNS), *_spread(printed, most)]
        writer.writerow([guarded(printable(cell)) for cell in line])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


Line = tuple[Mapping[str, str], Sequence[PrintedQuote]]
"""The cells of one line by column, and its quotes."""


def _lines(report: Report) -> Iterator[Line]:
    language = report.language
    for section in report.sections:
        yield from _list_lines(section.counted, language)
    for closed in report.closed:
        yield from closed_lines(closed, closed.wave or _waves(report.waves), language)
    for section in report.sections:
        for table in section.crosstabs:
            yield from crosstab_lines(table, _waves(section.counted.waves), language)
    for table in report.closed_crosstabs:
        yield from crosstab_lines(table, table.wave or _waves(report.waves), language)
    for section in report.sections:
        yield from _ledger_lines(section.counted, language)


def _waves(waves: Iterable[Wave]) -> str:
    return ", ".join(wave.name for wave in waves)


def _list_lines(counted: CountedList, language: ReportLanguage) -> Iterator[Line]:
    start = {
        "question": counted.question.text,
        "wave": _waves(counted.waves),
        "n": str(counted.n),
        "base": base_text(counted, language),
        "base_n": str(counted.base.respondent_count),
    }
    for row in counted.rows:
        yield {**start, **_row(row, language)}, row.quotes
    for line in counted.non_answers:
        count, kind = str(line.respondent_count), text("report.kind.non_answer", language)
        told = {"kind": kind, "argument": line.label, "respondents": count, "mentions": count}
        yield {**start, **told, "share": decimal(line.share, language)}, ()
    for quote in counted.loose_quotes:
        yield start, (quote,)


def _ledger_lines(counted: CountedList, language: ReportLanguage) -> Iterator[Line]:
    """What became of every respondent: a line per state."""
    for line in counted.ledger:
        start = {"question": counted.question.text, "wave": line.name, "kind": text("report.kind.state", language)}
        for state, count in line.counts.items():
            yield {**start, "argument": text(f"report.state.{state.value}", language), "respondents": str(count)}, ()


def _row(row: ListRow, language: ReportLanguage) -> dict[str, str]:
    shown = {"number": row.number, "kind": kind_text(row.kind, language), "argument": row.name}
    if row.proposed_count:
        shown["proposed"] = str(row.proposed_count)
    if not row.counted:
        return shown
    shares = {"share": row.share, "weighted": row.weighted_share, "low": row.low, "high": row.high}
    counts = {"respondents": str(row.respondent_count), "mentions": str(row.mention_count)}
    return {**shown, **counts, **{name: decimal(share, language) for name, share in shares.items()}}


def _spread(quotes: Sequence[PrintedQuote], most: int) -> list[str]:
    fill = [""] * (most - len(quotes))
    return [*(quote.text for quote in quotes), *fill, *(str(quote.row) for quote in quotes), *fill]
