"""Quotes that represent a group."""

import numpy as np
import pytest

from coding.analysis.quotes import MAX_QUOTE, QuoteReason, propose_quotes
from coding.domain.segments import Span

ALONG = np.array([[1.0, 0.0], [0.99, 0.1], [0.98, 0.15], [0.6, 0.8]], dtype=np.float32)
ANSWERS = ["De bus komt te laat.", "De bus is altijd te laat.", "Bussen rijden niet op tijd.", "Ik loop liever."]


def test_quotes_are_exact_and_begin_with_the_most_typical() -> None:
    quotes = propose_quotes(ANSWERS, [None] * 4, ALONG, k=3)
    assert len(quotes) == 3
    assert quotes[0].reason is QuoteReason.TYPICAL
    assert {quote.span.of(ANSWERS[quote.index]) for quote in quotes} <= set(ANSWERS)


def test_a_different_answer_is_quoted_before_a_third_of_the_same() -> None:
    indices = {quote.index for quote in propose_quotes(ANSWERS, [None] * 4, ALONG, k=2)}
    assert 3 in indices


def test_a_quote_is_the_segment_that_belongs_to_the_group() -> None:
    verbatim = "Te duur. De bus komt te laat."
    quotes = propose_quotes([verbatim], [Span(9, 29)], np.ones((1, 2), dtype=np.float32))
    assert [quote.span.of(verbatim) for quote in quotes] == ["De bus komt te laat."]


def test_a_long_answer_gives_its_first_sentences() -> None:
    verbatim = "De bus komt te laat. " + "Dat merk ik elke dag opnieuw als ik bij de halte sta " * 10
    (quote,) = propose_quotes([verbatim], [None], np.ones((1, 2), dtype=np.float32))
    assert quote.span.of(verbatim) == "De bus komt te laat."


def test_a_long_sentence_is_cut_after_a_word() -> None:
    verbatim = "woord " * 200
    (quote,) = propose_quotes([verbatim], [None], np.ones((1, 2), dtype=np.float32))
    assert len(quote.span.of(verbatim)) <= MAX_QUOTE
    assert quote.span.of(verbatim).endswith("woord")


def test_the_same_words_are_quoted_once() -> None:
    verbatims = ["De bus komt te laat", "de bus komt te laat!", "De bus komt te laat."]
    assert len(propose_quotes(verbatims, [None] * 3, np.ones((3, 2), dtype=np.float32))) == 1


def test_personal_data_is_quoted_only_for_want_of_better() -> None:
    verbatims = ["Mail mij op jan@voorbeeld.nl over de bus", "De bus komt vaak te laat"]
    vectors = np.array([[1.0, 0.0], [0.9, 0.4]], dtype=np.float32)
    assert [quote.index for quote in propose_quotes(verbatims, [None, None], vectors)] == [1]
    assert [quote.index for quote in propose_quotes(verbatims[:1], [None], vectors[:1])] == [0]


def test_a_short_quote_beside_a_long_one_says_so() -> None:
    verbatims = ["De bus komt bijna elke dag te laat en dat is voor mij echt heel erg vervelend.", "De bus is te laat."]
    vectors = np.array([[1.0, 0.0], [0.8, 0.6]], dtype=np.float32)
    reasons = [quote.reason for quote in propose_quotes(verbatims, [None, None], vectors)]
    assert sorted(reasons) in (["short", "typical"], ["different", "typical"])


def test_no_members_or_no_quotes_wanted() -> None:
    assert propose_quotes([], [], np.zeros((0, 2), dtype=np.float32)) == ()
    assert propose_quotes(ANSWERS, [None] * 4, ALONG, k=0) == ()


def test_parameters_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="one entry per member"):
        propose_quotes(ANSWERS, [None], ALONG)
