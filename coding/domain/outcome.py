"""What a command comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coding.domain.events import Change


@dataclass(frozen=True, slots=True)
class Outcome:
    """The changes of a command; ``action`` and ``facts`` tell it in words (text key ``history.<action>``)."""

    action: str
    changes: tuple[Change, ...]
    question: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
