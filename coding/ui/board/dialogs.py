"""The dialogs of the review page: each says what will come of it before anything changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from coding.domain.codebook import CodeStatus
from coding.domain.commands import MergeGroups, NewCode, PutUnder
from coding.domain.project import Project, QuestionCoding
from coding.services.board import AnswerRow
from coding.services.review_actions import everyone, new_id, put_under_new, split_off
from coding.services.review_search import answers_of, board_of
from coding.ui import session
from coding.ui.board import state as remembered
from coding.ui.board.answers import targets
from coding.ui.board.words import counted
from coding.ui.components.dialogs import Body, close_dialog, dialog_buttons, name_field, show_dialog
from coding.ui.components.plain import plain, verbatim
from coding.ui.session import t

_SAMPLE: Final = 3  # answers shown of each group


def show_dialogs(more: Mapping[str, tuple[str, Body]]) -> None:
    """Draw the dialog that is open, if any."""
    show_dialog(
        {
            "board_new": ("board.groups.add", _new_body),
            "board_merge": ("board.merge_title", _merge_body),
            "board_net": ("board.net_title", _net_body),
            "board_split_off": ("board.split_off_title", _split_off_body),
            **more,
        },
        wide=("board_history",),
    )


def _project() -> Project:
    workspace = session.workspace()
    if workspace is None:
        raise RuntimeError("A dialog of the review page needs an open project.")
    return workspace.project


def chosen_groups(coding: QuestionCoding) -> list[str]:
    """The groups that the dialog is about, as far as they still exist."""
    return [group for group in remembered.chosen() if coding.group_name(group) is not None]


# A new argument or net ------------------------------------------------------------------------------------------------


def _new_body(question: str) -> None:
    name_field(t("board.new_name"), "board_new_name")
    st.checkbox(t("board.new_is_net"), key="board_new_is_net", help=t("board.new_is_net_help"))
    dialog_buttons(t("board.new_make"), _make_new, question)


def _make_new(question: str) -> None:
    code = new_id()
    is_net = session.value("board_new_is_net", False)
    if session.dispatch(NewCode(question, code, session.value("board_new_name", ""), is_net=is_net)):
        remembered.change(question, open=code)
        close_dialog()


# Merging --------------------------------------------------------------------------------------------------------------


def _merge_body(question: str) -> None:
    project = _project()
    coding = project.coding_of(question)
    chosen = chosen_groups(coding)
    names = {one["id"]: one["name"] for one in targets(coding) if coding.group_name(one["id"]) is not None}
    nets = {code.id: code.name for code in coding.codes.values() if code.is_net}
    names |= {group: nets[group] for group in chosen if group in nets}
    groups = st.multiselect(
        t("board.merge_groups"),
        list(names),
        default=[one for one in chosen if one in names],
        format_func=lambda group: names[group],
        key="board_merge_groups",
        placeholder=t("board.merge_choose"),
    )
    if len(groups) < 2:
        st.caption(t("board.merge_two"))
        dialog_buttons(t("board.merge_do"), _merge, question)
        return
    rows = {row.id: row for row in board_of(project, question).rows}
    largest = max(groups, key=lambda group: rows[group].count)
    st.text_input(
        t("board.merge_name"),
        value=names[largest],
        key=f"board_merge_name_{'_'.join(sorted(groups))}",
    )
    st.radio(
        t("board.merge_names"),
        groups,
        index=groups.index(largest),
        format_func=lambda group: plain(names[group]),
        key="board_merge_into",
        on_change=_take_name,
        args=(groups, names),
    )
    together = {
        (key.wave, key.respondent)
        for group in groups
        for row in answers_of(project, question, group)
        for key in row.keys
    }
    counts = " + ".join(t("board.count", count=rows[group].count) for group in groups)
    st.info(t("board.merge_preview", counts=counts, count=len(together)), icon=":material/merge:")
    for column, group in zip(st.columns(2) * len(groups), groups, strict=False):
        with column:
            _sample(project, question, group, names[group])
    dialog_buttons(t("board.merge_do"), _merge, question)


def _take_name(groups: list[str], names: Mapping[str, str]) -> None:
    into = session.value("board_merge_into", groups[0])
    session.put(f"board_merge_name_{'_'.join(sorted(groups))}", names[into])


def _sample(project: Project, question: str, group: str, name: str) -> None:
    """A few answers of a group: the surest ones."""
    rows = answers_of(project, question, group)
    with st.container(border=True, gap="small"):
        st.markdown(f"**{plain(name, 60)}**")
        for row in rows[-_SAMPLE:]:
            verbatim(row.verbatim, lines=2)


def _merge(question: str) -> None:
    groups = tuple(session.value("board_merge_groups", list[str]()))
    into = session.value("board_merge_into", groups[0] if groups else "")
    name = session.value(f"board_merge_name_{'_'.join(sorted(groups))}", "")
    if session.dispatch(MergeGroups(question, groups, into if into in groups else "", name)):
        remembered.change(question, open=into)
        close_dialog()


# Nets -----------------------------------------------------------------------------------------------------------------


def _net_body(question: str) -> None:
    coding = _project().coding_of(question)
    chosen = chosen_groups(coding)
    nets = {
        code.id: code.name
        for code in coding.codes.values()
        if code.is_net and code.status is not CodeStatus.RETIRED and code.id not in chosen
    }
    st.markdown(", ".join(f"**{plain(coding.group_name(group) or '')}**" for group in chosen))
    options = [*nets, "new", "none"]
    st.radio(
        t("board.net_choose"),
        options,
        key="board_net_parent",
        format_func=lambda one: plain(nets[one]) if one in nets else t(f"board.net_{one}"),
    )
    if session.value("board_net_parent", options[0]) == "new":
        st.text_input(t("board.net_name"), key="board_net_name")
    dialog_buttons(t("board.net_do"), _put_under, question, tuple(chosen))


def _put_under(question: str, groups: tuple[str, ...]) -> None:
    parent: str = session.value("board_net_parent", "none")
    if parent == "new":
        done = session.dispatch(put_under_new(question, groups, session.value("board_net_name", "")))
    else:
        done = session.dispatch(PutUnder(question, groups, None if parent == "none" else parent))
    if done:
        close_dialog()


# Some answers as a new group ------------------------------------------------------------------------------------------


def _split_off_body(group: str) -> None:
    question = session.question() or ""
    rows: tuple[AnswerRow, ...] = session.recall("board.rows", ())
    st.caption(counted("board.split_off_count", len(everyone(_project(), rows))))
    with st.container(height=220):
        for row in rows[:20]:
            verbatim(row.verbatim, lines=2)
    name_field(t("board.new_name"), "board_split_off_name")
    dialog_buttons(t("board.new_make"), _split_off, question, group)


def _split_off(question: str, group: str) -> None:
    rows: tuple[AnswerRow, ...] = session.recall("board.rows", ())
    command = split_off(_project(), question, rows, group, session.value("board_split_off_name", ""))
    if command is None or session.dispatch(command):
        close_dialog()
