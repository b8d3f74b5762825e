"""Whatever was coded: the counts of a list hold together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from coding.analysis.tabulate import tabulate
from coding.domain.answers import normalise
from coding.domain.codebook import OTHER
from coding.domain.commands import MergeGroups, NewCode, PutUnder, SetQuotes
from coding.domain.counted_list import Base, ListOptions, RowKind
from coding.domain.project import Project
from tests.projects import code_named, coded_project, quote, run

NAMES = ("een", "twee", "drie", "vier")
CODES = st.lists(st.sampled_from((*NAMES, "Overig", "-")), max_size=3, unique=True)
ANSWERS = st.lists(
    st.tuples(st.sampled_from(("tijd", "meer lef", "Tijd!", "nee", "", "iets anders")), CODES), max_size=9
)
OPTIONS = st.builds(
    ListOptions,
    base=st.sampled_from(Base),
    threshold=st.integers(1, 4),
    quotes=st.integers(0, 6),
    non_answers=st.booleans(),
    all_remarks=st.booleans(),
)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    pairs = [(text, codes if text else []) for text, codes in draw(ANSWERS)]
    project = coded_project(pairs)
    ids = [code.id for code in project.coding_of("q").codes.values()]
    under = tuple(code for code in ids if draw(st.booleans()))
    if under:
        project = run(project, NewCode("q", "net", "Net", is_net=True), PutUnder("q", under, "net"))
    for code in (*ids, OTHER):
        rows = [int(key.respondent[1:]) for key in project.coding_of("q").assigned_members.get(code, ())]
        picked = draw(st.lists(st.sampled_from(rows), unique=True, max_size=3)) if rows else []
        project = run(project, SetQuotes("q", code, tuple(quote(project, "q", row) for row in picked)))
    return project


@given(projects(), OPTIONS)
@settings(max_examples=150, deadline=None)
def test_base_is_at_least_each_net_and_each_net_at_least_each_child(project: Project, options: ListOptions) -> None:
    counted = tabulate(project, "q", options=options)
    by_code = {row.code: row for row in counted.rows}
    assert counted.n <= counted.base.respondent_count
    for row in counted.rows:
        assert 0 < row.respondent_count <= counted.n
        assert row.respondent_count <= row.mention_count
        assert 0 < row.share <= 1
        if row.parent is not None and row.parent in by_code:
            assert by_code[row.parent].respondent_count >= row.respondent_count
        if row.counted:
            assert row.respondent_count >= options.threshold


@given(projects(), OPTIONS)
@settings(max_examples=150, deadline=None)
def test_everyone_with_a_code_is_in_a_row_and_the_ledger_adds_up(project: Project, options: ListOptions) -> None:
    counted = tabulate(project, "q", options=options)
    coded = {
        key for key, given in project.coding_of("q").decisions.items() if {a.code for a in given} != {"__no_code__"}
    }
    assert {key for row in counted.rows for key in row.members} == coded
    for line in counted.ledger:
        assert sum(line.counts.values()) == line.total == len(project.respondents(line.wave))


@given(projects(), OPTIONS)
@settings(max_examples=150, deadline=None)
def test_no_answer_is_printed_twice_and_every_quote_stands_where_it_belongs(
    project: Project, options: ListOptions
) -> None:
    counted = tabulate(project, "q", options=options)
    quotes = list(counted.printed_quotes())
    assert len({line.key for line in quotes}) == len({normalise(line.text) for line in quotes}) == len(quotes)
    for row in counted.rows:
        assert {line.key for line in row.quotes} <= set(row.members)
        if not (options.all_remarks and row.kind is RowKind.OTHER):
            assert len(row.quotes) <= options.quotes
    picked = sum(len(quotes) for quotes in project.coding_of("q").quotes.values())
    assert sum(line.picked for line in quotes) + len(counted.left_out) == picked


@given(projects(), st.data())
@settings(max_examples=60, deadline=None)
def test_merging_never_loses_a_respondent(project: Project, data: st.DataObject) -> None:
    codes = [code.id for code in project.coding_of("q").open_codes()]
    if len(codes) < 2:
        return
    pair = data.draw(st.permutations(codes))[:2]
    before = {row.code: set(row.members) for row in tabulate(project, "q").rows}
    merged = run(project, MergeGroups("q", tuple(pair), pair[0], "Samen"))
    after = {row.code: set(row.members) for row in tabulate(merged, "q").rows}
    assert code_named(merged, "q", "Samen") == pair[0]
    assert after.get(pair[0], set()) == before.get(pair[0], set()) | before.get(pair[1], set())
