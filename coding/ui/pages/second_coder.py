"""The second coder: draw answers, code them blind, see how far two coders agree, and decide together."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import streamlit as st

from coding.domain.project import Project
from coding.services.second_coder import (
    BlindItem,
    blind_items,
    code_blind,
    draw_sample,
    readings,
)
from coding.services.waves import nothing_applies
from coding.services.workspace import now
from coding.ui import session
from coding.ui.components.header import project_header
from coding.ui.components.plain import plain, text_table, verbatim
from coding.ui.components.when import moment
from coding.ui.session import t
from coding.ui.waves.agreement import show_compare

_PARTS: Final = ("draw", "blind", "compare")
_AT: Final = "second_at"


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("second.title"))
    project = workspace.project
    question = _choose_question(project)
    if question is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        return
    if session.value("second_part", None) is None:
        session.put("second_part", _first_part(project, question))
    part = st.segmented_control(
        t("second.part"),
        _PARTS,
        format_func=lambda name: t(f"second.part_{name}"),
        key="second_part",
        required=True,
        label_visibility="collapsed",
    )
    {"draw": _show_draw, "blind": _show_blind, "compare": show_compare}[part or "draw"](project, question)


def _first_part(project: Project, question: str) -> str:
    coding = project.coding_of(question)
    return "compare" if coding.independent else "blind" if coding.samples else "draw"


def _choose_question(project: Project) -> str | None:
    questions = [question.id for question in project.questions_in_order() if not question.quotes_only]
    if not questions:
        return None
    with_second = [question for question in questions if project.coding_of(question).independent]
    current = session.recall("question", None) or next(iter(with_second), session.question())
    chosen: str = st.selectbox(
        t("second.question"),
        questions,
        index=questions.index(current) if current in questions else 0,
        format_func=lambda one: project.questions[one].text,
        key="second_question",
        on_change=_take_question,
    )
    return chosen


def _take_question() -> None:
    session.select_question(session.value("second_question", ""))


# Drawing --------------------------------------------------------------------------------------------------------------


def _show_draw(project: Project, question: str) -> None:
    st.write(t("second.why"))
    coding = project.coding_of(question)
    if not coding.decisions:
        st.info(t("second.nothing"), icon=":material/info:")
        return
    how = st.radio(
        t("second.how"), ("random", "per_code"), format_func=lambda one: t(f"second.how_{one}"), key="second_how"
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if how == "random":
            most = len(coding.decisions)
            st.number_input(t("second.size"), 1, most, min(50, most), key="second_size", width=200)
        else:
            st.number_input(t("second.size_per_code"), 1, 100, 5, key="second_per_code", width=200)
        st.button(
            t("second.draw"),
            key="second_draw",
            type="primary",
            icon=":material/casino:",
            on_click=_draw,
            args=(question,),
        )
    if coding.samples:
        st.subheader(t("second.samples"), anchor=False)
        for sample in coding.samples:
            st.markdown(f"- {_sample_line(project, question, sample)}")


def _sample_line(project: Project, question: str, sample: str) -> str:
    drawn = project.coding_of(question).samples[sample]
    when = moment(datetime.fromisoformat(drawn.drawn_at), session.language())
    return t("second.sample_line", count=len(drawn.responses), coder=plain(drawn.drawn_by), when=when)


def _draw(question: str) -> None:
    workspace = session.workspace()
    if workspace is None:
        return
    per_code = session.value("second_per_code", 5) if session.value("second_how", "random") == "per_code" else None
    command = draw_sample(
        workspace.project,
        question,
        size=session.value("second_size", 50),
        per_code=per_code,
        seed=workspace.project.revision,
        at=now(),
        coder=session.signature(),
    )
    if session.dispatch(command):
        session.notify("success", "second.drawn", count=len(command.sample.responses))
        session.put("second_part", "blind")


# Coding blind ---------------------------------------------------------------------------------------------------------


def _show_blind(project: Project, question: str) -> None:
    coding = project.coding_of(question)
    if not coding.samples:
        st.info(t("second.no_sample"), icon=":material/casino:")
        return
    first = next(iter(readings(project, question)), None)
    if session.signature() == first:
        _ask_name(first)
        return
    samples = list(coding.samples)
    sample = samples[-1]
    if len(samples) > 1:
        sample = st.selectbox(
            t("second.sample"),
            samples,
            index=len(samples) - 1,
            format_func=lambda one: _sample_line(project, question, one),
            key="second_sample",
        )
    items = blind_items(project, question, sample, session.signature())
    done = sum(item.codes is not None for item in items)
    st.progress(done / len(items) if items else 1.0, text=t("second.progress", done=done, all=len(items)))
    at = session.recall(_AT, None)
    if at is None or not 0 <= at < len(items):
        at = next((place for place, item in enumerate(items) if item.codes is None), None)
    if at is None:
        st.success(t("second.finished"), icon=":material/check_circle:")
        return
    _show_item(project, question, items, at)


def _ask_name(first: str) -> None:
    with st.container(border=True):
        st.subheader(t("second.who"), anchor=False)
        st.write(t("second.who_why", coder=plain(first)))
        st.text_input(t("second.name"), key="second_name")
        st.button(t("second.start"), key="second_start", type="primary", on_click=_begin)


def _begin() -> None:
    session.set_coder(session.value("second_name", ""))


def _show_item(project: Project, question: str, items: tuple[BlindItem, ...], at: int) -> None:
    item, coding = items[at], project.coding_of(question)
    nothing = nothing_applies(coding)
    codes = sorted(coding.open_codes(), key=lambda code: code.name.casefold())
    names = {code.id: code.name for code in codes}
    key = f"second_pills_{item.key.wave}_{item.key.respondent}"
    with st.container(border=True, key="tk_blind"):
        verbatim(item.verbatim, quoted=True)
        st.pills(
            t("second.codes"),
            list(names),
            selection_mode="multi",
            default=[code for code in item.codes or () if code in names],
            format_func=lambda code: plain(names[code]),
            key=key,
        )
        with st.container(horizontal=True):
            st.button(
                t("second.keep"),
                key="second_keep",
                type="primary",
                icon=":material/check:",
                on_click=_keep,
                args=(question, item, key, nothing),
            )
            st.button(t("second.none"), key="second_none", on_click=_keep, args=(question, item, None, nothing))
            st.button(
                t("second.previous"),
                key="second_previous",
                disabled=at == 0,
                on_click=session.remember,
                args=(_AT, at - 1),
            )
            st.button(
                t("second.next"),
                key="second_next",
                disabled=at + 1 >= len(items),
                on_click=session.remember,
                args=(_AT, at + 1),
            )
    described = [(code.name, code.description) for code in codes if code.description]
    if described:
        with st.expander(t("second.explain")):
            text_table([t("second.codes"), t("second.explain")], described, caption=t("second.explain"))


def _keep(question: str, item: BlindItem, key: str | None, nothing: str) -> None:
    chosen: list[str] = session.value(key, []) if key is not None else []
    if session.dispatch(code_blind(question, item.key, chosen or (nothing,))):
        session.forget(_AT)


if __name__ == "__main__":
    page()
