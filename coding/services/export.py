"""Exports: the bytes of a report in each format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from coding.domain.chart import PanelChart
from coding.domain.errors import ExportError
from coding.domain.report import Report


class Format(StrEnum):
    """The formats of an export, in the order in which they are offered."""

    XLSX = "xlsx"
    PPTX = "pptx"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    SAV = "sav"
    SPS = "sps"
    QDC = "qdc"
    QDPX = "qdpx"
    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """What a browser and a file system need to know of a format."""

    suffix: str
    mime: str


INFO: dict[Format, FormatInfo] = {
    Format.XLSX: FormatInfo(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Format.PPTX: FormatInfo(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    Format.DOCX: FormatInfo(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Format.MARKDOWN: FormatInfo(".md", "text/markdown"),
    Format.CSV: FormatInfo(".csv", "text/csv"),
    Format.SAV: FormatInfo(".sav", "application/x-spss-sav"),
    Format.SPS: FormatInfo(".sps", "text/plain"),
    Format.QDC: FormatInfo(".qdc", "application/xml"),
    Format.QDPX: FormatInfo(".qdpx", "application/zip"),
    Format.HTML: FormatInfo(".html", "text/html"),
    Format.PNG: FormatInfo("-png.zip", "application/zip"),
    Format.SVG: FormatInfo("-svg.zip", "application/zip"),
}


Progress = Callable[[float, str], None]
"""Called with the share done (0–1) and what is being made."""


def export(report: Report, wanted: Format, progress: Progress | None = None) -> bytes:
    """The report in ``wanted`` format. ``progress`` is told of every chart, which is what takes long."""
    if progress is not None and wanted in _DRAWN and (report.charts or wanted in (Format.PNG, Format.SVG)):
        _draw(report, wanted, progress)
    return _writers()[wanted](report)


_DRAWN = (Format.HTML, Format.DOCX, Format.PNG, Format.SVG)


def _draw(report: Report, wanted: Format, progress: Progress) -> None:
    """Draw the charts that the writer is going to ask for; they are remembered."""
    from coding.files.chart_data import charts_of
    from coding.files.chart_draw import chart_png, chart_svg

    drawn = chart_svg if wanted in (Format.HTML, Format.SVG) else chart_png
    alone = wanted in (Format.PNG, Format.SVG)
    charts = [named.chart for named in charts_of(report) if alone or not isinstance(named.chart, PanelChart)]
    for done, chart in enumerate(charts):
        progress(done / len(charts), chart.title)
        drawn(chart, report.look.colour, alone)


def preview_html(report: Report) -> str:
    """The page of the HTML report, to put into a page of the app. Safe: all text is escaped."""
    from coding.files.html_style import style
    from coding.files.write_html import body_html

    looks = style(report.look.colour, report.look.accent)
    return f'<style>{looks}</style><div class="tr-report" lang="{report.language}">{body_html(report)}</div>'


def format_named(name: str) -> Format:
    """The format called ``name``. Raises ExportError for an unknown one."""
    try:
        return Format(name.casefold().lstrip("."))
    except ValueError:
        known = ", ".join(known.value for known in Format)
        raise ExportError("export.unknown_format", name=name, known=known) from None


def _writers() -> dict[Format, Callable[[Report], bytes]]:
    """The writers; imported only when something is exported, to keep starting fast."""
    from coding.files.chart_files import write_pngs, write_svgs
    from coding.files.counted_list_csv import write_csv
    from coding.files.counted_list_markdown import write_markdown
    from coding.files.counted_list_xlsx import write_xlsx
    from coding.files.write_docx import write_docx
    from coding.files.write_html import write_html
    from coding.files.write_pptx import write_pptx
    from coding.files.write_qdc import write_qdc
    from coding.files.write_qdpx import write_qdpx
    from coding.files.write_sav import write_sav, write_sps

    return {
        Format.SAV: write_sav,
        Format.SPS: write_sps,
        Format.QDC: write_qdc,
        Format.QDPX: write_qdpx,
        Format.PPTX: write_pptx,
        Format.DOCX: write_docx,
        Format.XLSX: write_xlsx,
        Format.MARKDOWN: write_markdown,
        Format.CSV: write_csv,
        Format.HTML: write_html,
        Format.PNG: write_pngs,
        Format.SVG: write_svgs,
    }
