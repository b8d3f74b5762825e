"""What every reader of codebooks returns: entries as they stand in the file, made into codes or refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import uuid4

from coding.domain.codebook import Code
from coding.domain.errors import ImportRefused
from coding.files.sniff_header import tidy

MAX_CODES: Final = 2_000
MAX_TEXT: Final = 5_000
"""Characters of any text in a codebook."""
MAX_LIST: Final = 100
"""Keyword rules or example answers of one code."""
HAVE_OTHER: Final = frozenset({"overig", "overige", "other"})
"""Names of what every question has already."""
_COLOUR: Final = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_NUMBER: Final = re.compile(r"(\d{1,9})(?:[.,]0+)?")


class Field(StrEnum):
    """What a codebook can say of a code."""

    NAME = "name"
    NET = "net"
    KIND = "kind"
    NUMBER = "number"
    DESCRIPTION = "description"
    INCLUDE = "include"
    EXCLUDE = "exclude"
    RULES = "rules"
    COLOUR = "colour"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of a file. ``row`` is where it stands, ``under`` the name of its net ("" for none).

    ``headings`` names the column of each field in the file, for sentences about it.
    """

    row: int
    name: str
    under: str = ""
    is_net: bool = False
    number: str = ""
    description: str = ""
    include: str = ""
    exclude: str = ""
    rules: tuple[str, ...] = ()
    colour: str = ""
    examples: tuple[str, ...] = ()
    headings: Mapping[Field, str] = field(default_factory=dict)

    def heading(self, of: Field) -> str:
        """The column in which a field stands."""
        return self.headings.get(of, of.value)


@dataclass(frozen=True, slots=True)
class Codebook:
    """The codes of a file, nets before what is under them, ready to be added to a question.

    ``made_nets`` are nets that the file names but does not list, ``turned_nets`` codes that became nets because others
    stand under them, ``left_out`` names that every question has already ("Overig").
    """

    codes: tuple[Code, ...]
    made_nets: tuple[str, ...] = ()
    turned_nets: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def codebook_of(entries: Iterable[Entry], file: str, new_id: Callable[[], str] | None = None) -> Codebook:
    """Check entries and make codes of them.

    Raises ImportRefused, with the row and the column, when there is none, when two have the same name, when nets stand
    under each other in a circle, when a number or colour is none, or when a text is too long.
    """
    given = tuple(entries)
    listed = [entry for entry in given if not _have_already(entry)]
    if len(listed) > MAX_CODES:
        raise ImportRefused("codebook.too_many", file=file, limit=MAX_CODES)
    by_name = _by_name(listed, file)
    parents = {_key(entry.under): entry for entry in reversed(listed) if entry.under}
    left_out = tuple(tidy(entry.name) for entry in given if _have_already(entry))
    made = {
        key: Entry(entry.row, tidy(entry.under), is_net=True) for key, entry in parents.items() if key not in by_name
    }
    everything = {**by_name, **dict(sorted(made.items(), key=lambda pair: pair[1].row))}
    if not everything:
        raise ImportRefused("codebook.empty", file=file)
    order = _nets_first(everything, file)
    give = new_id or (lambda: uuid4().hex[:10])
    ids = {key: give() for key in order}
    turned = tuple(everything[key].name for key in order if key in parents and not everything[key].is_net)
    codes = tuple(_code(everything[key], ids, key in parents, file) for key in order)
    return Codebook(codes, tuple(tidy(entry.name) for entry in made.values()), turned, left_out)


def _have_already(entry: Entry) -> bool:
    return _key(entry.name) in HAVE_OTHER and not entry.is_net


def _by_name(entries: Sequence[Entry], file: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        key = _key(entry.name)
        if not key:
            column = entry.heading(Field.NAME)
            raise ImportRefused("codebook.no_name", file=file, row=entry.row, column=column)
        if key in found:
            facts = {"row": entry.row, "first": found[key].row, "name": tidy(entry.name)}
            raise ImportRefused("codebook.duplicate", file=file, column=entry.heading(Field.NAME), **facts)
        found[key] = entry
    return found


def _nets_first(entries: Mapping[str, Entry], file: str) -> list[str]:
    """The keys in the order of the file, except that a net comes before what is under it."""
    placed: dict[str, None] = {}
    for key in entries:
        chain: list[str] = []
        at = key
        while at and at not in placed:
            if at in chain:
                circle = [*chain[chain.index(at) :], at]
                names = " → ".join(tidy(entries[one].name) for one in circle)
                entry = entries[key]
                column = entry.heading(Field.NET)
                raise ImportRefused("codebook.cycle", file=file, row=entry.row, column=column, names=names)
            chain.append(at)
            at = _key(entries[at].under)
        placed.update(dict.fromkeys(reversed(chain)))
    return list(placed)


def _code(entry: Entry, ids: Mapping[str, str], has_children: bool, file: str) -> Code:
    texts = {
        Field.NAME: entry.name,
        Field.DESCRIPTION: entry.description,
        Field.INCLUDE: entry.include,
        Field.EXCLUDE: entry.exclude,
    }
    for of, text in texts.items():
        if len(text) > MAX_TEXT:
            facts = {"row": entry.row, "column": entry.heading(of), "limit": MAX_TEXT}
            raise ImportRefused("codebook.too_long", file=file, **facts)
    return Code(
        id=ids[_key(entry.name)],
        name=tidy(entry.name),
        description=entry.description.strip(),
        include=entry.include.strip(),
        exclude=entry.exclude.strip(),
        colour=_colour(entry, file),
        number=_number(entry, file),
        parent=ids[_key(entry.under)] if entry.under else None,
        is_net=entry.is_net or has_children,
        rules=_list(entry, Field.RULES, entry.rules, file),
        examples=_list(entry, Field.EXAMPLE, entry.examples, file),
    )


def _list(entry: Entry, of: Field, items: Iterable[str], file: str) -> tuple[str, ...]:
    """Distinct items, each on one line."""
    found = tuple(dict.fromkeys(line for item in items if (line := tidy(item))))
    if len(found) > MAX_LIST or any(len(item) > MAX_TEXT for item in found):
        facts = {"row": entry.row, "column": entry.heading(of), "limit": MAX_TEXT, "most": MAX_LIST}
        raise ImportRefused("codebook.list_too_long", file=file, **facts)
    return found


def _colour(entry: Entry, file: str) -> str:
    """``#rrggbb``, "" for none."""
    given = entry.colour.strip()
    if not given:
        return ""
    found = _COLOUR.fullmatch(given)
    if found is None:
        column = entry.heading(Field.COLOUR)
        raise ImportRefused("codebook.no_colour", file=file, row=entry.row, column=column, value=given[:60])
    digits = found[1]
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"


def _number(entry: Entry, file: str) -> int | None:
    given = entry.number.strip()
    if not given:
        return None
    found = _NUMBER.fullmatch(given)
    if found is None or not given.isascii():
        column = entry.heading(Field.NUMBER)
        raise ImportRefused("codebook.no_number", file=file, row=entry.row, column=column, value=given[:60])
    return int(found[1])


def _key(name: str) -> str:
    return tidy(name).casefold()
