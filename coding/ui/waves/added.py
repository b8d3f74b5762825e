"""What to know of a wave that was just read in: it stands above the wave while its answers are recognised and after."""

from __future__ import annotations

from typing import Final

from coding.services.importing import ImportReport
from coding.ui import session
from coding.ui.importing.report_view import show_damage

_REPORT: Final = "waves_report"


def remember_report(wave: str, report: ImportReport) -> None:
    """Callback: a wave was read in."""
    session.remember(_REPORT, (wave, report))


def show_remarks(wave: str) -> None:
    """Warn of what may be wrong with the file of the wave, if it was read in since the project was opened."""
    nothing: tuple[str, ImportReport | None] = ("", None)
    read, report = session.recall(_REPORT, nothing)
    if read == wave and report is not None:
        show_damage(report.damage)
