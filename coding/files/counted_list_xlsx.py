"""Writes a report as an Excel workbook: lists, quotes, closed questions, coded answers, codebook, ledger, method.

Every text is written as a string, never as a formula or a link, whatever it starts with.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import xlsxwriter

from coding.domain.assignments import ResponseState
from coding.domain.counted_list import CountedList, ListRow
from coding.domain.report import CodedAnswer, CodedColumn, CodedRecord, Report
from coding.domain.survey import Variable
from coding.files.chapters_xlsx import chapter_sheet
from coding.files.printable import printable
from coding.files.xlsx_book import LINE, STEP, Book, Cell, row_height
from coding.files.xlsx_crosstab import crosstab_sheet
from coding.texts.report_wording import (
    basis_text,
    closed_notes,
    gate_text,
    n_text,
    source_text,
)

_LIST_WIDTHS: Final = (7, 62, 14, 14, 11, 11, 11, 11, 11)


def write_xlsx(report: Report) -> bytes:
    """The report as the bytes of an .xlsx file."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": printable(report.title)[:255], "comments": "Tienkeer"})
        made = Book(book, report)
        _lists(made)
        _quotes(made)
        if report.closed:
            _closed(made)
        if report.crosstabs():
            crosstab_sheet(made)
        for chapter in report.chapters:
            chapter_sheet(made, chapter)
        _data(made)
        _codebook(made)
        _ledger(made)
        _method(made)
    return buffer.getvalue()


def _lists(book: Book) -> None:
    """The counted lists, one under the other."""
    sheet = book.sheet("list", _LIST_WIDTHS)
    sheet.hide_gridlines(2)
    book.told(sheet, 0, book.report.title, _LIST_WIDTHS, large=True)
    if book.report.subtitle:
        book.told(sheet, 1, book.report.subtitle, _LIST_WIDTHS)
    at, blocks = 3, [(0, 2)]
    for section in book.report.sections:
        after = _one_list(book, sheet, at, section.counted)
        blocks.append((at, after))
        at = after + 2
    book.keep_whole(sheet, blocks, sum(_LIST_WIDTHS))


def _one_list(book: Book, sheet: Any, at: int, counted: CountedList) -> int:
    """One list from row ``at`` on; gives the row after it."""
    lines = [
        n_text(counted, book.language),
        basis_text(counted, book.language),
    ]
    if counted.gate is not None:
        lines.insert(0, f"{counted.gate.label} {gate_text(counted.gate, book.language)}")
    columns = _LIST_WIDTHS[: len(_list_columns(book, counted))]
    book.told(sheet, at, counted.title, columns, large=True)
    for line in lines:
        at += 1
        book.told(sheet, at, line, columns)
    at += 1
    headings = [book.word(f"col.{name}") for name in _list_columns(book, counted)]
    for column, heading in enumerate(headings):
        book.put(sheet, at, column, heading, book.head_right if column > 1 else book.head)
    book.row(sheet, at, 2 * LINE)
    for row in counted.rows:
        at += 1
        _list_row(book, sheet, at, row, counted)
    for non in counted.non_answers:
        at += 1
        book.put(sheet, at, 1, f"'{non.label}'")
        book.put(sheet, at, 2, non.respondent_count)
        book.put(sheet, at, 4, non.share, book.share)
    return at + 1


def _list_columns(book: Book, counted: CountedList) -> tuple[str, ...]:
    """Which columns a list has: weighted shares and proposals only where there are any."""
    columns = ["number", "argument", "respondents", "mentions", "share", "low", "high"]
    if _weighted(book):
        columns.insert(5, "weighted")
    if counted.options.include_proposals:
        columns.append("proposed")
    return tuple(columns)


def _weighted(book: Book) -> bool:
    """Whether any respondent weighs more or less than one."""
    return any(record.weight != 1.0 for record in book.report.coded.records)


def _list_row(book: Book, sheet: Any, at: int, row: ListRow, counted: CountedList) -> None:
    """One argument; Overig has no count."""
    columns = _list_columns(book, counted)
    book.put(sheet, at, 0, row.number, book.number)
    book.put(sheet, at, 1, row.name, book.level[min(row.level, 3)])
    book.row(sheet, at, row_height((row.name,), (58 - STEP * row.level,)))
    if row.counted:
        book.put(sheet, at, 2, row.respondent_count)
        book.put(sheet, at, 3, row.mention_count)
        book.put(sheet, at, 4, row.share, book.share)
        book.put(sheet, at, columns.index("low"), row.low, book.share)
        book.put(sheet, at, columns.index("high"), row.high, book.share)
    if "weighted" in columns and row.counted:
        book.put(sheet, at, 5, row.weighted_share, book.share)
    if "proposed" in columns and row.proposed_count:
        book.put(sheet, at, len(columns) - 1, row.proposed_count)


def _quotes(book: Book) -> None:
    """Every printed quote with where it comes from; no sheet when there are none."""
    columns = ("question", "number", "argument", "quote", "respondent", "wave", "row", "source")
    waves = {wave.id: wave.name for wave in book.report.waves}
    rows: list[tuple[Cell, ...]] = []
    for section in book.report.sections:
        counted = section.counted
        pairs = [(row.number, row.name, quote) for row in counted.rows for quote in row.quotes]
        pairs += [("", "", quote) for quote in counted.loose_quotes]
        for number, name, quote in pairs:
            origin = (quote.key.respondent, waves[quote.key.wave], quote.row, source_text(quote, book.language))
            rows.append((counted.asked, number, name, quote.text, *origin))
    if rows:
        headings = [book.word(f"col.{name}") for name in columns]
        book.table("quotes", headings, rows, (28, 6, 26, 60, 12, 9, 7, 12), names=3)


def _closed(book: Book) -> None:
    """Closed questions with their shares."""
    columns = ["question", "category", "respondents", "n", "share", *(["weighted"] if _weighted(book) else [])]
    lines = [(table, line) for table in book.report.closed for line in table.categories]
    rows: list[tuple[Cell, ...]] = [
        (table.title, line.category, line.respondent_count, table.n, line.share, line.weighted_share)[: len(columns)]
        for table, line in lines
    ]
    sheet = book.table("closed", [book.word(f"col.{name}") for name in columns], rows, (40, 34, 14, 8, 11, 11))
    for at, (_, line) in enumerate(lines, 1):
        sheet.write_number(at, 4, line.share, book.share)
        if "weighted" in columns:
            sheet.write_number(at, 5, line.weighted_share, book.share)
    notes = [(table.title, told) for table in book.report.closed if (told := closed_notes(table, book.language))]
    for at, (label, told) in enumerate(notes, len(lines) + 2):
        book.put(sheet, at, 0, label, book.flat_note)
        book.put(sheet, at, 1, told, book.flat_note)


def _data(book: Book) -> None:
    """One row per respondent: background, and per question the answer, its state and 0/1 per code."""
    data = book.report.coded
    asked = {section.counted.question.id: section.counted.question.text for section in book.report.sections}
    codes = {question: [column for column in data.columns if column.question == question] for question in asked}
    headings = [book.word(f"col.{name}") for name in ("wave", "row", "respondent", "weight")]
    for variable in data.variables:
        headings += [f"{variable.label}: {c}" for c in variable.categories] if variable.several else [variable.label]
    for question, words in asked.items():
        headings += [words, f"{words} – {book.word('col.state')}"]
        headings += [column.name for column in codes[question]]
    waves = {wave.id: wave.name for wave in book.report.waves}
    states = {state: book.word(f"state.{state.value}") for state in ResponseState}
    rows = []
    for record in data.records:
        cells: list[Cell] = [waves[record.wave], record.row, record.respondent, record.weight]
        for variable in data.variables:
            cells += _variable_cells(variable, record)
        for question, columns in codes.items():
            cells += _answer_cells(record.answers.get(question), columns, states)
        rows.append(cells)
    widths = [10, 6, 14, 8] + [16] * (len(headings) - 4)
    book.table("data", headings, rows, widths, wrap=False, names=3).freeze_panes(1, 3)


def _variable_cells(variable: Variable, record: CodedRecord) -> list[Cell]:
    """The value; of a question with several answers 0/1 per category, empty for who did not get it."""
    if not variable.several:
        return [record.values.get(variable.id, "")]
    chosen = variable.answers_of(record)
    asked = variable.shown_to(record)
    return [int(category in chosen) if asked else None for category in variable.categories]


def _answer_cells(
    answer: CodedAnswer | None, columns: Sequence[CodedColumn], states: Mapping[ResponseState, str]
) -> list[Cell]:
    """The answer, its state, and 0/1 per code; 0/1 stays empty where nobody decided anything."""
    nothing: list[Cell] = [None] * len(columns)
    if answer is None:
        return [None, None, *nothing]
    if not answer.decided:
        return [answer.verbatim, states[answer.state], *nothing]
    return [answer.verbatim, states[answer.state], *(int(column.code in answer.codes) for column in columns)]


def _codebook(book: Book) -> None:
    """Every code with what the codebook says of it."""
    columns = ("question", "number", "argument", "kind", "net", "code_number", "description", "include", "exclude")
    more = ("rules", "colour", "code_status", "respondents")
    rows: list[tuple[Cell, ...]] = []
    for entry in book.report.codebook:
        code = entry.code
        kind = book.word("kind.net" if code.is_net else "kind.code")
        told: tuple[Cell, ...] = (code.description, code.include, code.exclude, "\n".join(code.rules), code.colour)
        status = book.word(f"code_status.{code.status.value}")
        first: tuple[Cell, ...] = (
            entry.question_text,
            entry.number,
            code.name,
            kind,
            entry.parent_name,
            code.number,
        )
        rows.append((*first, *told, status, entry.respondent_count))
    headings = [book.word(f"col.{name}") for name in (*columns, *more)]
    book.table("codebook", headings, rows, (28, 6, 36, 12, 24, 9, 36, 30, 30, 24, 10, 14, 13), names=3)


def _ledger(book: Book) -> None:
    """Per question and wave what became of every respondent."""
    states = [state for section in book.report.sections[:1] for state in section.counted.ledger[0].counts]
    headings = [book.word("col.question"), book.word("col.wave")]
    headings += [book.word(f"state.{state.value}") for state in states] + [book.word("col.total")]
    rows: list[tuple[Cell, ...]] = [
        (section.counted.asked, line.name, *(line.counts[state] for state in states), line.total)
        for section in book.report.sections
        for line in section.counted.ledger
    ]
    book.table("ledger", headings, rows, [34, 9, *[12] * (len(states) + 1)], names=2)


def _method(book: Book) -> None:
    """How the figures came about."""
    sheet = book.sheet("method", (24, 110))
    sheet.hide_gridlines(2)
    book.put(sheet, 0, 0, book.word("method"), book.title)
    at = 2
    for paragraph in (*book.report.preamble, *book.report.summary, *book.report.unseen):
        book.put(sheet, at, 0, book.word("summary") if at == 2 else "", book.name if at == 2 else None)
        sheet.set_row(at, row_height((paragraph,), (105,)))
        book.put(sheet, at, 1, paragraph)
        at += 1
    for fact in book.report.method:
        sheet.set_row(at, row_height((fact.text,), (105,)))
        book.put(sheet, at, 0, fact.heading, book.name)
        book.put(sheet, at, 1, fact.text)
        at += 1
