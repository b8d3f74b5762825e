"""Dialogs that no other test opens: axe-core finds nothing serious, and nothing that people typed is interpreted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from coding.domain.commands import ConfirmGroups
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.e2e.conftest import Server, idle
from tests.e2e.review_page import ReviewPage
from tests.e2e.test_first_pages_access import serious_findings
from tests.e2e.test_review_hostile import HOSTILE, nothing_interpreted
from tests.review_projects import review_project

GROUPS = ("**Groep** <b>een</b>", "$Groep$ twee", "# kop :smile:")


@pytest.fixture
def project(server: Server) -> str:
    """Hostile answers under hostile names; the first group is confirmed, so that there is something to learn from."""
    answers: list[tuple[str, str | None]] = [(text, GROUPS[at % 2]) for at, text in enumerate(HOSTILE)]
    answers += [(f"{text} nog eens", GROUPS[2] if at % 3 else None) for at, text in enumerate(HOSTILE)]
    name = review_project(server.home, answers, "**Naam** <b>vet</b>")
    workspace = Workspace(ProjectStore.open(server.home / f"{name}{SUFFIX}"), "Anna <i>B.</i>")
    first = next(iter(workspace.project.coding_of("q1").clusters))
    workspace.dispatch(ConfirmGroups("q1", (first,)))
    workspace.close()
    return name


def looked_at(page: Page) -> Locator:
    """The dialog on screen, after a look at it."""
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    idle(page)
    assert serious_findings(page) == []
    nothing_interpreted(dialog)
    return dialog


def closed(page: Page) -> None:
    page.get_by_role("dialog").get_by_role("button", name="Sluiten").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    idle(page)


def test_dialogs_of_the_review_page(server: Server, page: Page, project: str) -> None:
    review = ReviewPage(page, server, project)
    page.get_by_text("Twijfels", exact=True).click()
    page.get_by_role("button", name="Per argument overnemen").click()
    expect(page.get_by_role("dialog").get_by_label("Argument")).to_be_visible()
    expect(looked_at(page).locator(".tk-verbatim").first).to_be_visible()
    closed(page)
    page.get_by_role("button", name="Nieuw argument").click()
    looked_at(page)
    closed(page)
    page.get_by_text("Groepen", exact=True).click()
    page.get_by_role("button", name="Weergave").click()
    page.get_by_role("button", name="Vraag afronden …").click()
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    looked_at(page)
    closed(page)
    review.answers.first.get_by_role("checkbox").check()
    page.get_by_role("button", name="Nieuwe groep…").click()
    expect(looked_at(page).locator(".tk-verbatim")).to_have_count(1)
    closed(page)


def test_dialogs_of_the_other_pages(server: Server, page: Page, project: str) -> None:
    page.goto(f"{server.url}/history?project={project}")
    page.get_by_role("button", name="Terug naar een eerder moment…").click()
    expect(looked_at(page)).to_contain_text("ook wat anderen daarna deden")
    page.get_by_role("dialog").get_by_role("combobox").click()
    expect(page.get_by_role("option").first).to_be_visible()
    nothing_interpreted(page.get_by_role("listbox"))
    page.keyboard.press("Escape")
    closed(page)

    page.goto(f"{server.url}/settings?project={project}")
    page.get_by_role("tab", name="Wissen").click()
    page.get_by_label("Nummer of code van de respondent").click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Wissen…").click()
    expect(looked_at(page)).to_contain_text("voorgoed gewist")
    closed(page)

    page.goto(server.url)
    for button in ("Nieuw project", "Kopie openen"):
        page.get_by_role("button", name=button).click()
        looked_at(page)
        closed(page)
    for button in ("Naam wijzigen", "Verwijderen"):
        page.get_by_role("button", name="Meer").click()
        page.get_by_role("button", name=button).click()
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
        looked_at(page)
        closed(page)
