"""The guided mapping: which column is what, filled in with guesses that the researcher can change."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from coding.domain.survey import VariableRole
from coding.services.mapping import CountsFilter, GateColumn, Mapping, OpenColumn, VariableColumn
from coding.texts import LANGUAGES
from coding.ui.components.plain import plain, text_table, verbatim
from coding.ui.importing.draft import Draft, known_or_new, variable_or_new
from coding.ui.importing.several_form import SeveralChosen, several_form
from coding.ui.session import t

_NOBODY: Final = ""
_LONGEST_NAME: Final = 90


def mapping_form(draft: Draft) -> Mapping:
    """Draw the form; returns the mapping as it is filled in now."""
    with st.container(border=True):
        _heading("questions")
        questions = _questions(draft)
    with st.container(border=True):
        _heading("people")
        respondent, weight, wave = _people(draft)
        filters = _filters(draft)
    with st.container(border=True):
        st.subheader(t("several.title"), anchor=False)
        st.caption(t("several.why"))
        several = several_form(draft)
    with st.container(border=True):
        _heading("variables")
        elsewhere = {respondent, weight, *(question.column for question in questions)}
        variables = _variables(draft, several, elsewhere)
    with st.popover(t("import.why"), icon=":material/help:"):
        rows = [
            (guess.column, t(f"import.role_{guess.role.value}"), t(guess.reason, **guess.facts))
            for guess in draft.guesses
        ]
        text_table(
            [t("import.why_column"), t("import.why_role"), t("import.why_reason")],
            rows,
            caption=t("import.why"),
            scroll=420,
        )
    return Mapping(questions, variables, respondent, filters, weight, wave.strip())


def _heading(section: str) -> None:
    st.subheader(t(f"import.{section}"), anchor=False)
    st.caption(t(f"import.{section}_why"))


def _key(draft: Draft, *names: str) -> str:
    return "_".join(("map", draft.token, *names))


# Open questions -------------------------------------------------------------------------------------------------------


def _questions(draft: Draft) -> tuple[OpenColumn, ...]:
    columns = st.multiselect(
        t("import.questions_label"),
        draft.table.columns,
        default=[question.column for question in draft.mapping.questions],
        key=_key(draft, "questions"),
        placeholder=t("import.choose"),
    )
    in_order = [column for column in draft.table.columns if column in columns]
    return tuple(_question(draft, known_or_new(draft, column)) for column in in_order)


def _question(draft: Draft, question: OpenColumn) -> OpenColumn:
    marks = [t("import.only_some")] * bool(question.gate) + [t("import.was_asked_before")] * bool(question.id)
    label = " · ".join([plain(question.text, _LONGEST_NAME), *marks])
    with st.expander(label, key=_key(draft, "open", question.column)):
        known = _known(draft, question)
        text = st.text_input(t("import.question_text"), value=question.text, key=_key(draft, "text", question.column))
        for sample in draft.samples(question.column):
            verbatim(sample, lines=2, quoted=True, kind="tk-quiet")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            language = st.selectbox(
                t("import.question_language"),
                LANGUAGES,
                index=LANGUAGES.index(question.language),
                format_func=lambda code: t(f"settings.language_{code}"),
                key=_key(draft, "language", question.column),
                width=200,
            )
            gate_column = _gate(draft, question)
        everyone = st.checkbox(
            t("import.everyone"),
            value=question.everyone,
            key=_key(draft, "everyone", question.column),
            help=t("import.everyone_help"),
        )
    text = draft.known.get(known, text.strip() or question.column)
    return replace(question, id=known, text=text, language=language, gate=gate_column, everyone=everyone)


def _known(draft: Draft, question: OpenColumn) -> str:
    """The id of the question of an earlier wave that this is again, "" for a new one."""
    if not draft.known:
        return ""
    offered = ["", *draft.known]
    return st.selectbox(
        t("import.same_question"),
        offered,
        index=offered.index(question.id) if question.id in offered else 0,
        format_func=lambda key: draft.known.get(key, t("import.new_question")),
        key=_key(draft, "known", question.column),
        help=t("import.same_question_help"),
    )


def _gate(draft: Draft, question: OpenColumn) -> GateColumn | None:
    """Who was asked the question: everybody, or only those with some answers to a closed one."""
    gate = question.gate
    offered = [_NOBODY, *(column for column in draft.choices if column != question.column)]
    if gate is not None and gate.column not in offered:
        offered.append(gate.column)
    chosen = st.selectbox(
        t("import.gate"),
        offered,
        index=offered.index(gate.column) if gate else 0,
        format_func=lambda column: t("import.gate_everybody") if column == _NOBODY else column,
        key=_key(draft, "gate", question.column),
    )
    if chosen == _NOBODY:
        return None
    own_words = chosen == question.column
    known = list(gate.values) if gate and gate.column == chosen else []
    options = known if own_words else list(dict.fromkeys([*draft.choices.get(chosen, ()), *known]))
    values = st.multiselect(
        t("import.gate_values"),
        options,
        default=known,
        key=_key(draft, "values", question.column, chosen),
        placeholder=t("import.choose"),
    )
    return GateColumn(chosen, tuple(values), own_words)


# People ---------------------------------------------------------------------------------------------------------------


def _people(draft: Draft) -> tuple[str | None, str | None, str]:
    mapping = draft.mapping
    with st.container(horizontal=True, vertical_alignment="bottom"):
        respondent = _one_column(draft, "respondent", mapping.respondent)
        weight = _one_column(draft, "weight", mapping.weight)
        wave = st.text_input(
            t("import.wave"), value=mapping.wave, key=_key(draft, "wave"), help=t("import.wave_help"), max_chars=80
        )
    return respondent, weight, wave


def _one_column(draft: Draft, name: str, chosen: str | None) -> str | None:
    offered = [_NOBODY, *draft.table.columns]
    found = st.selectbox(
        t(f"import.{name}"),
        offered,
        index=offered.index(chosen) if chosen in offered else 0,
        format_func=lambda column: t(f"import.{name}_none") if column == _NOBODY else column,
        key=_key(draft, name),
    )
    return found or None


def _filters(draft: Draft) -> tuple[CountsFilter, ...]:
    """Conditions that all must hold for a respondent to count."""
    known = {condition.column: condition.values for condition in draft.mapping.filters}
    offered = list(dict.fromkeys([*draft.choices, *known]))
    columns = st.multiselect(
        t("import.filters"),
        offered,
        default=list(known),
        key=_key(draft, "filters"),
        help=t("import.filters_help"),
        placeholder=t("import.filters_none"),
    )
    conditions = []
    for column in columns:
        values = st.multiselect(
            t("import.filter_values", column=plain(column, _LONGEST_NAME)),
            list(dict.fromkeys([*draft.choices.get(column, ()), *known.get(column, ())])),
            default=list(known.get(column, ())),
            key=_key(draft, "filter", column),
            placeholder=t("import.choose"),
        )
        conditions.append(CountsFilter(column, tuple(values)))
    return tuple(conditions)


# Closed questions and background --------------------------------------------------------------------------------------


def _variables(draft: Draft, several: SeveralChosen, elsewhere: set[str | None]) -> tuple[VariableColumn, ...]:
    """The chosen variables; columns that belong to a question with several answers are part of that alone."""
    chosen = {
        role: _columns_of(draft, role) for role in (VariableRole.CLOSED, VariableRole.BACKGROUND, VariableRole.DATE)
    }
    used = elsewhere.union(*chosen.values())
    chosen[VariableRole.CLOSED] += [column for column in several.apart if column not in used]
    found = [
        replace(variable_or_new(draft, column), role=role)
        for role, columns in chosen.items()
        for column in draft.table.columns
        if column in columns and column not in several.columns
    ]
    in_order = sorted((*found, *several.questions), key=lambda variable: draft.table.position(variable.column))
    order = {VariableRole.MULTIPLE: VariableRole.CLOSED}
    return tuple(v for role in chosen for v in in_order if order.get(v.role, v.role) is role)


def _columns_of(draft: Draft, role: VariableRole) -> list[str]:
    return st.multiselect(
        t(f"import.{role.value}"),
        draft.table.columns,
        default=[variable.column for variable in draft.mapping.variables if variable.role is role],
        key=_key(draft, role.value),
        placeholder=t("import.choose"),
    )
