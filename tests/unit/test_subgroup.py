"""Some of the respondents read by themselves: the same tabulation, on them alone."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from coding.analysis.tabulate import tabulate
from coding.analysis.tabulate_closed import tabulate_closed
from coding.analysis.tabulate_crosstab import crosstab
from coding.domain.codebook import NO_CODE, OTHER
from coding.domain.commands import SetQuotes
from coding.domain.counted_list import ListOptions, RowKind
from coding.domain.project import Project
from coding.domain.survey import CHOICES, Question, Variable, VariableRole
from coding.services.read_only import read_only_file, read_only_page
from coding.services.report import ReportSettings
from coding.services.subgroup import Only, subgroup
from tests.projects import Person, code_answers, code_named, empty_project, quote, run, with_wave

EVERY = ListOptions(threshold=1)
KIND = Variable("soort", "Waar werk je?", "soort", VariableRole.CLOSED, ("Gemeente", "Ministerie"))
NEWS = Variable("nieuws", "Nieuws", "nieuws", VariableRole.MULTIPLE, ("Krant", "Buren"), 1)
CODES = st.lists(st.sampled_from(("tijd", "geld", "Overig", "-")), unique=True, max_size=2)
PEOPLE = st.lists(
    st.tuples(CODES, st.sampled_from(("Gemeente", "Ministerie", "")), st.sets(st.sampled_from(NEWS.categories))),
    min_size=1,
    max_size=10,
)


def survey(people: list[tuple[list[str], str, set[str]]]) -> Project:
    persons = [
        Person({"q": f"antwoord nummer {at}"}, {"soort": kind, "nieuws": CHOICES.join(sorted(news))})
        for at, (_, kind, news) in enumerate(people)
    ]
    project = with_wave(empty_project(), persons, [Question("q", "Waarom?", "q")], [KIND, NEWS])
    return code_answers(project, "q", [codes for codes, _, _ in people])


SMALL = survey(
    [
        (["tijd"], "Gemeente", {"Krant"}),
        (["tijd", "geld"], "Gemeente", {"Krant", "Buren"}),
        (["geld"], "Ministerie", {"Buren"}),
        (["tijd"], "", set()),
    ]
)


@given(PEOPLE)
@settings(max_examples=60, deadline=None)
def test_the_list_of_a_group_is_its_column_of_the_crosstab(people: list[tuple[list[str], str, set[str]]]) -> None:
    project = survey(people)
    table = crosstab(project, tabulate(project, "q", options=EVERY), "soort")
    for at, column in enumerate(table.columns[1:], 1):
        part = tabulate(subgroup(project, Only("soort", (column.category,))), "q", options=EVERY)
        assert part.base.respondent_count == column.base
        mine = {row.name: row.respondent_count for row in part.rows if row.kind is RowKind.CODE}
        rows = [row for row in table.rows if row.kind is RowKind.CODE and row.cells[at].count]
        assert mine == {row.name: row.cells[at].count for row in rows}


def test_who_gave_one_of_several_answers_is_in() -> None:
    part = subgroup(SMALL, Only("nieuws", ("Buren",)))
    assert [person.id for person in part.respondents("w1")] == ["r2", "r3"]
    closed = tabulate_closed(part, "nieuws")
    assert {line.category: line.respondent_count for line in closed.categories} == {"Krant": 1, "Buren": 2}


def test_nothing_of_the_others_is_left() -> None:
    tijd = code_named(SMALL, "q", "tijd")
    project = run(SMALL, SetQuotes("q", tijd, (quote(SMALL, "q", 1), quote(SMALL, "q", 4))))
    part = subgroup(project, Only("soort", ("Gemeente",)))
    assert {key.respondent for key in part.coding_of("q").decisions} == {"r1", "r2"}
    assert [one.response.respondent for one in part.coding_of("q").quotes[tijd]] == ["r1"]
    assert project.coding_of("q").assigned_members.keys() - {OTHER, NO_CODE} == set(project.coding_of("q").codes)
    page = read_only_page(project, ReportSettings(), "2026-11-22", only=Only("soort", ("Gemeente",)))
    assert "antwoord nummer 0" in page
    assert "antwoord nummer 3" not in page


def test_page_and_file_say_who_is_read_and_that_they_are_few() -> None:
    only = Only("soort", ("Gemeente", "Ministerie"))
    for html in (
        read_only_page(SMALL, ReportSettings(), "2026-11-22", only=only),
        read_only_file(SMALL, ReportSettings(), "2026-11-22", only=only).decode(),
    ):
        words = re.sub(r"<[^>]+>", "", html)
        assert "Alleen ‘Gemeente’ of ‘Ministerie’ op ‘Waar werk je?’: 3 van de 4 respondenten" in words
        assert "‘Waarom?’ telt hier maar 3 respondenten; percentages zeggen dan bijna niets." in words
    assert "telt hier maar" not in read_only_page(SMALL, ReportSettings(), "2026-11-22")


def test_nobody_at_all_is_a_page_too() -> None:
    page = read_only_page(SMALL, ReportSettings(), "2026-11-22", only=Only("soort", ("Provincie",)))
    assert "0 van de 4 respondenten" in page
