"""The answer "other" of a closed question: the codes that explain it may count among its answers."""

from __future__ import annotations

import streamlit as st

from coding.domain.project import Project
from coding.domain.survey import Gate
from coding.services.counting_in import (
    closed_questions,
    count_apart,
    count_in,
    counted_in,
    guess_counts_in,
    other_values,
)
from coding.ui import session
from coding.ui.components.plain import plain
from coding.ui.session import t

_APART = "board.count_apart"


def show_counting_in(project: Project, question: str) -> None:
    """Offer it where it seems meant, and say so where it is done."""
    closed = project.questions[question].counts_in
    if closed is not None:
        _show_done(project, question, closed)
        return
    guess = guess_counts_in(project, question)
    declined: tuple[str, ...] = session.recall(_APART, ())
    if guess is None or question in declined:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="board_count_in_offer"):
        st.markdown(t("counting_in.offer", **_names(project, guess)), width="stretch")
        st.button(
            t("counting_in.do"),
            key="board_count_in",
            type="primary",
            help=t("counting_in.help"),
            on_click=_count_in,
            args=(question, guess),
        )
        st.button(t("counting_in.not"), key="board_count_in_not", on_click=_decline, args=(question,))


def _show_done(project: Project, question: str, closed: Gate) -> None:
    told = counted_in(project, question)
    if told is None:
        return
    facts = {**_names(project, closed), "count": told.recoded, "before": told.before}
    st.caption(f":material/subdirectory_arrow_left: {t('counting_in.done', **facts)}")


def choose_counting_in(project: Project, question: str) -> None:
    """The same as a choice, for questions where it was not guessed, and to take it back."""
    known = {variable.id: variable for variable in closed_questions(project)}
    if not known:
        return
    closed = project.questions[question].counts_in
    key = f"board_counts_in_{question}_{closed}"
    st.selectbox(
        t("counting_in.choice"),
        list(known),
        index=list(known).index(closed.variable) if closed and closed.variable in known else None,
        format_func=lambda one: known[one].label,
        placeholder=t("counting_in.choice_none"),
        help=t("counting_in.help"),
        key=key,
        on_change=_choose,
        args=(question, key),
    )
    if closed is not None and closed.variable in known:
        key = f"board_counts_in_values_{question}_{closed}"
        st.multiselect(
            t("counting_in.values"),
            known[closed.variable].categories,
            default=[value for value in closed.values if value in known[closed.variable].categories],
            key=key,
            placeholder=t("counting_in.values_none"),
            on_change=_choose_values,
            args=(question, closed.variable, key),
        )


def _names(project: Project, closed: Gate) -> dict[str, str]:
    values = t("counting_in.or").join(f"‘{plain(value, 40)}’" for value in closed.values)
    return {"values": values, "question": plain(project.variables[closed.variable].label, 100)}


def _count_in(question: str, closed: Gate) -> None:
    workspace = session.workspace()
    if workspace is not None:
        session.dispatch(count_in(workspace.project, question, closed))


def _decline(question: str) -> None:
    declined: tuple[str, ...] = session.recall(_APART, ())
    session.remember(_APART, (*declined, question))


def _choose(question: str, key: str) -> None:
    """Callback: another closed question, or none."""
    workspace, chosen = session.workspace(), session.value(key, None)
    if workspace is None:
        return
    project = workspace.project
    if chosen is None:
        session.dispatch(count_apart(project, question))
        return
    variable = project.variables[chosen]
    values = other_values(variable) or variable.categories[-1:]
    session.dispatch(count_in(project, question, Gate(chosen, values)))


def _choose_values(question: str, variable: str, key: str) -> None:
    """Callback: other answers that mean "other"; none at all counts apart."""
    workspace = session.workspace()
    values: list[str] = session.value(key, [])
    if workspace is None:
        return
    project = workspace.project
    command = count_in(project, question, Gate(variable, tuple(values))) if values else count_apart(project, question)
    session.dispatch(command)
