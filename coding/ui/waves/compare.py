"""Comparing waves: the table, the chart, the sentences; by background variable, by period and by source."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.counted_list import Base
from coding.domain.project import Project
from coding.services.compare import by_variable, compare_waves, is_weighted, last_two_of, over_waves
from coding.services.compare_periods import Period, half_years, has_dates, over_periods, threads
from coding.services.compare_words import (
    comparison_sentences,
    comparison_table,
    period_words,
    series_table,
    thread_sentences,
    threads_table,
    too_early,
)
from coding.services.comparison import CompareOptions, Comparison, Series
from coding.ui import session
from coding.ui.components.plain import plain, text_table
from coding.ui.session import t
from coding.ui.waves.recoding import show_outdated
from coding.ui.waves.slope import slope_chart

_MOST_CATEGORIES: Final = 20


def show_compare(project: Project) -> None:
    """Draw the part."""
    waves = [wave.id for wave in project.waves_in_order()]
    if len(waves) < 2:
        st.info(t("waves.one_wave"), icon=":material/compare_arrows:")
        return
    coded = [q.id for q in project.questions_in_order() if project.coding_of(q.id).decisions]
    if not coded:
        st.info(t("waves.nothing_coded"), icon=":material/compare_arrows:")
        return
    question, first, second, options, variable = _choose(project, waves, coded)
    workspace = session.workspace()
    if workspace is not None:
        show_outdated(workspace, question, (first, second))
    found = compare_waves(project, question, first, second, options)
    _show(found)
    if variable is not None:
        label = plain(project.variables[variable].label)
        for value, part in by_variable(project, question, first, second, variable, options).items():
            with st.expander(f"{label}: {plain(value)}"):
                _show_table(part)
                _say(comparison_sentences(part, session.language()))
    if len(waves) > 2:
        st.subheader(t("waves.all_waves"), anchor=False)
        head, rows = series_table(over_waves(project, question, options), session.language())
        text_table(head, rows, caption=t("waves.all_waves"))
    if has_dates(project):
        _show_periods(project, question, options)
    if any(wave.channel for wave in project.waves.values()):
        _show_threads(project, question)


def _choose(project: Project, waves: list[str], coded: list[str]) -> tuple[str, str, str, CompareOptions, str | None]:
    current = session.question()
    question = st.selectbox(
        t("waves.question"),
        coded,
        index=coded.index(current) if current in coded else 0,
        format_func=lambda one: project.questions[one].text,
        key="compare_question",
        on_change=_take_question,
    )
    one, two, three = st.columns(3)
    names = {wave: project.waves[wave].name for wave in waves}
    both = [waves.index(wave) for wave in last_two_of(project, question) or waves[-2:]]
    first = one.selectbox(
        t("waves.first"), waves, both[0], format_func=names.__getitem__, key=f"compare_first_{question}"
    )
    second = two.selectbox(
        t("waves.second"), waves, both[1], format_func=names.__getitem__, key=f"compare_second_{question}"
    )
    variables = {
        v.id: v.label
        for v in sorted(project.variables.values(), key=lambda v: v.position)
        if v.divides and 1 < len(v.categories) <= _MOST_CATEGORIES
    }
    variable = three.selectbox(
        t("waves.within"),
        [None, *variables],
        format_func=lambda v: variables[v] if v else t("waves.within_none"),
        key="compare_by",
    )
    with st.container(horizontal=True):
        weighted = is_weighted(project) and st.toggle(t("waves.weighted"), value=True, key="compare_weighted")
        asked = st.toggle(t("waves.asked"), key="compare_asked")
    return question, first, second, CompareOptions(Base.ASKED if asked else Base.ANSWERED, weighted), variable


def _take_question() -> None:
    session.select_question(session.value("compare_question", ""))


def _show(found: Comparison) -> None:
    if not found.rows:
        st.info(t("waves.nothing_coded"))
        return
    early = too_early(found, session.language())
    if early:
        st.info(plain(early), icon=":material/info:")
    _show_table(found)
    st.subheader(t("waves.sentences"), anchor=False)
    _say([sentence for sentence in comparison_sentences(found, session.language()) if sentence != early])
    if not found.settled or found.too_few:
        return
    st.subheader(t("waves.chart", first=plain(found.first.name), second=plain(found.second.name)), anchor=False)
    st.plotly_chart(slope_chart(found), key="compare_chart", config={"displaylogo": False, "displayModeBar": False})
    st.caption(t("waves.chart_text"))


def _show_table(found: Comparison) -> None:
    head, rows = comparison_table(found, session.language())
    text_table(head, rows, caption=t("waves.table"))


def _say(sentences: list[str]) -> None:
    for sentence in sentences:
        st.markdown(f"- {plain(sentence)}")


def _show_periods(project: Project, question: str, options: CompareOptions) -> None:
    st.subheader(t("waves.periods"), anchor=False)
    period = st.segmented_control(
        t("waves.period"),
        list(Period),
        default=Period.HALF_YEAR,
        required=True,
        format_func=lambda one: t(f"waves.period_{one.value}"),
        key="compare_period",
        label_visibility="collapsed",
    )
    found = over_periods(project, question, period, options)
    named = Series(tuple(period_words(name, session.language()) for name in found.columns), found.rows)
    head, rows = series_table(named, session.language())
    text_table(head, rows, caption=t("waves.periods"))


def _show_threads(project: Project, question: str) -> None:
    st.subheader(t("waves.threads"), anchor=False)
    within = ""
    if has_dates(project):
        halves = half_years(project)
        within = st.selectbox(
            t("waves.threads_within"),
            ["", *halves],
            format_func=lambda name: period_words(name, session.language()) if name else t("waves.threads_always"),
            key="compare_within",
            width=260,
        )
    found = threads(project, question, within=within)
    _say(thread_sentences(found, session.language()))
    head, rows = threads_table(found, session.language())
    text_table(head, rows, caption=t("waves.threads"))
