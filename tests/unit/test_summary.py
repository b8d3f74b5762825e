"""The sentence per question."""

from __future__ import annotations

import pytest

from coding.analysis.tabulate import tabulate
from coding.domain.counted_list import ListOptions
from coding.domain.report import Show
from coding.services.report import ReportSettings, make_report
from coding.services.summary import summary_sentence
from tests.projects import coded_project, example_project


def test_the_closed_share_comes_before_the_arguments() -> None:
    assert summary_sentence(tabulate(example_project(), "merkt"), "nl").text == (
        "77% van de respondenten antwoordt ‘Ja’ op de vraag ‘Merk je dat het vertrouwen daalt?’ (n = 29). Ze noemen "
        "vooral ‘Het contact verandert’ (8x) en ‘Het is te zien op sociale media’ (4x), en ook ‘Mensen geloven onze "
        "cijfers niet’ (2x)."
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([("a", ["x"])], "Op de vraag ‘Waaraan merk je dat?’ noemt één respondent ‘x’ (1x)."),
        (
            [("a", ["x"]), ("b", ["y"])],
            "Op de vraag ‘Waaraan merk je dat?’ noemen de 2 respondenten vooral ‘x’ (1x) en ‘y’ (1x).",
        ),
        ([("a", ())], "Op de vraag ‘Waaraan merk je dat?’ antwoordde één respondent."),
        ([("a", ()), ("b", ["Overig"])], "Op de vraag ‘Waaraan merk je dat?’ antwoordden 2 respondenten."),
        ([("", ())], ""),
    ],
)
def test_singular_plural_and_nothing(answers: list[tuple[str, list[str]]], expected: str) -> None:
    assert summary_sentence(tabulate(coded_project(answers), "q"), "nl").text == expected


def test_in_english_with_shares_and_non_answers() -> None:
    counted = tabulate(example_project(), "mist", options=ListOptions(non_answers=True))
    assert summary_sentence(counted, "en").text == (
        "7 respondents answered ‘Mis je nog iets in deze vragenlijst?’. 3 respondents answered ‘Nee’."
    )
    two = tabulate(coded_project([("a", ["x"]), ("b", ["x"]), ("c", ["y"])]), "q")
    assert summary_sentence(two, "en", Show.BOTH).text == (
        "In answer to ‘Waaraan merk je dat?’, the 3 respondents mostly mention ‘x’ (2x, 67%) and ‘y’ (1x, 33%)."
    )


def test_a_sentence_by_hand_takes_the_place() -> None:
    settings = ReportSettings(sentences={"merkt": "Met de hand geschreven."}, questions=("merkt",))
    assert make_report(example_project(), settings, "2026-11-22").summary == ("Met de hand geschreven.",)
    assert make_report(example_project(), ReportSettings(summary=False), "2026-11-22").summary == ()
