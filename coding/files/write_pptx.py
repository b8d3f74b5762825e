"""Writes a report as slides: per question the list, a chart, and the quotes; n on each slide."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Final

from pptx.util import Pt

from coding.domain.chapter import Chapter, ChapterTable
from coding.domain.counted_list import ClosedTable, CountedList, ListRow, PrintedQuote
from coding.domain.report import Report, Show
from coding.files.chapters_pptx import chapter_slides
from coding.files.pptx_chart import bar_chart
from coding.files.pptx_crosstab import stacked_slides, table_slides
from coding.files.pptx_deck import HEIGHT, MARGIN, QUIET, ROOM, TOP, WIDE, Deck, Line
from coding.files.pptx_pages import Block, paginate, quote_pages
from coding.files.text_fit import height
from coding.texts import text
from coding.texts.report_wording import (
    basis_texts,
    closed_notes,
    gate_text,
    heading,
    long_date,
    n_text,
    non_answer,
    number,
    numbered,
    people_text,
    percent,
    quoted,
)

_LIST_SIZES: Final = (22.0, 20.0, 18.0, 16.0, 14.0)
_BARS: Final = 12  # on one slide
_QUOTE: Final = 16.0
_SMALL: Final = 14.0


def write_pptx(report: Report) -> bytes:
    """The report as the bytes of a .pptx file."""
    deck = Deck(report.look, report.language, report.title)
    _title(deck, report)
    if report.summary:
        blocks = [Block([Line(line, _SMALL, colour=QUIET, before=4)]) for line in report.preamble]
        blocks += [Block([Line(sentence, 18, before=10)]) for sentence in report.summary]
        blocks += [Block([Line(line, _SMALL, before=10, italic=True)]) for line in report.unseen]
        _text_slides(deck, report, text("report.summary", report.language), blocks)
    for table in report.closed:
        _closed(deck, report, table)
    for crossed in report.closed_crosstabs:
        stacked_slides(deck, crossed, report.language)
    for section in report.sections:
        _list(deck, report, section.counted)
        _chart(deck, report, section.counted)
        _quotes(deck, report, section.counted)
        for crossed in section.crosstabs:
            table_slides(deck, crossed, report.language, report.cells)
    for chapter in report.chapters:
        chapter_slides(deck, chapter, report.charts, text("report.continued", report.language))
    if report.sections:
        chapter_slides(deck, _ledger(report), False, text("report.continued", report.language))
    _method(deck, report)
    return deck.bytes()


def _title(deck: Deck, report: Report) -> None:
    waves = ", ".join(wave.name for wave in report.waves)
    lines = [Line(report.subtitle, 20)] if report.subtitle else []
    lines.append(Line(f"{waves} · {people_text(report)}", 16, colour=QUIET, before=6))
    lines.append(Line(long_date(report.made_on, report.language), 16, colour=QUIET, before=6))
    lines += [Line(f"{fact.heading}: {fact.text}", _SMALL, colour=QUIET, before=4) for fact in report.about]
    slide = deck.cover(report.title, lines)
    if report.look.logo is not None:
        picture = slide.shapes.add_picture(io.BytesIO(report.look.logo), 0, 0, height=Pt(48))
        picture.left, picture.top = Pt(WIDE - MARGIN) - picture.width, Pt(430)


def _footer(report: Report, counted: CountedList) -> str:
    return "  ·  ".join((n_text(counted, report.language), *basis_texts(counted, report.language)))


def _again(title: str, page: int, report: Report) -> str:
    return title if page == 0 else f"{title} {text('report.continued', report.language)}"


def _text_slides(deck: Deck, report: Report, title: str, blocks: Sequence[Block], footer: str = "") -> None:
    for at, page in enumerate(paginate(blocks, HEIGHT)):
        slide = deck.slide(_again(title, at, report), footer)
        deck.write(deck.box(slide, MARGIN, TOP, ROOM, HEIGHT), page.lines)


def _list(deck: Deck, report: Report, counted: CountedList) -> None:
    """The question with n and the numbered arguments."""
    if not counted.rows and not counted.non_answers:
        return
    size = next((s for s in _LIST_SIZES if _list_height(report, counted, s) <= HEIGHT), _LIST_SIZES[-1])
    blocks = [Block([line]) for line in _list_lines(report, counted, size)]
    _text_slides(deck, report, counted.title, blocks, _footer(report, counted))


def _list_height(report: Report, counted: CountedList, size: float) -> float:
    return sum(
        height(line.text, line.size, ROOM - line.indent - line.hang, line.bold) + line.before
        for line in _list_lines(report, counted, size)
    )


def _list_lines(report: Report, counted: CountedList, size: float) -> Iterator[Line]:
    language = report.language
    if counted.gate is not None:
        yield Line(f"{counted.gate.label} {gate_text(counted.gate, language)}", 14, colour=QUIET)
    yield Line(n_text(counted, language), 14, bold=True, before=4)
    for row in counted.rows:
        number, _, words = numbered(row, language, report.show).partition(" ")
        hang = size * (1.6 if row.level == 0 else 2.2)
        smaller = size - (2 if row.level else 0)
        yield Line(f"{number}\t{words}", smaller, before=size * 0.45, indent=size * 1.6 * row.level, hang=hang)
    for line in counted.non_answers:
        yield Line(non_answer(line, language), size - 2, colour=QUIET, before=size * 0.45, indent=size * 1.6)


def _chart(deck: Deck, report: Report, counted: CountedList) -> None:
    """A bar per argument; none for Overig, which has no count, and none for one argument alone."""
    rows = [row for row in counted.rows if row.counted and row.respondent_count]
    if len(rows) < 2:
        return
    for at in range(0, len(rows), _BARS):
        part = rows[at : at + _BARS]
        slide = deck.slide(_again(counted.title, at, report), _footer(report, counted))
        values, number_format = _values(part, report.show)
        series = text("report.col.share" if report.show is Show.SHARE else "report.col.respondents", report.language)
        told = "; ".join(heading(row, report.language, report.show) for row in part)
        names = [f"{row.number} {row.name}" if row.level else row.name for row in part]
        bar_chart(deck, slide, names, values, series, number_format, told)


def _values(rows: Sequence[ListRow], show: Show) -> tuple[list[float], str]:
    if show is Show.SHARE:
        return [row.weighted_share for row in rows], "0%"
    return [row.respondent_count for row in rows], '0"x"'


def _quotes(deck: Deck, report: Report, counted: CountedList) -> None:
    """Each argument again as a heading, its quotes under it; the notes say which rows they come from."""
    language, blocks = report.language, []
    for row in counted.rows:
        if row.quotes:
            head = Line(heading(row, language, report.show), 18, bold=True, before=16)
            blocks.append(_quote_block(report, head, row.quotes))
    if counted.loose_quotes:
        blocks.append(_quote_block(report, None, counted.loose_quotes))
    again = text("report.continued", language)
    for at, page in enumerate(quote_pages(blocks, HEIGHT, again)):
        notes = "\n".join(page.notes)
        slide = deck.slide(_again(counted.title, at, report), _footer(report, counted), notes)
        deck.write(deck.box(slide, MARGIN, TOP, ROOM, HEIGHT), page.lines)


def _quote_block(report: Report, head: Line | None, quotes: Sequence[PrintedQuote]) -> Block:
    waves = {wave.id: wave.name for wave in report.waves}
    lines = [Line(quoted(quote, report.language), _QUOTE, before=7, indent=14) for quote in quotes]
    notes = [
        text(
            "report.quote_note",
            report.language,
            argument=head.text if head else "",
            row=quote.row,
            wave=waves[quote.key.wave],
            respondent=quote.key.respondent,
        ).lstrip(": ")
        for quote in quotes
    ]
    return Block(lines, head, notes)


def _closed(deck: Deck, report: Report, table: ClosedTable) -> None:
    n = text("report.n", report.language, n=table.n)
    footer = " · ".join(part for part in (n, closed_notes(table, report.language)) if part)
    for at in range(0, len(table.categories), _BARS):
        part = table.categories[at : at + _BARS]
        slide = deck.slide(_again(table.title, at, report), footer)
        told = "; ".join(f"{line.category} {percent(line.weighted_share, report.language)}" for line in part)
        series = text("report.col.share", report.language)
        bar_chart(
            deck, slide, [line.category for line in part], [line.weighted_share for line in part], series, "0%", told
        )


def _ledger(report: Report) -> Chapter:
    """What became of every respondent, without the states that nobody is in."""
    language = report.language
    lines = [(section.counted.asked, line) for section in report.sections for line in section.counted.ledger]
    states = [state for state in lines[0][1].counts if any(line.counts[state] for _, line in lines)]
    words = ("col.question", "col.wave", *(f"state.{state.value}" for state in states), "col.total")
    head = tuple(text(f"report.{word}", language) for word in words)
    rows = tuple(
        (asked, line.name, *(number(line.counts[state], language) for state in states), number(line.total, language))
        for asked, line in lines
    )
    table = ChapterTable("", text("report.ledger", language), head, rows, (0,) * len(rows))
    return Chapter("ledger", text("report.sheet.ledger", language), (table,))


def _method(deck: Deck, report: Report) -> None:
    blocks = [
        Block([Line(fact.text, _SMALL, before=2)], Line(fact.heading, _SMALL, bold=True, before=9))
        for fact in report.method
    ]
    if blocks:
        _text_slides(deck, report, text("report.method", report.language), blocks)
