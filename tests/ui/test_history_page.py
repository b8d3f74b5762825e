from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coding.domain.commands import RenameGroup, RenameProject
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.projects import BALIE, code_named, example_project, store_project

Open = Callable[..., AppTest]


@pytest.fixture
def page(home: Path, open_page: Open) -> AppTest:
    """The history of a project that two people worked on."""
    path = store_project(example_project(), home / "proef.tienkeer")
    code = code_named(example_project(), "merkt", BALIE)
    with ProjectStore.open(path) as store:
        Workspace(store, "Bram").dispatch(RenameGroup("merkt", code, "Drukte <b>bij</b> de balie"))
    with ProjectStore.open(path) as store:
        Workspace(store, "Anna").dispatch(RenameProject("Vertrouwen 2026"))
    return open_page("history", "proef")


def table(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html") if "<table" in element.proto.body)


def test_each_action_is_told_with_its_coder_and_question_the_latest_first(page: AppTest) -> None:
    told = table(page)
    assert told.index("Vertrouwen 2026") < told.index("Drukte &lt;b&gt;bij&lt;/b&gt; de balie")
    assert "Bram" in told
    assert "Waaraan merk je dat?" in told


def test_only_what_one_coder_did(page: AppTest) -> None:
    page.selectbox(key="history_coder").set_value("Bram").run()
    assert "Drukte" in table(page)
    assert "Vertrouwen 2026" not in table(page)


def test_only_what_was_done_to_one_question(page: AppTest) -> None:
    page.selectbox(key="history_question").set_value("merkt").run()
    assert "Drukte" in table(page)
    assert "Vertrouwen 2026" not in table(page)


def test_only_what_was_done_to_one_code(page: AppTest) -> None:
    chosen = page.selectbox(key="history_group_")
    chosen.set_value(code_named(example_project(), "merkt", BALIE)).run()
    assert "Drukte" in table(page)
    assert "Vertrouwen 2026" not in table(page)
    assert any("Drukte" in name for name in chosen.options)
    page.selectbox(key="history_question").set_value("mist").run()
    assert not any("Drukte" in name for name in page.selectbox(key="history_group_mist").options)


def test_nothing_found_is_said(page: AppTest) -> None:
    page.selectbox(key="history_question").set_value("mist").run()
    page.selectbox(key="history_coder").set_value("Bram").run()
    assert "niets gevonden" in page.info[0].value


def test_undo_says_what_it_takes_back_and_is_told_too(page: AppTest) -> None:
    button = page.button(key="shell_undo")
    assert "hernoemde het project" in button.label
    button.click().run()
    assert "maakte ongedaan" in table(page)
    assert "hernoemde het project" in page.button(key="shell_redo").label


def test_going_back_to_a_moment_is_one_step_that_can_be_undone(home: Path, page: AppTest) -> None:
    page.button(key="history_back").click().run()
    page.button(key="dialog_ok").click().run()
    assert "Kies eerst" in page.error[0].value
    page.selectbox(key="history_moment").set_value(2).run()
    page.button(key="dialog_ok").click().run()
    assert not page.exception
    with ProjectStore.open(home / "proef.tienkeer") as store:
        assert store.load().info.name == "Vertrouwen in de gemeente"
    page.button(key="shell_undo").click().run()
    with ProjectStore.open(home / "proef.tienkeer") as store:
        assert store.load().info.name == "Vertrouwen 2026"
