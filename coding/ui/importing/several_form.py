"""The part of the guided mapping about questions with several answers: which columns are one question together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from coding.files.several import SEPARATORS, choices
from coding.services.mapping import VariableColumn, several_from
from coding.ui.components.plain import plain
from coding.ui.importing.draft import Draft
from coding.ui.session import t, value

_LONGEST: Final = 90
_LONGEST_END: Final = 44
_MOST_SHOWN: Final = 12
_MOST_NEW: Final = 20


@dataclass(frozen=True)
class SeveralChosen:
    """The questions with several answers, and the ``apart`` columns that are read one by one after all."""

    questions: tuple[VariableColumn, ...]
    apart: tuple[str, ...]

    @property
    def columns(self) -> frozenset[str]:
        """The columns of the questions."""
        return frozenset(column for question in self.questions for column in question.columns)


def several_form(draft: Draft) -> SeveralChosen:
    """Draw the form; returns what is chosen now."""
    questions: list[VariableColumn] = []
    apart: list[str] = []
    for at, offered in enumerate(draft.several):
        chosen = _question(draft, offered, f"several_{at}", removable=True)
        if chosen is None:
            apart += offered.columns
        else:
            questions.append(chosen)
    for at in range(_MOST_NEW):
        columns = st.multiselect(
            t("several.add"), draft.table.columns, key=_key(draft, f"new_{at}"), placeholder=t("import.choose")
        )
        if not columns:
            break
        in_order = [column for column in draft.table.columns if column in columns]
        added = _question(draft, several_from(draft.table, in_order), f"added_{at}", removable=False)
        questions += [added] if added is not None else []
    return SeveralChosen(tuple(questions), tuple(apart))


def _key(draft: Draft, *names: str) -> str:
    return "_".join(("map", draft.token, "several", *names))


def _question(draft: Draft, offered: VariableColumn, name: str, *, removable: bool) -> VariableColumn | None:
    """One question as it is filled in; None when its columns are no question together."""
    together = not removable or value(_key(draft, name, "together"), True)
    told = t("several.columns_count", count=len(offered.parts)) if offered.parts else t("several.one_cell")
    mark = told if together else t("several.apart")
    with st.expander(f"{plain(offered.label, _LONGEST)} · {mark}", key=_key(draft, name)):
        if removable and not st.checkbox(
            t("several.together"), value=True, key=_key(draft, name, "together"), help=t("several.together_help")
        ):
            return None
        label = st.text_input(t("import.question_text"), value=offered.label, key=_key(draft, name, "label"))
        chosen = replace(offered, label=label.strip() or offered.label)
        complete = _parts(draft, chosen, name, removable) if offered.parts else _separator(draft, chosen, name)
        if complete is not None:
            st.caption(_counted(draft, complete))
        return complete


def _separator(draft: Draft, question: VariableColumn, name: str) -> VariableColumn:
    offered = list(dict.fromkeys((*SEPARATORS, question.separator)))
    separator = st.selectbox(
        t("several.separator"),
        offered,
        index=offered.index(question.separator),
        format_func=lambda sign: t(f"several.separator_{sign}") if sign in SEPARATORS else sign,
        key=_key(draft, name, "separator"),
        width=240,
    )
    return replace(question, separator=separator)


def _parts(draft: Draft, question: VariableColumn, name: str, removable: bool) -> VariableColumn | None:
    """The columns with what a mark in each means; None without any column."""
    known = dict(question.parts)
    columns = list(known)
    if removable:
        columns = st.multiselect(
            t("several.columns"),
            draft.table.columns,
            default=columns,
            key=_key(draft, name, "columns"),
            placeholder=t("import.choose"),
        )
    in_order = [column for column in draft.table.columns if column in columns]
    if not in_order:
        return None
    known = {**dict(several_from(draft.table, in_order).parts), **known}
    parts = []
    left_and_right = st.columns(2)
    for at, column in enumerate(in_order):
        said = known.get(column, column)
        category = left_and_right[at % 2].text_input(
            t("several.category", column=plain(_end(column))), value=said, key=_key(draft, name, "category", column)
        )
        parts.append((column, " ".join(category.split()) or said))
    return replace(question, column=in_order[0], parts=tuple(parts), separator="")


def _end(column: str) -> str:
    """The end of a long name, which tells the columns of a question apart."""
    return column if len(column) <= _LONGEST_END else f"…{column[-_LONGEST_END:]}"


def _counted(draft: Draft, question: VariableColumn) -> str:
    """What the columns come to: how often each answer was chosen."""
    rows = choices(draft.table.labelled(), question.column, question.parts, question.separator)
    counts = Counter(category for row in rows for category in row)
    if not counts:
        return t("several.counted_none")
    shown = ", ".join(f"{plain(category, 40)} ({times}x)" for category, times in counts.most_common(_MOST_SHOWN))
    more = ", …" if len(counts) > _MOST_SHOWN else ""
    return t("several.counted", people=sum(map(bool, rows)), counts=shown + more)
