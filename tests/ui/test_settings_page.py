from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from coding import composition
from coding.domain.project import Project
from coding.store.project_store import ProjectStore
from models import registry
from models.download import Size
from models.errors import HubUnreachable, ModelError, ModelNotFound
from tests.projects import example_project, store_project
from tests.ui.fakes import QuickEncoder

Open = Callable[..., AppTest]


@pytest.fixture
def page(home: Path, open_page: Open) -> AppTest:
    """The settings of a project with two questions."""
    store_project(example_project(), home / "proef.tienkeer")
    return open_page("settings", "proef")


def stored(home: Path) -> Project:
    with ProjectStore.open(home / "proef.tienkeer") as store:
        return store.load()


def starting(elements: Any, beginning: str) -> Any:
    return next(each for each in elements if each.key.startswith(beginning))


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def test_the_project_gets_another_name_and_the_fields_follow_an_undo(home: Path, page: AppTest) -> None:
    starting(page.text_input, "settings_name").set_value("Vertrouwen 2026")
    press(page, "settings_save_project")
    assert stored(home).info.name == "Vertrouwen 2026"
    press(page, "shell_undo")
    assert starting(page.text_input, "settings_name").value == "Vertrouwen in de gemeente"


def test_another_coder_signs_what_follows(home: Path, page: AppTest) -> None:
    page.text_input(key="settings_coder").set_value("Bram")
    starting(page.text_input, "settings_name").set_value("Van Bram")
    press(page, "settings_save_project")
    with ProjectStore.open(home / "proef.tienkeer") as store:
        assert store.event(store.revision()).coder == "Bram"


def test_a_question_is_changed_and_its_own_non_answers_count(home: Path, page: AppTest) -> None:
    page.selectbox(key="settings_question").set_value("merkt").run()
    starting(page.text_area, "settings_text_merkt").set_value("Waaraan merk je het?")
    starting(page.text_area, "settings_non_answers_merkt").set_value("Boze Mails!\n\nboze mails\n")
    starting(page.toggle, "settings_quotes_only_merkt").set_value(True)
    press(page, "settings_save_question")
    question = stored(home).questions["merkt"]
    assert question.text == "Waaraan merk je het?"
    assert question.non_answers == ("boze mails",)
    assert question.quotes_only


def test_a_question_keeps_its_text_when_it_would_become_empty(home: Path, page: AppTest) -> None:
    page.selectbox(key="settings_question").set_value("merkt").run()
    starting(page.text_area, "settings_text_merkt").set_value("   ")
    press(page, "settings_save_question")
    assert len(page.error) == 1
    assert stored(home).questions["merkt"].text == "Waaraan merk je dat?"


def test_the_cost_of_a_model_is_said_before_it_is_chosen(page: AppTest) -> None:
    page.selectbox(key="encoder_choice").set_value("BAAI/bge-m3").run()
    assert "2271 MB" in "".join(element.proto.body for element in page.get("html"))
    assert "internet" in page.info[0].value


def fetching(monkeypatch: pytest.MonkeyPatch, problem: Exception | None = None) -> list[str]:
    """What would be fetched, without any hub."""
    asked: list[str] = []

    def fetch(name: str, progress: Callable[[int, int], None]) -> None:
        asked.append(name)
        if problem is not None:
            raise problem
        progress(5_000_000, 10_000_000)

    monkeypatch.setattr(composition, "fetch", fetch)
    return asked


def choose(page: AppTest, name: str) -> None:
    page.selectbox(key="encoder_choice").set_value("*").run()
    page.text_input(key="encoder_name").set_value(name).run()


def test_another_model_is_fetched_and_remembered_and_decisions_stay(
    home: Path, page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = fetching(monkeypatch)
    monkeypatch.setattr(registry, "load", lambda _: QuickEncoder())
    before = stored(home)
    assert any(coding.decisions for coding in before.coding.values())
    choose(page, "een/model")
    press(page, "encoder_choose")
    after = stored(home)
    assert asked == ["een/model"]
    assert (after.info.encoder, after.info.encoder_version) == ("een/model", "quick/1")
    assert after.coding == before.coding


def test_a_folder_is_not_fetched(home: Path, page: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fetching(monkeypatch)
    monkeypatch.setattr(registry, "load", lambda _: QuickEncoder())
    choose(page, str(tmp_path))
    assert "niets" in "".join(element.proto.body for element in page.get("html"))
    press(page, "encoder_choose")
    assert asked == []
    assert stored(home).info.encoder == str(tmp_path)


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (ModelNotFound("een/model", "404"), "is niet gevonden"),
        (HubUnreachable("een/model", "no route"), "geen verbinding met Hugging Face"),
    ],
)
def test_a_model_that_cannot_be_fetched_is_told_and_changes_nothing(
    home: Path, page: AppTest, monkeypatch: pytest.MonkeyPatch, problem: ModelError, told: str
) -> None:
    fetching(monkeypatch, problem)
    choose(page, "een/model")
    press(page, "encoder_choose")
    assert told in page.error[0].value.replace("\\", "")
    assert stored(home).info.encoder == "bundled"


def test_the_size_of_a_model_that_is_not_listed_is_looked_up_when_asked(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "look_up", lambda _: Size(123_400_000, 4))
    choose(page, "een/model")
    assert "124 MB" not in "".join(element.proto.body for element in page.get("html"))
    press(page, "encoder_look_up")
    assert "124 MB" in "".join(element.proto.body for element in page.get("html"))


def test_erasing_asks_first_and_leaves_no_answer(home: Path, page: AppTest) -> None:
    assert page.button(key="settings_erase_ask").disabled
    page.selectbox(key="settings_erase").set_value("r1").run()
    press(page, "settings_erase_ask")
    assert "r1" in page.warning[0].value
    assert any(person.id == "r1" for wave in stored(home).waves for person in stored(home).respondents(wave))
    press(page, "dialog_ok")
    assert not any(person.id == "r1" for wave in stored(home).waves for person in stored(home).respondents(wave))
    assert b"Mensen worden sneller boos" not in (home / "proef.tienkeer").read_bytes()
