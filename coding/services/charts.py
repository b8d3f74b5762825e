"""Charts of a report, one by one, for a screen."""

from __future__ import annotations

from coding.domain.chart import Chart
from coding.domain.report import Look, Report
from coding.files.chart_data import NamedChart
from coding.services.export import Format

__all__ = ["NamedChart", "chart_file", "charts_by_section", "looks_of_parts"]


def charts_by_section(report: Report) -> tuple[tuple[str, tuple[NamedChart, ...]], ...]:
    """The charts under the question that they are of, closed questions first; only questions that have one."""
    from coding.files.chart_data import charts_of_closed, charts_of_section

    groups = [(table.title, charts_of_closed(report, at)) for at, table in enumerate(report.closed)]
    groups += [(section.counted.title, charts_of_section(report, at)) for at, section in enumerate(report.sections)]
    return tuple((title, charts) for title, charts in groups if charts)


def chart_file(chart: Chart, look: Look, wanted: Format) -> bytes:
    """One chart as a PNG or SVG file with its title."""
    from coding.files.chart_draw import chart_png, chart_svg

    return (chart_svg if wanted is Format.SVG else chart_png)(chart, look.colour, True)


def looks_of_parts(look: Look, count: int) -> tuple[tuple[str, str, str], ...]:
    """Colour, hatching and colour of words for each part of a divided bar, as the files have them."""
    from coding.files.chart_draw import part_looks

    return tuple(part_looks(look.colour, count))
