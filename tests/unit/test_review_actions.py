"""From what a person points at to a command, identical answers included."""

from __future__ import annotations

import pytest

from coding.analysis.tabulate import tabulate
from coding.domain.apply import apply
from coding.domain.assignments import Origin, ResponseState
from coding.domain.codebook import NO_CODE, OTHER, Quote
from coding.domain.commands import Command, Detach, SetQuotes
from coding.domain.errors import CommandRefused
from coding.domain.events import Event
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services import review_actions as actions
from coding.services.board import EVERYTHING, UNPLACED, AnswerRow
from coding.services.review_queue import take_new
from coding.services.review_quotes import check, cut, hide, narrow, personal_in, replacement, restore
from coding.services.review_rules import apply_rule, drop_rule, keep_rule, rule_hits, rule_rows
from coding.services.review_search import answers_of, board_of, hit_counts, hits, matching, shown_groups
from coding.texts.history import sentence
from tests.projects import run
from tests.review_projects import BOOS, CIJFERS, KLACHTEN, SOCIAAL, proposed_project

Q = "q1"


def group(project: Project, name: str) -> str:
    return next(row.id for row in board_of(project, Q).rows if row.name == name)


def row(project: Project, name: str, words: str) -> AnswerRow:
    return next(r for r in answers_of(project, Q, group(project, name)) if words in r.verbatim)


def done(project: Project, command: Command | None) -> Project:
    assert command is not None
    return run(project, command)


def count(project: Project, name: str) -> int:
    return next(row.count for row in board_of(project, Q).rows if row.name == name)


def test_moving_takes_identical_answers_along() -> None:
    project = proposed_project()
    before = row(project, KLACHTEN, "eer klachten")
    assert before.count == 2
    after = done(project, actions.move(project, Q, [before], group(project, KLACHTEN), group(project, BOOS)))
    assert (count(after, KLACHTEN), count(after, BOOS)) == (1, 6)
    assert all(after.state(key) is ResponseState.CODED for key in before.keys)


def test_moving_to_where_it_stands_or_moving_nothing_is_no_command() -> None:
    project = proposed_project()
    boos = group(project, BOOS)
    assert actions.move(project, Q, [row(project, BOOS, "boze")], boos, boos) is None
    assert actions.move(project, Q, [], boos, OTHER) is None


def test_a_detached_answer_is_decided_alone() -> None:
    project = proposed_project()
    two = row(project, KLACHTEN, "eer klachten")
    project = run(project, actions.detach([two], Q, apart=True))
    alone = next(r for r in answers_of(project, Q, group(project, KLACHTEN)) if r.detached)
    assert alone.count == 1
    after = done(project, actions.move(project, Q, [alone], group(project, KLACHTEN), OTHER))
    assert (count(after, KLACHTEN), board_of(after, Q).other) == (2, 1)
    back = actions.detach([alone], Q, apart=False)
    assert isinstance(back, Detach)
    assert not back.apart


def test_from_nowhere_an_answer_simply_gets_a_code() -> None:
    project = proposed_project()
    sfeer = answers_of(project, Q, UNPLACED)[0]
    after = done(project, actions.move(project, Q, [sfeer], UNPLACED, group(project, BOOS)))
    assert count(after, BOOS) == 5
    assert actions.take_out(project, Q, [sfeer], EVERYTHING) is None


def test_words_are_added_or_stand_alone() -> None:
    project = proposed_project()
    toon = row(project, BOOS, "De toon is harder")
    start = toon.verbatim.index("meer klachten")
    span = Span(start, start + len("meer klachten"))
    added = run(project, actions.segment(project, Q, toon, span, group(project, KLACHTEN)))
    assert (count(added, BOOS), count(added, KLACHTEN)) == (4, 4)
    alone = run(project, actions.segment(project, Q, toon, span, group(project, KLACHTEN), alone=True))
    assert (count(alone, BOOS), count(alone, KLACHTEN)) == (3, 4)


def two_segments() -> tuple[Project, AnswerRow, str, tuple[Span, Span]]:
    """An answer with twice the same argument, in its first and in its last words."""
    project = proposed_project()
    answer, boos = row(project, BOOS, "De toon is harder"), group(project, BOOS)
    spans = Span(0, 17), Span(len(answer.verbatim) - 12, len(answer.verbatim))
    for span in spans:
        project = done(project, actions.segment(project, Q, answer, span, boos))
    answer = next(r for r in answers_of(project, Q, boos) if r.key == answer.key)
    assert {mark.span for mark in answer.marks} == set(spans)
    return project, answer, boos, spans


def test_one_of_two_segments_of_an_argument_can_be_removed() -> None:
    project, answer, boos, (first, last) = two_segments()
    after = done(project, actions.take_words_out(project, answer, Span(first.start, first.start + 3), boos))
    assert [a.span for a in after.coding_of(Q).decisions[answer.key]] == [last]
    assert count(after, BOOS) == count(project, BOOS)
    gone = done(after, actions.take_words_out(after, answer, last, boos))
    assert gone.state(answer.key) is ResponseState.UNCODED


def test_words_that_carry_nothing_are_not_taken_out() -> None:
    project, answer, boos, (first, last) = two_segments()
    assert actions.take_words_out(project, answer, Span(first.end, last.start), boos) is None
    assert actions.take_words_out(project, answer, first, group(project, SOCIAAL)) is None
    assert actions.take_words_out(project, answer, first, EVERYTHING) is None


def test_removing_words_follows_in_identical_answers() -> None:
    project = proposed_project()
    klachten, both = group(project, KLACHTEN), row(project, KLACHTEN, "eer klachten")
    project = done(project, actions.segment(project, Q, both, Span(0, 4), klachten, alone=True))
    project = done(project, actions.segment(project, Q, both, Span(5, 13), klachten))
    answer = next(r for r in answers_of(project, Q, klachten) if r.key in both.keys)
    after = done(project, actions.take_words_out(project, answer, Span(0, 4), klachten))
    assert [[a.span for a in after.coding_of(Q).decisions[key]] for key in both.keys] == [[Span(5, 13)]] * 2


def test_a_net_with_its_codes_is_one_step() -> None:
    project = proposed_project()
    groups = group(project, BOOS), group(project, KLACHTEN)
    command = actions.put_under_new(Q, groups, "Gedrag")
    outcome = apply(project, command, "Anna")
    assert sentence(Event(1, outcome.action, "Anna", "", (), Q, outcome.facts), "nl") == (
        f"zette '{BOOS}', '{KLACHTEN}' onder een nieuw hoofdthema 'Gedrag'"
    )
    after = run(project, command)
    assert after.revision == project.revision + 1
    net = next(r for r in board_of(after, Q).rows if r.is_net)
    assert {r.id for r in board_of(after, Q).rows if r.parent == net.id} == set(groups)


def test_a_refused_part_refuses_the_whole_step() -> None:
    project = proposed_project()
    with pytest.raises(CommandRefused, match=r"command\.empty_name"):
        apply(project, actions.put_under_new(Q, (group(project, BOOS),), " "), "Anna")
    with pytest.raises(CommandRefused, match=r"command\.group_gone"):
        apply(project, actions.put_under_new(Q, ("niets",), "Gedrag"), "Anna")


def test_a_new_argument_for_an_answer_is_one_step() -> None:
    project = proposed_project()
    answer = row(project, KLACHTEN, "eer klachten")
    command = take_new(project, Q, answer, "code-nieuw", "Drukte")
    outcome = apply(project, command, "Anna")
    assert sentence(Event(1, outcome.action, "Anna", "", (), Q, outcome.facts), "nl") == (
        "maakte het argument 'Drukte' en zette daar antwoorden van 2 respondenten bij"
    )
    after = run(project, command)
    assert (after.revision, count(after, "Drukte")) == (project.revision + 1, 2)


def test_a_copy_stands_under_both() -> None:
    project = proposed_project()
    boze = row(project, BOOS, "boze")
    after = done(project, actions.copy(project, Q, [boze], group(project, SOCIAAL), group(project, BOOS)))
    assert (count(after, BOOS), count(after, SOCIAAL)) == (4, 4)


def test_some_answers_become_a_group_of_their_own_in_one_step() -> None:
    project = proposed_project()
    boze = row(project, BOOS, "boze")
    after = done(project, actions.split_off(project, Q, [boze], group(project, BOOS), "Mail"))
    assert (count(after, BOOS), count(after, "Mail")) == (3, 1)


def test_confirming_skips_what_is_confirmed_and_takes_a_net_with_all_under_it() -> None:
    project = proposed_project()
    boos = group(project, BOOS)
    confirmed = done(project, actions.confirm(project, Q, [boos]))
    assert actions.confirm(confirmed, Q, [boos]) is None
    left = actions.unconfirmed(confirmed.coding_of(Q))
    assert boos not in left
    assert len(left) == 3


def test_quotes_are_picked_dropped_edited_and_checked() -> None:
    project = proposed_project()
    boos, boze = group(project, BOOS), row(project, BOOS, "boze")
    picked = run(project, actions.pick_quote(project, Q, boze, boos))
    quote = picked.coding_of(Q).quotes[boos][0]
    assert quote.printed(boze.verbatim) == "boze mails"
    assert hide(quote, Span(0, 4)).printed(boze.verbatim) == "[…] mails"
    edited = cut(hide(quote, Span(0, 4)), Span(0, 4))
    assert edited.printed(boze.verbatim) == "(…) mails"
    assert narrow(edited, Span(5, 10)) == Quote(boze.key, Span(5, 10))
    assert restore(edited) == quote
    assert picked.coding_of(Q).quotes != run(picked, actions.drop_quote(picked, Q, boze, boos)).coding_of(Q).quotes
    assert check(picked, Q, boos, quote).also_under == ()
    assert check(picked, Q, "another", quote).also_under == (boos,)


def test_a_quote_gives_way_to_the_next_proposal_and_each_gets_its_turn() -> None:
    project = proposed_project()
    candidates = project.coding_of(Q).clusters[group(project, BOOS)].quotes
    assert len(candidates) == 3
    quotes = [Quote(one.response, one.span) for one in candidates]
    picked, seen = [quotes[1]], []
    for _ in candidates:
        other = replacement(candidates, picked, 0)
        assert other is not None
        picked = [other]
        seen.append(other)
    assert seen == [quotes[2], quotes[0], quotes[1]]
    assert replacement(candidates, [quotes[0], quotes[1]], 1) == quotes[2]
    assert replacement(candidates, quotes, 0) is None
    by_hand = Quote(ResponseKey("w1", Q, "r11"), Span(0, 4))
    assert replacement(candidates, [by_hand], 0) == quotes[0]


def test_printed_quotes_with_personal_data_are_found_until_it_is_hidden() -> None:
    answers = [("bel mij op 06-12345678 of mail", BOOS), ("mevrouw Jansen was boos", BOOS), ("boze mails", BOOS)]
    project = proposed_project(answers)
    boos = group(project, BOOS)
    project = done(project, actions.confirm(project, Q, [boos]))
    for words in ("06-12345678", "boze"):
        project = run(project, actions.pick_quote(project, Q, row(project, BOOS, words), boos))
    ((name, quote, kinds),) = personal_in(tabulate(project, Q))
    assert (name, quote.row, [kind.value for kind in kinds]) == (BOOS, 1, ["phone"])
    first, *rest = project.coding_of(Q).quotes[boos]
    hidden = hide(first, *(one.span for one in check(project, Q, boos, first).personal))
    assert personal_in(tabulate(run(project, SetQuotes(Q, boos, (hidden, *rest))), Q)) == ()


def test_a_rule_hits_whole_words_of_undecided_answers() -> None:
    assert rule_hits("gemeente", "De Gemeente, en gemeentes") == (Span(3, 11),)
    assert len(rule_hits("gemeente*", "De Gemeente, en gemeentes")) == 2
    assert rule_hits("  *", "alles") == ()
    project = proposed_project()
    cijfers = group(project, CIJFERS)
    assert sorted(r.count for r in rule_rows(project, Q, "meer klachten")) == [1, 2]
    command = apply_rule(project, Q, cijfers, "meer klachten")
    assert command is not None
    assert command.origin is Origin.RULE
    after = run(project, keep_rule(project, Q, cijfers, "meer  klachten "))
    assert after.revision == project.revision + 1
    assert count(after, CIJFERS) == 4
    assert apply_rule(after, Q, cijfers, "meer klachten") is None
    rule = after.coding_of(Q).codes[cijfers].rules[0]
    assert rule_rows(after, Q, rule) == ()
    assert run(after, keep_rule(after, Q, cijfers, "niets van dit al")).coding_of(Q).codes[cijfers].rules == (
        rule,
        "niets van dit al",
    )
    assert run(after, drop_rule(after, Q, cijfers, rule)).coding_of(Q).codes[cijfers].rules == ()


def test_searching_counts_people_and_keeps_groups_with_hits() -> None:
    project = proposed_project()
    assert hits("Balie en BALIE", "balie") == (Span(0, 5), Span(9, 14))
    assert hits("a.c abc", "a.c") == (Span(0, 3),)
    found = hit_counts(project, Q, "balie")
    assert (found[group(project, BOOS)], found[group(project, KLACHTEN)], found[EVERYTHING]) == (1, 1, 2)
    shown = shown_groups(board_of(project, Q), found=found, query="balie")
    assert {one.name for one in shown} == {BOOS, KLACHTEN}
    assert len(matching(answers_of(project, Q, EVERYTHING), "balie")) == 2
    assert (
        len(shown_groups(board_of(project, Q), found=hit_counts(project, Q, "cijfers niet"), query="cijfers niet")) == 1
    )


def test_no_code_and_other_are_lists_of_their_own() -> None:
    project = proposed_project()
    boos = group(project, BOOS)
    project = done(project, actions.move(project, Q, [row(project, BOOS, "boze")], boos, NO_CODE))
    assert [r.verbatim for r in answers_of(project, Q, NO_CODE)] == ["boze mails"]
    key = ResponseKey("w1", Q, "r4")
    assert project.state(key) is ResponseState.NO_CODE
