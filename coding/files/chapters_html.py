"""Chapters of tables and sentences in the HTML report."""

from __future__ import annotations

from collections.abc import Callable

from coding.domain.chapter import Chapter, ChapterTable, shown
from coding.domain.chart import Chart
from coding.files.html_style import safe


def chapter_html(chapter: Chapter, figure: Callable[[Chart], str] | None) -> str:
    """The chapter; ``figure`` makes the HTML of a chart, None leaves charts out."""
    tables = "".join(_table(table, figure) for table in chapter.tables)
    return f'<section class="tr-question"><h2>{safe(chapter.title)}</h2>{tables}</section>'


def _table(table: ChapterTable, figure: Callable[[Chart], str] | None) -> str:
    head = "".join(f'<th scope="col">{safe(word)}</th>' for word in table.head[1:])
    rows = "".join(
        f'<tr><th scope="row" class="tr-indent{min(level, 3)}"><bdi>{safe(shown(row[0]))}</bdi></th>'
        + "".join(f"<td>{safe(shown(cell))}</td>" for cell in row[1:])
        + "</tr>"
        for row, level in zip(table.rows, table.levels, strict=True)
    )
    told = "".join(f"<li>{safe(sentence)}</li>" for sentence in table.sentences)
    return (
        f'<h3 dir="auto">{safe(table.title)}</h3>'
        + (f"<ul>{told}</ul>" if told else "")
        + f'<table class="tr-cross"><thead><tr><th scope="col" class="tr-word">{safe(table.head[0])}</th>{head}</tr>'
        + f'</thead><tbody>{rows}</tbody></table><p class="tr-base">{safe(table.note)}</p>'
        + (figure(table.chart) if figure is not None and table.chart is not None else "")
    )
