"""Counting respondents: the numbers that every format prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coding.analysis.tabulate import per_wave, tabulate
from coding.domain.assignments import ResponseState
from coding.domain.commands import Assign, ChangeQuestion, Detach, NewCode, PutUnder, SetQuotes
from coding.domain.counted_list import (
    Base,
    CountedList,
    LeftOutReason,
    ListOptions,
    ListRow,
    NetLevel,
    RowKind,
)
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import Question, ResponseKey, Variable
from tests.projects import (
    BALIE,
    BRIEVEN,
    CIJFERS,
    CONTACT,
    FELLER,
    SOCIAL,
    Person,
    code_answers,
    code_named,
    coded_project,
    empty_project,
    example_project,
    quote,
    run,
    with_wave,
)


def row(counted: CountedList, name: str) -> ListRow:
    return next(line for line in counted.rows if line.name == name)


def shape(counted: CountedList) -> list[tuple[str, str, int]]:
    return [(line.number, line.name, line.respondent_count) for line in counted.rows]


def test_lists_the_largest_first_and_overig_last() -> None:
    assert shape(tabulate(example_project(), "merkt")) == [
        ("1", CONTACT, 8),
        ("1.1", FELLER, 5),
        ("1.2", BALIE, 4),
        ("2", SOCIAL, 4),
        ("3", CIJFERS, 2),
        ("4", BRIEVEN, 1),
        ("5", "Overig", 2),
    ]


def test_equal_counts_stand_in_order_of_name() -> None:
    counted = tabulate(coded_project([("a", ["beta"]), ("b", ["Alfa"]), ("c", ["gamma"])]), "q")
    assert [line.name for line in counted.rows] == ["Alfa", "beta", "gamma"]


def test_n_counts_those_who_answered_and_not_blanks_non_answers_not_asked_or_excluded() -> None:
    counted = tabulate(example_project(), "merkt")
    assert counted.n == 19
    assert counted.base.respondent_count == 19
    assert counted.base.weight == pytest.approx(21.0)


def test_base_asked_adds_blanks_and_non_answers() -> None:
    counted = tabulate(example_project(), "merkt", options=ListOptions(base=Base.ASKED))
    assert (counted.n, counted.base.respondent_count) == (19, 22)
    assert row(counted, SOCIAL).share == pytest.approx(4 / 22)


def test_listed_non_answers_count_in_n_as_in_a_report_that_prints_nee() -> None:
    counted = tabulate(example_project(), "mist", options=ListOptions(non_answers=True))
    assert counted.n == 7
    assert [(line.label, line.respondent_count) for line in counted.non_answers] == [
        ("Nee", 3),
        ("-", 1),
        ("N.v.t.", 1),
    ]
    assert counted.non_answers[0].share == pytest.approx(3 / 7)


def test_a_person_counts_once_however_often_the_argument_is_mentioned() -> None:
    project = coded_project([("meer tijd, en nog eens tijd", ["tijd"]), ("tijd", ["tijd"])])
    code, key = code_named(project, "q", "tijd"), ResponseKey("w1", "q", "r1")
    project = run(project, Assign("q", (key,), code, span=Span(5, 9)), Assign("q", (key,), code, span=Span(23, 27)))
    line = row(tabulate(project, "q"), "tijd")
    assert (line.respondent_count, line.mention_count) == (2, 3)


def test_a_net_counts_each_person_once() -> None:
    counted = tabulate(example_project(), "merkt")
    net, children = row(counted, CONTACT), [row(counted, FELLER), row(counted, BALIE)]
    assert net.respondent_count == 8 < sum(child.respondent_count for child in children) == 9
    assert net.mention_count == sum(child.mention_count for child in children) - 1  # one whole answer carries both


def test_subnets_are_numbered_under_their_net() -> None:
    project = coded_project([("a", ["een"]), ("b", ["een"]), ("c", ["twee"])])
    project = run(
        project,
        NewCode("q", "top", "Top", is_net=True),
        NewCode("q", "sub", "Sub", is_net=True),
        PutUnder("q", ("sub",), "top"),
        PutUnder("q", (code_named(project, "q", "een"), code_named(project, "q", "twee")), "sub"),
    )
    assert shape(tabulate(project, "q")) == [
        ("1", "Top", 3),
        ("1.1", "Sub", 3),
        ("1.1.1", "een", 2),
        ("1.1.2", "twee", 1),
    ]


@pytest.mark.parametrize(
    ("nets", "names"),
    [
        (NetLevel.NETS, [CONTACT, SOCIAL, CIJFERS, BRIEVEN, "Overig"]),
        (NetLevel.CODES, [FELLER, BALIE, SOCIAL, CIJFERS, BRIEVEN, "Overig"]),
    ],
)
def test_nets_or_codes_alone(nets: NetLevel, names: list[str]) -> None:
    counted = tabulate(example_project(), "merkt", options=ListOptions(nets=nets))
    assert [line.name for line in counted.rows] == names
    assert all(line.level == 0 for line in counted.rows)


def test_codes_under_the_threshold_go_under_overig() -> None:
    counted = tabulate(example_project(), "merkt", options=ListOptions(threshold=3))
    assert shape(counted)[-1] == ("3", "Overig", 5)  # 2 decided, 2 + 1 under the threshold
    assert row(counted, "Overig").share == pytest.approx(5 / 19)
    assert [line.row for line in row(counted, "Overig").quotes] == [17, 15]


def test_a_small_code_under_a_listed_net_is_part_of_the_net_alone() -> None:
    counted = tabulate(example_project(), "merkt", options=ListOptions(threshold=5))
    assert shape(counted) == [("1", CONTACT, 8), ("1.1", FELLER, 5), ("2", "Overig", 9)]
    assert [line.row for line in row(counted, CONTACT).quotes] == [8]  # row 5 stands under FELLER
    assert {key.respondent for key in row(counted, "Overig").members}.isdisjoint({"r6", "r7", "r8"})


def test_quotes_of_a_folded_code_stand_under_its_net() -> None:
    project = example_project()
    counted = tabulate(project, "merkt", options=ListOptions(nets=NetLevel.NETS))
    assert [line.row for line in row(counted, CONTACT).quotes] == [2, 5, 8]


def test_overig_is_not_listed_when_it_is_empty() -> None:
    assert [line.kind for line in tabulate(coded_project([("a", ["een"])]), "q").rows] == [RowKind.CODE]


def test_proposals_are_counted_apart_and_only_when_asked_for() -> None:
    project = example_project()
    assert RowKind.PROPOSAL not in {line.kind for line in tabulate(project, "merkt").rows}
    counted = tabulate(project, "merkt", options=ListOptions(include_proposals=True, proposed_quotes=True))
    line = row(counted, "Lastig te zeggen")
    assert (line.kind, line.respondent_count, line.proposed_count) == (RowKind.PROPOSAL, 0, 1)
    assert [(q.text, q.picked) for q in line.quotes] == [("lastig", False)]


def test_weights_change_shares_and_not_counts() -> None:
    counted = tabulate(example_project(), "merkt")
    line = row(counted, FELLER)  # rows 1 to 5, of which row 1 weighs 1.5
    assert line.respondent_count == 5
    assert line.share == pytest.approx(5 / 19)
    assert line.weighted_share == pytest.approx(5.5 / 21)


def two_waves() -> Project:
    question = Question("q", "Wat heb je nodig?", "q")
    project = with_wave(empty_project(), [Person({"q": "tijd"}), Person({"q": "tijd!"})], [question])
    project = with_wave(project, [Person({"q": "lef"}), Person({"q": ""})], [question], wave="w2", name="2024")
    return code_answers(code_answers(project, "q", [["tijd"], ["tijd"]]), "q", [["lef", "tijd"]], wave="w2")


def test_waves_count_together_or_apart() -> None:
    project = two_waves()
    assert shape(tabulate(project, "q")) == [("1", "tijd", 3), ("2", "lef", 1)]
    first, second = per_wave(project, "q")
    assert (first.n, shape(first)) == (2, [("1", "tijd", 2)])
    assert (second.n, shape(second)) == (1, [("1", "lef", 1), ("2", "tijd", 1)])
    assert [line.name for line in tabulate(project, "q").ledger] == ["2023", "2024"]


def test_lists_of_waves_apart_say_which_wave_they_are_of() -> None:
    project = two_waves()
    asked = project.questions["q"].text
    assert [counted.title for counted in per_wave(project, "q")] == [f"{asked} (2023)", f"{asked} (2024)"]
    assert tabulate(project, "q").title == asked
    (alone,) = per_wave(project, "q", options=ListOptions(waves=("w2",)))
    assert alone.title == asked


@pytest.mark.parametrize(
    ("words", "goes_on"),
    [
        ("Ja, namelijk:", True),
        ("Zo ja, namelijk:", True),
        ("Namelijk", True),
        ("If yes, please specify:", True),
        ("Waaraan merk je dat? Ja, namelijk:", False),
        ("Nee zeggen: hoe doe je dat?", False),
        ("Jaar van oprichting", False),
    ],
)
def test_a_question_that_only_goes_on_is_headed_by_the_one_before_it(words: str, goes_on: bool) -> None:
    counted = tabulate(example_project(), "merkt")
    gate = counted.gate
    assert gate is not None
    counted = replace(counted, question=replace(counted.question, text=words))
    assert counted.title == (f"{gate.label} {words}" if goes_on else words)
    assert counted.asked == counted.title
    assert replace(counted, gate=None).title == words
    assert replace(counted, gate=replace(gate, label=words)).title == words


def test_the_ledger_adds_up_to_all_respondents_of_each_wave() -> None:
    (line,) = tabulate(example_project(), "merkt").ledger
    assert line.total == 30 == sum(line.counts.values())
    assert line.counts[ResponseState.NOT_ASKED] == 7
    assert line.counts[ResponseState.EXCLUDED] == 1


def test_a_wave_without_the_question_asked_it_of_nobody() -> None:
    project = with_wave(two_waves(), [Person({"p": "iets"})], [Question("p", "Iets?", "p")], wave="w3", name="2025")
    line = tabulate(project, "q").ledger[-1]
    assert (line.counts[ResponseState.NOT_ASKED], line.total) == (1, 1)


def test_cases_are_counted_instead_of_people() -> None:
    town = Variable("town", "Gemeente", "town")
    people = [Person({"q": "tijd"}, {"town": name}) for name in ("Ede", "Ede", "Elst", "")]
    project = with_wave(empty_project(), people, [Question("q", "Wat?", "q")], [town])
    project = code_answers(project, "q", [["tijd"], ["tijd"], ["lef"], ["lef"]])
    counted = tabulate(project, "q", options=ListOptions(unit="town"))
    assert counted.base.respondent_count == 3  # Ede, Elst, and someone of nowhere
    assert shape(counted) == [("1", "lef", 2), ("2", "tijd", 1)]


def test_the_gate_is_tabulated_on_its_own_base() -> None:
    gate = tabulate(example_project(), "merkt").gate
    assert gate is not None
    assert gate.n == 29
    assert gate.gate_share == pytest.approx(24.5 / 32)
    assert [(line.category, line.respondent_count) for line in gate.categories] == [("Ja", 22), ("Nee", 7)]


def test_the_gate_of_a_question_that_counts_everybody_counts_everybody_too() -> None:
    project = example_project()
    asked_before = replace(project.questions["merkt"], everyone=True)
    project = replace(project, questions={**project.questions, "merkt": asked_before})
    gate = tabulate(project, "merkt").gate
    assert gate is not None
    assert gate.n == len(project.respondents("w1"))
    assert gate.n == 30


def test_a_question_shown_as_quotes_only_prints_every_answer_once() -> None:
    project = coded_project([("Leuk onderzoek", ()), ("leuk onderzoek.", ()), ("Bedankt!", ()), ("", ())])
    asked = replace(project.questions["q"], quotes_only=True)
    counted = tabulate(run(project, ChangeQuestion(asked)), "q")
    assert (counted.n, counted.rows) == (3, ())
    assert [line.text for line in counted.loose_quotes] == ["Leuk onderzoek", "Bedankt!"]


def test_a_quote_too_many_is_left_out_and_reported() -> None:
    counted = tabulate(example_project(), "merkt", options=ListOptions(quotes=1))
    assert [line.row for line in row(counted, FELLER).quotes] == [2]
    left = [(line.row, line.reason) for line in counted.left_out]
    assert left == [(5, LeftOutReason.OVER_LIMIT), (8, LeftOutReason.OVER_LIMIT)]
    assert [line.row for line in row(counted, BALIE).quotes] == [5]  # free for the next argument


def test_pinned_quotes_come_first() -> None:
    project = coded_project([("een twee", ["a"]), ("drie vier", ["a"])])
    code = code_named(project, "q", "a")
    pinned = replace(quote(project, "q", 2), pinned=True)
    counted = tabulate(run(project, SetQuotes("q", code, (quote(project, "q", 1), pinned))), "q")
    assert [line.text for line in row(counted, "a").quotes] == ["drie vier", "een twee"]


def test_the_same_words_of_two_people_are_quoted_once() -> None:
    project = coded_project([("Meer lef", ["a"]), ("meer lef!", ["a"]), ("iets", ["Overig"])])
    code = code_named(project, "q", "a")
    project = run(project, SetQuotes("q", code, (quote(project, "q", 1), quote(project, "q", 2))))
    counted = tabulate(project, "q")
    assert [line.text for line in row(counted, "a").quotes] == ["Meer lef"]
    assert [line.reason for line in counted.left_out] == [LeftOutReason.PRINTED_ELSEWHERE]


def test_a_detached_twin_under_overig_is_not_printed_beside_its_words() -> None:
    project = coded_project([("Meer lef", ["a"]), ("meer lef", ())])
    twin = ResponseKey("w1", "q", "r2")
    project = run(project, Detach("q", (twin,)), Assign("q", (twin,), "__other__"))
    project = run(project, SetQuotes("q", code_named(project, "q", "a"), (quote(project, "q", 1),)))
    counted = tabulate(project, "q", options=ListOptions(all_remarks=True))
    assert [line.text for line in counted.printed_quotes()] == ["Meer lef"]


def test_all_remarks_prints_what_stands_under_no_argument() -> None:
    counted = tabulate(example_project(), "merkt", options=ListOptions(all_remarks=True))
    assert [line.row for line in row(counted, "Overig").quotes] == [17, 16]


@pytest.mark.parametrize("wrong", [{"quotes": 7}, {"quotes": -1}, {"threshold": 0}])
def test_impossible_options_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must be"):
        ListOptions(**wrong)  # type: ignore[arg-type]  # mypy cannot see which keys the dict has


def test_unknown_unit_and_wave_are_refused() -> None:
    with pytest.raises(KeyError):
        tabulate(example_project(), "merkt", options=ListOptions(unit="nope"))
    with pytest.raises(KeyError):
        tabulate(example_project(), "merkt", options=ListOptions(waves=("w9",)))
