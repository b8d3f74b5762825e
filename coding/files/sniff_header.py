"""Which of the first rows are the header, and whether they can be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from coding.domain.errors import ImportRefused
from coding.files.raw_table import Origin

NumberedRow = tuple[int, list[str]]

_NUMBER: Final = re.compile(r"[+-]?\d{1,15}(?:[.,]\d+)?%?")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T].*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?: .*)?")
_IMPORT_ID: Final = re.compile(r"\s*\{\s*\\?\"?'?ImportId")
_LIMESURVEY: Final = frozenset({"submitdate", "lastpage", "startlanguage", "startdate", "datestamp", "token", "seed"})
_SURVEYMONKEY_FIRST: Final = frozenset({"respondent id", "respondentid", "id van respondent"})
_SURVEYMONKEY_PLAIN: Final = frozenset({"Response", "Open-Ended Response", "Antwoord", "Open antwoord"})
_CODE_AND_TEXT: Final = re.compile(r"(\w+(?:\[\w+\])*)\. +(\S.*)", re.DOTALL)
_ASKS: Final = re.compile(
    r"\?|[:…\]]$|\.\.\.$|^(?:wat|welke?|hoe|waar\w*|wie|wanneer|heb|kun|kan|vind|geef|noem|licht|beschrijf|omschrijf|vertel|"
    r"schrijf|vul|leg|zijn|is|wil|what|which|how|why|where|who|when|do|does|did|can|could|please|describe|explain|tell|"
    r"name|list|give|write|if|in your)\b",
    re.IGNORECASE,
)
_LONG: Final = 60
_LOOKED_AT: Final = 300


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, the question texts beside them, how many rows they took, and who made the file."""

    columns: tuple[str, ...]
    descriptions: tuple[str, ...]
    height: int
    origin: Origin


def find_header(rows: list[NumberedRow], file: str) -> Header:
    """The header of ``rows``, those of survey programs with their extra rows included.

    Raises ImportRefused when the first row looks like an answer instead of a header, when a column with values has no
    name, or when two columns have the same name.
    """
    header = _qualtrics(rows) or _limesurvey(rows) or _surveymonkey(rows) or _plain(rows)
    _refuse_nameless(header.columns, rows, header.height, file)
    _refuse_duplicates(header.columns, file)
    if not header.origin:
        _refuse_data(header.columns, rows, file)
    return header


def tidy(name: str) -> str:
    """A column name on one line, without spaces around it."""
    return " ".join(name.split())


def _plain(rows: list[NumberedRow]) -> Header:
    columns = tuple(map(tidy, rows[0][1]))
    return Header(columns, ("",) * len(columns), 1, "")


def _qualtrics(rows: list[NumberedRow]) -> Header | None:
    """Names, then question texts, then {"ImportId": …}; some exports leave the texts out."""
    for height in (2, 3):
        if len(rows) < height:
            return None
        marks = [cell for cell in rows[height - 1][1] if cell.strip()]
        if marks and sum(bool(_IMPORT_ID.match(cell)) for cell in marks) >= 0.8 * len(marks):
            columns = tuple(map(tidy, rows[0][1]))
            texts = tuple(map(tidy, rows[1][1])) if height == 3 else ()
            return Header(columns, (texts + ("",) * len(columns))[: len(columns)], height, "qualtrics")
    return None


def _limesurvey(rows: list[NumberedRow]) -> Header | None:
    """The VV export has question texts above the codes; the CSV export can write "code. text" in one cell."""
    first = list(map(tidy, rows[0][1]))
    second = list(map(tidy, rows[1][1])) if len(rows) > 1 else []
    if "id" in second and len(_LIMESURVEY.intersection(second)) >= 2:
        return Header(tuple(second), tuple((first + [""] * len(second))[: len(second)]), 2, "limesurvey")
    parts = [_CODE_AND_TEXT.fullmatch(cell) for cell in first]
    codes = [part[1] if part else cell for part, cell in zip(parts, first, strict=True)]
    if "id" in codes and len(_LIMESURVEY.intersection(codes)) >= 2:
        return Header(tuple(codes), tuple(part[2] if part else "" for part in parts), 1, "limesurvey")
    return None


def _surveymonkey(rows: list[NumberedRow]) -> Header | None:
    """Questions, under them the kind of answer or the options; a question stands only above its first option."""
    if (
        len(rows) < 2
        or not rows[0][1]
        or tidy(rows[0][1][0]).casefold() not in _SURVEYMONKEY_FIRST
        or rows[1][1][0].strip()
    ):
        return None
    columns: list[str] = []
    question = ""
    for above, below in zip_longest(map(tidy, rows[0][1]), map(tidy, rows[1][1]), fillvalue=""):
        question = above or question
        columns.append(question if not below or below in _SURVEYMONKEY_PLAIN else f"{question} – {below}")
    return Header(tuple(columns), ("",) * len(columns), 2, "surveymonkey")


def _refuse_nameless(columns: tuple[str, ...], rows: list[NumberedRow], height: int, file: str) -> None:
    for position, name in enumerate(columns):
        if not name and any(cell.strip() for _, row in rows[height:] for cell in row[position : position + 1]):
            raise ImportRefused("import_nameless_column", file=file, row=rows[0][0], column=column_letters(position))


def _refuse_duplicates(columns: tuple[str, ...], file: str) -> None:
    seen: dict[str, int] = {}
    for position, name in enumerate(columns):
        if name and name in seen:
            raise ImportRefused(
                "import_duplicate_column",
                file=file,
                name=name,
                first=column_letters(seen[name]),
                second=column_letters(position),
            )
        seen[name] = position


def _refuse_data(columns: tuple[str, ...], rows: list[NumberedRow], file: str) -> None:
    """A first row that could as well stand further down is an answer, not a header."""
    named = [position for position, name in enumerate(columns) if name]
    like = [position for position in named if _like_below(columns[position], _below(rows, position))]
    first_is_number = bool(like) and like[0] == named[0] and _kind(columns[named[0]]) != "text"
    if first_is_number or len(like) > len(named) / 2:
        example = max((columns[position] for position in named), key=len)
        raise ImportRefused("import_no_header", file=file, row=rows[0][0], example=example[:_LONG])


def _below(rows: list[NumberedRow], position: int) -> list[str]:
    return [row[position].strip() for _, row in rows[1 : _LOOKED_AT + 1] if position < len(row)]


def _like_below(name: str, below: list[str]) -> bool:
    """Whether ``name`` looks like the values under it: a number or date over such, a repeat, or long text over long."""
    gaps = "" in below
    below = [cell for cell in below if cell]
    if not below:
        return False
    kind = _kind(name)
    if kind != "text":
        return sum(_kind(cell) == kind for cell in below) >= 0.9 * len(below)
    if name in below:
        return not gaps or set(below) != {
            name
        }  # else a box that was ticked: such columns are named after what they hold
    long_below = sum(len(cell) > _LONG for cell in below) >= len(below) / 4
    return len(name) > _LONG and long_below and not _ASKS.search(name)


def _kind(cell: str) -> str:
    if _NUMBER.fullmatch(cell):
        return "number"
    return "date" if _DATE.fullmatch(cell) else "text"


def column_letters(position: int) -> str:
    """The letters a spreadsheet shows above the column at ``position`` (0 is A)."""
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
