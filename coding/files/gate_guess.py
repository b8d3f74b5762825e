"""Finds the closed question that decides who gets an open one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from coding.domain.answers import AnswerKind, kind_of
from coding.files.column_profile import ColumnProfile

_REACH: Final = 3
"""How many columns to the left a gate may stand."""
_CATEGORIES: Final = 20
_LOOKED_AT: Final = 1_500
_BY_CHANCE: Final = 0.05
"""Highest probability that nobody else would have answered, had everybody been asked."""


@dataclass(frozen=True, slots=True)
class GateGuess:
    """Who is asked an open question: those with one of ``values`` in ``column``.

    ``own_words``: the answer itself begins with the value ("Ja, namelijk: …"), and ``column`` is that of the answer.
    """

    column: str
    values: tuple[str, ...]
    own_words: bool = False


def guess_gate(
    position: int,
    profiles: Sequence[ColumnProfile],
    columns: Sequence[tuple[str, ...]],
    closed: Collection[int],
    *,
    named: bool,
) -> GateGuess | None:
    """The nearest closed column to the left that the open one at ``position`` follows, if any.

    It follows when (nearly) all its answers come from respondents with certain values, a fair part of those answered,
    and the others are so many that their silence is no accident. ``named``: its name says that it explains something
    ("namelijk"), so that a few stray answers are forgiven. Of a large file some thousand rows are looked at.
    """
    step = max(1, len(columns[position]) // _LOOKED_AT)
    answered = [kind_of(cell) is AnswerKind.ANSWER for cell in columns[position][::step]]
    for other in range(position - 1, max(-1, position - 1 - _REACH), -1):
        if other in closed and 2 <= profiles[other].distinct <= _CATEGORIES:
            values = _opening_values(columns[other][::step], answered, 0.9 if named else 1.0)
            if values:
                return GateGuess(profiles[other].column, values)
    return None


def _opening_values(gate: tuple[str, ...], answered: list[bool], purity: float) -> tuple[str, ...]:
    """The values of ``gate`` that lead to an answer, or nothing when it is no gate."""
    asked = Counter(cell.strip() for cell in gate if cell.strip())
    given = Counter(
        cell.strip() for cell, has_answer in zip(gate, answered, strict=True) if has_answer and cell.strip()
    )
    opening = tuple(value for value in asked if given[value] >= 0.3 * asked[value])
    inside = sum(asked[value] for value in opening)
    outside = asked.total() - inside
    answers = sum(given[value] for value in opening)
    if not opening or not outside or answers < purity * given.total():
        return ()
    silence_by_chance = (1 - answers / inside) ** outside
    return opening if silence_by_chance <= _BY_CHANCE else ()
