"""Setting up the example projects on the first start of all."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.errors import ProjectFileError
from coding.services.examples import CODER, EXAMPLES, Example, import_example
from coding.ui import preferences, resources, session
from coding.ui.components.plain import plain
from coding.ui.components.progress import StageProgress
from coding.ui.components.proposing import one_of, propose_one, to_be_coded
from coding.ui.session import t

_ALL: Final = "*"


def set_up_examples() -> None:
    """Make the example projects, with progress on the screen, unless that was done before on this machine.

    Each example is noted when it is ready. One that was broken off is thrown away and made again.
    """
    todo = _todo()
    if not todo:
        return
    with resources.first_start_lock():
        place = st.empty()
        for example in _todo():
            with place.container():
                st.info(t("start.example_why"), icon=":material/hourglass_top:")
                _make(example)
        place.empty()


def _todo() -> list[Example]:
    done = _done()
    return [] if _ALL in done else [example for example in EXAMPLES if example.file not in done]


def _done() -> tuple[str, ...]:
    """The files of the examples that were set up before; "*" stands for all.

    All, too, when the preferences cannot be read: this machine then is not a new one.
    """
    try:
        return tuple(preferences.load(resources.folder()).examples.split())
    except ProjectFileError:
        return (_ALL,)


def _note(file: str) -> None:
    """Remember that an example was set up, so that deleting it is respected."""
    preferences.change(resources.folder(), examples=" ".join([*_done(), file]))


def _make(example: Example) -> None:
    """Make one example and note that it is there; one that fails is not tried at every start again."""
    name = example.names[session.language()]
    progress = StageProgress(t("start.example_building", name=plain(name)), key=f"example_{EXAMPLES.index(example)}")
    session.attempt(_build, example, name, progress)
    session.attempt(_note, example.file)


def _build(example: Example, name: str, progress: StageProgress) -> None:
    project = resources.project_name(resources.create_project(name))
    workspace = resources.open_workspace(project, CODER)
    finished = False
    try:
        import_example(workspace, example)
        questions = to_be_coded(workspace.project)
        for number, question in enumerate(questions, start=1):
            propose_one(workspace, project, question, one_of(progress, number, len(questions)))
        finished = True
    finally:
        workspace.close()
        if not finished:
            resources.delete_project(project)
