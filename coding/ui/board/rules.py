"""Keyword rules of a code: shown with what they hit before they are kept."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.codebook import Code
from coding.domain.project import Project
from coding.services.review_actions import everyone
from coding.services.review_rules import drop_rule, keep_rule, rule_hits, rule_rows
from coding.ui import session
from coding.ui.board.words import counted
from coding.ui.components.plain import Mark, plain, verbatim
from coding.ui.session import t

_SAMPLE: Final = 6


def show_rules(project: Project, question: str, code: Code) -> None:
    """The rules of a code, and a field for a new one with its hits."""
    st.markdown(f"**{t('board.rule.title')}**", help=t("board.rule.help"))
    for at, rule in enumerate(code.rules):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(rule), width="content")
            st.button(
                t("board.rule.drop"), key=f"rule_drop_{code.id}_{at}", on_click=_drop, args=(question, code.id, rule)
            )
    key = f"rule_words_{code.id}_{len(code.rules)}"
    st.text_input(t("board.rule.words"), key=key, placeholder=t("board.rule.hint"))
    rule = session.value(key, "").strip()
    if not rule:
        return
    rows = rule_rows(project, question, rule)
    count = len(everyone(project, rows))
    st.markdown(counted("board.rule.hits", count) if rows else t("board.rule.no_hits"))
    for row in rows[:_SAMPLE]:
        verbatim(row.verbatim, [Mark(span, "hit") for span in rule_hits(rule, row.verbatim)], lines=1)
    st.button(
        t("board.rule.keep", count=count),
        key=f"rule_keep_{code.id}",
        icon=":material/rule:",
        on_click=_keep,
        args=(question, code.id, rule),
    )


def _keep(question: str, code: str, rule: str) -> None:
    """Callback: the rule goes into the codebook and assigns what it hits."""
    workspace = session.workspace()
    if workspace is not None:
        session.dispatch(keep_rule(workspace.project, question, code, rule))


def _drop(question: str, code: str, rule: str) -> None:
    workspace = session.workspace()
    if workspace is not None:
        session.dispatch(drop_rule(workspace.project, question, code, rule))
