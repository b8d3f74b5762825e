"""The machine's suggestions and people's decisions: two types, never one with a flag.

Named tuples, as there can be tens of thousands: they are made in half the time of a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Final, NamedTuple

from coding.domain.codebook import NO_CODE, OTHER, PSEUDO_CODES
from coding.domain.segments import Span
from coding.domain.survey import Intake


class Origin(StrEnum):
    """How a person came to an assignment; the method page counts these."""

    GROUP = "group"
    HAND = "hand"
    SUGGESTION = "suggestion"
    RULE = "rule"
    CONSENSUS = "consensus"


class ResponseState(StrEnum):
    """The state of a response: exactly one, and together they add up to all respondents."""

    NOT_ASKED = "not_asked"
    EXCLUDED = "excluded"
    BLANK = "blank"
    NON_ANSWER = "non_answer"
    CODED = "coded"
    OTHER = "other"
    NO_CODE = "no_code"
    UNCODED = "uncoded"


DECIDED: Final = frozenset({ResponseState.CODED, ResponseState.OTHER, ResponseState.NO_CODE})
"""The states in which a person decided what the answer says."""


class Suggestion(NamedTuple):
    """The machine proposes that the words in ``span`` belong to ``group``; ``score`` is 0–1."""

    group: str
    span: Span
    score: float


class Assignment(NamedTuple):
    """A person decided that the words in ``span`` carry ``code`` (a code id, OTHER or NO_CODE).

    ``codebook_version`` is the revision of the project in which it was decided: the codebook as it stood then.
    """

    code: str
    span: Span
    coder: str
    codebook_version: int
    origin: Origin = Origin.HAND


def state_of(intake: Intake, codes: Collection[str]) -> ResponseState:
    """The one state of a response that was given ``codes``; a decision outranks what the response was at intake."""
    if any(code not in PSEUDO_CODES for code in codes):
        return ResponseState.CODED
    if OTHER in codes:
        return ResponseState.OTHER
    if NO_CODE in codes:
        return ResponseState.NO_CODE
    return ResponseState.UNCODED if intake is Intake.ANSWER else ResponseState(intake.value)
