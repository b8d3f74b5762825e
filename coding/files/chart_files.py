"""All charts of a report as files in one archive, their names in the order of the report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from coding.domain.chart import Chart
from coding.domain.errors import ExportError
from coding.domain.report import Report
from coding.files.chart_data import charts_of
from coding.files.chart_draw import chart_png, chart_svg

_LONG_AGO = (2020, 1, 1, 0, 0, 0)  # so that the same report gives the same archive


def write_pngs(report: Report) -> bytes:
    """A ZIP archive of PNG files. Raises ExportError when there is nothing to draw."""
    return _archive(report, chart_png, "png")


def write_svgs(report: Report) -> bytes:
    """A ZIP archive of SVG files. Raises ExportError when there is nothing to draw."""
    return _archive(report, chart_svg, "svg")


def _archive(report: Report, drawn: Callable[[Chart, str, bool], bytes], suffix: str) -> bytes:
    charts = charts_of(report)
    if not charts:
        raise ExportError("export.no_charts")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, (name, chart) in enumerate(charts, 1):
            file = zipfile.ZipInfo(f"{at:02d}-{name}.{suffix}", _LONG_AGO)
            file.compress_type = zipfile.ZIP_STORED if suffix == "png" else zipfile.ZIP_DEFLATED  # PNG is compressed
            archive.writestr(file, drawn(chart, report.look.colour, True))
    return buffer.getvalue()
