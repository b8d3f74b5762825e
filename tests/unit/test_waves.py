"""Adding the second wave of the example: what is matched, refused, remembered and taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coding.domain.errors import CommandRefused, ImportRefused
from coding.domain.survey import VariableRole
from coding.files.dates import iso_dates
from coding.files.raw_table import RawTable
from coding.files.read_table import read_table
from coding.services.waves import add_matched_wave
from coding.services.waves_match import How, match_columns, with_category, with_column
from coding.services.workspace import Workspace
from tests.wave_projects import CONTRACT, EXAMPLES, KIND, SUPPORT, first_wave, second_wave


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = first_wave(tmp_path / "p.tienkeer")
    yield opened
    opened.close()


def table_2026() -> RawTable:
    return read_table((EXAMPLES / "communicatie_2026.csv").read_bytes(), "communicatie_2026.csv")


def test_renamed_columns_and_categories_are_proposed(workspace: Workspace) -> None:
    match = match_columns(workspace.project, table_2026())
    proposed = {one.known: (one.column, one.how) for one in match.to_confirm}
    assert proposed == {
        SUPPORT: ("Wat heb jij daarvoor nodig?", How.ALIKE),
        CONTRACT: ("Welk soort contract heb je?", How.ALIKE),
        KIND: ("Voor wat voor organisatie werk je?", How.SAME),
    }
    assert [(c.found, c.known) for c in match.of(KIND).categories] == [
        ("Organisatie voor zorg of welzijn", "Zorg- of welzijnsorganisatie")
    ]
    assert match.new == ()


def test_what_was_confirmed_is_remembered_and_undo_forgets_it(workspace: Workspace) -> None:
    before = workspace.project
    second_wave(workspace)
    project = workspace.project
    assert project.questions[SUPPORT].aliases == ("Wat heb jij daarvoor nodig?",)
    assert project.variables[CONTRACT].aliases == ("Welk soort contract heb je?",)
    assert project.variables[KIND].categories == before.variables[KIND].categories
    values = {person.values.get(KIND) for person in project.respondents(project.waves_in_order()[1].id)}
    assert "Zorg- of welzijnsorganisatie" in values
    assert "Organisatie voor zorg of welzijn" not in values
    again = match_columns(project, table_2026())
    assert again.to_confirm == ()
    assert again.of(SUPPORT).how is How.REMEMBERED
    workspace.undo()
    assert workspace.project.questions == before.questions
    assert workspace.project.variables == before.variables


def test_the_same_contents_are_noticed_under_another_name(workspace: Workspace) -> None:
    second_wave(workspace)
    match = match_columns(workspace.project, replace(table_2026(), name="copy.csv"))
    with pytest.raises(CommandRefused) as refused:
        add_matched_wave(workspace, match, "another wave")
    assert refused.value.key == "command.wave_same_file"
    assert len(workspace.project.waves) == 2


def test_the_researcher_can_say_otherwise(workspace: Workspace) -> None:
    project = workspace.project
    match = with_column(project, match_columns(project, table_2026()), CONTRACT, None)
    match = with_category(match, KIND, "Organisatie voor zorg of welzijn", "")
    add_matched_wave(workspace, match, channel="Panel")
    wave = workspace.project.waves_in_order()[1]
    assert wave.channel == "Panel"
    assert all(CONTRACT not in person.values for person in workspace.project.respondents(wave.id))
    assert "Organisatie voor zorg of welzijn" in workspace.project.variables[KIND].categories


def test_a_column_goes_to_one_question_only(workspace: Workspace) -> None:
    project = workspace.project
    match = with_column(project, match_columns(project, table_2026()), SUPPORT, "Licht je antwoord toe")
    assert match.of("licht-je-antwoord-toe").column is None
    assert [one.known for one in match.columns if one.column == "Licht je antwoord toe"] == [SUPPORT]


def test_a_file_without_any_known_question_is_refused(workspace: Workspace) -> None:
    strange = read_table(b"x;y\n1;een heel ander verhaal over iets\n2;nog een verhaal erbij\n", "x.csv")
    match = match_columns(workspace.project, strange)
    with pytest.raises(ImportRefused) as refused:
        add_matched_wave(workspace, match)
    assert refused.value.key == "waves.no_question_matched"
    assert len(workspace.project.waves) == 1


def test_days_are_kept_as_dates(workspace: Workspace) -> None:
    second_wave(workspace)
    project = workspace.project
    dates = [v.id for v in project.variables.values() if v.role is VariableRole.DATE]
    assert len(dates) == 1
    years = [{p.values[dates[0]][:4] for p in project.respondents(w.id)} for w in project.waves_in_order()]
    assert years == [{"2025"}, {"2026"}]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["14-09-2026", "3/1/2026", "", "geen"], ("2026-09-14", "2026-01-03", "", "")),
        (["09/14/2026", "01/03/2026"], ("2026-09-14", "2026-01-03")),
        (["2026-09-14 10:21", "2026-02-30"], ("2026-09-14", "")),
        (["01-02-2026"], ("2026-02-01",)),
    ],
)
def test_dates_are_read_by_the_whole_column(cells: list[str], expected: tuple[str, ...]) -> None:
    assert iso_dates(cells) == expected


def test_a_column_that_is_given_back_comes_in_as_new_again(workspace: Workspace) -> None:
    match = match_columns(workspace.project, table_2026())
    without = with_column(workspace.project, match, SUPPORT, None)
    assert without.new == ("Wat heb jij daarvoor nodig?",)
    assert with_column(workspace.project, without, SUPPORT, without.new[0]).new == ()


def test_a_wave_is_not_given_the_name_of_another(workspace: Workspace) -> None:
    second = replace(table_2026(), name="mails_2025.csv")
    assert match_columns(workspace.project, second).guess.wave == "mails 2025"
