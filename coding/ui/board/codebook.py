"""What the codebook says of a code: description, what it includes and excludes, number, colour."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.codebook import Code
from coding.domain.commands import DescribeCode
from coding.domain.project import Project
from coding.services.board import GroupRow
from coding.ui import session
from coding.ui.board.rules import show_rules
from coding.ui.components.plain import plain
from coding.ui.session import t

_TEXTS: Final = ("description", "include", "exclude")
# Readable beside dark text on white, and told apart in greyscale by their order only: never the sole signal.
COLOURS: Final = ("#0B5C6B", "#B4500F", "#5B3A91", "#1B6B3A", "#A3261E", "#7A5C00", "#2B4C9B", "#8A2E6B")


def show_code(project: Project, question: str, row: GroupRow) -> None:
    """Fields that are kept as soon as they are left."""
    coding = project.coding_of(question)
    cluster = coding.clusters.get(row.id)
    code = coding.codes[row.id] if cluster is None else Code(row.id, cluster.name, keywords=cluster.keywords)
    # The inner container keeps its height: fields directly in one of fixed height are squeezed until unreadable.
    with st.container(key="board_code", border=True, height=440), st.container():
        for name in _TEXTS:
            value = str(getattr(code, name))
            key = f"code_{name}_{row.id}_{hash(value)}"
            st.text_area(
                t(f"board.code.{name}"),
                value=value,
                key=key,
                height=90,
                placeholder=t(f"board.code.{name}_hint"),
                on_change=_describe,
                args=(question, row.id, name, key),
            )
        with st.container(horizontal=True):
            key = f"code_number_{row.id}_{code.number}"
            st.number_input(
                t("board.code.number"),
                value=code.number,
                min_value=0,
                step=1,
                key=key,
                width=160,
                on_change=_describe,
                args=(question, row.id, "number", key),
            )
            key = f"code_colour_{row.id}_{code.colour}"
            shown = code.colour or COLOURS[0]
            st.color_picker(
                t("board.code.colour"), value=shown, key=key, on_change=_recolour, args=(question, row.id, shown, key)
            )
        if not code.is_net:
            show_rules(project, question, code)
            _show_examples(question, code)
        if code.keywords:
            st.caption(t("board.code.keywords", words=plain(", ".join(code.keywords))))


def _show_examples(question: str, code: Code) -> None:
    key = f"code_examples_{code.id}_{hash(code.examples)}"
    st.text_area(
        t("codebook.examples"),
        value="\n".join(code.examples),
        key=key,
        height=90,
        placeholder=t("codebook.examples_hint"),
        on_change=_set_examples,
        args=(question, code.id, key),
    )


def _set_examples(question: str, code: str, key: str) -> None:
    """Callback: keep the examples, one per line."""
    lines = (" ".join(line.split()) for line in session.value(key, "").splitlines())
    session.dispatch(DescribeCode(question, code, examples=tuple(dict.fromkeys(line for line in lines if line))))


def _describe(question: str, code: str, name: str, key: str) -> None:
    """Callback: keep one field."""
    value = session.value(key, None)
    match name:
        case "description":
            session.dispatch(DescribeCode(question, code, description=value or ""))
        case "include":
            session.dispatch(DescribeCode(question, code, include=value or ""))
        case "exclude":
            session.dispatch(DescribeCode(question, code, exclude=value or ""))
        case _:
            session.dispatch(DescribeCode(question, code, number=value))


def _recolour(question: str, code: str, shown: str, key: str) -> None:
    """Callback: keep a colour that somebody chose. The field also reports the colour it shows when it is only left."""
    value = str(session.value(key, shown))
    if value.lower() != shown.lower():
        session.dispatch(DescribeCode(question, code, colour=value))
