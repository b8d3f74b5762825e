"""Numbers as people read them on the screen."""

from __future__ import annotations

from coding.ui import session


def number(value: float, digits: int = 2) -> str:
    """A number with the decimal sign of the screen's language."""
    shown = f"{value:.{digits}f}"
    return shown.replace(".", ",") if session.language() == "nl" else shown


def counted(key: str, count: int, **facts: object) -> str:
    """The sentence under ``key`` about ``count`` of something; about one, that under ``key``.one."""
    return session.t(f"{key}.one" if count == 1 else key, count=count, **facts)


def percent(share: float) -> str:
    """A share (0–1) as a whole percentage."""
    return f"{round(share * 100)}%"
