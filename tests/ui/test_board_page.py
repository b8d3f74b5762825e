"""The review page in AppTest: what Streamlit's own widgets do; the lists are tested in the browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from coding.domain.commands import ChangeQuestion
from coding.services.review_search import board_of
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.review_projects import ANSWERS, ASKED, BOOS, review_project
from tests.ui.fakes import QuickEncoder

OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.registry.load", lambda _name: QuickEncoder())


def board(open_page: OpenPage, home: Path, answers: tuple[tuple[str, str | None], ...] = ANSWERS) -> AppTest:
    return open_page("board", review_project(home, answers))


def counts(home: Path) -> dict[str, int]:
    workspace = Workspace(ProjectStore.open(next(home.glob(f"*{SUFFIX}"))), "Anna")
    found = {row.name: row.confirmed for row in board_of(workspace.project, "q1").rows}
    workspace.close()
    return found


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if label in button.label).click().run()


def test_the_largest_group_is_open_and_can_be_renamed_and_confirmed(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    assert not app.exception
    assert app.text_input[0].value == BOOS
    app.text_input[0].set_value("Feller").run()
    press(app, "Bevestig 4")
    assert counts(home)["Feller"] == 4
    press(app, "Ongedaan maken: ")
    assert counts(home)["Feller"] == 0


def test_a_refused_name_is_put_back_with_a_reason(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    app.text_input[0].set_value("   ").run()
    assert app.text_input[0].value == BOOS
    assert [error.value for error in app.error] == ["Vul een naam in."]


def test_dissolving_leaves_the_answers(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    press(app, "Opheffen")
    assert BOOS not in counts(home)
    assert app.text_input[0].value != BOOS


def test_a_rule_shows_its_hits_before_it_is_kept(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    app.segmented_control(key="board_tab_q1_3").set_value("code").run()
    next(field for field in app.text_input if field.label == "Woorden").set_value("boze mails").run()
    assert any("**1**" in text.value for text in app.markdown)
    press(app, "Bewaar regel en zet 1 erbij")
    assert not app.exception
    assert counts(home)[BOOS] == 1


def queue_button(app: AppTest, name: str) -> Button:
    return next(button for button in app.button if (button.key or "").startswith(f"queue_{name}:"))


def queue_subject(app: AppTest) -> str:
    """The answer that the queue's buttons are about."""
    return (queue_button(app, "skip").key or "").partition(":")[2]


def test_a_choice_in_the_queue_is_about_the_answer_on_screen_alone(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    app.segmented_control(key="board_view").set_value("queue").run()
    first = queue_button(app, "take_0")
    first.click().run()
    assert queue_button(app, "take_0").key != first.key  # a press on the screen before has no button any more


def test_undoing_in_the_queue_brings_back_the_answers_that_were_decided(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    app.segmented_control(key="board_view").set_value("queue").run()
    asked = []
    for name in ("take_0", "other", "skip"):
        asked.append(queue_subject(app))
        queue_button(app, name).click().run()
    for before in (asked[1], asked[0]):  # what was skipped was not decided
        app.button(key="shell_undo").click().run()
        assert queue_subject(app) == before
    queue_button(app, "take_1").click().run()
    assert queue_subject(app) not in {asked[0], asked[2]}


def test_the_queue_takes_suggestions_and_accepts_many(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    app.segmented_control(key="board_view").set_value("queue").run()
    assert not app.exception
    for name in ("take_0", "other", "skip"):
        queue_button(app, name).click().run()
        assert not app.exception
    assert any("antwoorden te beslissen" in caption.value for caption in app.caption)
    app.select_slider(key="queue_threshold").set_value(0.4).run()
    press(app, "Neem over voor")
    assert not app.exception
    assert sum(counts(home).values()) > 1


@pytest.mark.parametrize(
    ("people", "told"),
    [
        (1, "rij 1"),
        (3, "je beslist ze samen · rijen 1, 2, 3"),
        (8, "je beslist ze samen · rijen 1, 2, 3, 4, 5 en nog 3"),
    ],
)
def test_an_answer_of_several_people_tells_all_their_rows(
    open_page: OpenPage, home: Path, people: int, told: str
) -> None:
    app = board(open_page, home, (("meer klachten", "Klachten"),) * people)
    app.segmented_control(key="board_view").set_value("queue").run()
    assert not app.exception
    assert any(caption.value.endswith(told) for caption in app.caption)


def test_without_groups_the_page_says_what_to_do_and_does_it(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home, tuple((text, None) for text, _ in ANSWERS))
    press(app, "Stel opnieuw groepen voor")
    press(app, "Groepeer opnieuw")
    assert not app.exception
    assert len(counts(home)) >= 1


def test_a_handful_of_answers_can_be_quotes_only(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    next(toggle for toggle in app.toggle if "Alleen citaten" in toggle.label).set_value(True).run()
    assert not app.exception
    assert any("losse citaten" in caption.value for caption in app.caption)


def test_a_question_that_nobody_answered(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home, (("", None), ("geen idee", None)))
    assert not app.exception
    assert any("niemand een antwoord" in info.value for info in app.info)


def test_the_page_speaks_english_too(open_page: OpenPage, home: Path) -> None:
    app = board(open_page, home)
    app.segmented_control(key="shell_language").set_value("en").run()
    assert not app.exception
    assert any("Confirm 4" in button.label for button in app.button)
    assert ASKED in app.selectbox[0].options[0]


def test_confirming_while_part_of_a_group_is_read_says_it_is_about_all_of_it(open_page: OpenPage, home: Path) -> None:
    name = review_project(home)
    workspace = Workspace(ProjectStore.open(home / f"{name}{SUFFIX}"), "Anna")
    workspace.dispatch(ChangeQuestion(replace(workspace.project.questions["q1"], read_by="soort")))
    workspace.close()
    app = open_page("board", name)
    assert any(button.label == "Bevestig 4" for button in app.button)
    app.button_group(key="board_side_q1_soort").set_value(0).run()
    assert not app.exception
    assert any(button.label == "Bevestig hele groep (4)" for button in app.button)
    assert any("gaan over de hele groep" in caption.value for caption in app.caption)


def test_drawing_the_map_can_be_stopped_and_taken_up_again(
    open_page: OpenPage, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board(open_page, home)
    with monkeypatch.context() as slow:
        slow.setattr(
            "coding.ui.board.map.draw_map", lambda *_given: st.stop()
        )  # as far as it came when Stop is pressed
        app.segmented_control(key="board_view").set_value("map").run()
        assert any("De eerste kaart duurt" in caption.value for caption in app.caption)
        press(app, "Stop")
        assert any("Gestopt" in info.value for info in app.info)
    press(app, "Teken de kaart")
    assert not app.exception
    assert not [button for button in app.button if button.label in ("Teken de kaart", "Stop")]
    assert len(app.get("plotly_chart")) == 1
