"""Queue, splits, look-alikes, quotes, rules and two people at once, in a real browser with the real encoder."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from coding.domain.codebook import Quote
from coding.domain.commands import DescribeCode, SetQuotes
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.e2e.conftest import Server, prepare_home
from tests.e2e.review_page import ReviewPage
from tests.e2e.test_first_pages_access import serious_findings
from tests.review_projects import BOOS, CIJFERS, KLACHTEN, SOCIAAL, review_project

ALIKE = (
    *((f"wachten {where} duurt <b>te lang</b>", BOOS) for where in ("aan de balie", "aan de telefoon", "op een brief")),
    *((f"<b>te lang</b> wachten {where}", KLACHTEN) for where in ("aan de balie", "aan de telefoon", "op een brief")),
    *((f"op {where} staat van alles", SOCIAAL) for where in ("facebook", "twitter", "sociale media", "internet")),
    *((f"onze {what} worden niet geloofd", CIJFERS) for what in ("cijfers", "grafieken", "onderzoeken")),
    *((words, "Brieven") for words in ("de taal is te moeilijk", "moeilijke woorden", "ingewikkelde taal")),
    *((words, "Politiek") for words in ("de politiek maakt ruzie", "het kabinet valt", "politici beloven te veel")),
)


@pytest.fixture
def review(page: Page, server: Server) -> ReviewPage:
    return ReviewPage(page, server, review_project(server.home))


def test_the_queue_is_worked_through_with_keys(review: ReviewPage, page: Page) -> None:
    page.get_by_text("Twijfels", exact=True).click()
    expect(page.get_by_text("Nog 11 verschillende antwoorden te beslissen")).to_be_visible()
    page.get_by_role("heading", name="Coderen").click()
    page.keyboard.press("1")
    expect(page.get_by_text(re.compile("Nog (10|9) verschillende antwoorden"))).to_be_visible()
    page.keyboard.press("o")
    expect(page.get_by_text(re.compile("Nog (9|8) verschillende antwoorden"))).to_be_visible()
    review.settle()
    page.keyboard.press("z")
    expect(page.get_by_text(re.compile("Nog (10|9) verschillende antwoorden"))).to_be_visible()
    review.settle()
    page.keyboard.press("n")
    page.get_by_role("dialog").get_by_label("Naam").fill("Iets nieuws")
    page.get_by_role("dialog").get_by_role("button", name="Maken").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_text("Groepen", exact=True).click()
    expect(review.group("Iets nieuws")).to_be_visible()


def test_pressing_twice_decides_no_answer_that_was_not_read(review: ReviewPage, page: Page) -> None:
    page.get_by_text("Twijfels", exact=True).click()
    expect(page.get_by_text("Nog 11 verschillende antwoorden te beslissen")).to_be_visible()
    review.settle()
    again = """async () => {
        const button = document.querySelector(".st-key-queue_other button");
        button.focus();
        for (let press = 0; press < 8; press++) {
            button.click();
            await new Promise((done) => setTimeout(done, 60));
        }
    }"""
    page.evaluate(again)
    expect(page.get_by_text("Nog 10 verschillende antwoorden te beslissen")).to_be_visible()
    expect(page.locator(".st-key-queue_other button")).to_be_focused()  # the one for the next answer
    review.settle()
    expect(page.get_by_text("Nog 10 verschillende antwoorden te beslissen")).to_be_visible()


def test_a_group_is_split_after_a_preview(review: ReviewPage, page: Page) -> None:
    page.get_by_role("button", name="Splitsen…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Naam van deel 2")).to_be_visible()
    assert serious_findings(page) == []
    dialog.get_by_text("4", exact=True).click()
    expect(dialog.get_by_label("Naam van deel 4")).to_be_visible()
    expect(dialog.get_by_text("(1x)")).to_have_count(4)
    expect(review.count(BOOS)).to_have_text("(4x)")  # nothing has changed yet
    dialog.get_by_text("2", exact=True).click()
    expect(dialog.get_by_label("Naam van deel 3")).to_have_count(0)
    dialog.get_by_label("Naam van deel 1").fill("Eerste deel")
    dialog.get_by_label("Naam van deel 1").press("Tab")
    dialog.get_by_role("button", name="Splits in 2").click()
    expect(dialog).to_have_count(0)
    expect(review.group("Eerste deel")).to_be_visible()
    expect(review.group(BOOS)).to_have_count(0)
    review.undo()
    expect(review.count(BOOS)).to_have_text("(4x)")


def test_groups_that_look_alike_are_merged_and_keep_what_both_had(page: Page, server: Server) -> None:
    name = review_project(server.home, ALIKE)
    workspace = Workspace(ProjectStore.open(server.home / f"{name}{SUFFIX}"), "Anna")
    groups = {cluster.name: cluster.id for cluster in workspace.project.coding_of("q1").clusters.values()}
    for group, row in ((BOOS, 1), (KLACHTEN, 4)):
        words = ALIKE[row - 1][0]
        workspace.dispatch(DescribeCode("q1", groups[group], description=f"Alles over {group.lower()}"))
        workspace.dispatch(
            SetQuotes("q1", groups[group], (Quote(ResponseKey("w1", "q1", f"r{row}"), Span(0, len(words))),))
        )
    workspace.close()
    review = ReviewPage(page, server, name)
    page.get_by_role("button", name="Lijkt op elkaar…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Gedeelde woorden:").first).to_be_visible()
    expect(dialog.get_by_text("<b>te lang</b>").first).to_be_visible()
    assert serious_findings(page) == []
    dialog.get_by_role("button", name="Samenvoegen…").first.click()
    expect(dialog).to_contain_text("(3x) + (3x) wordt (6x)")
    assert serious_findings(page) == []
    dialog.get_by_role("radiogroup").get_by_text(KLACHTEN, exact=True).click()
    expect(dialog.get_by_label("Naam van de nieuwe groep")).to_have_value(KLACHTEN)
    dialog.get_by_role("button", name="Samenvoegen", exact=True).click()
    expect(dialog).to_have_count(0)
    expect(review.count(KLACHTEN)).to_have_text("(6x)")
    expect(review.group(BOOS)).to_have_count(0)
    review.settle()
    page.get_by_text("Citaten (2)").click()
    for row in (1, 4):
        expect(page.locator(".tk-quotes").get_by_text(ALIKE[row - 1][0]).first).to_be_visible()
    page.get_by_text("Codeboek", exact=True).click()
    described = page.get_by_label("Beschrijving")
    expect(described).to_have_value(re.compile(f"Alles over {BOOS.lower()}"))
    expect(described).to_have_value(re.compile(f"Alles over {KLACHTEN.lower()}"))


def test_a_quote_is_picked_and_words_in_it_are_hidden(review: ReviewPage, page: Page) -> None:
    review.open(CIJFERS)
    page.get_by_text("Citaten (0)").click()
    page.get_by_role("button", name="Kies dit citaat").click()
    page.get_by_role("button", name="Woorden kiezen").click()
    page.locator(".tk-quotes").get_by_role("button", name="cijfers", exact=True).click()
    page.get_by_role("group", name="Gekozen woorden").get_by_role("button", name="Verberg: […]").click()
    expect(page.get_by_text("In druk:")).to_contain_text("“onze […] worden niet geloofd”")


def test_a_conflict_between_two_people_is_told_and_nothing_is_lost(
    review: ReviewPage, page: Page, colleague: Page, server: Server
) -> None:
    prepare_home(server.home, coder="Bob")
    # This window does not look for what others did, so that Bob acts on what is no longer there.
    colleague.add_init_script(
        "const every = window.setInterval; window.setInterval = (act, wait, ...more) => "
        "every(act, wait === 5000 ? 1e9 : wait, ...more);"
    )
    other = ReviewPage(colleague, server, "Vertrouwen")
    other.open(KLACHTEN)
    review.open(KLACHTEN)
    review.choose_answers("Aan de balie is het elke dag raak")
    page.get_by_role("button", name="Overig", exact=True).click()
    review.settle()
    expect(review.count(KLACHTEN)).to_have_text("(2x)")
    colleague.get_by_role("button", name="Bevestig 3").click()
    other.settle()
    expect(colleague.get_by_text("Anna veranderde dit net")).to_be_visible()
    expect(colleague.get_by_text("Er is niets gewijzigd of verloren")).to_be_visible()
    expect(other.count(KLACHTEN)).to_have_text("(2x)")
    colleague.get_by_role("button", name="Bevestig 2").click()
    other.settle()
    expect(other.group(KLACHTEN)).to_contain_text("2 bevestigd")


def test_two_people_see_each_others_work_and_undo_their_own(
    review: ReviewPage, page: Page, colleague: Page, server: Server
) -> None:
    other = ReviewPage(colleague, server, "Vertrouwen")
    review.open(SOCIAAL)
    name = page.get_by_label("Naam van deze groep")
    name.fill("Facebook en Twitter")
    name.press("Enter")
    expect(review.group("Facebook en Twitter")).to_be_visible()
    expect(other.group("Facebook en Twitter")).to_be_visible()  # without a touch
    other.open(KLACHTEN)
    colleague.get_by_role("button", name="Bevestig 3").click()
    expect(other.group(KLACHTEN)).to_contain_text("3 bevestigd")
    expect(review.group(KLACHTEN)).to_contain_text("3 bevestigd")
