"""Answers that came in after groups were proposed join them; what grouping anew changes is told before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st

from coding.domain.codebook import PSEUDO_CODES
from coding.domain.project import Project
from coding.services.joining import Joining, join_question, newcomers
from coding.services.regrouping import Regrouping, regroup
from coding.services.workspace import Workspace, now
from coding.ui import resources, session
from coding.ui.board.proposals import current_run
from coding.ui.board.words import percent
from coding.ui.components.progress import StageProgress, stopped
from coding.ui.session import t

_WANTED: Final = "board.joining_wanted"
_TOLD: Final = "board.joining_told"
_STAGES: Final = frozenset({"join"})


@dataclass(frozen=True)
class _Told:
    """What was worked out for the board as it stands: of the run ``run`` of ``question``."""

    question: str
    run: str
    joined: Joining | None
    anew: Regrouping


def work_on_newcomers(workspace: Workspace) -> None:
    """Join or compare what was asked for; draws the page again when done."""
    question, with_newcomers = session.recall(_WANTED, ("", False))
    if not question:
        return
    report = StageProgress(
        t("join.busy" if with_newcomers else "join.regroup_busy"), on_stop=partial(stopped, _WANTED), key="joining"
    )
    session.attempt(_work, workspace, question, with_newcomers, report)
    session.forget(_WANTED)
    st.rerun()


def _work(workspace: Workspace, question: str, with_newcomers: bool, report: StageProgress) -> None:
    run = current_run(workspace, workspace.project.coding_of(question).board.run or "")

    def say(stage: str, done: int, total: int) -> None:
        report(t(f"join.stage.{stage}" if stage in _STAGES else f"board.stage.{stage}"), done, total)

    name = workspace.project.info.encoder
    encoder = resources.encoder(session.project_name() or "", name, lambda done, total: say("encode", done, total))
    joined = None
    if with_newcomers:
        joined = join_question(workspace.project, run, encoder, made_at=now(), progress=say)
        run = joined.run
        workspace.save_run(run)
        workspace.dispatch(joined.command)
    anew = regroup(workspace.project, run, encoder, made_at=now(), progress=say)
    session.remember(_TOLD, _Told(question, run.id, joined, anew))


def want_regrouping(question: str) -> None:
    """Callback: work out what grouping ``question`` anew would change."""
    session.remember(_WANTED, (question, False))


def _want_joining(question: str) -> None:
    session.remember(_WANTED, (question, True))


def show_newcomers(workspace: Workspace, question: str) -> None:
    """Draw what there is to choose: join later answers, or group all of them anew."""
    project = workspace.project
    run = project.coding_of(question).board.run
    if run is None:
        return
    told: _Told | None = session.recall(_TOLD, None)
    if told is not None and (told.question, told.run) == (question, run):
        _tell(told)
    elif came := len(newcomers(project, current_run(workspace, run))):
        _offer(project, question, came)


def _offer(project: Project, question: str, came: int) -> None:
    with st.container(border=True, key="board_newcomers"):
        st.markdown(t("join.offer.one" if came == 1 else "join.offer", count=came))
        coded = any(code not in PSEUDO_CODES for code in project.coding_of(question).assigned_members)
        if coded:
            st.caption(t("join.offer_waves"))
        with st.container(horizontal=True):
            st.button(
                t("join.do"),
                key="board_join",
                type="secondary" if coded else "primary",
                icon=":material/playlist_add:",
                on_click=_want_joining,
                args=(question,),
            )
            if coded:
                st.page_link("coding/ui/pages/waves.py", label=t("join.to_waves"), icon=":material/arrow_forward:")


def _tell(told: _Told) -> None:
    with st.container(border=True, key="board_newcomers"):
        if told.joined is not None:
            key = "join.done.one" if told.joined.answers == 1 else "join.done"
            st.markdown(t(key, count=told.joined.answers, parts=_parts(told.joined)))
        st.markdown(_anew(told.anew))
        with st.container(horizontal=True):
            if told.anew.moved:
                st.button(
                    t("join.regroup_do"),
                    key="board_regroup",
                    icon=":material/auto_awesome:",
                    on_click=_regroup,
                    args=(told,),
                )
            st.button(t("join.keep"), key="board_regroup_keep", on_click=session.forget, args=(_TOLD,))


def _parts(joined: Joining) -> str:
    """Where the answers went, in words; what did not happen is left out."""
    new = "join.part.new.one" if joined.new_groups == 1 else "join.part.new"
    parts = (
        (joined.joined, "join.part.joined"),
        (joined.in_new_groups, new),
        (joined.left, "join.part.left"),
    )
    return ", ".join(t(key, count=count, groups=joined.new_groups) for count, key in parts if count)


def _anew(anew: Regrouping) -> str:
    if not anew.moved:
        return t("join.regroup_none")
    return t(
        "join.regroup",
        share=percent(anew.moved_share),
        moved=anew.moved,
        answers=anew.answers,
        pairs=percent(anew.pairs_kept),
        before=anew.groups_before,
        after=anew.groups_after,
    )


def _regroup(told: _Told) -> None:
    """Callback: put the new groups on the board, as one step."""
    workspace = session.workspace()
    if workspace is None:
        return
    session.forget(_TOLD)
    if session.attempt(workspace.save_run, told.anew.run) and session.dispatch(told.anew.command(workspace.project)):
        session.notify("success", "join.regrouped")
