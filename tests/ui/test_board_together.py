"""Deciding on many answers at once, in AppTest: offers per argument, and finishing a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coding.analysis.encoder import Vectors
from coding.domain.assignments import ResponseState
from coding.domain.commands import RenameGroup
from coding.domain.survey import Intake
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.review_projects import ANSWERS, BOOS, KLACHTEN, review_project
from tests.word_vectors import WordVectors

OpenPage = Callable[..., AppTest]
MIXED = (
    *((f"boos {word}", BOOS) for word in ("aan de telefoon", "in mails", "op straat", "thuis", "in brieven")),
    ("een klacht, alweer", BOOS),
    *((f"klacht {word}", KLACHTEN) for word in ("over wachten", "over geld", "over regels", "op zich")),
)


class Encoder(WordVectors):
    """The vectors of the tests, behind the interface of a model."""

    def encode(self, texts: Sequence[str], _progress: object = None) -> Vectors:
        return super().encode(texts)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.registry.load", lambda _name: Encoder())


def stored(home: Path) -> Workspace:
    return Workspace(ProjectStore.open(next(home.glob(f"*{SUFFIX}"))), "Anna")


def offers_of(open_page: OpenPage, home: Path, project: str, renamed: Callable[[str], str]) -> AppTest:
    """The page with the offers for groups that somebody gave a name: all whose name ``renamed`` changes."""
    workspace = stored(home)
    for cluster in list(workspace.project.coding_of("q1").clusters.values()):
        if (name := renamed(cluster.name)) != cluster.name:
            workspace.dispatch(RenameGroup("q1", cluster.id, name))
    workspace.close()
    app = open_page("board", project)
    app.segmented_control(key="board_view").set_value("queue").run()
    app.button(key="queue_offers").click().run()
    return app


def test_an_offer_is_read_and_only_the_ticked_answers_are_accepted(open_page: OpenPage, home: Path) -> None:
    name = review_project(home, MIXED)
    app = offers_of(open_page, home, name, str.upper)
    offered = app.selectbox(key="offers_chosen")
    assert "Ook ‘MEER KLACHTEN’ (1)" in offered.options
    offered.select("‘MEER KLACHTEN’ in plaats van nu (1)").run()
    assert any("nu bij ‘MENSEN ZIJN SNELLER BOOS’" in caption.value for caption in app.caption)
    box = next(box for box in app.checkbox if box.key and box.key.startswith("offer_"))
    box.set_value(True).run()
    next(button for button in app.button if (button.key or "").startswith("dialog_ok")).click().run()
    assert not app.exception

    workspace = stored(home)
    decided = workspace.project.coding_of("q1").decisions
    names = {workspace.project.responses("q1")[key].verbatim for key in decided}
    workspace.close()
    assert names == {"een klacht, alweer"}


def test_an_offer_says_where_its_answers_stand_now(open_page: OpenPage, home: Path) -> None:
    nowhere = (("een klacht erbij", None), ("klacht alom", None))
    name = review_project(home, (*MIXED, *nowhere, ("klacht en geld", "Zonder naam")))
    app = offers_of(open_page, home, name, lambda old: old if old == "Zonder naam" else old.upper())
    app.selectbox(key="offers_chosen").select("‘MEER KLACHTEN’, soms in plaats van nu (4)").run()
    told = [caption.value.split(" · ")[0] for caption in app.caption]
    assert told.count("nu nergens bij") == 2
    assert {"nu bij ‘Zonder naam’", "nu bij ‘MENSEN ZIJN SNELLER BOOS’"} <= set(told)


def test_an_offer_of_answers_that_stood_nowhere_does_not_say_instead(open_page: OpenPage, home: Path) -> None:
    name = review_project(home, (*(one for one in MIXED if "alweer" not in one[0]), ("een klacht erbij", None)))
    app = offers_of(open_page, home, name, str.upper)
    assert "‘MEER KLACHTEN’, nu nergens bij (1)" in app.selectbox(key="offers_chosen").options


def test_a_long_name_leaves_room_for_what_is_offered(open_page: OpenPage, home: Path) -> None:
    name = review_project(home, MIXED)
    app = offers_of(open_page, home, name, "{} dan in alle jaren hiervoor".format)
    assert "Ook ‘Meer klachten dan in alle jar…’ (1)" in app.selectbox(key="offers_chosen").options


def test_finishing_tells_what_it_comes_to_and_is_one_step(open_page: OpenPage, home: Path) -> None:
    app = open_page("board", review_project(home, ANSWERS))
    app.text_input[0].set_value("Feller").run()
    app.button(key="board_finish_open").click().run()
    told = [markdown.value for markdown in app.markdown]
    assert any("bevestigd zijn: **4**" in one for one in told)
    assert any("geen argument’ zijn: **8**" in one for one in told)
    app.button(key="dialog_ok").click().run()
    assert not app.exception

    workspace = stored(home)
    project = workspace.project
    states = [project.state(key) for key, one in project.responses("q1").items() if one.intake is Intake.ANSWER]
    workspace.close()
    assert sorted(states.count(state) for state in (ResponseState.CODED, ResponseState.NO_CODE)) == [4, 8]
    assert app.button(key="shell_undo").label.startswith("Ongedaan maken: rondde de vraag af")


def test_without_a_named_argument_nothing_is_offered(open_page: OpenPage, home: Path) -> None:
    app = open_page("board", review_project(home, MIXED))
    app.segmented_control(key="board_view").set_value("queue").run()
    app.button(key="queue_offers").click().run()
    assert [info.value for info in app.info] == [
        "Er is nu niets over te nemen. Geef groepen een naam of beslis een paar antwoorden."
    ]
