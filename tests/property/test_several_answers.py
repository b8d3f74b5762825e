"""Whatever people choose: counts of a question with several answers trace back to respondents."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from coding.analysis.tabulate_closed import tabulate_closed
from coding.analysis.tabulate_crosstab import crosstab_closed
from coding.domain.project import Project
from coding.domain.survey import CHOICES, Question, Variable, VariableRole
from coding.files.raw_table import FileFormat, RawTable
from coding.files.several import choices
from coding.services.importing import build_batch
from coding.services.mapping import Mapping, OpenColumn, VariableColumn
from tests.projects import Person, empty_project, with_wave

NAMES = ("Krant", "Buren", "Website")
CHOSEN = st.lists(st.sampled_from(NAMES), unique=True, max_size=3)
PEOPLE = st.lists(st.tuples(CHOSEN, st.sampled_from(("jong", "oud", "")), st.booleans()), min_size=1, max_size=12)
Drawn = list[tuple[list[str], str, bool]]


def survey(people: Drawn) -> Project:
    news = Variable("nieuws", "Nieuws", "nieuws", VariableRole.MULTIPLE, NAMES)
    age = Variable("leeftijd", "Leeftijd", "leeftijd", VariableRole.BACKGROUND, ("jong", "oud"), 1)
    persons = [
        Person({"q": "omdat"}, {"nieuws": CHOICES.join(chosen), "leeftijd": years}, excluded=out)
        for chosen, years, out in people
    ]
    return with_wave(empty_project(), persons, [Question("q", "Waarom?", "q")], [news, age])


@given(PEOPLE)
@settings(max_examples=80, deadline=None)
def test_the_base_is_at_least_each_answer_and_every_count_is_people(people: Drawn) -> None:
    counted = [chosen for chosen, _, out in people if not out and chosen]
    table = tabulate_closed(survey(people), "nieuws")
    assert table.n == len(counted)
    for line in table.categories:
        assert line.respondent_count == sum(line.category in chosen for chosen in counted) <= table.n
        assert 0 <= line.share <= 1
    assert sum(line.respondent_count for line in table.categories) == sum(map(len, counted))


@given(PEOPLE)
@settings(max_examples=40, deadline=None)
def test_by_background_the_columns_add_up_to_the_total(people: Drawn) -> None:
    project = survey(people)
    table = crosstab_closed(project, "nieuws", "leeftijd", project.waves_in_order())
    nameless = [chosen for chosen, years, out in people if not out and chosen and not years]
    assert table.columns[0].base == sum(column.base for column in table.columns[1:]) + len(nameless)
    for row in table.rows:
        rest = sum(row.name in chosen for chosen in nameless)
        assert row.cells[0].count == sum(cell.count for cell in row.cells[1:]) + rest


@given(st.lists(CHOSEN, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_marks_and_cells_read_the_same(people: list[list[str]]) -> None:
    marks = [[str(int(name in chosen)) for name in NAMES] for chosen in people]
    rows = tuple((*mark, ";".join(chosen), "omdat") for mark, chosen in zip(marks, people, strict=True))
    numbers = tuple(range(2, len(rows) + 2))
    table = RawTable("t.csv", (*NAMES, "samen", "waarom"), rows, numbers, FileFormat("csv"), ("",) * 5)
    apart = choices(table, "Krant", tuple((name, name) for name in NAMES), "")
    together = choices(table, "samen", (), ";")
    assert [set(here) for here in apart] == [set(here) for here in together] == [set(chosen) for chosen in people]
    mapping = Mapping(
        (OpenColumn("waarom", "waarom"),),
        (
            VariableColumn("Krant", "A", VariableRole.MULTIPLE, parts=tuple((name, name) for name in NAMES)),
            VariableColumn("samen", "B", VariableRole.MULTIPLE, separator=";"),
        ),
        wave="w",
    )
    made = build_batch(table, mapping, batch="b", wave="w")
    first, second = made.variables
    for person, chosen in zip(made.batch.respondents, people, strict=True):
        assert set(first.answers_of(person)) == set(second.answers_of(person)) == set(chosen)
