"""Which columns of a survey file hold one question with several answers, by their names and what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from coding.files.column_profile import NO, YES, ColumnProfile
from coding.files.several import NOTHING, SEPARATORS, is_mark, pieces

_STEMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<stem>.*\S)\s*\[(?P<item>[^\[\]]+)\]",  # Q3[SQ001], Where do you read? [Paper]
        r"(?P<stem>.*\S)\s+[-–—]\s+(?P<item>\S.*)",  # Where do you read? – Paper
        r"(?P<stem>.*\S)\s*[:?]\s+(?P<item>\S.*)",  # Where do you read? Paper
        r"(?P<stem>.*[a-z].*)[_.](?P<item>\d{1,3}|SQ\d+)",  # Q3_1
    )
)
_BRACKETS: Final = 0
_OTHER: Final = re.compile(r"\b(?:anders?|overige?|other|namelijk|specify)\b", re.IGNORECASE)
_BOUNDARY: Final = re.compile(r".*(?:\[|\s[-–—]\s|[:?]\s)", re.DOTALL)
_QUALTRICS: Final = re.compile(r"\s[-–]\s(?:selected choice|geselecteerde keuze)\s*$", re.IGNORECASE)
_ROUND: Final = " \t-–—:[]_"
_NUMBER: Final = re.compile(r"[\d.,]+")
_LONGEST: Final = 120  # characters of a category that stands in the cells
_FEWEST: Final = 3  # columns of a set, two where brackets show that they belong together


@dataclass(frozen=True, slots=True)
class SeveralGuess:
    """A question with several answers.

    ``parts`` are pairs of a column and the category of whoever has a mark there; a question in one column has a
    ``separator`` instead.
    """

    label: str
    parts: tuple[tuple[str, str], ...] = ()
    separator: str = ""


def guess_sets(
    profiles: Sequence[ColumnProfile], free: Collection[int], opened: Collection[int]
) -> tuple[SeveralGuess, ...]:
    """Columns of marks that belong together by their names, each column in one set.

    ``free`` are the positions that may be a column of marks, ``opened`` those with open answers: one of these with
    "other, namely" joins the set too, and stays an open question.
    """
    found: list[SeveralGuess] = []
    taken: set[int] = set()
    for kind, pattern in enumerate(_STEMS):
        for members in _families(profiles, pattern, taken):
            marks = [one for one in members if one in free and _holds_marks(profiles[one])]
            others = [one for one in members if one in opened and _OTHER.search(_item(pattern, profiles[one]))]
            strange = [one for one in members if one in free and one not in marks]
            if strange or not _is_set([profiles[one] for one in marks], 2 if kind == _BRACKETS else _FEWEST):
                continue
            if not _side_by_side(marks, opened):
                continue
            taken.update(marks, others)
            found.append(name_set([profiles[one] for one in sorted((*marks, *others))]))
    return tuple(found)


def guess_separator(column: ColumnProfile, *, sounds_open: bool) -> str:
    """What stands between several answers in a cell of ``column``, "" when it holds one answer or open ones.

    A comma is taken only where nothing else explains it: it also stands inside answers.
    """
    for separator in SEPARATORS:
        if not (sounds_open and "," in separator) and _separates(column.counts, separator):
            return separator
    return ""


def _families(profiles: Sequence[ColumnProfile], pattern: re.Pattern[str], taken: set[int]) -> Iterator[list[int]]:
    """Positions of columns whose names, or else titles, begin with the same words; those first that come first."""
    stems: dict[str, list[int]] = {}
    for at, profile in enumerate(profiles):
        match = pattern.fullmatch(profile.column) or pattern.fullmatch(profile.title)
        if match and at not in taken:
            stems.setdefault(match["stem"].casefold(), []).append(at)
    yield from stems.values()


def _item(pattern: re.Pattern[str], profile: ColumnProfile) -> str:
    match = pattern.fullmatch(profile.title) or pattern.fullmatch(profile.column)
    return match["item"] if match else ""


def _holds_marks(column: ColumnProfile) -> bool:
    """Whether a column says yes or no, or one thing or nothing."""
    values = {value.casefold() for value in column.counts} - NOTHING
    if values <= YES | NO:
        return len(values) <= 2
    only = next(iter(values))
    return len(values) == 1 and column.longest <= _LONGEST and not _NUMBER.fullmatch(only)


def _is_set(columns: Sequence[ColumnProfile], fewest: int) -> bool:
    """Enough columns, at least two of which somebody chose."""
    return len(columns) >= fewest and sum(any(map(is_mark, column.counts)) for column in columns) >= 2


def _side_by_side(positions: Sequence[int], opened: Collection[int]) -> bool:
    """Whether nothing but explanations stands between the columns."""
    between = set(range(min(positions), max(positions) + 1)) - set(positions)
    return between <= set(opened)


def name_set(columns: Sequence[ColumnProfile]) -> SeveralGuess:
    """The set of ``columns`` with its question and categories: what the cells say, else what names do not share."""
    titles = [column.title for column in columns]
    pattern = next((one for one in _STEMS if all(_item(one, column) for column in columns)), _STEMS[-1])
    start = _BOUNDARY.match(_beginning(titles))
    shared = start[0] if start else ""
    names = [title[len(shared) :].strip(_ROUND) for title in titles]
    if not shared and all(column.title == column.column for column in columns):
        names = [_item(pattern, column) or column.column for column in columns]
    said = [_only_value(column) for column in columns]
    if len(set(filter(None, said))) > 1:
        names = [value or name for value, name in zip(said, names, strict=True)]
    if len(set(names)) < len(names) or not all(names):
        names = [column.column for column in columns]
    match = pattern.fullmatch(columns[0].column) or pattern.fullmatch(columns[0].title)
    label = _QUALTRICS.sub("", shared.rstrip(_ROUND)) or (match["stem"].strip() if match else columns[0].title)
    parts = zip((column.column for column in columns), (" ".join(name.split()) for name in names), strict=True)
    return SeveralGuess(label, tuple(parts))


def _beginning(texts: Sequence[str]) -> str:
    """What all texts begin with."""
    low, high = min(texts), max(texts)
    return next((low[:at] for at, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), low)


def _only_value(column: ColumnProfile) -> str:
    """What stands in a column of one category or nothing; "" for a yes."""
    only = [value for value in column.counts if is_mark(value)]
    return only[0] if len(only) == 1 and only[0].casefold() not in YES and _holds_marks(column) else ""


def _separates(counts: Counter[str], separator: str) -> bool:
    """Whether the cells are made of few pieces that keep coming back, several in some."""
    cells = {cell: pieces(cell, separator) for cell in counts}
    filled = counts.total()
    several = sum(counts[cell] for cell, parts in cells.items() if len(parts) > 1)
    if several < max(2, 0.1 * filled):
        return False
    times: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for cell, parts in cells.items():
        places.update(parts)
        for piece in parts:
            times[piece] += counts[cell]
    comma = "," in separator
    if len(times) > (12 if comma else 40) or max(len(piece.split()) for piece in times) > 14:
        return False
    back = places if comma else times  # around a comma that stands inside an answer the same pieces meet each time
    if _total(times, (piece for piece in times if back[piece] > 1)) < 0.9 * times.total():
        return False
    return not comma or filled - several >= 0.1 * filled


def _total(times: Counter[str], some: Iterable[str]) -> int:
    return sum(times[piece] for piece in some)
