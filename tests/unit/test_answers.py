"""Blank, non-answer or answer; and when two answers are the same."""

import pytest

from coding.domain.answers import AnswerKind, kind_of, non_answer_label, normalise


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Meer tijd.", "meer  tijd"),
        ("“Meer tijd”", "'meer tijd'"),
        ("- meer tijd", "• Meer tijd!"),
        ("(meer tijd)", "MEER TIJD"),
        ("cafe\u0301", "café"),
        ("ＡＢＣ", "abc"),
        ("foto\u2019s", "foto's"),
        ("meer\u00a0tijd\u200b", "meer tijd"),
        ("❤️", "❤"),
    ],
)
def test_the_same_answer_typed_differently_is_one_decision(first: str, second: str) -> None:
    assert normalise(first) == normalise(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("één", "een"),
        ("-5", "5"),
        ("vertrouwen?", "vertrouwen"),
        ("C++", "C"),
        ("10²", "102"),
        (":)", ":("),
        ("50%", "50"),
        ("👍", "👎"),
        ("meer tijd", "meertijd"),
        ("(niet) open", "niet open"),
        ("是", "不是"),
    ],
)
def test_answers_that_may_mean_something_else_stay_apart(first: str, second: str) -> None:
    assert normalise(first) != normalise(second)


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "\u200b", "\ufeff", "\x00"])
def test_nothing_to_see_is_blank(blank: str) -> None:
    assert kind_of(blank) is AnswerKind.BLANK


@pytest.mark.parametrize(
    ("verbatim", "label"),
    [
        ("Nee", "Nee"),
        ("NEE!!", "Nee"),
        ("nee hoor, geen idee", "Geen idee"),
        ("ik heb echt geen idee eigenlijk", "Geen idee"),
        ("geen idde", "Geen idee"),
        ("weet niet", "Weet niet"),
        ("dat weet ik zo niet", "Weet niet"),
        ("geen", "Geen"),
        ("n.v.t.", "N.v.t."),
        ("NVT", "N.v.t."),
        ("zie boven", "Zie boven"),
        ("n/a", "N/A"),
        ("none", "None"),
        ("I don’t know", "Don't know"),
        ("I dont konw", "Don't know"),
        ("no", "No"),
        ("-", "-"),
        ("...", "-"),
        ("?", "?"),
        ("xxxxxx", "xxx"),
        ("asdfghjkl", "xxx"),
        ("Ja", "Ja"),
    ],
)
def test_non_answers_and_what_they_are_counted_under(verbatim: str, label: str) -> None:
    assert kind_of(verbatim) is AnswerKind.NON_ANSWER
    assert non_answer_label(verbatim) == label


@pytest.mark.parametrize(
    "verbatim",
    [
        "Nee, want er wordt niet geluisterd",
        "geen vertrouwen",
        "geen tijd",
        "een idee",
        "ik heb een idee",
        "niemand",
        "no time",
        "VVD",
        "0",
        "12",
        "👍",
        ":)",
        "+",
        "是",
        "لا أعرف الكثير",
        "nee zeggen is lastig",
        "geen idee wat ze daar de hele dag doen",
    ],
)
def test_whatever_says_something_is_an_answer(verbatim: str) -> None:
    assert kind_of(verbatim) is AnswerKind.ANSWER
    with pytest.raises(ValueError, match="non_answer_label"):
        non_answer_label(verbatim)


def test_the_researcher_adds_non_answers() -> None:
    assert kind_of("Prima zo.") is AnswerKind.ANSWER
    assert kind_of("Prima zo.", extra=["prima zo"]) is AnswerKind.NON_ANSWER
    assert non_answer_label("PRIMA ZO", extra=["prima zo"]) == "Prima zo"
