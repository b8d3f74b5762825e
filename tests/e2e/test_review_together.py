"""Deciding on many answers at once, in a real browser: an offer for one argument, and finishing the question."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from coding.domain.commands import RenameGroup
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.e2e.conftest import Server
from tests.e2e.review_page import ReviewPage
from tests.review_projects import BOOS, KLACHTEN, SOCIAAL, review_project

MIXED = (
    *(
        (f"mensen zijn boos {word}", BOOS)
        for word in ("aan de telefoon", "in mails", "op straat", "thuis", "in brieven")
    ),
    ("een klacht over het wachten, alweer", BOOS),
    ("boos en een klacht over geld", KLACHTEN),
    *((f"klacht over {word}", KLACHTEN) for word in ("wachten", "geld", "regels", "lange brieven", "wachttijd")),
    *((f"sociale media {word}", SOCIAAL) for word in ("en facebook", "vooral")),
    ("de sfeer in de wijk", None),
)


@pytest.fixture
def review(page: Page, server: Server) -> ReviewPage:
    name = review_project(server.home, MIXED)
    workspace = Workspace(ProjectStore.open(server.home / f"{name}{SUFFIX}"), "Anna")
    for cluster in list(workspace.project.coding_of("q1").clusters.values())[:2]:
        workspace.dispatch(RenameGroup("q1", cluster.id, f"{cluster.name} nu"))
    workspace.close()
    return ReviewPage(page, server, name)


def test_an_offer_is_accepted_and_the_question_is_finished(review: ReviewPage, page: Page) -> None:
    page.get_by_text("Twijfels", exact=True).click()
    page.get_by_role("button", name="Per argument overnemen").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("De waarschijnlijkste").first).to_be_visible()
    offered = dialog.locator(".tk-verbatim", has_text="een klacht over het wachten, alweer")
    expect(offered).to_be_visible()
    expect(dialog.get_by_text("nu bij ‘Mensen zijn sneller boos nu’")).to_be_visible()
    dialog.get_by_role("button", name="Neem de aangevinkte over").click()
    expect(offered).to_have_count(0)
    dialog.get_by_role("button", name="Sluiten").click()
    expect(page.get_by_text("1 van 15 antwoorden beslist")).to_be_visible()
    review.settle()

    page.get_by_role("button", name="Weergave").click()
    page.get_by_role("button", name="Vraag afronden").click()
    expect(dialog.get_by_text("Rond af")).to_be_visible()
    dialog.get_by_role("button", name="Rond af").click()
    expect(page.get_by_text("15 van 15 antwoorden beslist, nog 0")).to_be_visible()
    review.settle()
    review.undo()
    expect(page.get_by_text("1 van 15 antwoorden beslist")).to_be_visible()
