from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coding.services.library import Library
from coding.ui import resources
from tests.projects import example_project, store_project

Open = Callable[..., AppTest]


def shown(app: AppTest) -> str:
    """Everything that can be read on the page."""
    kinds = ("header", "caption", "markdown", "info", "warning", "error", "success", "html")
    parts = [str(element.value) for kind in kinds for element in app.get(kind) if hasattr(element, "value")]
    parts += [element.proto.body for element in app.get("html")]
    return "\n".join(parts)


def press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def names(home: Path) -> list[str]:
    return sorted(card.name for card in Library(home).list())


def test_without_projects_the_page_says_what_to_do(open_page: Open) -> None:
    app = open_page()
    assert not app.exception
    assert "Maak een nieuw project" in app.info[0].value


def test_a_new_project_opens_at_the_import_page(home: Path, open_page: Open) -> None:
    app = press(open_page(), "start_new")
    app.text_input(key="start_name").set_value("Proef $x$ *ster*").run()
    press(app, "dialog_ok")
    assert not app.exception
    assert app.header[0].value == "Antwoorden inlezen"
    assert names(home) == ["Proef $x$ *ster*"]


def test_a_project_needs_a_name(home: Path, open_page: Open) -> None:
    app = press(open_page(), "start_new")
    press(app, "dialog_ok")
    assert len(app.error) == 1
    assert names(home) == []


def test_cancelling_the_dialog_makes_nothing(home: Path, open_page: Open) -> None:
    app = press(open_page(), "start_new")
    app.text_input(key="start_name").set_value("Toch niet").run()
    press(app, "dialog_cancel")
    assert not [box for box in app.text_input if box.key == "start_name"]
    assert names(home) == []


@pytest.fixture
def stored(home: Path) -> str:
    """The name of the file of a project that is there."""
    store_project(example_project(), home / "voorbeeld.tienkeer")
    return "voorbeeld"


def test_a_project_is_listed_with_its_counts(stored: str, open_page: Open) -> None:
    page = shown(open_page())
    assert "Vertrouwen in de gemeente" in page
    assert "2 open vragen" in page


def test_rename(home: Path, stored: str, open_page: Open) -> None:
    app = press(open_page(), f"rename_{stored}")
    assert app.text_input(key="start_name").value == "Vertrouwen in de gemeente"
    app.text_input(key="start_name").set_value("Anders").run()
    press(app, "dialog_ok")
    assert names(home) == ["Anders"]


def test_duplicate(home: Path, stored: str, open_page: Open) -> None:
    app = press(open_page(), f"duplicate_{stored}")
    assert names(home) == ["Vertrouwen in de gemeente", "Vertrouwen in de gemeente (kopie)"]
    assert len(app.success) == 1


def test_deleting_asks_first(home: Path, stored: str, open_page: Open) -> None:
    app = press(open_page(), f"delete_{stored}")
    assert "Vertrouwen in de gemeente" in app.warning[0].value
    press(app, "dialog_cancel")
    assert names(home) == ["Vertrouwen in de gemeente"]


def test_deleting_takes_the_vectors_along(home: Path, stored: str, open_page: Open) -> None:
    (home / f"{stored}.vectors").write_bytes(b"")
    app = press(open_page(), f"delete_{stored}")
    press(app, "dialog_ok")
    assert names(home) == []
    assert not (home / f"{stored}.vectors").exists()


def test_a_copy_from_elsewhere_joins_the_list(home: Path, stored: str, open_page: Open) -> None:
    data = (home / f"{stored}.tienkeer").read_bytes()
    app = press(open_page(), "start_bring")
    app.file_uploader(key="start_copy").set_value(("kopie.tienkeer", data, "application/octet-stream")).run()
    press(app, "dialog_ok")
    assert len(names(home)) == 2
    assert len(app.success) == 1


def test_a_file_that_is_no_project_is_refused_in_words(home: Path, open_page: Open) -> None:
    app = press(open_page(), "start_bring")
    app.file_uploader(key="start_copy").set_value(("foto.tienkeer", b"JPEG", "application/octet-stream")).run()
    press(app, "dialog_ok")
    assert "foto" in app.error[0].value
    assert names(home) == []


def test_a_damaged_project_does_not_hide_the_others(home: Path, stored: str, open_page: Open) -> None:
    (home / "stuk.tienkeer").write_bytes(b"geen database")
    app = open_page()
    assert not app.exception
    assert len(app.error) == 1
    assert "Vertrouwen in de gemeente" in shown(app)


def test_the_language_is_switched_and_remembered(home: Path, open_page: Open) -> None:
    app = open_page()
    app.segmented_control(key="shell_language").set_value("en").run()
    assert app.header[0].value == "Projects"
    assert json.loads((home / "preferences.json").read_text())["language"] == "en"
    assert open_page().header[0].value == "Projects"


def test_the_name_is_asked_once(home: Path, open_page: Open) -> None:
    (home / "preferences.json").write_text(json.dumps({"language": "nl", "examples": "*"}), encoding="utf-8")
    app = open_page()
    app.text_input(key="coder_name").set_value("  Bram   Smit ")
    press(app, "coder_save")
    assert json.loads((home / "preferences.json").read_text())["coder"] == "Bram Smit"
    assert not [box for box in open_page().text_input if box.key == "coder_name"]


def test_damaged_preferences_are_told_and_do_no_harm(home: Path, stored: str, open_page: Open) -> None:
    (home / "preferences.json").write_text("{", encoding="utf-8")
    app = open_page()
    assert not app.exception
    assert "preferences.json" in app.error[0].value.replace("\\", "")
    assert "Vertrouwen in de gemeente" in shown(app)


def test_the_address_opens_a_project_again(stored: str, open_page: Open) -> None:
    assert open_page("history", stored).header[0].value == "Geschiedenis"
    assert not open_page("history", stored).info


@pytest.mark.parametrize("address", ["nergens", "../elders", "/etc/passwd", ""])
def test_an_address_of_no_project_opens_nothing(home: Path, open_page: Open, address: str) -> None:
    (home.parent / "elders.tienkeer").write_bytes(b"")
    app = open_page("start", address)
    assert not app.exception
    assert app.header[0].value == "Projecten"
    assert len(app.error) == 1


def test_a_page_without_a_project_shows_the_way(open_page: Open) -> None:
    app = open_page("settings")
    assert not app.exception
    assert "Open eerst een project" in app.info[0].value


def test_projects_of_the_same_name_are_told_apart_by_their_file(home: Path, open_page: Open) -> None:
    first = resources.create_project("Wensen")
    resources.library().duplicate(first, "Wensen", "Anna")
    resources.create_project("Anders")
    app = open_page()
    files = sorted(path.name for path in home.glob("Wensen*.tienkeer"))
    assert len(files) == 2
    for name in files:
        assert any(name in caption.value.replace("\\", "") for caption in app.caption)
    assert not any("Anders.tienkeer" in caption.value for caption in app.caption)
