"""What the lists of a wave share: choosing a code for an answer, and its name."""

from __future__ import annotations

import streamlit as st

from coding.domain.codebook import PSEUDO_CODES
from coding.domain.project import Project
from coding.services.board import AnswerRow
from coding.services.waves import nothing_applies
from coding.ui import session
from coding.ui.components.plain import plain
from coding.ui.session import t


def choose_code(
    project: Project, question: str, key: str, label: str, take: object, what: object, *, labelled: bool = False
) -> None:
    """A choice of codes that acts as soon as one is chosen; its label stands in it, or above it."""
    coding = project.coding_of(question)
    codes = sorted((code.id for code in coding.open_codes()), key=lambda code: coding.codes[code].name.casefold())
    st.selectbox(
        label,
        [*codes, nothing_applies(coding)],
        index=None,
        format_func=lambda code: code_name(project, question, code),
        key=key,
        placeholder=t("waves.choose") if labelled else label,
        on_change=_chosen,
        args=(key, take, question, what),
        label_visibility="visible" if labelled else "collapsed",
        width=240,
    )


def _chosen(key: str, take: object, question: str, what: object) -> None:
    code = session.value(key, None)
    if code is not None and callable(take):
        take(question, what, code)


def code_name(project: Project, question: str, code: str) -> str:
    """The name of a code as it is."""
    if code in PSEUDO_CODES:
        return t("waves.nothing_applies")
    return project.coding_of(question).group_name(code) or code


def shown_name(project: Project, question: str, code: str) -> str:
    """The name of a code for a label: what it holds is not interpreted, and it is not long."""
    return plain(code_name(project, question, code), 60)


def token_of(row: AnswerRow) -> str:
    """What tells the widgets of one row from those of another."""
    return f"{row.key.wave}_{row.key.respondent}"
