"""An earlier wave coded again after the codebook changed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coding.domain.codebook import OTHER
from coding.domain.commands import MergeGroups, SplitGroup
from coding.domain.errors import CommandRefused
from coding.domain.project import Project
from coding.domain.survey import ResponseKey
from coding.services.recoding import Changed, Recoding, before_and_after, merges, recode, recodings
from coding.services.recoding_places import suggest_places
from coding.services.workspace import Workspace
from tests.projects import code_named
from tests.ui.fakes import QuickEncoder
from tests.wave_projects import NEEDED, NOTICE, whole_example

PROMISE = "Doen wat je belooft"
AI = "Nepnieuws en nepbeelden door AI"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = whole_example(tmp_path / "p.tienkeer")
    yield opened
    opened.close()


def members(project: Project, code: str, wave: str | None = None) -> list[ResponseKey]:
    waves = {w.name: w.id for w in project.waves_in_order()}
    found = project.coding_of(NEEDED).assigned_members.get(code, ())
    return [key for key in found if wave is None or key.wave == waves[wave]]


def split_off(workspace: Workspace, wave: str | None, most: int | None = None) -> tuple[str, str]:
    """Split PROMISE; only answers of ``wave`` move. The code that was split and the new one."""
    code = code_named(workspace.project, NEEDED, PROMISE)
    moved = tuple(members(workspace.project, code, wave)[:most])
    workspace.dispatch(SplitGroup(NEEDED, code, (("part", "Afspraken nakomen", moved),)))
    return code, "part"


def earlier(workspace: Workspace) -> str:
    return workspace.project.waves_in_order()[0].id


def only_split(workspace: Workspace) -> Recoding:
    (found,) = (one for one in recodings(workspace, NEEDED, earlier(workspace)) if one.change is Changed.SPLIT)
    return found


def test_an_earlier_wave_is_offered_after_a_split_and_the_last_one_is_not(workspace: Workspace) -> None:
    assert not recodings(workspace, NEEDED, earlier(workspace))
    code, part = split_off(workspace, "2026", 6)
    found = only_split(workspace)
    assert found.before == PROMISE
    assert set(found.codes) == {code, part}
    assert list(found.keys) == members(workspace.project, code, "2025")
    assert not recodings(workspace, NEEDED, workspace.project.waves_in_order()[-1].id)


def test_answers_that_moved_along_with_a_split_are_offered_too(workspace: Workspace) -> None:
    before = members(workspace.project, code_named(workspace.project, NEEDED, PROMISE), "2025")
    split_off(workspace, None, -1)
    assert list(only_split(workspace).keys) == before


def test_a_split_that_was_taken_back_is_not_offered(workspace: Workspace) -> None:
    split_off(workspace, "2026", 6)
    workspace.undo()
    assert not recodings(workspace, NEEDED, earlier(workspace))


def test_a_split_of_a_part_belongs_to_the_same_family(workspace: Workspace) -> None:
    code, part = split_off(workspace, "2026", 6)
    half = tuple(members(workspace.project, part)[:3])
    workspace.dispatch(SplitGroup(NEEDED, part, (("half", "Eerlijk zijn", half),)))
    assert set(only_split(workspace).codes) == {code, part, "half"}


def test_every_answer_gets_a_place_and_recoding_is_one_step_that_can_be_undone(workspace: Workspace) -> None:
    code, part = split_off(workspace, "2026", 6)
    before = workspace.project.coding_of(NEEDED)
    found = only_split(workspace)
    places = suggest_places(workspace.project, NEEDED, found, QuickEncoder())
    assert sorted(key for place in places for key in place.keys) == sorted(found.keys)
    assert {place.now for place in places} == {code}
    assert all(place.suggested in (code, part) for place in places)
    chosen = [(place, part if at == 0 else place.now) for at, place in enumerate(places)]
    counts = before_and_after(workspace.project, NEEDED, found, earlier(workspace), chosen)
    event = workspace.dispatch(recode(NEEDED, chosen))
    assert event is not None
    assert event.facts["count"] == str(len(places[0].keys))
    for which, _, after in counts:
        assert len(members(workspace.project, which, "2025")) == after
    assert not recodings(workspace, NEEDED, earlier(workspace))
    workspace.undo()
    assert workspace.project.coding_of(NEEDED) == before
    assert list(only_split(workspace).keys) == list(found.keys)


def test_answers_of_other_waves_and_other_codes_stay_as_they_were(workspace: Workspace) -> None:
    _, part = split_off(workspace, "2026", 6)
    before = workspace.project.coding_of(NEEDED).decisions
    found = only_split(workspace)
    places = suggest_places(workspace.project, NEEDED, found, QuickEncoder())
    workspace.dispatch(recode(NEEDED, [(place, part) for place in places]))
    after = workspace.project.coding_of(NEEDED).decisions
    assert {key: given for key, given in after.items() if key not in found.keys} == {
        key: given for key, given in before.items() if key not in found.keys
    }
    for key in found.keys:
        untouched = [a for a in before[key] if a not in found.in_question(before[key])]
        assert [a for a in after[key] if a.code != part] == untouched
        assert {a.span for a in after[key]} == {a.span for a in before[key]}


def test_a_merge_tells_how_many_answers_moved_along(workspace: Workspace) -> None:
    coding = workspace.project.coding_of(NEEDED)
    code = code_named(workspace.project, NEEDED, PROMISE)
    other = next(c.id for c in coding.open_codes() if c.id != code and members(workspace.project, c.id, "2025"))
    moved = members(workspace.project, other, "2025")
    workspace.dispatch(MergeGroups(NEEDED, (code, other), code, PROMISE))
    (told,) = merges(workspace, NEEDED, earlier(workspace))
    assert (told.after, told.count) == (PROMISE, len(moved))
    workspace.undo()
    assert not merges(workspace, NEEDED, earlier(workspace))


def test_an_argument_that_came_later_is_looked_for_under_overig(workspace: Workspace) -> None:
    (found,) = recodings(workspace, NOTICE, earlier(workspace))
    decisions = workspace.project.coding_of(NOTICE).decisions
    assert found.change is Changed.ADDED
    assert found.codes == (code_named(workspace.project, NOTICE, AI),)
    assert all(any(a.code == OTHER for a in decisions[key]) for key in found.keys)
    places = suggest_places(workspace.project, NOTICE, found, QuickEncoder())
    assert {place.now for place in places} == {OTHER}
    workspace.dispatch(recode(NOTICE, [(place, place.now) for place in places]))
    assert not recodings(workspace, NOTICE, earlier(workspace))


def test_two_moves_of_one_answer_do_not_run_into_each_other(workspace: Workspace) -> None:
    code, part = split_off(workspace, "2026", 6)
    key = members(workspace.project, code, "2025")[0]
    place = suggest_places(workspace.project, NEEDED, only_split(workspace), QuickEncoder())[0]
    both = replace(place, keys=(key,), now=code), replace(place, keys=(key,), now=part)
    with pytest.raises(CommandRefused, match=r"command\.response_moved"):
        workspace.dispatch(recode(NEEDED, [(both[0], part), (both[1], code)]))
