"""The order in which the categories of a closed question are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from coding.files.column_profile import NO, YES

_SCALES: Final = tuple(
    tuple(scale.split("|"))
    for scale in (
        "helemaal oneens|zeer oneens|zeer mee oneens|helemaal niet mee eens|helemaal mee oneens|oneens|"
        "niet mee eens|mee oneens|enigszins oneens|neutraal|niet eens, niet oneens|"
        "niet mee eens, niet mee oneens|noch eens, noch oneens|enigszins eens|eens|mee eens|zeer eens|"
        "zeer mee eens|helemaal eens|helemaal mee eens",
        "zeer ontevreden|heel ontevreden|ontevreden|enigszins ontevreden|neutraal|"
        "niet tevreden, niet ontevreden|enigszins tevreden|redelijk tevreden|tevreden|heel tevreden|"
        "zeer tevreden",
        "helemaal niet belangrijk|zeer onbelangrijk|onbelangrijk|niet belangrijk|neutraal|"
        "een beetje belangrijk|belangrijk|heel belangrijk|zeer belangrijk",
        "nooit|zelden|bijna nooit|soms|af en toe|regelmatig|vaak|bijna altijd|meestal|heel vaak|altijd",
        "zeer slecht|slecht|matig|neutraal|voldoende|redelijk|goed|zeer goed|uitstekend",
        "helemaal niet|niet|nauwelijks|een beetje|enigszins|neutraal|redelijk|grotendeels|veel|heel veel|helemaal",
        "strongly disagree|completely disagree|disagree|somewhat disagree|neither agree nor disagree|"
        "neutral|neither|somewhat agree|agree|strongly agree|completely agree",
        "very dissatisfied|dissatisfied|fairly dissatisfied|somewhat dissatisfied|"
        "neither satisfied nor dissatisfied|neutral|neither|somewhat satisfied|fairly satisfied|"
        "satisfied|very satisfied",
        "not at all important|very unimportant|unimportant|not important|neutral|slightly important|"
        "somewhat important|moderately important|important|very important|extremely important",
        "never|rarely|seldom|sometimes|occasionally|often|usually|very often|always",
        "very poor|poor|very bad|bad|fair|average|neutral|good|very good|excellent",
        "very unlikely|unlikely|somewhat unlikely|neutral|neither likely nor unlikely|somewhat likely|"
        "likely|very likely",
    )
)
_LAST: Final = re.compile(
    r"(anders|overig|other|geen antwoord|weet (ik )?niet|geen mening|n\.?v\.?t|don'?t know|prefer not|no answer)\b",
    re.I,
)
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_LESS: Final = re.compile(r"(?:minder|korter|jonger|lager|onder|beneden|tot|under|less|fewer|below|up to)\b|<", re.I)
_MORE: Final = re.compile(r"(?:meer|langer|ouder|hoger|boven|over|more|above)\b|>", re.I)


def scale_of(values: Iterable[str]) -> tuple[str, ...] | None:
    """The known scale that holds at least three of ``values`` and all of them but one; None if there is none."""
    plain = {" ".join(value.casefold().split()) for value in values}
    fitting = [(len(plain.intersection(scale)), scale) for scale in _SCALES]
    matched, scale = max(fitting, key=lambda pair: pair[0])
    return scale if matched >= 3 and matched >= len(plain) - 1 else None


def ordered(values: Iterable[str]) -> tuple[str, ...]:
    """``values`` (distinct, in order of appearance) as they should be printed.

    Known scales from low to high, yes before no, categories with numbers ("3-5 jaar", "65+") by number; otherwise
    the alphabet. "Anders" and "weet niet" go last.
    """
    given = tuple(values)
    scale = scale_of(given)
    if scale:
        return tuple(sorted(given, key=lambda value: _on_scale(value, scale)))
    if all(value.casefold() in YES | NO for value in given):
        return tuple(sorted(given, key=lambda value: (value.casefold() not in YES, value)))
    rest = [value for value in given if not _LAST.match(value)]
    if rest and all(_NUMBER.search(value) for value in rest):
        return tuple(sorted(given, key=_by_number))
    return tuple(sorted(given, key=lambda value: (bool(_LAST.match(value)), value.casefold(), value)))


def _on_scale(value: str, scale: tuple[str, ...]) -> tuple[int, str]:
    plain = " ".join(value.casefold().split())
    return (scale.index(plain) if plain in scale else len(scale), value)


def _by_number(value: str) -> tuple[bool, float, int, str]:
    found = _NUMBER.search(value)
    if _LAST.match(value) or found is None:
        return (True, 0.0, 0, value)
    side = -1 if _LESS.match(value) else int(bool(_MORE.match(value)))
    return (False, float(found[0].replace(",", ".")), side, value)
