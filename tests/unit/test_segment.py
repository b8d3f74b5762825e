"""Where one argument ends and the next begins."""

import pytest

from coding.analysis.segment import segment, span_at
from coding.analysis.segment_question import segment_question
from coding.domain.segments import Span


def words(verbatim: str) -> list[str]:
    return [span.of(verbatim) for span in segment(verbatim)]


@pytest.mark.parametrize(
    ("verbatim", "expected"),
    [
        ("meer tijd, training en lef", ["meer tijd", "training", "lef"]),
        ("Meer tijd. Minder regels.", ["Meer tijd.", "Minder regels."]),
        ("te duur; slecht bereikbaar", ["te duur", "slecht bereikbaar"]),
        ("- tijd\n- geld", ["tijd", "geld"]),
        ("• tijd • geld", ["tijd", "geld"]),
        ("1. tijd 2. geld 3. lef", ["tijd", "geld", "lef"]),
        ("a) tijd b) geld", ["tijd", "geld"]),
        ("tijd / geld / lef", ["tijd", "geld", "lef"]),
        ("tijd + geld", ["tijd", "geld"]),
        ("parkeren en openingstijden", ["parkeren", "openingstijden"]),
        ("parking and opening hours", ["parking", "opening hours"]),
        ("training en meer tijd", ["training", "meer tijd"]),
        ("Wat ik mis:\n- tijd\n- geld", ["Wat ik mis:\n- tijd", "geld"]),
        ("rent//health care//no", ["rent", "health care//no"]),
        ("service.Meer personeel", ["service.", "Meer personeel"]),
        ("👍 sfeer, 👎 prijs", ["👍 sfeer", "👎 prijs"]),
        ("(tijd, geld) en lef", ["(tijd, geld)", "lef"]),
    ],
)
def test_several_arguments(verbatim: str, expected: list[str]) -> None:
    assert words(verbatim) == expected


@pytest.mark.parametrize(
    "verbatim",
    [
        "luisteren en vertalen naar beleid",
        "een open, eerlijke gemeente",
        "sociale en economische problemen",
        "economic and social policy",
        "zorg- en welzijnsorganisaties",
        "open en eerlijk",
        "transparantie/openheid",
        "Ik kom graag, maar het is ver",
        "Nee, want er wordt niet geluisterd",
        "Meer openheid. Want die mis ik nu.",
        "Het zwembad is te klein. Ons zwembad verdient beter.",
        "Bijv. meer tijd o.a. voor training",
        "Zie www.voorbeeld.nl/a,b of mail naar a.b@voorbeeld.nl",
        "Open van 9.30 tot 17.00 en 1.250,50 euro per jaar",
        'Ze zei: "Dat is duur, ver en oud."',
        "dhr. A. de Boer helpt altijd",
        "Wie weet... misschien later",
        "roads in winter and summer",
        "parkeren",
        "停车",
    ],
)
def test_one_argument_stays_whole(verbatim: str) -> None:
    assert words(verbatim) == [verbatim.strip()]


def test_a_blank_has_no_segments() -> None:
    assert segment("  \n ") == ()


def test_a_very_long_answer_is_cut_at_every_line() -> None:
    verbatim = "\n".join(f"punt {number} over straat {number}" for number in range(700))
    assert len(segment(verbatim)) == 700


def test_which_segment_a_place_is_in() -> None:
    spans = (Span(0, 4), Span(6, 10))
    assert span_at(spans, 0) == Span(0, 4)
    assert span_at(spans, 5) is None
    assert span_at(spans, 9) == Span(6, 10)
    assert span_at(spans, 10) is None
    assert span_at((), 3) is None


LISTED = ["parkeren", "Het parkeren", "zwembad", "Een zwembad!", "zwembad en parkeren", "parkeren, buslijnen"]


def by_question(verbatims: list[str]) -> dict[str, list[str]]:
    cut = segment_question(verbatims)
    return {verbatim: [span.of(verbatim) for span in spans] for verbatim, spans in zip(verbatims, cut, strict=True)}


def test_items_known_from_other_answers_are_cut_without_a_comma() -> None:
    assert by_question([*LISTED, "parkeren zwembad"])["parkeren zwembad"] == ["parkeren", "zwembad"]


def test_a_conjunction_in_a_longer_answer_is_cut_between_known_items() -> None:
    verbatim = "ik zou zeggen dat het gaat om het parkeren en het zwembad"
    assert by_question([*LISTED, verbatim])[verbatim] == [
        "ik zou zeggen dat het gaat om het parkeren",
        "het zwembad",
    ]


def test_a_name_is_not_cut_though_its_words_stand_alone() -> None:
    answers = ["Karel", "karel.", "de Karel", "Winter", "winter?", "de winter", "Karel Winter"]
    assert by_question(answers)["Karel Winter"] == ["Karel Winter"]


def test_a_known_whole_is_not_cut() -> None:
    answers = [*LISTED, "zwembad parkeren", "Het zwembad parkeren"]
    assert by_question(answers)["zwembad parkeren"] == ["zwembad parkeren"]


def test_a_denial_is_not_cut() -> None:
    assert by_question([*LISTED, "geen zwembad parkeren"])["geen zwembad parkeren"] == ["geen zwembad parkeren"]
