"""Moments in words, in the time zone of this computer."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from coding.texts import Language

# Written out here: the names must not depend on which locales a computer has.
_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def moment(when: datetime, language: Language) -> str:
    """As in "22 november 2026, 14:05"; a moment without a time zone is taken as it stands."""
    local = when.astimezone() if when.tzinfo else when
    return f"{local.day} {_MONTHS[language][local.month - 1]} {local.year}, {local:%H:%M}"
