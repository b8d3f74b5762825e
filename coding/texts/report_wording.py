"""How the lines of a report are worded, the same in every format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from coding.domain.assignments import ResponseState
from coding.domain.counted_list import (
    Base,
    CategoryCount,
    ClosedTable,
    CountedList,
    ListRow,
    NonAnswerLine,
    PrintedQuote,
    RowKind,
)
from coding.domain.crosstab import BaseFlag, Crosstab, CrosstabCell, CrosstabRow
from coding.domain.reading import Side
from coding.domain.report import Report, ReportLanguage, Show
from coding.texts.catalogue import text


def number(value: int, language: ReportLanguage) -> str:
    """A whole number with the language's thousands mark: 1.234 or 1,234."""
    return f"{value:,}".replace(",", "." if language == "nl" else ",")


def count_of(what: str, count: int, language: ReportLanguage) -> str:
    """A count with its noun in the singular or plural: 1 respondent, 1.234 respondenten. ``what`` is a key."""
    key = f"report.{what}.one" if count == 1 else f"report.{what}"
    return text(key, language, count=number(count, language))


def people_text(report: Report) -> str:
    """How many people a report counts, and how many times if some are in several waves: "116 respondents"."""
    people = count_of("respondents", report.person_count, report.language)
    if report.person_count == report.respondent_count:
        return people
    times = number(report.respondent_count, report.language)
    return text("report.people.panel", report.language, people=people, times=times)


_MONTHS: Final[dict[ReportLanguage, str]] = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def long_date(day: str, language: ReportLanguage) -> str:
    """A date (YYYY-MM-DD, a time after it is left off) in words: 2 oktober 2023."""
    year, month, number_of_day = (int(part) for part in day[:10].split("-"))
    return f"{number_of_day} {_MONTHS[language].split()[month - 1]} {year}"


def percent(share: float, language: ReportLanguage, decimals: int = 0) -> str:
    """A share (0–1) as a percentage, halves rounded up: 17% or 17,3%."""
    scale = 10**decimals
    rounded = int(share * 100 * scale + 0.5 + 1e-9) / scale
    shown = f"{rounded:.{decimals}f}"
    return (shown.replace(".", ",") if language == "nl" else shown) + "%"


Say = Callable[[str, str], str]
"""Given the name of a fact and the number in words, what is to be written; to find numbers again in a text."""


def _as_it_is(fact: str, words: str) -> str:  # noqa: ARG001 - the shape of Say
    return words


def count_text(row: ListRow, language: ReportLanguage, show: Show = Show.COUNT, say: Say = _as_it_is) -> str:
    """What stands between brackets behind an argument: "10x", "17%", "10x, 17%", "10x, 3x voorstel"; "" for Overig."""
    if not row.counted:
        return ""
    parts: list[str] = []
    if row.respondent_count or not row.proposed_count:
        if show is not Show.SHARE and row.cases is not None:
            facts = {"base": number(row.cases.count, language), "name": row.cases.name}
            count = say(f"count:{row.code}", number(row.respondent_count, language))
            parts.append(text("report.count.cases", language, count=count, **facts))
        elif show is not Show.SHARE:
            count = say(f"count:{row.code}", number(row.respondent_count, language))
            parts.append(text("report.count", language, count=count))
        if show is not Show.COUNT:
            parts.append(say(f"share:{row.code}", percent(row.weighted_share, language)))
    if row.proposed_count:
        parts.append(text("report.proposed", language, count=number(row.proposed_count, language)))
    return ", ".join(parts)


def heading(row: ListRow, language: ReportLanguage, show: Show = Show.COUNT, say: Say = _as_it_is) -> str:
    """An argument with its count and without its number: "Name (10x)"."""
    count = count_text(row, language, show, say)
    return f"{row.name} ({count})" if count else row.name


def numbered(row: ListRow, language: ReportLanguage, show: Show = Show.COUNT) -> str:
    """An argument as it stands in the list: "1. Name (10x)", under a net "1.2 Name (5x)", last "5. Overig"."""
    dot = "." if row.level == 0 else ""
    return f"{row.number}{dot} {heading(row, language, show)}"


def quoted(quote: PrintedQuote, language: ReportLanguage) -> str:
    """A quote between quotation marks."""
    return text("report.quote", language, quote=quote.text)


def non_answer(line: NonAnswerLine, language: ReportLanguage) -> str:
    """A non-answer with its count: 'Nee' (12x)."""
    return text("report.non_answer", language, label=line.label, count=number(line.respondent_count, language))


def n_text(counted: CountedList, language: ReportLanguage) -> str:
    """The line under the question: n = 58."""
    if counted.cases is not None:
        return text("report.n.cases", language, n=number(counted.n, language), name=counted.cases.name)
    return text("report.n", language, n=number(counted.n, language))


def base_text(counted: CountedList, language: ReportLanguage) -> str:
    """The base in words, and that percentages are weighted if they are."""
    key = "report.base.asked" if counted.base.definition is Base.ASKED else "report.base.answered"
    count = counted.base.respondent_count
    if counted.cases is not None:
        return text("report.base.cases", language, count=number(count, language), name=counted.cases.name)
    shown = text(f"{key}.one" if count == 1 else key, language, count=number(count, language))
    return text("report.base.weighted", language, base=shown) if counted.base.weighted else shown


def closed_base(table: ClosedTable, language: ReportLanguage) -> str:
    """The base of a closed question in words: "Base: the 73 respondents who answered the question"."""
    key = f"report.base.{table.base.value}{'.one' if table.n == 1 else ''}"
    shown = text(key, language, count=number(table.n, language))
    return text("report.base.weighted", language, base=shown) if table.weighted else shown


def gate_text(table: ClosedTable, language: ReportLanguage) -> str:
    """The closed question before an open one: "Ja 79%, Nee 21% (n = 73)"."""
    shares = ", ".join(f"{line.category} {percent(line.weighted_share, language)}" for line in table.categories)
    told = text("report.gate", language, shares=shares, n=number(table.n, language))
    return f"{told} – {text('report.several.short', language)}" if table.several else told


def several_text(table: ClosedTable | Crosstab, language: ReportLanguage) -> str:
    """That several answers were possible, and what shares are of then; "" for a question with one answer."""
    if not table.several:
        return ""
    return text("report.several.asked" if table.base is Base.ASKED else "report.several", language)


def closed_notes(table: ClosedTable, language: ReportLanguage) -> str:
    """What a reader of a closed question must know: its base, several answers, what became of "other"."""
    return " ".join(filter(None, (base_notes(table, language), recoded_text(table, language))))


def base_notes(table: ClosedTable, language: ReportLanguage) -> str:
    """The base of a closed question as a sentence, and that several answers were possible."""
    return " ".join(filter(None, (f"{closed_base(table, language)}.", several_text(table, language))))


def recoded_text(table: ClosedTable, language: ReportLanguage) -> str:
    """How many answers "other" count under what their explanation says; "" when none can."""
    told = table.recoded
    if told is None or not told.before:
        return ""
    facts = {"count": number(told.recoded, language), "before": number(told.before, language)}
    values = text("report.summary.or", language).join(f"‘{value}’" for value in told.values)
    first = text("report.recoded", language, values=values, **facts)
    if not told.several or table.several:
        return first
    key = "report.recoded.several.one" if told.several == 1 else "report.recoded.several"
    return f"{first} {text(key, language, count=number(told.several, language))}"


def side_text(side: Side, language: ReportLanguage) -> str:
    """The name of a side: "Eens", or the answer itself where it is on no side."""
    return text(f"reading.{side.position.value}", language) if side.position else " / ".join(side.values)


def waves_text(counted: CountedList, language: ReportLanguage) -> str:
    """The waves that were counted."""
    return text("report.waves", language, names=", ".join(wave.name for wave in counted.waves))


def undecided_text(counted: CountedList, language: ReportLanguage) -> str:
    """How many of the answers nobody decided on yet; "" when none, or where there is nothing to decide."""
    waiting = sum(line.counts[ResponseState.UNCODED] for line in counted.ledger)
    if not waiting or counted.question.quotes_only:
        return ""
    return count_of("undecided", waiting, language)


def basis_texts(counted: CountedList, language: ReportLanguage) -> list[str]:
    """What a list is counted on: its base, its waves, and what of it nobody decided on yet."""
    told = (base_text(counted, language), waves_text(counted, language), undecided_text(counted, language))
    return [words for words in told if words]


def basis_text(counted: CountedList, language: ReportLanguage) -> str:
    """The same as sentences."""
    return " ".join(f"{words}." for words in basis_texts(counted, language))


def crosstab_title(table: Crosstab, language: ReportLanguage) -> str:
    """What a crosstab shows."""
    return text("report.crosstab", language, title=table.title.rstrip(" :"), variable=table.label)


def column_heads(table: Crosstab, language: ReportLanguage) -> list[str]:
    """The headings of a crosstab: the category with its letter."""
    total = text("report.crosstab.total", language)
    return [f"{column.category} ({column.letter})" if column.letter else total for column in table.columns]


def column_bases(table: Crosstab, language: ReportLanguage) -> list[str]:
    """The base of each column, starred when it is small: "n = 28**"."""
    stars = {BaseFlag.ENOUGH: "", BaseFlag.SMALL: "*", BaseFlag.VERY_SMALL: "**"}
    return [
        text("report.n", language, n=number(column.base, language)) + stars[column.flag] for column in table.columns
    ]


def cell_text(cell: CrosstabCell, language: ReportLanguage, cells: Show = Show.SHARE) -> str:
    """The share, count or both, with the letters of smaller columns: "34% A C", "12 (34%) A"."""
    if not cell.shown:
        return text("report.crosstab.hidden", language)
    share, count = percent(cell.share, language), number(cell.count, language)
    shown = {Show.SHARE: share, Show.COUNT: count, Show.BOTH: f"{count} ({share})"}[cells]
    return f"{shown} {cell.letters}".strip()


def crosstab_base(table: Crosstab, language: ReportLanguage) -> str:
    """What the n of each column counts, and that percentages are weighted if they are."""
    if table.cases:
        return text("report.base.columns.cases", language, name=table.cases)
    shown = text(f"report.base.closed.{table.base.value}", language)
    return text("report.base.weighted", language, base=shown) if table.weighted else shown


def crosstab_footer(table: Crosstab, language: ReportLanguage) -> str:
    """What the signs in a crosstab mean, in short; the method says it at length."""
    level = percent(table.options.level, language)
    base = f"{crosstab_base(table, language)}." if table.several else crosstab_base(table, language)
    told = text("report.crosstab.footer", language, level=level)
    told = f"{' '.join(filter(None, (base, several_text(table, language))))}  ·  {told}"
    if all(cell.shown for row in table.rows for cell in row.cells):
        return told
    return f"{told}  ·  {text('report.crosstab.footer.hidden', language)}"


def closed_row(line: CategoryCount, language: ReportLanguage) -> tuple[str, str, str]:
    """A category of a closed question as a row of a table: its name, how many respondents, which share."""
    return line.category, number(line.respondent_count, language), percent(line.weighted_share, language)


def row_name(row: CrosstabRow) -> str:
    """A row of a crosstab with its number as in the list: "1. Name", under a net "1.2 Name", a category as it is."""
    dot = "." if row.number and row.level == 0 else ""
    return f"{row.number}{dot} {row.name}".strip()


def kind_text(kind: RowKind, language: ReportLanguage) -> str:
    """What a row is, in words."""
    return text(f"report.kind.{kind.value}", language)


def source_text(quote: PrintedQuote, language: ReportLanguage) -> str:
    """Whether a person picked the quote or the machine proposes it."""
    return text("report.source.picked" if quote.picked else "report.source.proposed", language)
