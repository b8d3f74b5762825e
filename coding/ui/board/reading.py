"""Reading a question by the answers to a closed one: which side is shown, and by which closed question."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from coding.domain.commands import ChangeQuestion
from coding.domain.project import Project
from coding.domain.reading import Reading, keys_of, reading_of
from coding.domain.survey import Intake, ResponseKey
from coding.services.counting_in import closed_questions
from coding.texts.report_wording import side_text
from coding.ui import session
from coding.ui.board import state as remembered
from coding.ui.components.plain import plain
from coding.ui.session import t

_EVERYONE = -1


def show_sides(project: Project, question: str) -> None:
    """The sides to choose from, with how many answers each has; nothing as long as no closed question was chosen."""
    reading = reading_of(project, question)
    if reading is None:
        return
    key = f"board_side_{question}_{reading.variable}"
    counts = [_answers(project, keys_of(project, question, reading, side)) for side in reading.sides]
    names = {at: plain(side_text(side, session.language()), 40) for at, side in enumerate(reading.sides)}
    st.segmented_control(
        t("reading.label", question=plain(reading.label, 90)),
        [_EVERYONE, *(at for at, count in enumerate(counts) if count)],
        default=_side(question, reading),
        required=True,
        format_func=lambda at: (
            t("reading.everyone") if at == _EVERYONE else t("reading.side", name=names[at], count=counts[at])
        ),
        key=key,
        on_change=_change,
        args=(question, key),
    )
    if _side(question, reading) != _EVERYONE:
        st.caption(t("reading.whole"))


def shown_keys(project: Project, question: str) -> frozenset[ResponseKey] | None:
    """The responses of the side that is read; None when everyone is."""
    reading = reading_of(project, question)
    at = _EVERYONE if reading is None else _side(question, reading)
    return None if reading is None or at == _EVERYONE else keys_of(project, question, reading, reading.sides[at])


def _side(question: str, reading: Reading) -> int:
    at: int = session.recall(f"board.side.{question}", _EVERYONE)
    return at if at < len(reading.sides) else _EVERYONE


def _change(question: str, key: str) -> None:
    session.remember(f"board.side.{question}", session.value(key, _EVERYONE))
    remembered.change(question, page=0)


def _answers(project: Project, keys: frozenset[ResponseKey]) -> int:
    responses = (project.response(key) for key in keys)
    return sum(project.intake(response) is Intake.ANSWER for response in responses if response is not None)


def choose_reading(project: Project, question: str) -> None:
    """By which closed question this one is read."""
    known = {variable.id: variable for variable in closed_questions(project) if variable.divides}
    if not known:
        return
    chosen = project.questions[question].read_by
    key = f"board_read_by_{question}_{chosen}"
    st.selectbox(
        t("reading.choice"),
        list(known),
        index=list(known).index(chosen) if chosen in known else None,
        format_func=lambda one: known[one].label,
        placeholder=t("reading.choice_none"),
        help=t("reading.choice_help"),
        key=key,
        on_change=_choose,
        args=(question, key),
    )


def _choose(question: str, key: str) -> None:
    """Callback: read by another closed question, or by none."""
    workspace = session.workspace()
    if workspace is not None:
        asked = workspace.project.questions[question]
        session.forget(f"board.side.{question}")
        session.dispatch(ChangeQuestion(replace(asked, read_by=session.value(key, None) or "")))
