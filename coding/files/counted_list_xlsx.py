"""Writes a report as an Excel workbook: lists, quotes, closed questions, coded answers, codebook, ledger, method.

Every text is written as a string, never as a formula or a link, whatever it starts with.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import xlsxwriter

from coding.domain.counted_list import CountedList, ListRow
from coding.domain.report import CodedRecord, Report
from coding.files.printable import printable
from coding.texts import text
from coding.texts.report_wording import (
    base_text,
    gate_text,
    n_text,
    source_text,
    waves_text,
)

CELL_LIMIT: Final = 32767
_FONT: Final = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_STEP: Final = 2  # indent per level of nets
_LINE: Final = 15.0  # points per line of text

Cell = str | int | float | None


def write_xlsx(report: Report) -> bytes:
    """The report as the bytes of an .xlsx file."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": printable(report.title)[:255], "comments": "Tienkeer"})
        writer = _Book(book, report)
        writer.lists()
        writer.quotes()
        if report.closed:
            writer.closed()
        writer.data()
        writer.codebook()
        writer.ledger()
        writer.method()
    return buffer.getvalue()


class _Book:
    """One workbook in the making."""

    def __init__(self, book: Any, report: Report) -> None:
        self.book = book
        self.report = report
        self.language = report.language
        colour = report.look.colour
        self.plain = book.add_format({**_FONT, "text_wrap": True})
        self.level = [book.add_format({**_FONT, "text_wrap": True, "indent": _STEP * at}) for at in range(4)]
        self.title = book.add_format({**_FONT, "font_size": 16, "bold": True, "font_color": colour})
        self.question = book.add_format({**_FONT, "font_size": 13, "bold": True, "font_color": colour})
        self.note = book.add_format({**_FONT, "italic": True, "font_color": "#595959"})
        head = {**_FONT, "bold": True, "bottom": 1, "bottom_color": colour, "text_wrap": True, "valign": "bottom"}
        self.head = book.add_format(head)
        self.count = book.add_format({**_FONT, "num_format": "#,##0"})
        self.share = book.add_format({**_FONT, "num_format": "0%"})
        self.number = book.add_format({**_FONT, "align": "left"})
        self.flat = book.add_format(_FONT)
        self.head_right = book.add_format({**head, "align": "right"})

    def word(self, key: str, **facts: object) -> str:
        """A word of the report in its language."""
        return text(f"report.{key}", self.language, **facts)

    def put(self, sheet: Any, row: int, column: int, value: Cell, style: Any = None) -> None:
        """Write a value by its own type; texts as strings only, cut visibly where Excel's limit is."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, style or self.plain)
        elif isinstance(value, str):
            sheet.write_string(row, column, self.fitting(value), style or self.plain)
        else:
            sheet.write_number(row, column, value, style or self.count)

    def fitting(self, value: str) -> str:
        """``value`` as a cell can hold it: Excel counts UTF-16 units."""
        whole = printable(value)
        if _units(whole) <= CELL_LIMIT:
            return whole
        room = CELL_LIMIT - _units(self.word("cut", text=""))
        cut = whole.encode("utf-16-le")[: room * 2].decode("utf-16-le", errors="ignore")
        return self.word("cut", text=cut)

    def table(
        self,
        name: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[int],
        wrap: bool = True,
    ) -> Any:
        """A sheet that is one table with a frozen, filterable heading row; texts wrap, or stay on one line."""
        sheet = self.sheet(name, widths)
        counts = {column for column, value in enumerate(rows[0] if rows else ()) if isinstance(value, int | float)}
        for column, heading in enumerate(headings):
            self.put(sheet, 0, column, heading, self.head_right if column in counts else self.head)
        for at, cells in enumerate(rows, 1):
            if wrap:
                sheet.set_row(at, _height(cells, widths))
            for column, value in enumerate(cells):
                self.put(sheet, at, column, value, self.flat if isinstance(value, str) and not wrap else None)
        sheet.freeze_panes(1, 0)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(headings) - 1)
        return sheet

    def sheet(self, name: str, widths: Sequence[int]) -> Any:
        """An empty sheet that prints on the width of one page."""
        sheet = self.book.add_worksheet(self.word(f"sheet.{name}"))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.plain)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&R&P / &N")
        return sheet

    def lists(self) -> None:
        """The counted lists, one under the other."""
        sheet = self.sheet("list", (7, 62, 14, 14, 11, 11, 11))
        sheet.hide_gridlines(2)
        self.put(sheet, 0, 0, self.report.title, self.title)
        if self.report.subtitle:
            self.put(sheet, 1, 0, self.report.subtitle, self.note)
        at = 3
        for section in self.report.sections:
            at = self.one_list(sheet, at, section.counted) + 2

    def one_list(self, sheet: Any, at: int, counted: CountedList) -> int:
        """One list from row ``at`` on; gives the row after it."""
        lines = [n_text(counted, self.language), f"{base_text(counted, self.language)}. {self._waves(counted)}."]
        if counted.gate is not None:
            lines.insert(0, f"{counted.gate.label} {gate_text(counted.gate, self.language)}")
        self.put(sheet, at, 0, counted.question.text, self.question)
        for line in lines:
            at += 1
            self.put(sheet, at, 0, line, self.note)
        at += 1
        headings = [self.word(f"col.{name}") for name in self.list_columns(counted)]
        for column, heading in enumerate(headings):
            self.put(sheet, at, column, heading, self.head_right if column > 1 else self.head)
        sheet.set_row(at, 2 * _LINE)
        for row in counted.rows:
            at += 1
            self.list_row(sheet, at, row, counted)
        for non in counted.non_answers:
            at += 1
            self.put(sheet, at, 1, f"'{non.label}'")
            self.put(sheet, at, 2, non.respondent_count)
            self.put(sheet, at, 4, non.share, self.share)
        return at + 1

    def _waves(self, counted: CountedList) -> str:
        return waves_text(counted, self.language)

    def list_columns(self, counted: CountedList) -> tuple[str, ...]:
        """Which columns a list has: weighted shares and proposals only where there are any."""
        columns = ["number", "argument", "respondents", "mentions", "share"]
        if self.weighted:
            columns.append("weighted")
        if counted.options.include_proposals:
            columns.append("proposed")
        return tuple(columns)

    @property
    def weighted(self) -> bool:
        """Whether any respondent weighs more or less than one."""
        return any(record.weight != 1.0 for record in self.report.coded.records)

    def list_row(self, sheet: Any, at: int, row: ListRow, counted: CountedList) -> None:
        """One argument; Overig has no count."""
        self.put(sheet, at, 0, row.number, self.number)
        self.put(sheet, at, 1, row.name, self.level[min(row.level, 3)])
        sheet.set_row(at, _height((row.name,), (58 - _STEP * row.level,)))
        if row.counted:
            self.put(sheet, at, 2, row.respondent_count)
            self.put(sheet, at, 3, row.mention_count)
            self.put(sheet, at, 4, row.share, self.share)
        columns = self.list_columns(counted)
        if "weighted" in columns and row.counted:
            self.put(sheet, at, 5, row.weighted_share, self.share)
        if "proposed" in columns and row.proposed_count:
            self.put(sheet, at, len(columns) - 1, row.proposed_count)

    def quotes(self) -> None:
        """Every printed quote with where it comes from."""
        columns = ("question", "number", "argument", "quote", "respondent", "wave", "row", "source")
        waves = {wave.id: wave.name for wave in self.report.waves}
        rows: list[tuple[Cell, ...]] = []
        for section in self.report.sections:
            counted = section.counted
            pairs = [(row.number, row.name, quote) for row in counted.rows for quote in row.quotes]
            pairs += [("", "", quote) for quote in counted.loose_quotes]
            for number, name, quote in pairs:
                origin = (quote.key.respondent, waves[quote.key.wave], quote.row, source_text(quote, self.language))
                rows.append((counted.question.text, number, name, quote.text, *origin))
        self.table("quotes", [self.word(f"col.{name}") for name in columns], rows, (30, 6, 34, 70, 14, 12, 7, 14))

    def closed(self) -> None:
        """Closed questions with their shares."""
        columns = ("question", "category", "respondents", "share", "n")
        rows = [
            (table.label, line.category, line.respondent_count, line.share, table.n)
            for table in self.report.closed
            for line in table.categories
        ]
        sheet = self.table("closed", [self.word(f"col.{name}") for name in columns], rows, (40, 34, 14, 11, 8))
        for at, cells in enumerate(rows, 1):
            sheet.write_number(at, 3, cells[3], self.share)

    def data(self) -> None:
        """One row per respondent: background, and per question the answer, its state and 0/1 per code."""
        data, questions = self.report.coded, [section.counted.question for section in self.report.sections]
        questions = list({question.id: question for question in questions}.values())
        headings = [self.word(f"col.{name}") for name in ("wave", "row", "respondent", "weight")]
        headings += [variable.label for variable in data.variables]
        for question in questions:
            headings += [question.text, f"{question.text} – {self.word('col.state')}"]
            headings += [column.name for column in data.columns if column.question == question.id]
        rows = [self.data_row(record, [question.id for question in questions]) for record in data.records]
        widths = [10, 6, 14, 8] + [16] * (len(headings) - 4)
        self.table("data", headings, rows, widths, wrap=False).freeze_panes(1, 3)

    def data_row(self, record: CodedRecord, questions: Sequence[str]) -> list[Cell]:
        """One respondent; 0/1 stays empty where nobody decided anything."""
        waves = {wave.id: wave.name for wave in self.report.waves}
        cells: list[Cell] = [waves[record.wave], record.row, record.respondent, record.weight]
        cells += [record.values.get(variable.id, "") for variable in self.report.coded.variables]
        for question in questions:
            answer = record.answers.get(question)
            cells += [answer.verbatim, self.word(f"state.{answer.state.value}")] if answer else [None, None]
            for column in self.report.coded.columns:
                if column.question == question:
                    decided = answer is not None and answer.decided
                    cells.append(int(column.code in answer.codes) if answer and decided else None)
        return cells

    def codebook(self) -> None:
        """Every code with what the codebook says of it."""
        columns = ("question", "number", "argument", "kind", "net", "code_number", "description", "include", "exclude")
        more = ("rules", "colour", "code_status", "respondents")
        rows: list[tuple[Cell, ...]] = []
        for entry in self.report.codebook:
            code = entry.code
            kind = self.word("kind.net" if code.is_net else "kind.code")
            told: tuple[Cell, ...] = (code.description, code.include, code.exclude, "\n".join(code.rules), code.colour)
            status = self.word(f"code_status.{code.status.value}")
            first: tuple[Cell, ...] = (
                entry.question_text,
                entry.number,
                code.name,
                kind,
                entry.parent_name,
                code.number,
            )
            rows.append((*first, *told, status, entry.respondent_count))
        headings = [self.word(f"col.{name}") for name in (*columns, *more)]
        self.table("codebook", headings, rows, (28, 6, 36, 12, 24, 9, 36, 30, 30, 24, 10, 14, 13))

    def ledger(self) -> None:
        """Per question and wave what became of every respondent."""
        states = [state for section in self.report.sections[:1] for state in section.counted.ledger[0].counts]
        headings = [self.word("col.question"), self.word("col.wave")]
        headings += [self.word(f"state.{state.value}") for state in states] + [self.word("col.total")]
        rows: list[tuple[Cell, ...]] = [
            (section.counted.question.text, line.name, *(line.counts[state] for state in states), line.total)
            for section in self.report.sections
            for line in section.counted.ledger
        ]
        self.table("ledger", headings, rows, [40, 12, *[13] * (len(states) + 1)])

    def method(self) -> None:
        """How the figures came about."""
        sheet = self.sheet("method", (24, 110))
        sheet.hide_gridlines(2)
        self.put(sheet, 0, 0, self.word("method"), self.title)
        at = 2
        for paragraph in self.report.summary:
            self.put(sheet, at, 0, self.word("summary") if at == 2 else "", self.head if at == 2 else None)
            sheet.set_row(at, _height((paragraph,), (105,)))
            self.put(sheet, at, 1, paragraph)
            at += 1
        for fact in self.report.method:
            sheet.set_row(at, _height((fact.text,), (105,)))
            self.put(sheet, at, 0, fact.heading)
            self.put(sheet, at, 1, fact.text)
            at += 1


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """The height of a row, in points, in which the wrapped texts are seen; Excel allows 409."""
    lines = 1
    for cell, width in zip(cells, widths, strict=False):
        if isinstance(cell, str):
            room = max(width - 1, 1)
            lines = max(lines, sum(max(1, -(-len(line) // room)) for line in printable(cell).split("\n")))
    return min(_LINE * lines, 409.0)


def _units(value: str) -> int:
    return len(value.encode("utf-16-le")) // 2
