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
_WHO: Final = "second_who"


def page() -> None:
    """Draw the page."""
    _choose_part()
    workspace = project_header(t("second.title"), undo=session.value("second_part", None) != "blind")
    project = workspace.project
    question = _choose_question(project)
    if question is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        return
    part = st.segmented_control(
        t("second.part"),
        _PARTS,
        format_func=lambda name: t(f"second.part_{name}"),
        key="second_part",
        required=True,
        label_visibility="collapsed",
    )
    {"draw": _show_draw, "blind": _show_blind, "compare": show_compare}[part or "draw"](project, question)


def _choose_part() -> None:
    """Open on what is next to do, before anything is drawn."""
    workspace = session.workspace()
    if workspace is not None and session.value("second_part", None) is None:
        question = _question(workspace.project)
        if question is not None:
            coding = workspace.project.coding_of(question)
            session.put("second_part", "compare" if coding.independent else "blind" if coding.samples else "draw")


def _question(project: Project) -> str | None:
    """The question that was chosen, else one with a second coder, else the one that other pages show."""
    questions = _questions(project)
    with_second = [question for question in questions if project.coding_of(question).independent]
    current = session.recall("question", None) or next(iter(with_second), session.question())
    return current if current in questions else next(iter(questions), None)


def _questions(project: Project) -> list[str]:
    return [question.id for question in project.questions_in_order() if not question.quotes_only]


def _choose_question(project: Project) -> str | None:
    questions, current = _questions(project), _question(project)
    if current is None:
        return None
    chosen: str = st.selectbox(
        t("second.question"),
        questions,
        index=questions.index(current),
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
    who = _second(project, question)
    if who is None:
        _ask_name(session.signature())
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
    items = blind_items(project, question, sample, who)
    done = sum(item.codes is not None for item in items)
    _show_who(who)
    st.progress(done / len(items) if items else 1.0, text=t("second.progress", done=done, all=len(items)))
    at = session.recall(_AT, None)
    if at is None or not 0 <= at < len(items):
        at = next((place for place, item in enumerate(items) if item.codes is None), None)
    if at is None:
        st.success(t("second.finished"), icon=":material/check_circle:")
        return
    _show_item(project, question, items, at, who)


def _second(project: Project, question: str) -> str | None:
    """Who codes blind: the name that was given here, or who works in this window if that is not the first coder."""
    given: str | None = session.recall(_WHO, None)
    first = next(iter(readings(project, question)), None)
    if given is not None and given != first:
        return given
    return None if session.signature() == first else session.signature()


def _ask_name(first: str) -> None:
    with st.container(border=True):
        st.subheader(t("second.who"), anchor=False)
        st.write(t("second.who_why", coder=plain(first)))
        st.text_input(t("second.name"), key="second_name")
        st.button(t("second.start"), key="second_start", type="primary", on_click=_begin, args=(first,))


def _begin(first: str) -> None:
    name = " ".join(session.value("second_name", "").split())
    if not name:
        session.notify("error", "shell.coder_empty")
    elif name.casefold() == first.casefold():
        session.notify("error", "second.same_name", coder=first)
    else:
        session.remember(_WHO, name)


def _show_who(who: str) -> None:
    """Who codes now; everything outside this part stays under the name of who works in this window."""
    if who == session.signature():
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/person: {t('second.coding_as', coder=f'**{plain(who)}**')}", width="stretch")
        st.button(
            t("second.hand_back", coder=plain(session.signature())),
            key="second_hand_back",
            icon=":material/logout:",
            on_click=_hand_back,
        )


def _hand_back() -> None:
    session.forget(_WHO)
    session.forget(_AT)
    session.put("second_part", "compare")


def _show_item(project: Project, question: str, items: tuple[BlindItem, ...], at: int, who: str) -> None:
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
                args=(question, item, key, nothing, who),
            )
            st.button(t("second.none"), key="second_none", on_click=_keep, args=(question, item, None, nothing, who))
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


def _keep(question: str, item: BlindItem, key: str | None, nothing: str, who: str) -> None:
    """Decide under the name of who codes blind, for this one action."""
    chosen: list[str] = session.value(key, []) if key is not None else []
    workspace = session.workspace()
    if workspace is None:
        return
    workspace.set_coder(who)
    kept = session.dispatch(code_blind(question, item.key, chosen or (nothing,)))
    workspace.set_coder(session.signature())
    if kept:
        session.forget(_AT)


if __name__ == "__main__":
    page()
