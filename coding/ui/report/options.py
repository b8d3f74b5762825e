"""What the researcher chooses for a report; remembered as long as the project is open."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from coding.domain.counted_list import MAX_QUOTES, Base, ListOptions, NetLevel
from coding.domain.project import Project
from coding.domain.report import Look, ReportLanguage, Show
from coding.services.report import ReportSettings
from coding.ui import session
from coding.ui.session import t

_MEMORY: Final = "report_settings"
_LANGUAGES: Final[tuple[ReportLanguage, ...]] = ("nl", "en")


def choose_settings(project: Project) -> ReportSettings:
    """Draw the choices; what they come to."""
    kept: dict[str, Any] = session.recall(_MEMORY, {})
    chosen: dict[str, Any] = {}
    with st.container(key="tk_report_options"):
        _content(project, kept, chosen)
        _counting(project, kept, chosen)
        _quotes(kept, chosen)
        _crosstabs(project, kept, chosen)
        _form(project, kept, chosen)
    session.remember(_MEMORY, chosen)
    return _settings(project, chosen)


def _content(project: Project, kept: dict[str, Any], chosen: dict[str, Any]) -> None:
    questions = {question.id: question for question in project.questions_in_order()}
    known = [question for question in kept.get("questions", questions) if question in questions]
    chosen["questions"] = st.multiselect(
        t("ui_report.questions"),
        list(questions),
        default=known,
        format_func=lambda key: questions[key].text,
        key="report_questions",
        help=t("ui_report.questions_help"),
        placeholder=t("ui_report.questions_none"),
    )
    waves = {wave.id: wave for wave in project.waves_in_order()}
    if len(waves) > 1:
        chosen["waves"] = st.multiselect(
            t("ui_report.waves"),
            list(waves),
            default=[wave for wave in kept.get("waves", waves) if wave in waves],
            format_func=lambda key: waves[key].name,
            key="report_waves",
            placeholder=t("ui_report.waves_none"),
        )
        chosen["per_wave"] = st.toggle(t("ui_report.per_wave"), value=kept.get("per_wave", True), key="report_per_wave")


def _counting(project: Project, kept: dict[str, Any], chosen: dict[str, Any]) -> None:
    st.markdown(f"**{t('ui_report.counting')}**")
    bases = list(Base)
    chosen["base"] = st.radio(
        t("ui_report.base"),
        bases,
        index=bases.index(kept.get("base", Base.ANSWERED)),
        format_func=lambda base: t(f"ui_report.base.{base.value}"),
        key="report_base",
        help=t("ui_report.base_help"),
    )
    chosen["threshold"] = st.number_input(
        t("ui_report.threshold"),
        min_value=1,
        max_value=999,
        value=kept.get("threshold", 1),
        key="report_threshold",
        help=t("ui_report.threshold_help"),
    )
    if any(code.is_net for coding in project.coding.values() for code in coding.codes.values()):
        levels = list(NetLevel)
        chosen["nets"] = st.selectbox(
            t("ui_report.nets"),
            levels,
            index=levels.index(kept.get("nets", NetLevel.ALL)),
            format_func=lambda level: t(f"ui_report.nets.{level.value}"),
            key="report_nets",
        )
    for name in ("non_answers", "include_proposals"):
        chosen[name] = st.toggle(
            t(f"ui_report.{name}"), value=kept.get(name, False), key=f"report_{name}", help=t(f"ui_report.{name}_help")
        )


def _quotes(kept: dict[str, Any], chosen: dict[str, Any]) -> None:
    st.markdown(f"**{t('ui_report.quotes_title')}**")
    chosen["quotes"] = st.slider(
        t("ui_report.quotes"), min_value=0, max_value=MAX_QUOTES, value=kept.get("quotes", 4), key="report_quotes"
    )
    for name, default in (("proposed_quotes", True), ("all_remarks", False)):
        chosen[name] = st.toggle(
            t(f"ui_report.{name}"),
            value=kept.get(name, default),
            key=f"report_{name}",
            help=t(f"ui_report.{name}_help"),
        )


def _crosstabs(project: Project, kept: dict[str, Any], chosen: dict[str, Any]) -> None:
    variables = {variable.id: variable for variable in project.variables.values()}
    if not variables:
        return
    st.markdown(f"**{t('ui_report.crosstabs')}**")
    chosen["banner"] = st.multiselect(
        t("ui_report.banner"),
        list(variables),
        default=[variable for variable in kept.get("banner", ()) if variable in variables],
        format_func=lambda key: variables[key].label,
        key="report_banner",
        placeholder=t("ui_report.banner_none"),
        help=t("ui_report.banner_help"),
    )
    if chosen["banner"]:
        chosen["hide_below"] = st.number_input(
            t("ui_report.hide_below"),
            min_value=0,
            max_value=99,
            value=kept.get("hide_below", 0),
            key="report_hide_below",
            help=t("ui_report.hide_below_help"),
        )


def _form(project: Project, kept: dict[str, Any], chosen: dict[str, Any]) -> None:
    st.markdown(f"**{t('ui_report.form')}**")
    chosen["language"] = st.segmented_control(
        t("ui_report.language"),
        _LANGUAGES,
        default=kept.get("language", session.language()),
        format_func=lambda code: t(f"ui_report.language.{code}"),
        key="report_language",
        required=True,
    )
    shows = list(Show)
    chosen["show"] = st.selectbox(
        t("ui_report.show"),
        shows,
        index=shows.index(kept.get("show", Show.COUNT)),
        format_func=lambda show: t(f"ui_report.show.{show.value}"),
        key="report_show",
    )
    chosen["summary"] = st.toggle(
        t("ui_report.summary"), value=kept.get("summary", True), key="report_summary", help=t("ui_report.summary_help")
    )
    chosen["title"] = st.text_input(
        t("ui_report.title_field"),
        value=kept.get("title", ""),
        placeholder=project.info.name,
        key="report_title",
        max_chars=200,
    )
    chosen["subtitle"] = st.text_input(
        t("ui_report.subtitle"), value=kept.get("subtitle", ""), key="report_subtitle", max_chars=200
    )
    chosen["colour"] = st.color_picker(
        t("ui_report.colour"), value=kept.get("colour", Look().colour), key="report_colour"
    )


def _settings(project: Project, chosen: dict[str, Any]) -> ReportSettings:
    waves = chosen.get("waves")
    options = ListOptions(
        waves=None if waves is None or len(waves) == len(project.waves) else tuple(waves),
        base=chosen["base"],
        threshold=chosen["threshold"],
        include_proposals=chosen["include_proposals"],
        quotes=chosen["quotes"],
        proposed_quotes=chosen["proposed_quotes"],
        non_answers=chosen["non_answers"],
        all_remarks=chosen["all_remarks"],
        nets=chosen.get("nets", NetLevel.ALL),
    )
    return ReportSettings(
        language=chosen["language"],
        questions=tuple(chosen["questions"]),
        options=options,
        title=chosen["title"],
        subtitle=chosen["subtitle"],
        show=chosen["show"],
        look=Look(colour=chosen["colour"]),
        per_wave=chosen.get("per_wave", len(project.waves) > 1),
        summary=chosen["summary"],
        banner=tuple(chosen.get("banner", ())),
        hide_below=chosen.get("hide_below", 0),
    )
