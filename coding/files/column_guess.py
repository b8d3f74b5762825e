"""What each column of a survey file probably is, with the reason, as a first filling of the import screen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from coding.files.category_order import scale_of
from coding.files.column_profile import NO, YES, YES_NO_PREFIX, ColumnProfile, number, profile
from coding.files.gate_guess import GateGuess, guess_gate
from coding.files.raw_table import RawTable
from coding.files.several_guess import SeveralGuess, guess_separator, guess_sets


class ColumnRole(StrEnum):
    """What a column is used for in an import."""

    RESPONDENT_ID = "respondent_id"
    OPEN = "open"
    CLOSED = "closed"
    MULTIPLE = "multiple"
    SCALE = "scale"
    BACKGROUND = "background"
    FILTER = "filter"
    WEIGHT = "weight"
    DATE = "date"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A guess for one column.

    ``reason`` is a text key and ``facts`` fill it. An open column can carry the ``gate`` that decides who was asked;
    ``gates`` lists the open columns that a closed one decides on. ``accepted`` are the values of a filter with which a
    respondent counts. ``several`` is the question with several answers that begins in this column.
    """

    column: str
    role: ColumnRole
    reason: str
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    gate: GateGuess | None = None
    gates: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    several: SeveralGuess | None = None


_ID_NAME: Final = re.compile(
    r"\b(respondent|respons|response|deelnemer|participant|case|record|interview|token|vragenlijst)?[ _-]?"
    r"(id|nr|nummer|number|code|no)\b|^(respondent|respondentnr|deelnemer|participant|respid|caseid|responseid|token|case)$",
    re.IGNORECASE,
)
_ID_ALONE: Final = re.compile(
    r"(respondent|respons|response|deelnemer|participant|case|record|resp)?[ _-]?(id|nr|nummer|number|code|no)\.?"
    r"|respondent|deelnemer|participant|token",
    re.IGNORECASE,
)
_WEIGHT_NAME: Final = re.compile(
    r"^(gewicht|weging|weight|wgt)|(weegfactor|wegingsfactor|gewicht|weight|_wgt|_w)$", re.I
)
_DATE_NAME: Final = re.compile(r"datum|date|tijdstip|timestamp|submitdate|completed|started", re.I)
_FILTER_NAME: Final = re.compile(
    r"^((alle|all|answered all) )?(controle|control|screen|selectie|toestemming|consent|akkoord|qualif)", re.I
)
_TECHNICAL: Final = re.compile(
    r"^(status|ip ?address|ipaddr|progress|duration.*|finished|recipient(lastname|firstname|email)|"
    r"external(data)?reference|"
    r"location(latitude|longitude)|distributionchannel|userlanguage|lastpage|startlanguage|seed|refurl|"
    r"q_recaptchascore|interviewtime|.*time(_|$).*page.*|(q\d+_)?(first|last) click|page submit|click count)$",
    re.IGNORECASE,
)
_OPEN_NAME: Final = re.compile(
    r"namelijk|toelicht|licht .*toe|waarom|opmerking|suggestie|omschrijf|beschrijf|leg uit|anders, |"
    r"why|explain|describe|comment|"
    r"specify|please tell|in your own words|verbatim|antwoord|answer|^text$|tekst$|_text$|\[other\]$|open",
    re.IGNORECASE,
)
_BACKGROUND_NAME: Final = re.compile(
    r"leeftijd|geslacht|gender|regio|provincie|gemeente|opleiding|functie|sector|organisatie|contract|inkomen|"
    r"hoe lang|hoeveel jaar|"
    r"dienst|afdeling|doelgroep|locatie|wijk|age|sex|region|education|income|department|tenure|area|postcode|years|job|role|"
    r"country|city|land\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"(?=.*\d)[\w.-]{2,20}|\d{4} ?[A-Za-z]{2}")
_SCALE_STEPS: Final = 11
_MOSTLY, _NEARLY = 0.5, 0.9
"""Share of the rows from which a column is meant as an id, though not every row has a value of its own: the import then
says which rows are wrong. The first is for names that can mean nothing else."""
_MOST_NAMES, _MOST_PHRASES = 60, 24
"""How many different categories of a word or two, such as places, and of more words a closed question has at most."""


_LAST: Final = ("guess_id_first", "guess_id_faulty", "guess_weight_faulty")


def guess_columns(table: RawTable) -> tuple[ColumnGuess, ...]:
    """A guess for every column of ``table``, in its order. At most one respondent id and one weight."""
    shown = table.labelled()
    columns = list(zip(*shown.rows, strict=True))
    profiles = [
        profile(name, table.title(name), position, cells, labelled=bool(table.value_labels[position]))
        for position, (name, cells) in enumerate(zip(table.columns, columns, strict=True))
    ]
    guesses = [_guess(column) for column in profiles]
    guesses = _only_one(guesses, ColumnRole.RESPONDENT_ID)
    guesses = _only_one(guesses, ColumnRole.WEIGHT)
    guesses = _several_in_cells(guesses, profiles)
    return _several_in_columns(_with_gates(guesses, profiles, columns), profiles)


def _several_in_cells(guesses: list[ColumnGuess], profiles: list[ColumnProfile]) -> list[ColumnGuess]:
    """Columns with several answers in a cell, which look like open answers or many categories on their own."""
    found = []
    for guess, column in zip(guesses, profiles, strict=True):
        alone = guess.reason in {"guess_open", "guess_few_values"} and not column.labelled
        separator = guess_separator(column, sounds_open=_named_open(column)) if alone else ""
        if separator:
            several = SeveralGuess(column.title, separator=separator)
            facts = {"separator": separator.strip()}
            guess = ColumnGuess(column.column, ColumnRole.MULTIPLE, "guess_several_cells", facts, several=several)
        found.append(guess)
    return found


def _several_in_columns(guesses: Sequence[ColumnGuess], profiles: Sequence[ColumnProfile]) -> tuple[ColumnGuess, ...]:
    """Columns of marks that are one question together."""
    closed = {ColumnRole.CLOSED, ColumnRole.BACKGROUND, ColumnRole.SCALE, ColumnRole.IGNORE}
    free = {at for at, guess in enumerate(guesses) if guess.role in closed and guess.reason != "guess_technical"}
    opened = {at for at, guess in enumerate(guesses) if guess.role is ColumnRole.OPEN}
    found = list(guesses)
    for several in guess_sets(profiles, free, opened):
        own = [at for at in sorted(free) if profiles[at].column in dict(several.parts)]
        for at in own:
            facts = {"question": several.label[:60], "columns": len(several.parts)}
            found[at] = ColumnGuess(
                profiles[at].column, ColumnRole.MULTIPLE, "guess_several_columns", facts, gates=guesses[at].gates
            )
        found[own[0]] = replace(found[own[0]], several=several)
    return tuple(found)


def _guess(column: ColumnProfile) -> ColumnGuess:
    for rule in (_nothing, _identifier, _weight, _date, _filter, _numbers, _yes_no_text, _categories):
        found = rule(column)
        if found is not None:
            return found
    return ColumnGuess(
        column.column,
        ColumnRole.OPEN,
        "guess_open",
        {"filled": column.filled, "words": round(column.mean_words, 1)},
    )


def _nothing(column: ColumnProfile) -> ColumnGuess | None:
    if not column.filled:
        return ColumnGuess(column.column, ColumnRole.IGNORE, "guess_empty")
    if _TECHNICAL.match(column.column):
        return ColumnGuess(column.column, ColumnRole.IGNORE, "guess_technical")
    if column.distinct == 1 and 1 < column.filled < column.rows and column.longest <= 60 and not _named_open(column):
        return ColumnGuess(column.column, ColumnRole.CLOSED, "guess_ticked", {"value": next(iter(column.counts))})
    if column.distinct == 1 and column.filled > 1 and not _named_open(column):
        return ColumnGuess(
            column.column, ColumnRole.IGNORE, "guess_constant", {"value": next(iter(column.counts))[:60]}
        )
    return None


def _identifier(column: ColumnProfile) -> ColumnGuess | None:
    if column.longest > 40 or column.mean_words > 1.5 or column.date_share > 0.5:
        return None
    named = bool(_ID_NAME.search(column.column) or _ID_NAME.search(column.title))
    if not column.filled == column.rows == column.distinct:
        least = _MOSTLY if _ID_ALONE.fullmatch(column.column) else _NEARLY
        if named and column.distinct >= least * column.rows:
            return ColumnGuess(column.column, ColumnRole.RESPONDENT_ID, "guess_id_faulty")
        return None
    if named:
        return ColumnGuess(column.column, ColumnRole.RESPONDENT_ID, "guess_id_name")
    has_digits = sum(any(map(str.isdigit, value)) for value in column.counts) == column.distinct
    whole = not any(set(",.") & set(value) for value in column.counts)
    if column.position == 0 and has_digits and whole:
        return ColumnGuess(column.column, ColumnRole.RESPONDENT_ID, "guess_id_first")
    return None


def _weight(column: ColumnProfile) -> ColumnGuess | None:
    if not _WEIGHT_NAME.search(column.column) and not _WEIGHT_NAME.search(column.title):
        return None
    numbers = [number(value) for value in column.counts]
    weights = sum(value is not None and value > 0 for value in numbers)
    if weights < _MOSTLY * len(numbers):
        return None
    faulty = weights < len(numbers)
    return ColumnGuess(column.column, ColumnRole.WEIGHT, "guess_weight_faulty" if faulty else "guess_weight")


def _date(column: ColumnProfile) -> ColumnGuess | None:
    if column.date_share >= 0.9 or (column.date_share >= 0.5 and _DATE_NAME.search(column.column)):
        return ColumnGuess(column.column, ColumnRole.DATE, "guess_date")
    return None


def _filter(column: ColumnProfile) -> ColumnGuess | None:
    if not _FILTER_NAME.search(column.title) or not column.is_yes_no:
        return None
    accepted = tuple(value for value in column.counts if value.casefold() in YES)
    return ColumnGuess(
        column.column, ColumnRole.FILTER, "guess_filter", {"values": ", ".join(accepted)}, accepted=accepted
    )


def _numbers(column: ColumnProfile) -> ColumnGuess | None:
    if column.number_share < 0.9:
        return None
    numbers = [number(value) for value in column.counts]
    whole = all(value is None or (value.is_integer() and 0 <= value <= 10) for value in numbers)
    if column.is_yes_no and column.distinct == 2:
        return ColumnGuess(column.column, ColumnRole.CLOSED, "guess_yes_no")
    repeated = column.filled >= 2 * column.distinct
    if whole and 3 <= column.distinct <= _SCALE_STEPS and repeated and not _BACKGROUND_NAME.search(column.title):
        return ColumnGuess(column.column, ColumnRole.SCALE, "guess_scale_numbers", {"steps": column.distinct})
    return ColumnGuess(column.column, ColumnRole.BACKGROUND, "guess_numbers")


def _yes_no_text(column: ColumnProfile) -> ColumnGuess | None:
    """One column that holds both the yes or no and the explanation: "Ja, namelijk: …"."""
    started = sum(n for value, n in column.counts.items() if YES_NO_PREFIX.match(value))
    longer = sum(n for value, n in column.counts.items() if (m := YES_NO_PREFIX.match(value)) and m.end() < len(value))
    if started >= 0.8 * column.filled and longer >= max(2, 0.2 * column.filled):
        firsts = {m[1].casefold() for value in column.counts if (m := YES_NO_PREFIX.match(value))}
        if firsts & YES and firsts & NO:
            gate = GateGuess(column.column, tuple(sorted(firsts & YES)), own_words=True)
            return ColumnGuess(column.column, ColumnRole.OPEN, "guess_yes_no_text", gate=gate)
    return None


def _categories(column: ColumnProfile) -> ColumnGuess | None:
    steps = scale_of(column.counts)
    if steps:
        return ColumnGuess(column.column, ColumnRole.SCALE, "guess_scale", {"steps": column.distinct})
    if column.is_yes_no:
        return ColumnGuess(column.column, ColumnRole.CLOSED, "guess_yes_no")
    if _is_codes(column):
        return ColumnGuess(column.column, ColumnRole.BACKGROUND, "guess_codes")
    if not _few_values(column):
        return None
    background = _BACKGROUND_NAME.search(column.title) or "?" not in column.title
    role = ColumnRole.BACKGROUND if background else ColumnRole.CLOSED
    return ColumnGuess(column.column, role, "guess_few_values", {"distinct": column.distinct, "filled": column.filled})


def _few_values(column: ColumnProfile) -> bool:
    """Whether the values are categories: few and repeated. Open-sounding names and long values need clearer proof."""
    if column.labelled:
        return True
    if _named_open(column):
        return column.distinct_share <= 0.05 and column.distinct <= 12 and column.filled >= 40
    if column.mean_words <= 1.2 and column.distinct_share <= 0.1:
        return True
    if column.mean_words <= 6 and column.distinct <= (_MOST_NAMES if column.mean_words <= 2.5 else _MOST_PHRASES):
        return column.distinct_share <= 0.34 or (column.distinct <= 4 and column.distinct_share <= 0.5)
    return column.distinct_share <= 0.1 and column.distinct <= 100


def _is_codes(column: ColumnProfile) -> bool:
    """Whether nearly every value is one short word with a digit in it, such as C1001 or 1012 AB."""
    coded = sum(n for value, n in column.counts.items() if _CODE.fullmatch(value))
    return coded >= 0.95 * column.filled and column.filled > 1


def _named_open(column: ColumnProfile) -> bool:
    return bool(_OPEN_NAME.search(column.title) or _OPEN_NAME.search(column.column))


def _only_one(guesses: list[ColumnGuess], role: ColumnRole) -> list[ColumnGuess]:
    """Keep the first guess of ``role`` (by name before by position, faulty ones last); the others become background."""
    found = [guess for guess in guesses if guess.role is role]
    keep = min(found, key=lambda guess: _LAST.index(guess.reason) if guess.reason in _LAST else -1, default=None)
    return [
        replace(guess, role=ColumnRole.IGNORE, reason="guess_second") if guess in found and guess is not keep else guess
        for guess in guesses
    ]


def _with_gates(
    guesses: list[ColumnGuess], profiles: list[ColumnProfile], columns: list[tuple[str, ...]]
) -> tuple[ColumnGuess, ...]:
    closed = {
        position
        for position, guess in enumerate(guesses)
        if guess.role in {ColumnRole.CLOSED, ColumnRole.BACKGROUND, ColumnRole.SCALE}
    }
    opened: dict[str, list[str]] = {}
    for position, guess in enumerate(guesses):
        if guess.role is not ColumnRole.OPEN or guess.gate is not None:
            continue
        gate = guess_gate(position, profiles, columns, closed, named=_named_open(profiles[position]))
        if gate is not None:
            reason = {"gate": gate.column, "values": ", ".join(gate.values)}
            guesses[position] = replace(guess, gate=gate, reason="guess_gated", facts=reason)
            opened.setdefault(gate.column, []).append(guess.column)
    return tuple(replace(guess, gates=tuple(opened.get(guess.column, ()))) for guess in guesses)
