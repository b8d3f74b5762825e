"""Choices for one question that differ from the rest of the report, and its place in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from coding.domain.commands import ChangeQuestion
from coding.domain.counted_list import MAX_QUOTES
from coding.domain.project import Project
from coding.domain.report_settings import QuestionOptions, ReportSettings
from coding.ui import session
from coding.ui.session import t


def choose_per_question(
    project: Project, kept: ReportSettings, questions: Sequence[str]
) -> Mapping[str, QuestionOptions]:
    """Draw the choices for one question at a time; those of all questions."""
    own = dict(kept.own)
    if not questions:
        st.caption(t("ui_report.questions_none"))
        return own
    question = st.selectbox(
        t("ui_report.per_question"),
        questions,
        format_func=lambda key: project.questions[key].text,
        key="report_own_question",
    )
    _place(questions, question)
    before = own.get(question, QuestionOptions())
    after = QuestionOptions(
        threshold=st.number_input(
            t("ui_report.threshold"),
            min_value=1,
            max_value=999,
            value=before.threshold,
            placeholder=t("ui_report.as_the_rest"),
            key=f"report_own_threshold_{question}",
        ),
        quotes=st.selectbox(
            t("ui_report.own_quotes"),
            list(range(MAX_QUOTES + 1)),
            index=before.quotes,
            placeholder=t("ui_report.as_the_rest"),
            key=f"report_own_quotes_{question}",
        ),
        all_remarks=st.selectbox(
            t("ui_report.all_remarks"),
            [True, False],
            index=None if before.all_remarks is None else int(not before.all_remarks),
            format_func=lambda yes: t("ui_report.yes") if yes else t("ui_report.no"),
            placeholder=t("ui_report.as_the_rest"),
            key=f"report_own_all_remarks_{question}",
        ),
    )
    key = f"report_quotes_only_{question}"
    st.toggle(
        t("ui_report.quotes_only"),
        value=project.questions[question].quotes_only,
        key=key,
        on_change=_quotes_only,
        args=(project, question, key),
        help=t("ui_report.quotes_only_help"),
    )
    if after == QuestionOptions():
        own.pop(question, None)
    else:
        own[question] = after
    return own


def _place(questions: Sequence[str], question: str) -> None:
    """Buttons that move the question up or down in the report."""
    at = list(questions).index(question)
    with st.container(horizontal=True):
        for name, step, possible in (("up", -1, at > 0), ("down", 1, at < len(questions) - 1)):
            st.button(
                t(f"ui_report.{name}"),
                key=f"report_{name}",
                icon=f":material/arrow_{name}ward:",
                disabled=not possible,
                on_click=_move,
                args=(list(questions), at, step),
            )


def _move(questions: list[str], at: int, step: int) -> None:
    questions[at], questions[at + step] = questions[at + step], questions[at]
    session.put("report_questions", questions)


def _quotes_only(project: Project, question: str, key: str) -> None:
    session.dispatch(ChangeQuestion(replace(project.questions[question], quotes_only=session.value(key, False))))
