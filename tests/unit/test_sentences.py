"""Sentences of the summary by hand: kept, with numbers that follow the counts until they are seen."""

from __future__ import annotations

import pytest

from coding.analysis.tabulate import tabulate
from coding.domain.codebook import OTHER
from coding.domain.commands import Assign, WriteSentence
from coding.domain.counted_list import ListOptions
from coding.domain.errors import CommandRefused
from coding.domain.project import Project
from coding.domain.sentences import Sentence
from coding.domain.survey import ResponseKey
from coding.services.report import ReportSettings, make_report
from coding.services.sentences import edited, shown_sentence
from tests.projects import Person, code_named, coded_project, run, with_wave

ANSWERS = [("a", ["tijd"]), ("b", ["tijd"]), ("c", ["lef"]), ("d", ["lef"]), ("e", ["geld"]), ("f", ["Overig"])]


def project() -> Project:
    return coded_project(ANSWERS, text="Wat is nodig?")


def shown(of: Project) -> Sentence:
    return shown_sentence(of, tabulate(of, "q"), "nl").sentence


def written(of: Project, text: str) -> Project:
    return run(of, WriteSentence(edited(shown(of), ("w1",), text)))


def one_more(of: Project, name: str, row: int) -> Project:
    source = of.coding_of("q").decisions[ResponseKey("w1", "q", f"r{row}")][0].code
    return run(of, Assign("q", (ResponseKey("w1", "q", f"r{row}"),), code_named(of, "q", name), source))


def test_every_number_of_the_sentence_is_a_fact() -> None:
    sentence = shown(project())
    assert sentence.text == (
        "Op de vraag ‘Wat is nodig?’ noemen de 6 respondenten vooral ‘lef’ (2x) en ‘tijd’ (2x), en ook ‘geld’ (1x)."
    )
    assert [sentence.text[link.start : link.end] for link in sentence.links] == ["6", "2", "2", "1"]


def test_a_number_left_in_place_follows_the_count_and_is_told_until_seen() -> None:
    of = written(project(), "Vooral lef (2x) en tijd (2x) springen eruit, in 3 steden.")
    assert shown_sentence(of, tabulate(of, "q"), "nl").changes == ()
    of = one_more(of, "tijd", 6)
    now = shown_sentence(of, tabulate(of, "q"), "nl")
    assert now.sentence.text == "Vooral lef (2x) en tijd (3x) springen eruit, in 3 steden."
    assert [(change.before, change.after) for change in now.changes] == [("2", "3")]
    assert now.sentence.text[now.changes[0].start : now.changes[0].end] == "3"
    seen = run(of, WriteSentence(now.sentence, seen=True))
    assert shown_sentence(seen, tabulate(seen, "q"), "nl").changes == ()


def test_equal_numbers_are_told_apart_by_what_stands_around_them() -> None:
    of = one_more(written(project(), "Tijd is belangrijk. Maar lef (2x) ook, net als tijd (2x)."), "lef", 6)
    assert shown(of).text == "Tijd is belangrijk. Maar lef (3x) ook, net als tijd (2x)."


def test_a_number_whose_argument_is_gone_stays_and_is_told() -> None:
    of = written(project(), "Op de vraag ‘Wat is nodig?’ noemen de 6 respondenten vooral lef (2x) en ook geld (1x).")
    counted = tabulate(of, "q", options=ListOptions(threshold=2))
    now = shown_sentence(of, counted, "nl")
    assert now.sentence.text.endswith("en ook geld (1x).")
    assert [(change.before, change.after) for change in now.changes] == [("1", None)]


def test_a_longer_number_moves_what_comes_after_it() -> None:
    of = coded_project([("x", ["a"])] * 9 + [("y", ["b"]), ("z", ["Overig"])])
    of = written(of, "Eerst a (9x), dan b (1x).")
    of = one_more(one_more(of, "a", 11), "b", 11)
    now = shown_sentence(of, tabulate(of, "q"), "nl").sentence
    assert [now.text[link.start : link.end] for link in now.links] in (["9", "2"], ["10", "1"], ["10", "2"])


def test_the_report_tells_of_numbers_that_nobody_saw() -> None:
    of = one_more(written(project(), "Lef (2x) en tijd (2x)."), "tijd", 6)
    (section,) = make_report(of, ReportSettings(), "2026-11-22").sections
    assert section.sentence == "Lef (2x) en tijd (3x)."
    assert [(change.before, change.after) for change in section.unseen] == [("2", "3")]


def test_empty_text_goes_back_to_the_sentence_of_the_summary_and_can_be_undone() -> None:
    of = written(project(), "Met de hand.")
    back = run(of, WriteSentence(Sentence("q", "nl", ("w1",), "  ")))
    assert shown(back).text == shown(project()).text
    assert not back.sentences


def test_sentences_are_per_language_and_a_question_must_exist() -> None:
    of = written(project(), "Met de hand.")
    assert shown_sentence(of, tabulate(of, "q"), "en").by_hand is False
    with pytest.raises(CommandRefused):
        run(of, WriteSentence(Sentence("weg", "nl", ("w1",), "x")))


def test_a_sentence_for_all_waves_stays_when_a_wave_is_added() -> None:
    of = written(project(), "Op de vraag ‘Wat is nodig?’ noemen de 6 respondenten vooral tijd.")
    more = with_wave(of, [Person({"q": "g"})], list(of.questions.values()), wave="w2", name="2024")
    now = shown_sentence(more, tabulate(more, "q"), "nl")
    assert now.sentence.text == "Op de vraag ‘Wat is nodig?’ noemen de 7 respondenten vooral tijd."
    alone = tabulate(more, "q", options=ListOptions(waves=("w2",)))
    assert shown_sentence(more, alone, "nl").by_hand is False


def test_other_is_no_fact() -> None:
    assert not any(OTHER in link.fact for link in shown(project()).links)
