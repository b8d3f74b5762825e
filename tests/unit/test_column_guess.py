"""What columns are taken for: on the example surveys, and on small columns that are easy to mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.files.category_order import ordered, scale_of
from coding.files.column_guess import ColumnGuess, ColumnRole, guess_columns
from coding.files.column_profile import number
from coding.files.raw_table import FileFormat, RawTable
from coding.files.read_table import read_table
from coding.texts import text

EXAMPLES = Path(__file__).parents[2] / "examples"
ROLES_2025 = {
    "Respondent": ColumnRole.RESPONDENT_ID,
    "Invuldatum": ColumnRole.DATE,
    "Controle 1: Had je dit jaar zelf contact met inwoners, cliënten of huurders?": ColumnRole.FILTER,
    "Controle 2: Gaat je werk over publiekscommunicatie?": ColumnRole.FILTER,
    "Voor wat voor organisatie werk je?": ColumnRole.BACKGROUND,
    "Voor wat voor organisatie werk je? Anders, namelijk:": ColumnRole.OPEN,
    "Hoe heet je organisatie?": ColumnRole.OPEN,
    "Hoe lang zit je in het vak?": ColumnRole.BACKGROUND,
    "Wat voor contract heb je?": ColumnRole.BACKGROUND,
    "Merk je dat mensen je organisatie minder vertrouwen?": ColumnRole.CLOSED,
    "Waaraan merk je dat? Ja, namelijk:": ColumnRole.OPEN,
    "Kan communicatie helpen om vertrouwen te winnen?": ColumnRole.CLOSED,
    "Hoe kan communicatie helpen? Ja, namelijk:": ColumnRole.OPEN,
    "Is er iets nodig om dichter bij mensen te staan?": ColumnRole.CLOSED,
    "Wat is er nodig? Ja, namelijk:": ColumnRole.OPEN,
    "Ik kan mijn organisatie helpen om beter te luisteren": ColumnRole.SCALE,
    "Licht je antwoord toe": ColumnRole.OPEN,
    "Wat heb je daarvoor nodig?": ColumnRole.OPEN,
    "Mis je nog iets in deze vragenlijst?": ColumnRole.OPEN,
    "Gewicht": ColumnRole.WEIGHT,
}
GATES_2025 = {
    "Voor wat voor organisatie werk je? Anders, namelijk:": ("Voor wat voor organisatie werk je?", ("Anders",)),
    "Waaraan merk je dat? Ja, namelijk:": ("Merk je dat mensen je organisatie minder vertrouwen?", ("Ja",)),
    "Hoe kan communicatie helpen? Ja, namelijk:": ("Kan communicatie helpen om vertrouwen te winnen?", ("Ja",)),
    "Wat is er nodig? Ja, namelijk:": ("Is er iets nodig om dichter bij mensen te staan?", ("Ja",)),
}


def example(name: str) -> RawTable:
    return read_table((EXAMPLES / name).read_bytes(), name)


def table(**columns: list[str]) -> RawTable:
    names = tuple(name.replace("_", " ") for name in columns)
    rows = tuple(zip(*columns.values(), strict=True))
    return RawTable("t.csv", names, rows, tuple(range(2, len(rows) + 2)), FileFormat("csv"), ("",) * len(names))


def guess(**column: list[str]) -> ColumnGuess:
    return guess_columns(table(**column))[-1]


def test_every_column_of_the_dutch_example() -> None:
    guesses = guess_columns(example("communicatie_2025.csv"))
    assert {g.column: g.role for g in guesses} == ROLES_2025
    assert {g.column: (g.gate.column, g.gate.values) for g in guesses if g.gate} == GATES_2025
    assert {g.accepted for g in guesses if g.role is ColumnRole.FILTER} == {("Ja",)}


@pytest.mark.parametrize("name", ["Alle_controlevragen_goed_beantwoord", "Answered_all_control_questions"])
def test_that_all_control_questions_were_answered_well_is_a_filter(name: str) -> None:
    found = guess(Leeftijd=["18-34", "35-54"] * 20, **{name: ["Ja", "Ja", "Ja", "Nee"] * 10})
    assert (found.role, found.accepted) == (ColumnRole.FILTER, ("Ja",))


def test_the_second_wave_and_the_english_example() -> None:
    second = {g.column: g.role for g in guess_columns(example("communicatie_2026.csv"))}
    assert list(second.values()) == list(ROLES_2025.values())
    english = [g.role for g in guess_columns(example("neighbourhood_2025.csv"))]
    background = [ColumnRole.BACKGROUND] * 4
    identity, rest = [ColumnRole.RESPONDENT_ID, ColumnRole.DATE], [ColumnRole.SCALE, ColumnRole.OPEN, ColumnRole.OPEN]
    assert english == [*identity, *background, *rest]


@pytest.mark.parametrize("name", ["communicatie_2025.csv", "neighbourhood_2025.csv"])
def test_every_guess_has_a_reason_in_both_languages(name: str) -> None:
    for found in guess_columns(example(name)):
        assert text(found.reason, "nl", **found.facts)
        assert text(found.reason, "en", **found.facts)


OPEN = ["meer tijd", "lef en ruimte", "steun van de directie", "een training", "weet ik niet", "rust aan het hoofd"]


@pytest.mark.parametrize(
    ("name", "cells", "role"),
    [
        ("leeg", ["", " ", ""], ColumnRole.IGNORE),
        ("taal", ["nl"] * 5, ColumnRole.IGNORE),
        ("Sociale media", ["Sociale media", "", "Sociale media", ""], ColumnRole.CLOSED),
        ("IPAddress", ["1.2.3.4", "1.2.3.5", "1.2.3.6"], ColumnRole.IGNORE),
        ("nummer", ["1", "2", "3"], ColumnRole.RESPONDENT_ID),
        ("ResponseId", ["R_1a", "R_2b", "R_3c"], ColumnRole.RESPONDENT_ID),
        ("Wat heb je nodig?", OPEN, ColumnRole.OPEN),
        ("Toelichting", ["goed", "goed", "goed", "goed", "", "matig"], ColumnRole.OPEN),
        ("Wat heb je nodig?", ["tijd"], ColumnRole.OPEN),
        ("geslacht", ["m", "v", "v", "m", "v"], ColumnRole.BACKGROUND),
        ("Vond je het leuk?", ["ja", "nee", "ja", "ja"], ColumnRole.CLOSED),
        ("Doe je mee?", ["1", "0", "1", "0"], ColumnRole.CLOSED),
        ("rapportcijfer", ["7", "8", "6", "7", "8", "6", "7", "8"], ColumnRole.SCALE),
        ("leeftijd", ["34", "61", "45", "23", "34", "52"], ColumnRole.BACKGROUND),
        ("oordeel", ["Eens", "Oneens", "Neutraal", "Eens", "Eens"], ColumnRole.SCALE),
        ("tevreden", ["Zeer tevreden", "Tevreden", "Ontevreden", "Tevreden"], ColumnRole.SCALE),
        ("weight", ["0.8", "1.2", "1", "1.0"], ColumnRole.WEIGHT),
        ("gewicht", ["0,8", "1,2", "1", "-1"], ColumnRole.WEIGHT),
        ("weegfactor", ["0,8", "1,2", "geen"], ColumnRole.WEIGHT),
        ("gewicht", ["zwaar", "licht", "licht", "zwaar", "licht", "licht"], ColumnRole.BACKGROUND),
        ("nr", ["1", "2", "2", "3"], ColumnRole.RESPONDENT_ID),
        ("respondentnummer", ["1", "", "3"], ColumnRole.RESPONDENT_ID),
        ("nummer", ["1", "2", "3", "1", "2", "3", "1", "2", "3"], ColumnRole.SCALE),
        ("ingevuld op", ["1-2-2025 10:03", "2-2-2025 9:00", "3 maart 2025"], ColumnRole.DATE),
        ("postcode", ["1012 AB", "3511 XX", "1012 AB"], ColumnRole.BACKGROUND),
    ],
)
def test_single_columns(name: str, cells: list[str], role: ColumnRole) -> None:
    assert guess(**{name.replace(" ", "_"): cells}).role is role


def test_a_faulty_id_is_told_and_gives_way_to_a_flawless_one() -> None:
    """Left out without a word, double ids would make one person into two."""
    faulty, flawless = ["1", "2", "2"], ["a1", "a2", "a3"]
    assert guess(nr=faulty).reason == "guess_id_faulty"
    found = {g.column: g.role for g in guess_columns(table(nr=faulty, ResponseId=flawless, wens=OPEN[:3]))}
    assert found["ResponseId"] is ColumnRole.RESPONDENT_ID
    assert found["nr"] is not ColumnRole.RESPONDENT_ID


def test_many_different_sentences_are_open_however_often_they_come_back() -> None:
    wishes = [f"{verb} de {thing} in de wijk" for verb in ("vaker", "beter", "eerder") for thing in "abcdefghij"]
    assert guess(Wat_kan_de_gemeente_beter_doen=wishes * 3).role is ColumnRole.OPEN
    assert guess(In_welke_plaats_woon_je=[f"Plaats {at}" for at in range(30)] * 3).role is ColumnRole.BACKGROUND


def test_only_one_column_is_the_respondent_id() -> None:
    roles = [g.role for g in guess_columns(table(nr=["1", "2", "3"], respondent=["a1", "a2", "a3"], wens=OPEN[:3]))]
    assert roles.count(ColumnRole.RESPONDENT_ID) == 1


def test_answers_that_begin_with_yes_or_no_are_gated_by_themselves() -> None:
    cells = ["Ja, namelijk: meer tijd", "Nee", "ja, lef", "nee", "Ja: steun van boven", "Nee"]
    found = guess(Is_er_iets_nodig=cells)
    assert found.role is ColumnRole.OPEN
    assert found.gate is not None
    assert found.gate.own_words
    assert found.gate.values == ("ja",)


def gated(gate: list[str], answers: list[str], between: list[str] | None = None) -> ColumnGuess:
    columns = {"Heb_je_iets_nodig?": gate, "Wat_dan?": between or [""] * len(gate), "Vertel": answers}
    return guess_columns(table(**columns))[-1]


def test_a_gate_is_found_by_who_answered() -> None:
    found = gated(["Ja", "Nee"] * 10, [cell for i in range(10) for cell in (f"meer tijd voor {OPEN[i % 6]} {i}", "-")])
    assert found.gate is not None
    assert found.gate.values == ("Ja",)
    assert found.reason == "guess_gated"


def test_why_not_is_gated_by_no() -> None:
    found = gated(["Ja", "Nee"] * 10, [cell for i in range(10) for cell in ("", f"geen {OPEN[i % 6]} {i}")])
    assert found.gate is not None
    assert found.gate.values == ("Nee",)


def test_what_everybody_answers_has_no_gate() -> None:
    assert gated(["Ja", "Nee"] * 10, [f"tijd voor {i} dingen" for i in range(20)]).gate is None


def test_a_silence_that_may_be_chance_is_no_gate() -> None:
    assert gated(["Ja", "Ja", "Ja", "Nee"], ["meer tijd", "", "", ""]).gate is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [("0,87", 0.87), ("0.87", 0.87), (" 1 ", 1.0), ("-2", -2.0), (".5", 0.5), ("1e-07", 1e-7), ("1.000,5", None)]
    + [(word, None) for word in ("", "nan", "inf", "1_000", "een", "1,2,3", "٣")],
)
def test_numbers_in_either_notation(cell: str, value: float | None) -> None:
    assert number(cell) == value


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("Eens|Oneens|Helemaal eens|Neutraal", "Oneens|Neutraal|Eens|Helemaal eens"),
        ("Nee|Ja", "Ja|Nee"),
        ("Meer dan 10 jaar|3-5 jaar|0-2 jaar|6-10 jaar", "0-2 jaar|3-5 jaar|6-10 jaar|Meer dan 10 jaar"),
        ("65+|18-34|35-64|Onder 18", "Onder 18|18-34|35-64|65+"),
        ("10|9|1", "1|9|10"),
        ("Provincie|Anders|Gemeente|Weet niet", "Gemeente|Provincie|Anders|Weet niet"),
    ],
)
def test_the_order_in_which_categories_are_printed(values: str, expected: str) -> None:
    assert ordered(values.split("|")) == tuple(expected.split("|"))


def test_a_scale_may_have_one_value_of_its_own_but_not_two() -> None:
    assert scale_of(["Eens", "Oneens", "Neutraal", "Geen mening"]) is not None
    assert scale_of(["Eens", "Oneens", "Neutraal", "Geen mening", "Anders"]) is None
