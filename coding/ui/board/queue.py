"""One uncertain answer at a time: keys 1–3 take a suggestion, every decision improves the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from coding.domain.assignments import Origin
from coding.domain.codebook import NO_CODE, OTHER
from coding.domain.project import Project
from coding.domain.survey import ResponseKey
from coding.services.question_model import QuestionModel
from coding.services.review_actions import new_id
from coding.services.review_queue import QueueItem, next_item, respondents, similar, take, take_all, take_new
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.board.accept import show_accept
from coding.ui.board.answers import facts, group_name, targets
from coding.ui.board.learning import suggestions
from coding.ui.board.models import model
from coding.ui.board.words import counted, number
from coding.ui.components.aimed import aimed_button
from coding.ui.components.dialogs import close_dialog, dialog_buttons, name_field, open_dialog
from coding.ui.components.plain import Mark, plain, verbatim
from coding.ui.components.shortcuts import shortcuts
from coding.ui.session import t

_MOST_SIMILAR: Final = 8
_TOLD_FROM: Final = 0.01  # lower scores say nothing
KEYS: Final = {
    "1": "queue_take_0",
    "2": "queue_take_1",
    "3": "queue_take_2",
    "n": "queue_new",
    "o": "queue_other",
    "g": "queue_none",
    "s": "queue_skip",
    "z": "shell_undo",
}


@dataclass(frozen=True, slots=True)
class QueueState:
    """Where the researcher is: the answer on screen, those handled before, and the decisions, the last one last."""

    current: ResponseKey | None = None
    handled: tuple[ResponseKey, ...] = ()
    decided: tuple[tuple[ResponseKey, str], ...] = ()


def state(question: str) -> QueueState:
    """What is remembered of the queue of ``question``."""
    return session.recall(f"queue.{question}", QueueState())


def show_queue(workspace: Workspace, question: str) -> None:
    """Draw the queue."""
    found = model(workspace, question)
    if found is None:
        return
    project = workspace.project
    _back_to_undone(project, question)
    drawn = f"{project.revision}_{len(state(question).handled)}"
    shortcuts(KEYS, key="queue", drawn=drawn)  # first: a key may be pressed as soon as the answer is there
    items, learned = suggestions(project, question, found)
    item = _current(project, question, items, found)
    left, right = st.columns([13, 9], gap="medium")
    with left:
        if item is None:
            st.success(t("queue.done" if not items else "queue.done_skipped"), icon=":material/check_circle:")
            if items:
                st.button(t("queue.again"), key="queue_again", on_click=_again, args=(question,))
        else:
            _show_item(project, question, item, len(items))
    with right:
        if not learned:
            st.caption(t("queue.learning"), help=t("queue.learning_help"))
        _show_similar(project, question, items, found)
        show_accept(project, question, items)


def _back_to_undone(project: Project, question: str) -> None:
    """The answer whose decision was just taken back is on screen again: it was undone to decide otherwise."""
    now, decisions = state(question), project.coding_of(question).decisions
    decided = now.decided
    while decided and not decisions.get(decided[-1][0]):
        *before, (undone, _) = decided
        decided = tuple(before)
        handled = tuple(key for key in now.handled if key != undone)
        now = QueueState(undone, handled, decided)
    session.remember(f"queue.{question}", now)


def _current(project: Project, question: str, items: tuple[QueueItem, ...], found: QuestionModel) -> QueueItem | None:
    """The answer on screen: the same as long as it is undecided."""
    now = state(question)
    item = next((one for one in items if now.current in one.row.keys), None)
    if item is None:
        item = next_item(items, found, project, now.handled)
        session.remember(f"queue.{question}", replace(now, current=None if item is None else item.row.key))
    return item


def _show_item(project: Project, question: str, item: QueueItem, left: int) -> None:
    coding = project.coding_of(question)
    st.caption(counted("queue.left", left))
    with st.container(border=True, key="queue_answer"):
        marks = [Mark(mark.span, "segment", group_name(coding, mark.group)) for mark in item.row.marks]
        verbatim(item.row.verbatim, marks)
        told = facts(project, item.row)
        same = f"{t('queue.same', count=item.row.count)} · " if item.row.count > 1 else ""
        st.caption(same + plain(told))
    with st.container():  # however many there are, what comes after stays in its place
        for at, choice in enumerate(item.choices):
            name = plain(group_name(coding, choice.group), 70)
            aimed_button(
                f"**{at + 1}** · {name}" + (f" · {number(choice.score)}" if choice.score >= _TOLD_FROM else ""),
                _subject(item),
                key=f"queue_take_{at}",
                type="primary" if at == 0 else "secondary",
                width="stretch",
                on_click=_take,
                args=(question, item, choice.group, Origin.SUGGESTION),
            )
    _other_ways(project, question, item)


def _subject(item: QueueItem) -> str:
    return f"{item.row.key.wave}_{item.row.key.respondent}"


def _other_ways(project: Project, question: str, item: QueueItem) -> None:
    names = {one["id"]: one["name"] for one in targets(project.coding_of(question))}
    key = f"queue_other_group_{_subject(item)}"
    st.selectbox(
        t("queue.elsewhere"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder=t("queue.elsewhere_hint"),
        on_change=_take_chosen,
        args=(question, item, key),
        label_visibility="collapsed",
    )
    with st.container(horizontal=True, gap="small"):
        st.button(t("queue.new"), key="queue_new", on_click=open_dialog, args=("board_queue_new", question))
        for name, code in (("other", OTHER), ("none", NO_CODE)):
            given = (question, item, code, Origin.HAND)
            aimed_button(t(f"queue.{name}"), _subject(item), key=f"queue_{name}", on_click=_take, args=given)
        aimed_button(t("queue.skip"), _subject(item), key="queue_skip", on_click=_skip, args=(question, item))
    st.caption(t("queue.keys"))


def _take_chosen(question: str, item: QueueItem, key: str) -> None:
    group: str | None = session.value(key, None)
    if group is not None:
        _take(question, item, group, Origin.HAND)


def _take(question: str, item: QueueItem, group: str, origin: Origin) -> None:
    """Callback: decide the answer on screen and go on to the next. Pressed twice, it is decided once."""
    workspace = session.workspace()
    if state(question).current not in item.row.keys:
        return
    if workspace is not None and session.dispatch(take(workspace.project, question, item.row, group, origin)):
        _go_on(question, item, group)


def _go_on(question: str, item: QueueItem, group: str) -> None:
    """Remember the decision; the next answer comes on screen."""
    now, key = state(question), item.row.key
    session.remember(f"queue.{question}", QueueState(None, (*now.handled, key), (*now.decided, (key, group))))


def _skip(question: str, item: QueueItem) -> None:
    """Callback: leave the answer for later."""
    now = state(question)
    session.remember(f"queue.{question}", replace(now, current=None, handled=(*now.handled, item.row.key)))


def _again(question: str) -> None:
    session.forget(f"queue.{question}")


def new_body(question: str) -> None:
    """A new argument for the answer on screen."""
    name_field(t("board.new_name"), "queue_new_name")
    dialog_buttons(t("board.new_make"), _take_new, question)


def _take_new(question: str) -> None:
    workspace, now = session.workspace(), state(question)
    found = model(workspace, question) if workspace is not None else None
    if workspace is None or found is None or now.current is None:
        close_dialog()
        return
    items, _ = suggestions(workspace.project, question, found)
    item = next((one for one in items if now.current in one.row.keys), None)
    code = new_id()
    if item is None:
        close_dialog()
    elif session.dispatch(take_new(workspace.project, question, item.row, code, session.value("queue_new_name", ""))):
        _go_on(question, item, code)
        session.put("queue_new_name", "")
        close_dialog()


# Similar answers to the last decision ---------------------------------------------------------------------------------


def _show_similar(project: Project, question: str, items: tuple[QueueItem, ...], found: QuestionModel) -> None:
    """Answers like the last one, to be checked before they are decided along."""
    decided = state(question).decided
    coding = project.coding_of(question)
    with st.container(border=True, key="queue_similar", height=215):
        if not decided:
            st.caption(t("queue.similar_hint"))
            return
        key, group = decided[-1]
        here = coding.decisions.get(key, ())
        if not any(assignment.code == group for assignment in here):  # undone since
            st.caption(t("queue.similar_hint"))
            return
        likes = similar(items, project, found, key, group)[:_MOST_SIMILAR]
        name = plain(group_name(coding, group), 50)
        if not likes:
            st.caption(t("queue.similar_none", name=name))
            return
        st.markdown(counted("queue.similar", respondents(likes), name=name))
        for at, item in enumerate(likes):
            st.checkbox(
                plain(item.row.verbatim, 160),
                value=True,
                key=f"similar_{at}_{_subject(item)}",
            )
        aimed_button(
            t("queue.similar_take"),
            str(project.revision),
            key="queue_similar_take",
            on_click=_take_similar,
            args=(question, likes),
        )


def _take_similar(question: str, likes: tuple[QueueItem, ...]) -> None:
    """Callback: decide the similar answers that are still ticked."""
    workspace = session.workspace()
    wanted = [item for at, item in enumerate(likes) if session.value(f"similar_{at}_{_subject(item)}", True)]
    command = take_all(workspace.project, question, wanted) if workspace is not None else None
    if command is not None:
        session.dispatch(command)
