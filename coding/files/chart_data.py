"""Charts of a report: the numbers of its tables, worded in its language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from coding.domain.chart import Bar, BarChart, Chart, PanelChart, Stack, StackedChart
from coding.domain.counted_list import ClosedTable, CountedList, ListRow
from coding.domain.crosstab import Crosstab
from coding.domain.report import Report, ReportLanguage, Show
from coding.texts import text
from coding.texts.report_wording import (
    base_notes,
    base_text,
    cell_text,
    column_bases,
    column_heads,
    count_text,
    crosstab_footer,
    crosstab_title,
    n_text,
    percent,
)

MOST_PARTS: Final = 7  # of a divided bar; more cannot be told apart
_MOST_PANELS: Final = 5  # beside the total
_WHOLE: Final = 1.0001  # what shares of a whole add up to, with room for rounding


class NamedChart(NamedTuple):
    """A chart with a name for its file, such as "q1-arguments"."""

    name: str
    chart: Chart


def charts_of(report: Report) -> tuple[NamedChart, ...]:
    """Every chart of a report in the order of print."""
    closed = (chart for at in range(len(report.closed)) for chart in charts_of_closed(report, at))
    return (*closed, *(chart for at in range(len(report.sections)) for chart in charts_of_section(report, at)))


def charts_of_closed(report: Report, at: int) -> tuple[NamedChart, ...]:
    """The charts of one closed question: by itself, and by background."""
    table, name = report.closed[at], f"closed-{at + 1}"
    crossed = [crossed for crossed in report.closed_crosstabs if crossed.title == table.title]
    found = [NamedChart(name, closed_chart(table, report.language))]
    for place, one in enumerate(crossed, 1):
        charts = closed_crosstab_charts(one, report.language)
        found += [NamedChart(f"{name}-by-{place}-{part}", chart) for part, chart in enumerate(charts, 1)]
    return tuple(found)


def charts_of_section(report: Report, at: int) -> tuple[NamedChart, ...]:
    """The charts of one open question: its arguments, and those by background."""
    section, name = report.sections[at], f"question-{at + 1}"
    chart = list_chart(section.counted, report.language, report.show)
    found = [] if chart is None else [NamedChart(name, chart)]
    for place, one in enumerate(section.crosstabs, 1):
        charts = argument_crosstab_charts(one, report.language, report.cells)
        found += [NamedChart(f"{name}-by-{place}-{part}", chart) for part, chart in enumerate(charts, 1)]
    return tuple(found)


def list_chart(counted: CountedList, language: ReportLanguage, show: Show) -> BarChart | None:
    """The arguments of a list with their intervals; None when fewer than two have any: one bar says nothing.

    Overig has no count, so no bar.
    """
    rows = [row for row in counted.rows if row.counted and row.respondent_count]
    if len(rows) < 2:
        return None
    bars = tuple(
        Bar(row.name, row.weighted_share, count_text(row, language, show), row.low, row.high, row.level) for row in rows
    )
    level = percent(counted.options.level, language)
    line = text("report.chart.line", language, level=level)
    note = f"{n_text(counted, language)}. {base_text(counted, language)}. {line}"
    told = "; ".join(_bar_told(row, language) for row in rows)
    return BarChart(counted.title, note, f"{text('report.chart.bars', language)} {told}.", bars)


def _bar_told(row: ListRow, language: ReportLanguage) -> str:
    interval = f"{percent(row.low, language)}–{percent(row.high, language)}"
    return f"{row.name}: {count_text(row, language, Show.BOTH)} ({interval})"


def closed_chart(table: ClosedTable, language: ReportLanguage) -> Chart:
    """The answers to a closed question as one divided bar, or as bars when there are many."""
    n, notes = text("report.n", language, n=table.n), base_notes(table, language)
    told = "; ".join(f"{line.category}: {percent(line.weighted_share, language)}" for line in table.categories)
    told = f"{text('report.chart.bars', language)} {told}. {n}."
    labels = tuple(percent(line.weighted_share, language) for line in table.categories)
    overlapping = table.several or _overlap(line.weighted_share for line in table.categories)
    if len(table.categories) > MOST_PARTS or overlapping:
        lines = sorted(zip(table.categories, labels, strict=True), key=lambda pair: -pair[0].weighted_share)
        bars = tuple(Bar(line.category, line.weighted_share, label) for line, label in lines)
        return BarChart(table.title, f"{n}. {notes}", f"{told} {notes}", bars)
    stack = Stack(n, tuple(line.weighted_share for line in table.categories), labels)
    return StackedChart(
        table.title, notes, f"{told} {notes}", tuple(line.category for line in table.categories), (stack,)
    )


def is_divided(table: Crosstab) -> bool:
    """Whether a closed question by background can be drawn as divided bars: few parts, and parts of a whole."""
    if table.several or len(table.rows) > MOST_PARTS:
        return False
    return not any(_overlap(row.cells[at].share for row in table.rows) for at in range(len(table.columns)))


def _overlap(shares: Iterable[float]) -> bool:
    """Whether shares are no parts of a whole: somebody counts under more than one answer."""
    return sum(shares) > _WHOLE


def closed_crosstab_charts(table: Crosstab, language: ReportLanguage) -> tuple[Chart, ...]:
    """A closed question by background: a divided bar per column, n behind its name; else as arguments are drawn."""
    if not is_divided(table):
        return argument_crosstab_charts(table, language)
    heads, bases = column_heads(table, language), column_bases(table, language)
    stacks = tuple(
        Stack(
            f"{heads[at]}, {bases[at]}",
            tuple(row.cells[at].share if row.cells[at].shown else None for row in table.rows),
            tuple(cell_text(row.cells[at], language) for row in table.rows),
        )
        for at in range(len(table.columns))
    )
    parts = tuple(row.name for row in table.rows)
    return (
        StackedChart(
            crosstab_title(table, language), crosstab_footer(table, language), _told(table, language), parts, stacks
        ),
    )


def argument_crosstab_charts(table: Crosstab, language: ReportLanguage, cells: Show = Show.SHARE) -> tuple[Chart, ...]:
    """Arguments by background: a panel of bars per column, the total always first; several charts if there are many.

    None when everybody stands in one column: the total says the same.
    """
    if len(table.columns) < 3:
        return ()
    others = range(1, len(table.columns))
    groups = [others[start : start + _MOST_PANELS] for start in range(0, len(others), _MOST_PANELS)]
    return tuple(_panels(table, (0, *group), language, cells) for group in groups)


def _panels(table: Crosstab, columns: tuple[int, ...], language: ReportLanguage, cells: Show) -> PanelChart:
    heads, bases = column_heads(table, language), column_bases(table, language)
    return PanelChart(
        title=crosstab_title(table, language),
        note=crosstab_footer(table, language),
        told=_told(table, language, columns),
        rows=tuple(row.name for row in table.rows),
        levels=tuple(row.level for row in table.rows),
        columns=tuple(f"{heads[at]}\n{bases[at]}" for at in columns),
        shares=tuple(
            tuple(row.cells[at].share if row.cells[at].shown else None for at in columns) for row in table.rows
        ),
        labels=tuple(tuple(cell_text(row.cells[at], language, cells) for at in columns) for row in table.rows),
    )


def _told(table: Crosstab, language: ReportLanguage, columns: tuple[int, ...] | None = None) -> str:
    heads = column_heads(table, language)
    told = "; ".join(
        f"{heads[at]}: " + ", ".join(f"{row.name} {cell_text(row.cells[at], language)}" for row in table.rows)
        for at in (range(len(table.columns)) if columns is None else columns)
    )
    return f"{text('report.chart.bars', language)} {told}."
