"""Writes a report as a Word document: styles, a table of contents, captions, quotes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell

from coding.domain.chart import Chart
from coding.domain.counted_list import ClosedTable, CountedList, PrintedQuote
from coding.domain.crosstab import Crosstab
from coding.domain.report import Report, Section, Show
from coding.files.chapters_docx import chapter_docx
from coding.files.chart_data import closed_chart, closed_crosstab_charts, list_chart
from coding.files.chart_draw import chart_png
from coding.files.docx_parts import NOTE, QUOTE, bookmark, contents, describe_picture, field, rule_rows, set_up, write
from coding.files.printable import printable
from coding.texts import text
from coding.texts.report_wording import (
    base_notes,
    basis_text,
    cell_text,
    closed_row,
    column_bases,
    column_heads,
    crosstab_footer,
    crosstab_title,
    gate_text,
    heading,
    long_date,
    n_text,
    non_answer,
    numbered,
    people_text,
    percent,
    quoted,
    recoded_text,
    row_name,
)

_WHOLE: Final = 14  # rows of a table that stay together on a page


def write_docx(report: Report) -> bytes:
    """The report as the bytes of a .docx file."""
    document: Any = docx.Document()
    set_up(document, report.look.colour, report.language)
    document.core_properties.title = printable(report.title)[:255]
    document.core_properties.author = "Tienkeer"
    made = _Document(document, report)
    made.cover()
    made.table_of_contents()
    made.summary()
    for section in report.sections:
        made.question(section)
    made.closed()
    for chapter in report.chapters:
        chapter_docx(made, chapter)
    made.ledger()
    made.method()
    made.page_numbers()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class _Document:
    """One document in the making; counts its tables and bookmarks."""

    def __init__(self, document: Any, report: Report) -> None:
        self.document = document
        self.report = report
        self.language = report.language
        self.tables = self.figures = 0
        self.headings: list[str] = []
        self.styles = {style.name: style.style_id for style in document.styles}  # looking one up anew takes long

    def word(self, key: str, **facts: object) -> str:
        """A word of the report in its language."""
        return text(f"report.{key}", self.language, **facts)

    def paragraph(self, words: str, style: str | None = None, **look: Any) -> Any:
        """A paragraph of plain characters."""
        paragraph = self.document.add_paragraph()
        if style is not None:
            paragraph._p.style = self.styles[style]
        write(paragraph, words, **look)
        return paragraph

    def chapter(self, title: str) -> None:
        """A heading of the first level, on a new page, that the table of contents refers to."""
        paragraph = self.paragraph(" ".join(title.split()), "Heading 1")
        paragraph.paragraph_format.page_break_before = True
        bookmark(paragraph, f"_Toc{len(self.headings):04d}", len(self.headings))
        self.headings.append(title)

    def chapters(self) -> list[str]:
        """The headings of the first level to come."""
        titles = [self.word("summary")] if self.report.summary else []
        titles += [section.counted.title for section in self.report.sections]
        if self.has_closed():
            titles.append(self.word("sheet.closed"))
        titles += [chapter.title for chapter in self.report.chapters]
        return [*titles, self.word("sheet.ledger"), self.word("method")]

    def cover(self) -> None:
        """Title, subtitle, waves, respondents and date."""
        report = self.report
        if report.look.logo is not None:
            self.document.add_picture(io.BytesIO(report.look.logo), height=Cm(1.6))
        self.paragraph(report.title, "Title").paragraph_format.space_before = Pt(150)
        if report.subtitle:
            self.paragraph(report.subtitle, size=Pt(14))
        waves = ", ".join(wave.name for wave in report.waves)
        self.paragraph(f"{waves} · {people_text(report)}", NOTE)
        self.paragraph(long_date(report.made_on, self.language), NOTE)
        for fact in report.about:
            self.paragraph(f"{fact.heading}: {fact.text}", NOTE)

    def table_of_contents(self) -> None:
        """A field that Word renews; filled in for programs that do not."""
        paragraph = self.paragraph(self.word("contents"))
        paragraph.paragraph_format.page_break_before = True
        paragraph.runs[0].font.size, paragraph.runs[0].font.bold = Pt(20), True
        contents(self.document, [(f"_Toc{at:04d}", title) for at, title in enumerate(self.chapters())])

    def summary(self) -> None:
        """One paragraph per question."""
        if self.report.summary:
            self.chapter(self.word("summary"))
            for line in self.report.preamble:
                self.paragraph(line, NOTE)
            for sentence in self.report.summary:
                self.paragraph(sentence)
            for line in self.report.unseen:
                self.paragraph(line, italic=True)

    def question(self, section: Section) -> None:
        """One question: n, the list as a table, the quotes, and crosstabs."""
        counted = section.counted
        self.chapter(counted.title)
        if counted.gate is not None:
            self.paragraph(f"{counted.gate.label} {gate_text(counted.gate, self.language)}")
        self.paragraph(n_text(counted, self.language), bold=True)
        if counted.rows:
            self.list_table(counted)
        for line in counted.non_answers:
            self.paragraph(non_answer(line, self.language))
        self.paragraph(basis_text(counted, self.language), NOTE)
        chart = list_chart(counted, self.language, self.report.show) if self.report.charts else None
        if chart is not None:
            self.picture(chart)
        for row in counted.rows:
            if row.quotes:
                self.paragraph(" ".join(heading(row, self.language, self.report.show).split()), "Heading 3")
                self.quotes(row.quotes)
        self.quotes(counted.loose_quotes)
        for table in section.crosstabs:
            self.crosstab(table)

    def picture(self, chart: Chart) -> None:
        """A chart with its alternative text and a numbered caption under it."""
        data = chart_png(chart, self.report.look.colour, titled=False)
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run().add_picture(io.BytesIO(data), width=Cm(16))
        describe_picture(paragraph, chart.title, chart.told)
        self.figures += 1
        self.numbered_caption("figure", self.figures, chart.title)

    def crosstab(self, table: Crosstab, charts: Sequence[Chart] = ()) -> None:
        """A crosstab with the base of each column; the total and up to eight categories fit the page."""
        self.table_caption(crosstab_title(table, self.language))
        pairs = zip(column_heads(table, self.language), column_bases(table, self.language), strict=True)
        head = ["", *(f"{name}\n{base}" for name, base in pairs)]
        rows = [
            (
                row_name(row),
                *(cell_text(cell, self.language, self.report.cells) for cell in row.cells),
            )
            for row in table.rows
        ]
        first = 5.0 if len(table.columns) < 8 else 3.5
        widths = (first, *[(16.0 - first) / len(table.columns)] * len(table.columns))
        self.table(head, rows, widths, size=8 if len(table.columns) > 4 else 9, left=1, noted=True)
        self.paragraph(crosstab_footer(table, self.language), NOTE)
        for chart in charts if self.report.charts else ():
            self.picture(chart)

    def list_table(self, counted: CountedList) -> None:
        """Number, argument with its count, share."""
        self.table_caption(f"{counted.title} ({n_text(counted, self.language)})")
        show = Show.COUNT if self.report.show is Show.BOTH else self.report.show  # shares have a column of their own
        rows = [
            (number, words, percent(row.weighted_share, self.language) if row.counted else "")
            for row in counted.rows
            for number, _, words in [numbered(row, self.language, show).partition(" ")]
        ]
        head = [self.word(f"col.{name}") for name in ("number", "argument", "share")]
        table = self.table(head, rows, (1.4, 12.4, 2.2))
        for at, row in enumerate(counted.rows, 1):
            _Cell(table._tbl.tr_lst[at].tc_lst[1], table).paragraphs[0].paragraph_format.left_indent = Cm(
                0.5 * row.level
            )

    def table_caption(self, words: str) -> None:
        """A numbered caption above a table."""
        self.tables += 1
        kept = self.numbered_caption("table", self.tables, words).paragraph_format
        kept.keep_with_next, kept.space_before = True, Pt(10)

    def numbered_caption(self, kind: str, number: int, words: str) -> Any:
        """A caption that Word numbers anew when something comes between."""
        paragraph = self.paragraph(f"{self.word(kind)} ", "Caption")
        paragraph.paragraph_format.keep_with_next = False
        field(paragraph, f"SEQ {self.word(kind)} \\* ARABIC", str(number))
        write(paragraph, f". {' '.join(words.split())}")
        return paragraph

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        size: float = 10,
        left: int = 2,
        noted: bool = False,
    ) -> Any:
        """A table with thin rules; the first ``left`` columns left, the others right. ``widths`` in centimetres.

        One that is ``noted`` stays with the note that follows it.
        """
        table = self.document.add_table(rows=1 + len(rows), cols=len(head))
        table.autofit = False
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = Cm(wide)
        grid = [[_Cell(node, table) for node in row.tc_lst] for row in table._tbl.tr_lst]  # table.cell() is slow
        for at, cells in enumerate((head, *rows)):
            for column, words in enumerate(cells):
                cell = grid[at][column]
                cell.width = Cm(widths[column])
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(2)
                write(paragraph, words, size=Pt(size), bold=True if at == 0 else None)
                paragraph.paragraph_format.keep_with_next = at < len(rows) + noted and len(rows) <= _WHOLE
                if column >= left:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        rule_rows(table, self.report.look.colour)
        gap = self.document.add_paragraph().paragraph_format
        gap.space_after, gap.line_spacing = Pt(0), Pt(6 if noted else 10)
        gap.keep_with_next = noted
        return table

    def quotes(self, quotes: Sequence[PrintedQuote]) -> None:
        """Quotes between quotation marks."""
        for quote in quotes:
            self.paragraph(quoted(quote, self.language), QUOTE)

    def closed(self) -> None:
        """Closed questions, and by background."""
        if not self.has_closed():
            return
        self.chapter(self.word("sheet.closed"))
        for closed in self.report.closed:
            self.paragraph(" ".join(closed.title.split()), "Heading 3")
            if self.report.charts:
                self.picture(closed_chart(closed, self.language))
            else:
                self.closed_table(closed)
            if told := recoded_text(closed, self.language):
                self.paragraph(told)
        for table in self.report.closed_crosstabs:
            self.crosstab(table, closed_crosstab_charts(table, self.language))

    def closed_table(self, closed: ClosedTable) -> None:
        """The answers to a closed question with their counts and shares."""
        self.table_caption(closed.title)
        head = [self.word(f"col.{name}") for name in ("category", "respondents", "share")]
        rows = [closed_row(line, self.language) for line in closed.categories]
        self.table(head, rows, (10.6, 3.2, 2.2), left=1, noted=True)
        self.paragraph(base_notes(closed, self.language), NOTE)

    def has_closed(self) -> bool:
        """Whether there is anything to show of closed questions."""
        return bool(self.report.closed_crosstabs or self.report.closed)

    def ledger(self) -> None:
        """What became of every respondent; a wide table on a wide page."""
        self.turned(WD_ORIENT.LANDSCAPE)
        self.chapter(self.word("sheet.ledger"))
        self.paragraph(self.word("ledger"))
        states = list(self.report.sections[0].counted.ledger[0].counts)
        head = [self.word("col.question"), self.word("col.wave")]
        head += [self.word(f"state.{state.value}") for state in states] + [self.word("col.total")]
        rows = [
            (section.counted.asked, line.name, *(str(n) for n in line.counts.values()), str(line.total))
            for section in self.report.sections
            for line in section.counted.ledger
        ]
        self.table(head, rows, (5.2, 2.0, *[1.9] * (len(states) + 1)), size=8)
        self.turned(WD_ORIENT.PORTRAIT)

    def turned(self, orientation: Any) -> None:
        """Go on on a page that is turned."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        if section.orientation != orientation:
            section.orientation = orientation
            section.page_width, section.page_height = section.page_height, section.page_width

    def method(self) -> None:
        """How the figures came about."""
        self.chapter(self.word("method"))
        for fact in self.report.method:
            self.paragraph(fact.heading, "Heading 3")
            self.paragraph(fact.text)

    def page_numbers(self) -> None:
        """The page number at the foot of every page."""
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        field(paragraph, "PAGE", "1")
