"""Answers of a later wave on the review page: they join, and grouping anew tells first what it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coding.domain.commands import DissolveGroups
from coding.domain.project import Project
from coding.domain.survey import Question
from coding.services.proposing import level_command, propose_question
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.projects import Person, empty_project, store_project, with_wave
from tests.ui.fakes import QuickEncoder

ASKED = Question("q1", "Waaraan merk je dat?", "merkt")
FIRST = ["meer tijd nodig", "meer tijd", "te weinig tijd", "geld ontbreekt", "geen geld ervoor", "meer geld"] * 2
LATER = ["meer tijd nodig", "meer tijd graag", "xyzzy"]


@pytest.fixture
def page(home: Path, open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """A project with proposed groups and a wave that came in after."""
    monkeypatch.setattr("models.registry.load", lambda _name: QuickEncoder())
    project = with_wave(empty_project(), [Person({"q1": answer}) for answer in FIRST], [ASKED])
    project = with_wave(project, [Person({"q1": answer}) for answer in LATER], [ASKED], wave="w2", name="2024")
    first = with_wave(empty_project(), [Person({"q1": answer}) for answer in FIRST], [ASKED])
    run = propose_question(first, "q1", QuickEncoder(), made_at="2024-01-01T00:00:00+00:00")
    store_project(project, home / "proef.tienkeer")
    with ProjectStore.open(home / "proef.tienkeer") as store:
        workspace = Workspace(store, "Anna")
        workspace.save_run(run)
        workspace.dispatch(level_command(workspace.project, run, run.default_level))
    return open_page("board", "proef")


def stored(home: Path) -> Project:
    with ProjectStore.open(home / "proef.tienkeer") as store:
        return store.load()


def suggested(project: Project, wave: str) -> dict[str, str]:
    return {k.respondent: s[0].group for k, s in project.coding_of("q1").suggestions.items() if k.wave == wave}


def told(page: AppTest) -> str:
    return " ".join(element.value for element in page.markdown)


def test_later_answers_join_what_grouping_anew_changes_is_told_and_undo_takes_it_back(
    home: Path, page: AppTest
) -> None:
    assert "**3 nieuwe antwoorden**" in told(page)
    before = suggested(stored(home), "w1")
    page.button(key="board_join").click().run()
    assert not page.exception
    after = stored(home)
    assert suggested(after, "w1") == before
    assert suggested(after, "w2")["r1"] == before["r1"]
    assert "nieuwe antwoorden:** " in told(page)
    assert "Opnieuw groeperen zou" in told(page)
    page.button(key="board_regroup_keep").click().run()
    assert "Opnieuw groeperen zou" not in told(page)
    page.button(key="shell_undo").click().run()
    assert suggested(stored(home), "w2") == {}
    assert "**3 nieuwe antwoorden**" in told(page)


def test_proposing_again_tells_first_what_changes(home: Path, page: AppTest) -> None:
    page.button(key="board_join").click().run()
    page.button(key="board_regroup_keep").click().run()
    with ProjectStore.open(home / "proef.tienkeer") as store:
        workspace = Workspace(store, "Anna")
        gone = suggested(workspace.project, "w1")["r1"]
        workspace.dispatch(DissolveGroups("q1", (gone,)))
    page.run()
    before = stored(home)
    page.button(key="board_propose_again").click().run()
    assert not page.exception
    assert "van de antwoorden verplaatsen" in told(page)
    assert stored(home).coding == before.coding
    page.button(key="board_regroup").click().run()
    assert "r1" in suggested(stored(home), "w1")
    page.button(key="shell_undo").click().run()
    assert stored(home).coding_of("q1").suggestions == before.coding_of("q1").suggestions
