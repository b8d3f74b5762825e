"""Writes a report as one self-contained HTML page: no scripts, no network, good on paper."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from coding.domain.chart import Chart
from coding.domain.counted_list import ClosedTable, ListRow, PrintedQuote, RowKind
from coding.domain.crosstab import Crosstab, CrosstabRow
from coding.domain.report import Report, Section
from coding.files.chapters_html import chapter_html
from coding.files.chart_data import closed_chart, closed_crosstab_charts, list_chart
from coding.files.chart_draw import chart_svg
from coding.files.html_style import safe, style
from coding.texts import text
from coding.texts.report_wording import (
    base_notes,
    basis_text,
    cell_text,
    closed_row,
    column_bases,
    column_heads,
    count_text,
    crosstab_footer,
    crosstab_title,
    heading,
    long_date,
    n_text,
    non_answer,
    people_text,
    percent,
    recoded_text,
    row_name,
)

# Nothing may be loaded or run, whatever an answer holds.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def write_html(report: Report) -> bytes:
    """The whole report as UTF-8 HTML."""
    return (
        f'<!DOCTYPE html>\n<html lang="{report.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{safe(report.title)}</title><style>{style(report.look.colour, report.look.accent)}</style></head>"
        f'<body><main class="tr-report">{body_html(report)}</main></body></html>\n'
    ).encode()


def body_html(report: Report) -> str:
    """Everything that stands on the page. Needs ``html_style.style`` around it."""
    return "".join(
        [
            _cover(report),
            summary_html(report),
            _contents(report),
            *(section_html(report, section, at) for at, section in enumerate(report.sections)),
            closed_html(report),
            chapters_html(report),
            _ledger(report),
            _method(report),
        ]
    )


def section_html(report: Report, section: Section, at: int = 0) -> str:
    """One question: the closed question before it, n, the list, the quotes. Needs ``html_style.style`` around it."""
    language, counted = report.language, section.counted
    tables = "".join(crosstab_html(report, table) for table in section.crosstabs)
    chart = list_chart(counted, language, report.show) if report.charts else None
    bars = "" if chart is None else " tr-no-bars"
    gate = _gate(report, counted.gate) if counted.gate is not None else ""
    rows = "".join(_row(report, row) for row in counted.rows)
    nons = "".join(f"<li>{safe(non_answer(line, language))}</li>" for line in counted.non_answers)
    quoted = "".join(_quotes(report, row) for row in counted.rows if row.quotes)
    loose = "".join(_quote(report, quote) for quote in counted.loose_quotes)
    return (
        f'<section class="tr-question" id="q{at}"><h2 dir="auto">{safe(counted.title)}</h2>{gate}'
        f'<p class="tr-n">{safe(n_text(counted, language))}</p>'
        f'<p class="tr-base">{safe(basis_text(counted, language))}</p>'
        + (f'<ol class="tr-list{bars}">{rows}</ol>' if rows else "")
        + (f'<ul class="tr-non">{nons}</ul>' if nons else "")
        + (figure_html(report, chart) if chart is not None else "")
        + (f'<div class="tr-quotes">{quoted}{loose}</div>' if quoted or loose else "")
        + tables
        + "</section>"
    )


def _row(report: Report, row: ListRow) -> str:
    count = count_text(row, report.language, report.show)
    shown = f' <span class="tr-count">({safe(count)})</span>' if count else ""
    bar = ""
    if row.counted and not report.charts:
        width = min(100.0, max(0.0, row.weighted_share * 100))
        bar = f'<span class="tr-bar" aria-hidden="true"><span style="width:{width:.2f}%"></span></span>'
    dot = "." if row.level == 0 else ""
    kind = "net" if row.kind is RowKind.NET else row.kind.value
    return (
        f'<li class="tr-row tr-level{min(row.level, 3)} tr-{kind}"><span class="tr-number">{row.number}{dot}</span>'
        f'<span class="tr-name"><bdi>{safe(row.name)}</bdi>{shown}</span>{bar}</li>'
    )


def _quotes(report: Report, row: ListRow) -> str:
    quotes = "".join(_quote(report, quote) for quote in row.quotes)
    return (
        f'<div class="tr-argument"><h3 dir="auto">{safe(heading(row, report.language, report.show))}</h3>{quotes}</div>'
    )


def _quote(report: Report, quote: PrintedQuote) -> str:
    proposed = "" if quote.picked else f" <small>({text('report.source.proposed', report.language)})</small>"
    row = text("report.row", report.language, row=quote.row)
    words = f'“<span class="tr-verbatim">{safe(quote.text)}</span>”'
    return f'<blockquote dir="auto" title="{escape(row)}">{words}{proposed}</blockquote>'


def _gate(report: Report, table: ClosedTable) -> str:
    parts = "".join(
        f'<span class="tr-part{" tr-asked" if line.category in table.gate_values else ""}" '
        f'style="flex:{max(line.weighted_share, 0.0001):.4f}"></span>'
        for line in (() if table.several else table.categories)
    )
    words = " · ".join(
        f"{safe(line.category)} {percent(line.weighted_share, report.language)}" for line in table.categories
    )
    n = safe(text("report.n", report.language, n=table.n))
    if table.several:
        n = f"{n}, {safe(text('report.several.short', report.language))}"
    return (
        f'<div class="tr-gate"><p><bdi>{safe(table.label)}</bdi> <strong>{words}</strong> <span class="tr-quiet">({n})'
        f"</span></p>" + (f'<div class="tr-stack" aria-hidden="true">{parts}</div>' if parts else "") + "</div>"
    )


def _cover(report: Report) -> str:
    logo = ""
    if report.look.logo is not None:
        kind = "png" if report.look.logo.startswith(b"\x89PNG") else "jpeg"
        logo = (
            f'<img class="tr-logo" alt="" src="data:image/{kind};base64,{base64.b64encode(report.look.logo).decode()}">'
        )
    subtitle = f'<p class="tr-subtitle" dir="auto">{safe(report.subtitle)}</p>' if report.subtitle else ""
    waves = ", ".join(safe(wave.name) for wave in report.waves)
    about = "".join(f'<p class="tr-quiet">{safe(fact.heading)}: {safe(fact.text)}</p>' for fact in report.about)
    return (
        f'<header class="tr-cover">{logo}<h1 dir="auto">{safe(report.title)}</h1>{subtitle}'
        f'<p class="tr-quiet">{waves} · {people_text(report)} · {long_date(report.made_on, report.language)}</p>'
        f"{about}</header>"
    )


def summary_html(report: Report) -> str:
    """The summary, empty if there is none."""
    if not report.summary:
        return ""
    first = "".join(f'<p class="tr-base">{safe(line)}</p>' for line in report.preamble)
    paragraphs = "".join(f'<p dir="auto">{_marked(section)}</p>' for section in report.sections if section.sentence)
    unseen = "".join(f'<p class="tr-unseen">{safe(line)}</p>' for line in report.unseen)
    head = text("report.summary", report.language)
    return f'<section class="tr-summary"><h2>{head}</h2>{first}{paragraphs}{unseen}</section>'


def _marked(section: Section) -> str:
    """The sentence, with the numbers marked that changed since somebody looked at it."""
    parts, at = [], 0
    for change in section.unseen:
        parts.append(safe(section.sentence[at : change.start]))
        parts.append(f"<mark>{safe(section.sentence[change.start : change.end])}</mark>")
        at = change.end
    return "".join((*parts, safe(section.sentence[at:])))


def _contents(report: Report) -> str:
    if len(report.sections) < 2:
        return ""
    items = "".join(
        f'<li><a href="#q{at}">{safe(section.counted.title)}</a></li>' for at, section in enumerate(report.sections)
    )
    return f'<nav class="tr-contents"><h2>{text("report.contents", report.language)}</h2><ol>{items}</ol></nav>'


def figure_html(report: Report, chart: Chart) -> str:
    """A chart as a picture inside the page, with its alternative text; nothing in it can run."""
    picture = base64.b64encode(chart_svg(chart, report.look.colour, titled=False)).decode()
    return f'<figure><img alt="{safe(chart.told)}" src="data:image/svg+xml;base64,{picture}"></figure>'


def closed_html(report: Report) -> str:
    """Closed questions: a chart or a table of each, and tables by background."""
    tables = ""
    for closed in report.closed:
        shown = figure_html(report, closed_chart(closed, report.language)) if report.charts else _closed(report, closed)
        tables += f'<h3 dir="auto">{safe(closed.title)}</h3>{shown}'
        told = recoded_text(closed, report.language)
        tables += f'<p class="tr-base tr-recoded">{safe(told)}</p>' if told else ""
    for table in report.closed_crosstabs:
        tables += crosstab_html(report, table, closed_crosstab_charts(table, report.language))
    if not tables:
        return ""
    return f'<section class="tr-question"><h2>{text("report.sheet.closed", report.language)}</h2>{tables}</section>'


def _closed(report: Report, table: ClosedTable) -> str:
    language = report.language
    head = "".join(f'<th scope="col">{text(f"report.col.{name}", language)}</th>' for name in ("respondents", "share"))
    rows = "".join(
        f'<tr><th scope="row"><bdi>{safe(name)}</bdi></th><td>{count}</td><td>{share}</td></tr>'
        for name, count, share in (closed_row(line, language) for line in table.categories)
    )
    return (
        f'<table class="tr-cross"><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>'
        f'<p class="tr-base">{safe(base_notes(table, language))}</p>'
    )


def chapters_html(report: Report) -> str:
    """Waves beside each other, periods and sources."""

    def figure(chart: Chart) -> str:
        return figure_html(report, chart)

    return "".join(chapter_html(chapter, figure if report.charts else None) for chapter in report.chapters)


def crosstab_html(report: Report, table: Crosstab, charts: Sequence[Chart] = ()) -> str:
    """A crosstab with the base of each column under its heading, its charts under it."""
    language = report.language
    pairs = zip(column_heads(table, language), column_bases(table, language), strict=True)
    head = "".join(f'<th scope="col">{safe(word)}<br><small>{safe(base)}</small></th>' for word, base in pairs)
    rows = "".join(_crosstab_row(report, row) for row in table.rows)
    return (
        f'<table class="tr-cross"><caption>{safe(crosstab_title(table, language))}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f'<p class="tr-base">{safe(crosstab_footer(table, language))}</p>'
        + ("".join(figure_html(report, chart) for chart in charts) if report.charts else "")
    )


def _crosstab_row(report: Report, row: CrosstabRow) -> str:
    cells = "".join(f"<td>{safe(cell_text(cell, report.language, report.cells))}</td>" for cell in row.cells)
    name = row_name(row)
    return f'<tr><th scope="row" class="tr-indent{min(row.level, 3)}"><bdi>{safe(name)}</bdi></th>{cells}</tr>'


def _ledger(report: Report) -> str:
    language = report.language
    if not report.sections:
        return ""
    states = list(report.sections[0].counted.ledger[0].counts)
    words = [text("report.col.question", language), text("report.col.wave", language)]
    words += [text(f"report.state.{state.value}", language) for state in states] + [text("report.col.total", language)]
    head = "".join(f'<th scope="col">{safe(word)}</th>' for word in words)
    rows = "".join(_ledger_rows(report))
    return (
        f'<section class="tr-appendix"><h2>{text("report.sheet.ledger", language)}</h2>'
        f"<p>{text('report.ledger', language)}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


def _ledger_rows(report: Report) -> Iterator[str]:
    for section in report.sections:
        for line in section.counted.ledger:
            numbers = "".join(f"<td>{count}</td>" for count in (*line.counts.values(), line.total))
            asked = safe(section.counted.asked)
            yield f'<tr><th scope="row">{asked}</th><td class="tr-word">{safe(line.name)}</td>{numbers}</tr>'


def _method(report: Report) -> str:
    facts = "".join(f"<dt>{safe(fact.heading)}</dt><dd>{safe(fact.text)}</dd>" for fact in report.method)
    return f'<section class="tr-appendix"><h2>{text("report.method", report.language)}</h2><dl>{facts}</dl></section>'
