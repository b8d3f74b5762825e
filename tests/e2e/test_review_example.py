"""The example survey from no groups at all to argument groups; takes the pictures of the guide."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from coding.services.examples import EXAMPLES, import_example
from coding.services.library import Library
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.e2e.conftest import Server, idle
from tests.e2e.review_page import ReviewPage


def test_from_answers_to_confirmed_arguments(page: Page, server: Server, picture: Callable[[str], None]) -> None:
    path = Library(server.home).create("Luisterende overheid")
    workspace = Workspace(ProjectStore.open(path), "Anna")
    import_example(workspace, next(one for one in EXAMPLES if one.file.startswith("communicatie")))
    workspace.close()
    page.goto(f"{server.url}/board?project={path.name.removesuffix(SUFFIX)}")
    page.get_by_role("combobox", name="Vraag").click()
    page.get_by_role("option", name="Waaraan merk je dat?").click()
    page.get_by_role("button", name="Stel groepen voor").click()
    expect(page.get_by_role("slider", name="Grover … fijner")).to_be_visible(timeout=120_000)
    review = ReviewPage.on(page)
    idle(page)
    expect(review.groups.nth(8)).to_be_visible()
    picture("coderen")
    names = review.groups.locator(".tk-name").all_text_contents()
    review.choose(names[0], names[1])
    page.locator(".tk-bar").get_by_role("button", name="Samenvoegen…").click()
    expect(page.get_by_role("dialog")).to_contain_text("wordt (")
    picture("samenvoegen")
    page.get_by_role("dialog").get_by_role("button", name="Annuleren").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Niets kiezen").click()
    page.get_by_role("button", name="Splitsen…").click()
    expect(page.get_by_role("dialog").get_by_label("Naam van deel 2")).to_be_visible()
    picture("splitsen")
    page.get_by_role("dialog").get_by_role("button", name="Annuleren").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    for name in names[:3]:
        review.open(name)
        page.locator(".st-key-board_confirm").get_by_role("button").click()
        expect(review.group(name)).to_contain_text("Bevestigd")
        idle(page)
    before = page.get_by_text("antwoorden beslist").inner_text()
    page.get_by_role("slider", name="Grover … fijner").press("ArrowRight")
    expect(review.group(names[0])).to_contain_text("Bevestigd")
    expect(page.get_by_text(before)).to_be_visible()
    page.get_by_text("Twijfels", exact=True).click()
    expect(page.get_by_text("te beslissen, de leerzaamste eerst")).to_be_visible(timeout=120_000)
    page.get_by_role("button", name="1 ·").click()
    expect(page.get_by_text(before)).to_have_count(0)
    picture("twijfels")
    page.get_by_text("Groepen", exact=True).click()
    review.open(review.groups.locator(".tk-name").first.inner_text())
    page.get_by_label("Volgorde").select_option(label="Op naam")
    idle(page)
    field = page.get_by_label("Naam van deze groep")
    field.fill("Zo staat het onderaan")
    field.press("Enter")
    idle(page)
    expect(review.group("Zo staat het onderaan")).to_be_in_viewport(ratio=0.9)
