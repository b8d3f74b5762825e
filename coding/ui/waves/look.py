"""Looking through a wave: new arguments, doubtful answers, a sample of the certain ones, and what is gone."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.commands import (
    AcceptSuggestions,
    Assign,
    Command,
    ConfirmGroups,
    DissolveGroups,
    RenameGroup,
    Together,
)
from coding.domain.project import Project
from coding.services.board import AnswerRow, MarkKind
from coding.services.waves import to_code_in, undecided_in
from coding.services.waves_view import NewGroup, WaveView, accept_certain, check, wave_view
from coding.ui import session
from coding.ui.components.plain import plain, text_table, verbatim
from coding.ui.session import t
from coding.ui.waves.added import show_remarks
from coding.ui.waves.choice import choose_code, shown_name, token_of
from coding.ui.waves.numbers import version_number
from coding.ui.waves.recoding import show_recoding
from coding.ui.waves.recognising import recognise_button

_DOUBTFUL_SHOWN: Final = 15
_CHECKED_SHOWN: Final = 10
_GROUP_SHOWN: Final = 12


def show_look(project: Project) -> None:
    """Draw the part."""
    waves = project.waves_in_order()
    if not waves:
        st.info(t("waves.nothing_yet"), icon=":material/upload_file:")
        return
    wave, question = _choose(project)
    if question is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        return
    show_remarks(wave)
    _show_overview(project, wave)
    view = wave_view(project, question, wave)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(
            view.decided / view.answers if view.answers else 1.0,
            text=t("waves.progress", decided=view.decided, answers=view.answers),
        )
        if project.coding_of(question).open_codes() and view.decided < view.answers:
            recognise_button(project, wave, question, again=view.recognition is not None)
    workspace = session.workspace()
    if workspace is not None and view.codebook_version is not None:
        low, high = (version_number(workspace, question, revision) for revision in view.codebook_version)
        st.caption(t("waves.version_one" if low == high else "waves.version", low=low, high=high))
    if workspace is not None:
        show_recoding(workspace, question, wave)
    if view.recognition is None:
        hint = "waves.not_recognised" if project.coding_of(question).open_codes() else "waves.no_codes"
        if view.decided < view.answers:
            st.info(t(hint), icon=":material/auto_awesome:")
        return
    _show_parts(project, question, wave, view)


def _choose(project: Project) -> tuple[str, str | None]:
    waves = [wave.id for wave in project.waves_in_order()]
    chosen = session.recall("waves_wave", waves[-1])
    left, right = st.columns([1, 3])
    wave = left.selectbox(
        t("waves.wave"),
        waves,
        index=waves.index(chosen) if chosen in waves else len(waves) - 1,
        format_func=lambda one: project.waves[one].name,
        key="waves_choose_wave",
        on_change=_take_wave,
    )
    questions = [q.id for q in project.questions_in_order() if to_code_in(project, q.id, wave)]
    if not questions:
        return wave, None
    current = session.question()
    question = right.selectbox(
        t("waves.question"),
        questions,
        index=questions.index(current) if current in questions else 0,
        format_func=lambda one: project.questions[one].text,
        key=f"waves_choose_question_{wave}",
        on_change=_take_question,
        args=(f"waves_choose_question_{wave}",),
    )
    return wave, question


def _take_wave() -> None:
    session.remember("waves_wave", session.value("waves_choose_wave", ""))


def _take_question(key: str) -> None:
    session.select_question(session.value(key, ""))


def _show_overview(project: Project, wave: str) -> None:
    """What there is to do for every question of the wave."""
    with st.expander(t("waves.overview")):
        rows = []
        for question in project.questions_in_order():
            view = wave_view(project, question.id, wave)
            if view.answers:
                new = sum(group.count for group in view.groups)
                doubtful = sum(row.count for row in view.doubtful)
                numbers = (new, doubtful, view.certain, view.decided)
                rows.append((question.text, *(str(number) for number in numbers)))
        head = [t(f"waves.overview_{name}") for name in ("question", "new", "doubtful", "certain", "decided")]
        text_table(head, rows, caption=t("waves.overview"))


def _show_parts(project: Project, question: str, wave: str, view: WaveView) -> None:
    if view.decided == view.answers:
        st.success(t("waves.done"), icon=":material/check_circle:")
        _show_next(project, question, wave)
    st.subheader(t("waves.new"), anchor=False)
    st.caption(t("waves.new_why" if view.groups else "waves.new_none"))
    for group in view.groups:
        _show_group(project, question, group)
    st.subheader(t("waves.doubtful"), anchor=False)
    st.caption(t("waves.doubtful_why" if view.doubtful else "waves.doubtful_none"))
    for row in view.doubtful[:_DOUBTFUL_SHOWN]:
        _show_doubtful(project, question, row)
    if len(view.doubtful) > _DOUBTFUL_SHOWN:
        st.caption(t("waves.more", count=len(view.doubtful) - _DOUBTFUL_SHOWN))
    st.subheader(t("waves.certain"), anchor=False)
    st.caption(t("waves.certain_why" if view.to_check else "waves.certain_none"))
    _show_errors(view)
    for row in view.to_check[:_CHECKED_SHOWN]:
        _show_certain(project, question, row)
    if view.to_check:
        st.button(
            t("waves.accept" if view.checked.looked_at else "waves.accept_all", count=view.certain),
            key="waves_accept",
            type="primary",
            icon=":material/done_all:",
            on_click=_accept,
            args=(question, wave),
        )
    if view.gone:
        st.subheader(t("waves.gone"), anchor=False)
        st.write(t("waves.gone_why", names=", ".join(plain(name) for name in view.gone)))


def _show_next(project: Project, question: str, wave: str) -> None:
    """The way to the next question with undecided answers, the ones after this first."""
    questions = [q.id for q in project.questions_in_order() if not q.quotes_only]
    place = questions.index(question) if question in questions else 0
    after = (*questions[place + 1 :], *questions[:place])
    left = next((one for one in after if undecided_in(project, one, wave)), None)
    if left is not None:
        st.button(
            t("waves.next_question", question=plain(project.questions[left].text, 60)),
            key="waves_next",
            type="primary",
            icon=":material/arrow_forward:",
            on_click=_go_on,
            args=(left, f"waves_choose_question_{wave}"),
        )


def _go_on(question: str, key: str) -> None:
    session.select_question(question)
    session.put(key, question)


# New groups -----------------------------------------------------------------------------------------------------------


def _show_group(project: Project, question: str, group: NewGroup) -> None:
    with st.container(border=True, key=f"tk_wave_group_{group.id.replace('.', '_')}"):
        st.markdown(f":material/fiber_new: **{t('waves.group_size', count=group.count)}**")
        for row in group.rows[:_GROUP_SHOWN]:
            verbatim(row.verbatim, quoted=True)
        name_key = f"waves_name_{group.id}"
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(t("waves.group_name"), value=group.name, key=name_key)
            st.button(
                t("waves.make_code"),
                key=f"waves_make_{group.id}",
                type="primary",
                icon=":material/add:",
                on_click=_make,
                args=(question, group.id, group.name, name_key),
            )
            choose_code(
                project, question, f"waves_under_{group.id}", t("waves.put_under"), _put_group, group, labelled=True
            )
            st.button(
                t("waves.not_new"),
                key=f"waves_dissolve_{group.id}",
                on_click=_do,
                args=(DissolveGroups(question, (group.id,)),),
            )


def _do(command: Command) -> None:
    session.dispatch(command)


def _make(question: str, group: str, proposed: str, key: str) -> None:
    name = session.value(key, proposed).strip() or proposed
    commands = RenameGroup(question, group, name), ConfirmGroups(question, (group,))
    session.dispatch(Together(question, "confirm_groups", commands))


def _put_group(question: str, group: NewGroup, code: str) -> None:
    keys = tuple(key for row in group.rows for key in row.keys)
    session.dispatch(Assign(question, keys, code, source=group.id))


# Doubtful answers -----------------------------------------------------------------------------------------------------


def _show_doubtful(project: Project, question: str, row: AnswerRow) -> None:
    coding = project.coding_of(question)
    token = token_of(row)
    with st.container(border=True, key=f"tk_wave_doubt_{token}"):
        left, right = st.columns([5, 6], vertical_alignment="center")
        with left:
            verbatim(row.verbatim)
        with right, st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="right"):
            for suggestion in coding.suggestions.get(row.key, ())[:2]:
                st.button(
                    t(
                        "waves.take",
                        name=shown_name(project, question, suggestion.group),
                        score=round(100 * suggestion.score),
                    ),
                    key=f"waves_take_{token}_{suggestion.group}",
                    icon=":material/check:",
                    on_click=_do,
                    args=(AcceptSuggestions(question, tuple((key, suggestion) for key in row.keys)),),
                )
            choose_code(project, question, f"waves_other_{token}", t("waves.other_code"), _put_row, row)


def _put_row(question: str, row: AnswerRow, code: str) -> None:
    session.dispatch(Assign(question, row.keys, code))


# Certain answers ------------------------------------------------------------------------------------------------------


def _show_errors(view: WaveView) -> None:
    found = view.checked
    if found.error_share is None:
        st.caption(t("waves.error_none"))
        return
    st.markdown(
        t(
            "waves.error",
            wrong=found.wrong,
            looked=found.looked_at,
            share=round(100 * found.error_share),
            low=round(100 * found.low),
            high=round(100 * found.high),
        )
    )


def _show_certain(project: Project, question: str, row: AnswerRow) -> None:
    token = token_of(row)
    groups = [mark.group for mark in row.marks if mark.kind is MarkKind.SUGGESTED]
    names = " + ".join(shown_name(project, question, group) for group in dict.fromkeys(groups))
    with st.container(border=True, key=f"tk_wave_check_{token}"):
        left, middle, right = st.columns([10, 6, 7], vertical_alignment="center")
        with left:
            verbatim(row.verbatim)
        with middle:
            st.markdown(f"**{names}**", text_alignment="right")
        with right, st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="right"):
            st.button(
                t("waves.right"),
                key=f"waves_right_{token}",
                icon=":material/check:",
                on_click=_do,
                args=(check(question, row, True),),
            )
            choose_code(project, question, f"waves_wrong_{token}", t("waves.wrong_instead"), _correct, row)


def _correct(question: str, row: AnswerRow, code: str) -> None:
    session.dispatch(check(question, row, False, (code,)))


def _accept(question: str, wave: str) -> None:
    workspace = session.workspace()
    if workspace is None:
        return
    command = accept_certain(workspace.project, question, wave)
    if session.dispatch(command):
        session.notify("success", "waves.accepted", count=len({key for key, _ in command.accepted}))
