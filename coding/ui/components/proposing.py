"""Having groups proposed, with progress by stage and a way to stop; for any page.

A page draws ``make_proposals_button`` and calls ``run_wanted_proposals`` near its top. Pressing the button only notes
what is wanted; the next drawing of the page does the work where the bar is. Each question is one action of its own, so
stopping keeps what was ready.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from coding.domain.errors import TienkeerError
from coding.domain.progress import Progress
from coding.domain.project import Project
from coding.services.proposing import level_command, propose_question
from coding.services.workspace import Workspace, now
from coding.ui import resources, session
from coding.ui.components.progress import StageProgress, stopped
from coding.ui.session import t

_WANTED: Final = "proposals_wanted"


def make_proposals_button(questions: Sequence[str] | None = None, *, primary: bool = True) -> None:
    """The button that asks for proposals: for ``questions``, or for all that are to be coded."""
    workspace = session.workspace()
    wanted = tuple(questions) if questions is not None else to_be_coded(workspace.project) if workspace else ()
    st.button(
        t("propose.make"),
        key="propose_make",
        type="primary" if primary else "secondary",
        icon=":material/auto_awesome:",
        disabled=not wanted,
        on_click=want_proposals,
        args=(wanted,),
    )


def to_be_coded(project: Project) -> tuple[str, ...]:
    """The questions of a project, without those that only get quotes."""
    return tuple(question.id for question in project.questions_in_order() if not question.quotes_only)


def want_proposals(questions: Sequence[str]) -> None:
    """Callback: have proposals made for ``questions`` at the next drawing of the page."""
    session.remember(_WANTED, tuple(questions))


def run_wanted_proposals(workspace: Workspace) -> bool:
    """Make the proposals that were asked for, if any; whether any were made."""
    wanted: tuple[str, ...] = session.recall(_WANTED, ())
    if not wanted:
        return False
    progress = StageProgress(t("propose.heading"), on_stop=partial(stopped, _WANTED), key="propose")
    groups, done = 0, 0
    for number, question in enumerate(wanted, start=1):
        try:
            groups += propose_one(
                workspace, session.project_name() or "", question, one_of(progress, number, len(wanted))
            )
            done += 1
        except TienkeerError as refused:
            session.notify_error(refused)
            break
    session.forget(_WANTED)
    if done:
        session.notify("success", "propose.done.one" if done == 1 else "propose.done", groups=groups, questions=done)
    return done > 0


def one_of(progress: StageProgress, number: int, total: int) -> Progress:
    """Reports on question ``number`` of ``total``."""

    def tell(stage: str, done: int, of: int) -> None:
        progress(t("propose.question_of", number=number, total=total, stage=t(f"propose.stage_{stage}")), done, of)

    return tell


def propose_one(workspace: Workspace, project: str, question: str, tell: Progress) -> int:
    """Put proposed groups for one question of ``project`` on the board; how many. ``tell`` gets the keys of stages."""
    name = workspace.project.info.encoder
    encoder = resources.encoder(project, name, lambda done, of: tell("encode", done, of))
    run = propose_question(workspace.project, question, encoder, made_at=now(), progress=tell)
    workspace.save_run(run)
    command = level_command(workspace.project, run, run.default_level)
    workspace.dispatch(command)
    return len(command.clusters)
