"""The files of a report: made when their button is pressed, with progress, and a sentence when it fails."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import streamlit as st

from coding.domain.errors import TienkeerError
from coding.domain.project import Project
from coding.domain.report_settings import ReportSettings
from coding.services.export import INFO, Format, export
from coding.services.report import make_report
from coding.ui import session
from coding.ui.components.notices import show_error
from coding.ui.components.plain import plain
from coding.ui.session import t

_ICONS: Final = {
    Format.XLSX: ":material/table_view:",
    Format.PPTX: ":material/slideshow:",
    Format.DOCX: ":material/description:",
    Format.HTML: ":material/public:",
    Format.SAV: ":material/dataset:",
    Format.SPS: ":material/terminal:",
    Format.QDC: ":material/menu_book:",
    Format.QDPX: ":material/folder_zip:",
    Format.MARKDOWN: ":material/notes:",
    Format.CSV: ":material/csv:",
    Format.PNG: ":material/bar_chart:",
    Format.SVG: ":material/insert_chart:",
}
_FIRST: Final = (Format.XLSX, Format.PPTX, Format.DOCX, Format.HTML)
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_MEMORY: Final = "report_making"
_TABULATING: Final = 0.5  # of the bar; the rest is writing
_EVERY: Final = 1.5  # seconds


@dataclass
class Making:
    """How far the file is that is being made. Written by the thread that makes it, read by the page."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    share: float | None = None
    doing: str = ""
    error: TienkeerError | None = None
    broken: bool = False

    def tell(self, share: float, doing: str) -> None:
        """So far, so good."""
        with self.lock:
            self.share, self.doing = share, doing

    def begin(self) -> None:
        """A new file: what went before is forgotten."""
        with self.lock:
            self.share, self.doing, self.error, self.broken = 0.0, "", None, False

    def end(self, error: TienkeerError | None = None, broken: bool = False) -> None:
        """Done, or not."""
        with self.lock:
            self.share, self.error, self.broken = None, error, broken


def show_downloads(project: Project, settings: ReportSettings, today: str, candidates: Mapping[str, Any]) -> None:
    """One button per format, the most wanted first."""
    making: Making | None = session.recall(_MEMORY, None)
    if making is None:
        making = Making()
        session.remember(_MEMORY, making)
    name = _NOT_IN_NAMES.sub(" ", settings.title.strip() or project.info.name).strip(" .")[:80] or "rapport"
    make = partial(made, making, project, settings, today, candidates)
    with st.container(horizontal=True, key="tk_report_downloads"):
        for wanted in _FIRST:
            _button(wanted, name, partial(make, wanted))
        with st.popover(t("ui_report.more_files"), icon=":material/download:"):
            for wanted in Format:
                if wanted not in _FIRST:
                    _button(wanted, name, partial(make, wanted), wide=True)
    _progress(making)


def _button(wanted: Format, name: str, make: Callable[[], bytes], wide: bool = False) -> None:
    st.download_button(
        t(f"ui_report.download.{wanted.value}"),
        data=make,
        file_name=f"{name}{INFO[wanted].suffix}",
        mime=INFO[wanted].mime,
        key=f"report_download_{wanted.value}",
        icon=_ICONS.get(wanted, ":material/download:"),
        help=t(f"ui_report.download_help.{wanted.value}"),
        on_click="ignore",
        type="primary" if wanted is Format.XLSX else "secondary",
        width="stretch" if wide else "content",
    )


def made(
    making: Making,
    project: Project,
    settings: ReportSettings,
    today: str,
    candidates: Mapping[str, Any],
    wanted: Format,
) -> bytes:
    """The file. What goes wrong is told to ``making``, for the page to show, before it is raised."""
    making.begin()
    failed: TienkeerError | None = None
    finished = False
    try:
        report = make_report(
            project, settings, today, candidates, lambda share, doing: making.tell(share * _TABULATING, doing)
        )
        making.tell(_TABULATING, "")
        data = export(report, wanted, lambda share, doing: making.tell(_TABULATING + share * (1 - _TABULATING), doing))
        finished = True
        return data
    except TienkeerError as refused:
        failed = refused
        raise
    finally:
        making.end(failed, broken=not finished and failed is None)


@st.fragment(run_every=_EVERY)
def _progress(making: Making) -> None:
    """What is going on with the file that was asked for."""
    with making.lock:
        share, doing, error, broken = making.share, making.doing, making.error, making.broken
    if share is not None:
        st.progress(share, plain(doing, 80) or t("ui_report.writing"))
    elif error is not None:
        show_error(error)
    elif broken:
        st.error(t("ui_report.download_broken"), icon=":material/error:")
