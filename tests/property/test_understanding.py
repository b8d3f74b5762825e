"""What always holds when answers are read: exact offsets, no overlap, order does not matter."""

import random
import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.analysis.encoder import Vectors
from coding.analysis.name import name_groups
from coding.analysis.name_phrases import MAX_NAME
from coding.analysis.personal_data import find_personal_data
from coding.analysis.quotes import MAX_QUOTE, propose_quotes
from coding.analysis.segment import segment
from coding.analysis.segment_question import segment_question
from coding.domain.answers import AnswerKind, kind_of, non_answer_label, normalise
from coding.domain.segments import Span

SIGNS = [", ", ". ", "; ", " en ", " and ", "\n", "\n- ", " / ", "//", " + ", " (", ") ", '"', " ", "1. ", "2. "]
WORDS = ["tijd", "geld", "lef", "meer", "de", "niet", "want", "bus", "n.v.t.", "o.a.", "👍", "是"]
typed = st.lists(st.sampled_from(WORDS + SIGNS), max_size=20).map("".join)
anything = st.one_of(typed, st.text(max_size=80))


@given(anything)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(anything)
def test_the_kind_does_not_depend_on_case_or_white_space(text: str) -> None:
    kind = kind_of(text)
    assert kind_of(f"  {text}\n") is kind
    if kind is AnswerKind.NON_ANSWER:
        assert non_answer_label(text).strip()


@given(anything)
def test_segments_are_in_order_trimmed_and_hold_every_word(text: str) -> None:
    spans = segment(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    outside = "".join(char for at, char in enumerate(text) if not any(span.start <= at < span.end for span in spans))
    # Only the conjunction between two items and the letter or number before one stay outside.
    left = outside.replace("en", " ").replace("and", " ").replace("ook", " ")
    assert not [char for char in left if char.isalpha() and char not in "abcdefgho"]
    if kind_of(text) is not AnswerKind.BLANK:
        assert spans


@given(st.one_of(typed, st.text("a1bE .,;:/'\"()[]-–•…?!\n\xa0@&", max_size=30)))
@settings(max_examples=300)
def test_answers_that_are_passed_over_quickly_would_have_stayed_whole(text: str) -> None:
    quick = segment(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coding.analysis.segment._MAY_CUT", re.compile(""))
        patch.setattr("coding.analysis.segment_shield._MAY_SHIELD", re.compile(""))
        assert segment(text) == quick


@given(
    st.lists(
        st.sampled_from(["bus", "trein", "de bus", "bus en trein", "trein bus", "bus, trein", "BUS and _en_ trein"])
    )
)
def test_segments_that_are_passed_over_quickly_would_not_have_been_cut(texts: list[str]) -> None:
    quick = segment_question(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coding.analysis.segment_question._may_cut", lambda *_: True)
        assert segment_question(texts) == quick


@given(st.lists(typed, max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_segments_of_a_question_do_not_depend_on_the_order_of_rows(texts: list[str], chance: random.Random) -> None:
    shuffled = texts + texts[:2]
    chance.shuffle(shuffled)
    first = dict(zip(texts, segment_question(texts), strict=True))
    assert dict(zip(shuffled, segment_question(shuffled), strict=True)) == first
    for text, spans in first.items():
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(span.start < span.end <= len(text) for span in spans)


def vectors_of(texts: list[str]) -> Vectors:
    rows = [np.random.default_rng(list(text.encode())).standard_normal(8) for text in texts]
    return np.array(rows, dtype=np.float32).reshape(len(texts), 8)


groups_of_answers = st.lists(st.lists(anything.filter(str.strip), min_size=1, max_size=5), min_size=1, max_size=5)


@given(groups_of_answers, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_names_are_unique_short_and_the_same_in_any_order(groups: list[list[str]], chance: random.Random) -> None:
    texts = sorted({text for group in groups for text in group})
    names = name_groups(groups, texts, vectors_of(texts), "nl")
    assert all(0 < len(each.name) <= MAX_NAME for each in names)
    assert len({each.name for each in names}) == len(groups)
    shuffled = [*texts, texts[0]]
    chance.shuffle(shuffled)
    mixed = [list(reversed(group)) for group in groups]
    assert name_groups(mixed, shuffled, vectors_of(shuffled), "nl") == names


@given(st.lists(anything, min_size=1, max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_quotes_are_exact_different_and_the_same_in_any_order(texts: list[str], chance: random.Random) -> None:
    spans: list[Span | None] = [next(iter(segment(text)), None) for text in texts]
    quotes = propose_quotes(texts, spans, vectors_of(texts))
    printed = [quote.span.of(texts[quote.index]) for quote in quotes]
    assert all(0 < len(words) <= MAX_QUOTE and words in text for words in printed for text in [words])
    assert all((spans[quote.index] or quote.span).covers(quote.span) for quote in quotes)
    assert len({normalise(words) for words in printed}) == len(printed)
    order = list(range(len(texts)))
    chance.shuffle(order)
    mixed = [texts[at] for at in order]
    again = propose_quotes(mixed, [spans[at] for at in order], vectors_of(mixed))
    assert [(quote.span.of(texts[order[quote.index]]), quote.reason) for quote in again] == [
        (quote.span.of(texts[quote.index]), quote.reason) for quote in quotes
    ]


@given(anything)
def test_findings_lie_inside_the_text_without_overlap(text: str) -> None:
    findings = find_personal_data(text)
    assert all(0 <= finding.span.start < finding.span.end <= len(text) for finding in findings)
    assert all(a.span.end <= b.span.start for a, b in pairwise(findings))


PERSONAL = [
    "a@b.nl",
    "NL91ABNA0417164300",
    "gi75nwbk000000007099453",
    "111222333",
    "06 12345678",
    "(06) 12 34 56 78",
    "1234 AB",
    "1234ab",
    "Jan Jansen",
    "dhr. de Boer",
    "mijn naam is Eva",
    "J. de Vries",
    "jan",
    " ",
    ". ",
    "de",
    "9",
]


@given(st.one_of(st.lists(st.sampled_from(PERSONAL), max_size=5).map("".join), anything))
def test_answers_in_which_nothing_personal_is_looked_for_hold_nothing_personal(text: str) -> None:
    quick = find_personal_data(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coding.analysis.personal_data._MAY_HOLD", re.compile(""))
        assert find_personal_data(text) == quick
