"""Numbers as people read them on the screen."""

from __future__ import annotations

from coding.ui import session


def number(value: float, digits: int = 2) -> str:
    """A number with the decimal sign of the screen's language."""
    shown = f"{value:.{digits}f}"
    return shown.replace(".", ",") if session.language() == "nl" else shown


def percent(share: float) -> str:
    """A share (0–1) as a whole percentage."""
    return f"{round(share * 100)}%"
