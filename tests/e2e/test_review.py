"""The essential path of reviewing, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.e2e.review_page import ReviewPage
from tests.review_projects import BOOS, CIJFERS, HOSTILE, KLACHTEN, SOCIAAL, review_project


@pytest.fixture
def review(page: Page, server: Server) -> ReviewPage:
    return ReviewPage(page, server, review_project(server.home))


def test_groups_are_renamed_confirmed_merged_and_it_can_all_be_undone(review: ReviewPage, page: Page) -> None:
    expect(review.groups.first).to_contain_text(BOOS)
    name = page.get_by_label("Naam van deze groep")
    name.fill("Inwoners reageren feller")
    name.press("Enter")
    expect(review.count("Inwoners reageren feller")).to_have_text("(4x)")
    page.get_by_role("button", name="Bevestig 4").click()
    expect(review.group("Inwoners reageren feller")).to_contain_text("4 bevestigd")
    expect(page.get_by_text("4 van 12 antwoorden beslist, nog 8")).to_be_visible()
    review.choose("Inwoners reageren feller", KLACHTEN)
    page.locator(".tk-bar").get_by_role("button", name="Samenvoegen…").click()
    expect(page.get_by_role("dialog")).to_contain_text("(4x) + (3x) wordt (7x)")
    page.get_by_role("dialog").get_by_role("button", name="Samenvoegen", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(review.count("Inwoners reageren feller")).to_have_text("(7x)")
    expect(review.group(KLACHTEN)).to_have_count(0)
    review.undo()
    expect(review.count(KLACHTEN)).to_have_text("(3x)")
    expect(review.count("Inwoners reageren feller")).to_have_text("(4x)")
    page.get_by_role("heading", name="Coderen").click()
    page.keyboard.press("Control+Shift+Z")
    expect(review.count("Inwoners reageren feller")).to_have_text("(7x)")


def test_answers_are_moved_with_all_identical_ones_and_taken_out(review: ReviewPage, page: Page) -> None:
    review.open(KLACHTEN)
    expect(review.answer("meer klachten")).to_contain_text("×2")
    review.choose_answers("meer klachten")
    page.get_by_label("Naar welke groep").first.select_option(label=BOOS)
    page.get_by_role("button", name="Verplaats", exact=True).click()
    expect(review.count(BOOS)).to_have_text("(6x)")
    expect(review.count(KLACHTEN)).to_have_text("(1x)")
    expect(review.group(BOOS)).to_contain_text("2 bevestigd + 4 voorgesteld")
    review.open(BOOS)
    review.choose_answers("boze mails")
    page.get_by_role("button", name="Overig", exact=True).click()
    expect(review.count("Overig")).to_have_text("(1x)")
    review.choose_answers("ze reageren feller")
    page.get_by_role("button", name="Haal eruit").click()
    expect(review.count("Nog nergens bij")).to_have_text("(2x)")


def test_a_press_is_not_lost_when_the_list_is_drawn_anew_meanwhile(review: ReviewPage, page: Page) -> None:
    review.open(BOOS)
    page.get_by_role("button", name="Bevestig 4").click()
    expect(page.get_by_text("4 van 12 antwoorden beslist, nog 8")).to_be_visible()
    review.settle()
    review.group(KLACHTEN).hover()
    page.mouse.down()
    page.keyboard.press("Control+z")
    expect(page.get_by_text("0 van 12 antwoorden beslist, nog 12")).to_be_visible()
    review.settle()
    page.mouse.up()
    expect(review.group(KLACHTEN)).to_have_attribute("aria-current", "true")
    expect(review.group(BOOS)).to_contain_text("4 voorgesteld")


def test_words_of_an_answer_carry_a_second_argument(review: ReviewPage, page: Page) -> None:
    review.open(BOOS)
    answer = review.answer("De toon is harder en er komen meer klachten")
    answer.focus()
    answer.press("Enter")
    answer.get_by_role("button", name="meer", exact=True).click()
    answer.get_by_role("button", name="klachten", exact=True).click()
    bar = page.get_by_role("group", name="Gekozen woorden")
    expect(bar).to_contain_text("“meer klachten”")
    bar.get_by_role("combobox").select_option(label=KLACHTEN)
    bar.get_by_role("button", name="Deze woorden erbij zetten").click()
    expect(review.count(KLACHTEN)).to_have_text("(4x)")
    expect(review.count(BOOS)).to_have_text("(4x)")
    expect(review.answer("De toon is harder")).to_contain_text(f"ook bij: {KLACHTEN}")
    review.open(KLACHTEN)
    expect(review.answer("De toon is harder").locator("mark.tk-mark-segment")).to_have_text("meer klachten")


def test_words_selected_with_the_mouse_are_whole_words(review: ReviewPage, page: Page) -> None:
    review.open(BOOS)
    answer = review.answer("De toon is harder en er komen meer klachten")
    where = """(node, [from, to]) => {
        const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        while (text.nextNode()) {
            const range = document.createRange();
            const at = [from, to].map((word) => text.currentNode.data.indexOf(word) + 2);
            if (Math.min(...at) < 2) continue;
            return at.map((here) => {
                range.setStart(text.currentNode, here);
                range.setEnd(text.currentNode, here + 1);
                const box = range.getBoundingClientRect();
                return [box.x, box.y + box.height / 2];
            });
        }
    }"""
    start, end = answer.evaluate(where, ["meer", "klachten"])
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=5)
    page.mouse.up()
    bar = page.get_by_role("group", name="Gekozen woorden")
    expect(bar).to_contain_text("“meer klachten”")
    bar.get_by_role("combobox").select_option(label=KLACHTEN)
    bar.get_by_role("button", name="Deze woorden erbij zetten").click()
    expect(review.count(KLACHTEN)).to_have_text("(4x)")


def test_one_of_two_markings_of_an_argument_is_removed(review: ReviewPage, page: Page) -> None:
    review.open(BOOS)
    bar = page.get_by_role("group", name="Gekozen woorden")
    answer = review.answer("De toon is harder en er komen meer klachten")
    for word in ("toon", "klachten"):
        answer.focus()
        answer.press("Enter")
        answer.get_by_role("button", name=word, exact=True).click()
        bar.get_by_role("combobox").select_option(label=BOOS)
        bar.get_by_role("button", name="Deze woorden erbij zetten").click()
        expect(answer.locator("mark.tk-mark-segment", has_text=re.compile(f"^{word}$"))).to_be_visible()
        review.settle()
    answer.locator("mark.tk-mark-segment", has_text=re.compile("^klachten$")).click()
    expect(bar).to_contain_text("“klachten”")
    bar.get_by_role("button", name="Markering weghalen").click()
    expect(answer.locator("mark.tk-mark-segment")).to_have_text(["toon"])
    expect(review.count(BOOS)).to_have_text("(4x)")


def test_a_new_argument_a_net_and_dissolving(review: ReviewPage, page: Page) -> None:
    page.get_by_role("button", name="Nieuw argument").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Naam").fill("Contact")
    dialog.get_by_text("Dit is een hoofdthema").click()
    dialog.get_by_role("button", name="Maken").click()
    expect(review.group("Contact")).to_contain_text("Hoofdthema")
    review.choose(BOOS, KLACHTEN)
    page.get_by_role("button", name="Onder hoofdthema…").click()
    dialog.get_by_role("button", name="Zet eronder").click()
    expect(review.count("Contact")).to_have_text("(7x)")
    review.settle()

    # Somebody under both arguments counts once in the net, and once in the net above that.
    review.open(BOOS)
    review.choose_answers("boze mails")
    page.get_by_label("Naar welke groep").first.select_option(label=KLACHTEN)
    page.get_by_role("button", name="Zet er ook bij").click()
    expect(review.count(KLACHTEN)).to_have_text("(4x)")
    expect(review.count("Contact")).to_have_text("(7x)")
    review.settle()
    page.get_by_role("button", name="Niets kiezen").click()
    review.choose("Contact")
    page.get_by_role("button", name="Onder hoofdthema…").click()
    dialog.get_by_label("Naam van het hoofdthema").fill("Houding")
    dialog.get_by_role("button", name="Zet eronder").click()
    expect(review.count("Houding")).to_have_text("(7x)")
    expect(page.locator(".tk-depth-2 .tk-name", has_text=BOOS)).to_be_visible()
    review.settle()
    review.open(KLACHTEN)
    page.get_by_role("button", name="Meer", exact=False).last.click()
    page.get_by_role("button", name="Opheffen").last.click()
    expect(review.group(KLACHTEN)).to_have_count(0)
    expect(review.count("Contact")).to_have_text("(4x)")
    expect(review.count("Houding")).to_have_text("(4x)")
    expect(review.count("Nog nergens bij")).to_have_text("(4x)")
    review.settle()

    # Several at once are one step, and what can be done with them comes without moving the list.
    stood = page.locator(".tk-groups").bounding_box()
    review.choose(SOCIAAL, CIJFERS)
    assert page.locator(".tk-groups").bounding_box() == stood
    page.locator(".tk-pane-groups").get_by_role("button", name="Opheffen").click()
    expect(review.group(SOCIAAL)).to_have_count(0)
    expect(review.group(CIJFERS)).to_have_count(0)
    review.undo()
    expect(review.group(SOCIAAL)).to_be_visible()
    expect(review.group(CIJFERS)).to_be_visible()


def test_everything_is_confirmed_in_one_step_and_quotes_are_picked(review: ReviewPage, page: Page) -> None:
    review.open(SOCIAAL)
    page.get_by_role("button", name="Bevestig alle groepen (4)").click()
    expect(page.get_by_text("11 van 12 antwoorden beslist, nog 1")).to_be_visible()
    review.answer("op facebook").get_by_role("button", name="Citeer").click()
    expect(page.get_by_text("Citaten (1)")).to_be_visible()
    page.get_by_text("Citaten (1)").click()
    expect(page.get_by_role("button", name="Niet meer citeren")).to_be_visible()
    expect(page.get_by_role("button", name="Kies dit citaat").first).to_be_visible()
    review.undo()
    review.undo()
    expect(page.get_by_text("0 van 12 antwoorden beslist, nog 12")).to_be_visible()


def test_answers_are_shown_exactly_as_they_were_written(review: ReviewPage, page: Page) -> None:
    review.open(SOCIAAL)
    expect(review.answer("sterren").locator(".tk-verbatim")).to_have_text(HOSTILE)
    assert page.locator(".tk-answers a, .tk-answers strong, .tk-answers h1, .tk-answers .katex").count() == 0


def test_searching_marks_the_hits_and_takes_all_of_them(review: ReviewPage, page: Page) -> None:
    page.get_by_label("Zoek in namen en antwoorden").fill("balie")
    expect(review.groups.filter(has_text="met deze woorden")).to_have_count(3)
    review.open("Alle antwoorden")
    expect(review.answers).to_have_count(2)
    expect(page.locator("mark.tk-mark-hit")).to_have_text(["balie", "balie"])
    page.get_by_label("Alles", exact=True).check()
    page.get_by_role("button", name="Geen argument", exact=True).click()
    expect(page.get_by_text("2 van 12 antwoorden beslist, nog 10")).to_be_visible()
