"""Answers of a later file join the groups there are; nothing else moves; what grouping anew would change is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coding.domain.project import Project
from coding.store.project_store import ProjectStore
from tests.e2e.conftest import Server
from tests.e2e.review_page import ReviewPage

pytestmark = pytest.mark.encoder

ASKED = "Wat heb je nodig om beter te luisteren?"
FIRST = [
    "meer tijd", "tijd om na te denken", "tijd voor gesprekken", "te weinig tijd nu",
    "een goede training", "training in gespreksvoering", "training en opleiding", "opleiding",
    "lef", "meer lef", "bestuurders met lef", "lef om nee te zeggen",
    "steun van mijn leidinggevende", "steun van het bestuur", "leiding die ons steunt",
]  # fmt: skip
AGAIN = ["meer tijd", "opleiding", "steun van het bestuur"]
LATER = [
    *AGAIN, "meer tijd voor gesprekken",
    "parkeren is te duur", "parkeren kost te veel", "te duur om te parkeren", "gratis parkeren",
    "de fietsenstalling is vol", "een vol fietsenrek", "meer plek voor fietsen",
]  # fmt: skip


def file_of(folder: Path, name: str, answers: list[str]) -> Path:
    path = folder / f"{name}.csv"
    rows = "\n".join(f"{name}{i};{answer}" for i, answer in enumerate(answers, 1))
    path.write_text(f"nummer;{ASKED}\n{rows}\n", encoding="utf-8-sig")
    return path


def stored(server: Server) -> Project:
    (path,) = server.home.glob("*.tienkeer")
    with ProjectStore.open(path) as store:
        return store.load()


def placed(server: Server, wave: int) -> dict[str, frozenset[str]]:
    """The groups that each answer of a wave stands in."""
    project = stored(server)
    (question,) = project.questions
    suggestions = project.coding_of(question).suggestions
    came_in = project.waves_in_order()[wave].id
    answers = [answer for answer in project.answers(question) if answer.key.wave == came_in]
    return {a.verbatim: frozenset(s.group for s in suggestions.get(a.key, ())) for a in answers}


def expect_groups(page: Page, count: int) -> None:
    expect(page.get_by_role("button", name=f"Bevestig alle groepen ({count})")).to_be_visible()


@pytest.fixture
def review(server: Server, page: Page, tmp_path: Path) -> ReviewPage:
    """The proposed groups of a first file, and a second file read in after."""
    page.goto(server.url)
    page.get_by_role("button", name="Nieuw project").click()
    page.get_by_label("Naam van het project").fill("Wensen")
    page.get_by_role("button", name="Maken en bestand kiezen").click()
    page.locator('input[type="file"]').set_input_files(file_of(tmp_path, "eerst", FIRST))
    page.get_by_role("button", name="Inlezen", exact=True).click()
    page.get_by_role("button", name="Maak voorstellen").click()
    expect(page.get_by_role("heading", name="Coderen")).to_be_visible(timeout=180_000)
    review = ReviewPage.on(page)
    expect(review.groups.nth(1)).to_be_visible()
    review.settle()
    page.get_by_role("link", name="Metingen", exact=True).click()
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(file_of(tmp_path, "later", LATER))
    page.get_by_role("button", name="Inlezen en herkennen").click()
    expect(page.get_by_text(f"is ingelezen: {len(LATER)} respondenten")).to_be_visible()
    page.get_by_role("link", name="Coderen", exact=True).click()
    return review


def test_a_later_file_joins_the_groups_and_nothing_else_moves(review: ReviewPage, server: Server, page: Page) -> None:
    expect(page.get_by_text(f"{len(LATER)} nieuwe antwoorden staan nog in geen groep")).to_be_visible()
    before = placed(server, 0)
    assert not any(placed(server, 1).values())
    page.get_by_role("button", name="Voeg toe aan de groepen").click()
    told = page.get_by_text(re.compile(rf"{len(LATER)} nieuwe antwoorden: \d+ bij bestaande groepen gevoegd"))
    expect(told).to_be_visible(timeout=60_000)
    review.settle()

    now, came = placed(server, 0), placed(server, 1)
    assert now == before
    assert [came[answer] for answer in AGAIN] == [before[answer] for answer in AGAIN]
    there = frozenset().union(*before.values())
    joined = sum(1 for groups in came.values() if groups & there)
    new = sum(1 for groups in came.values() if groups and not groups & there)
    assert new > 1
    expect(told).to_contain_text(f"{joined} bij bestaande groepen gevoegd, {new} in een nieuwe groep")
    expect_groups(page, len(there) + 1)
    with_time = {answer for answer, groups in {**now, **came}.items() if groups & now["meer tijd"]}
    expect(review.count("Meer tijd")).to_have_text(f"({len(with_time) + 1}x)")  # "meer tijd" came in twice

    review.undo()
    expect(page.get_by_text(f"{len(LATER)} nieuwe antwoorden staan nog in geen groep")).to_be_visible()
    assert placed(server, 0) == before
    assert not any(placed(server, 1).values())


def test_what_grouping_anew_changes_is_told_before_it_is_done(review: ReviewPage, server: Server, page: Page) -> None:
    page.get_by_role("button", name="Voeg toe aan de groepen").click()
    expect(page.get_by_text("Opnieuw groeperen zou")).to_be_visible(timeout=60_000)
    review.settle()
    joined = placed(server, 0), placed(server, 1)
    told = page.get_by_text("Opnieuw groeperen zou").inner_text()
    numbers = re.search(r"\((\d+) van (\d+)\).* (\d+)% bij elkaar\. Nu (\d+) groepen, dan (\d+)\.", told)
    assert numbers, told
    moved, answers, kept, groups_now, groups_then = map(int, numbers.groups())
    assert 0 < moved < answers == len(FIRST) + len(LATER)
    assert 0 < kept < 100
    expect_groups(page, groups_now)
    page.get_by_role("button", name="Groepeer opnieuw").click()
    expect(page.get_by_text("Opnieuw gegroepeerd.")).to_be_visible()
    expect_groups(page, groups_then)
    assert (placed(server, 0), placed(server, 1)) != joined
    review.undo()
    expect_groups(page, groups_now)
    assert (placed(server, 0), placed(server, 1)) == joined
