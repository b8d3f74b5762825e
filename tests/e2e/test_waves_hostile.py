"""Answers and names are shown exactly as they were written on the pages about waves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from coding.domain.commands import AddWave, Assign, NewCode, SplitGroup
from coding.domain.project import Project, ProjectInfo
from coding.domain.survey import Question, ResponseKey, Variable, VariableRole
from coding.services.library import Library
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.e2e.conftest import Server, idle
from tests.e2e.test_first_pages_access import serious_findings
from tests.e2e.test_review_hostile import HOSTILE, nothing_interpreted
from tests.projects import Person, run, with_wave

EARLIER, LATER = "**2024** <b>vet</b>", "$2025$ :smile:"
CODE, PART = "**Groep** <b>een</b>", "# kop $x$"
ASKED = "Wat vind je van <b>dit</b> en $x$?"
CODED = tuple(text for text in HOSTILE if not text.startswith("emoji"))


@pytest.fixture
def project(server: Server) -> str:
    """Two waves with the same answers; a split after the first was coded makes that one be offered again."""
    path = Library(server.home).create("Metingen")
    workspace = Workspace(ProjectStore.open(path), "Anna")
    kind = Variable("soort", "Soort <i>x</i>", "soort", VariableRole.BACKGROUND, ("<b>a</b>", "$b$"))
    people = [Person({"q1": text}, {"soort": kind.categories[row % 2]}) for row, text in enumerate(HOSTILE * 2)]
    made = run(Project("p1", ProjectInfo("Metingen", "words", "1")))
    for wave, name in (("w1", EARLIER), ("w2", LATER)):
        made = with_wave(made, people, [Question("q1", ASKED, "q1")], [kind], wave, name)
        _store(workspace, made, wave)
        if wave == "w1":
            workspace.dispatch(NewCode("q1", "c1", CODE))
        keys = [key for key, response in made.responses("q1").items() if key.wave == wave]
        coded = tuple(key for key in keys if made.responses("q1")[key].verbatim in CODED)
        workspace.dispatch(Assign("q1", coded, "c1"))
    workspace.dispatch(SplitGroup("q1", "c1", (("part", PART, _some(workspace.project)),)))
    workspace.close()
    return path.name.removesuffix(SUFFIX)


def _store(workspace: Workspace, made: Project, wave: str) -> None:
    added = made.waves[wave]
    questions, variables = tuple(made.questions.values()), tuple(made.variables.values())
    workspace.dispatch(AddWave(added, made.batches[added.batch], questions, variables))


def _some(project: Project) -> tuple[ResponseKey, ...]:
    return tuple(key for key in project.coding_of("q1").assigned_members["c1"] if key.wave == "w2")[:6]


def shown(page: Page, *texts: str) -> Locator:
    """The page, once these words stand on it as they are."""
    main = page.locator("[data-testid='stMain']")
    idle(page)
    for text in texts:
        expect(main.get_by_text(text).first).to_be_visible()
    nothing_interpreted(main)
    return main


def test_coding_an_earlier_wave_again(server: Server, page: Page, project: str) -> None:
    page.goto(f"{server.url}/waves?project={project}&question=q1")
    shown(page, EARLIER)
    page.get_by_role("button", name=f"Naar {EARLIER}").click()
    shown(page, f"is '{CODE}' gesplitst in")
    page.get_by_role("button", name="Bekijk wat er zou veranderen").click()
    expect(page.get_by_role("table", name="Aantallen nu en straks")).to_be_visible()
    main = shown(page, PART, "<script>window.hacked = 1</script>", "[link](http://x.example) en www.x.example")
    assert set(CODED) <= {text.removesuffix(" (×2)") for text in main.locator(".tk-verbatim").all_text_contents()}
    assert serious_findings(page) == []
    assert page.evaluate("window.hacked") is None


def test_comparing_waves_and_versions(server: Server, page: Page, project: str) -> None:
    page.goto(f"{server.url}/waves?project={project}&question=q1")
    page.get_by_text("Vergelijken", exact=True).click()
    shown(page, CODE)
    page.get_by_text("Codeboek", exact=True).click()
    shown(page, CODE)
    page.get_by_text("Meting toevoegen", exact=True).click()
    shown(page)
    page.goto(f"{server.url}/settings?project={project}")
    shown(page)
    assert page.evaluate("window.hacked") is None
