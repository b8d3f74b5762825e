"""Whether answers are grouped whole or in pieces."""

from __future__ import annotations

from coding.analysis.pieces import pieces

LISTS = ["loon, werkdruk", "werkdruk", "loon", "reistijd", "reistijd en loon", "sfeer", "loon; sfeer", "druk", "uren"]


def test_strung_items_that_others_give_as_whole_answers_are_cut() -> None:
    found = pieces(LISTS)
    assert found.cut
    assert found.reason == "items_strung_together"
    assert [span.of(LISTS[0]) for span in found.spans[0]] == ["loon", "werkdruk"]


def test_sentences_that_nobody_gives_alone_are_kept_whole() -> None:
    texts = ["Het loon is te laag. Mijn baas luistert niet.", "Ik heb het goed hier.", "De reis duurt me te lang."]
    found = pieces(texts)
    assert not found.cut
    assert [len(spans) for spans in found.spans] == [1, 1, 1]
    assert found.spans[0][0].of(texts[0]) == texts[0].rstrip(".") or found.spans[0][0].of(texts[0]) == texts[0]


def test_answers_with_one_argument_are_kept_whole() -> None:
    assert pieces(["loon", "druk", "sfeer"]).reason == "few_answers_with_several"


def test_a_blank_has_no_piece() -> None:
    assert pieces(["", "loon"]).spans[0] == ()
    assert pieces([]).spans == ()
