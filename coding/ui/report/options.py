"""What the researcher chooses for a report; kept in the project."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from coding.domain.counted_list import MAX_QUOTES, Base, ListOptions, NetLevel
from coding.domain.project import Project
from coding.domain.report import Show
from coding.domain.report_settings import ReportSettings
from coding.services.report_memory import keep_settings, kept_settings
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.report.form import choose_form
from coding.ui.report.per_question import choose_per_question
from coding.ui.report.waves import can_choose_waves, choose_waves
from coding.ui.session import t

MEMORY: Final = "report_settings"


def choose_settings(workspace: Workspace) -> ReportSettings:
    """Draw the choices; what they come to. They are kept in the project whenever they change."""
    project, kept = workspace.project, settings_now(workspace)
    chosen: dict[str, Any] = {}
    with st.container(key="tk_report_options"):
        with st.expander(
            t("ui_report.group.content"), expanded=True, key="report_options_content", icon=":material/checklist:"
        ):
            _content(project, kept, chosen)
        with st.expander(t("ui_report.counting"), key="report_options_counting", icon=":material/tag:"):
            _counting(project, kept, chosen)
        with st.expander(t("ui_report.quotes_title"), key="report_options_quotes", icon=":material/format_quote:"):
            _quotes(kept, chosen)
        with st.expander(t("ui_report.group.per_question"), key="report_options_per_question", icon=":material/tune:"):
            chosen["own"] = choose_per_question(project, kept, chosen["questions"])
        if project.variables:
            with st.expander(t("ui_report.crosstabs"), key="report_options_crosstabs", icon=":material/table_chart:"):
                _crosstabs(project, kept, chosen)
        if can_choose_waves(project):
            with st.expander(t("ui_report.group.waves"), key="report_options_waves", icon=":material/compare_arrows:"):
                chosen["wave_chapters"] = choose_waves(project, kept.wave_chapters, kept.options)
        with st.expander(t("ui_report.form"), key="report_options_form", icon=":material/palette:"):
            choose_form(project, kept, chosen)
    settings = _settings(project, kept, chosen)
    if settings != kept:
        session.remember(MEMORY, settings)
        session.attempt(keep_settings, workspace, settings)
    return settings


def settings_now(workspace: Workspace) -> ReportSettings:
    """The choices of this window, else those kept in the project, else what most reports begin with."""
    known: ReportSettings | None = session.recall(MEMORY, None)
    if known is None:
        known = kept_settings(workspace) or _first(workspace.project)
        session.remember(MEMORY, known)
    return known


def _first(project: Project) -> ReportSettings:
    options = ListOptions(proposed_quotes=True)
    return ReportSettings(language=session.language(), options=options, per_wave=len(project.waves) > 1)


def _content(project: Project, kept: ReportSettings, chosen: dict[str, Any]) -> None:
    questions = {question.id: question for question in project.questions_in_order()}
    known = [question for question in kept.questions or questions if question in questions]
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
            default=[wave for wave in kept.options.waves or waves if wave in waves],
            format_func=lambda key: waves[key].name,
            key="report_waves",
            placeholder=t("ui_report.waves_none"),
        )
        chosen["per_wave"] = st.toggle(t("ui_report.per_wave"), value=kept.per_wave, key="report_per_wave")
    for name in ("summary", "charts"):
        chosen[name] = st.toggle(
            t(f"ui_report.{name}"),
            value=getattr(kept, name),
            key=f"report_{name}",
            help=t(f"ui_report.{name}_help"),
        )


def _counting(project: Project, kept: ReportSettings, chosen: dict[str, Any]) -> None:
    shows, bases = list(Show), list(Base)
    chosen["show"] = st.selectbox(
        t("ui_report.show"),
        shows,
        index=shows.index(kept.show),
        format_func=lambda show: t(f"ui_report.show.{show.value}"),
        key="report_show",
    )
    chosen["base"] = st.radio(
        t("ui_report.base"),
        bases,
        index=bases.index(kept.options.base),
        format_func=lambda base: t(f"ui_report.base.{base.value}"),
        key="report_base",
        help=t("ui_report.base_help"),
    )
    chosen["threshold"] = st.number_input(
        t("ui_report.threshold"),
        min_value=1,
        max_value=999,
        value=kept.options.threshold,
        key="report_threshold",
        help=t("ui_report.threshold_help"),
    )
    if any(code.is_net for coding in project.coding.values() for code in coding.codes.values()):
        levels = list(NetLevel)
        chosen["nets"] = st.selectbox(
            t("ui_report.nets"),
            levels,
            index=levels.index(kept.options.nets),
            format_func=lambda level: t(f"ui_report.nets.{level.value}"),
            key="report_nets",
        )
    for name in ("non_answers", "include_proposals"):
        _toggle(name, getattr(kept.options, name), chosen)
    _unit(project, kept, chosen)
    _certainty(kept, chosen)


def _toggle(name: str, value: bool, chosen: dict[str, Any]) -> None:
    chosen[name] = st.toggle(
        t(f"ui_report.{name}"), value=value, key=f"report_{name}", help=t(f"ui_report.{name}_help")
    )


def _unit(project: Project, kept: ReportSettings, chosen: dict[str, Any]) -> None:
    """Respondents, or the cases that several of them belong to."""
    variables = {variable.id: variable.label for variable in project.variables.values() if not variable.several}
    if not variables:
        return
    units = [None, *variables]
    chosen["unit"] = st.selectbox(
        t("ui_report.unit"),
        units,
        index=units.index(kept.options.unit) if kept.options.unit in units else 0,
        format_func=lambda unit: variables[unit] if unit else t("ui_report.unit.respondents"),
        key="report_unit",
        help=t("ui_report.unit_help"),
    )
    if chosen["unit"]:
        chosen["unit_name"] = st.text_input(
            t("ui_report.unit_name"),
            value=kept.options.unit_name,
            placeholder=t("ui_report.unit_name_example"),
            key="report_unit_name",
            max_chars=60,
        )


def _certainty(kept: ReportSettings, chosen: dict[str, Any]) -> None:
    chosen["level"] = st.number_input(
        t("ui_report.level"),
        min_value=50,
        max_value=99,
        value=round(kept.options.level * 100),
        key="report_level",
        help=t("ui_report.level_help"),
    )
    chosen["population"] = st.number_input(
        t("ui_report.population"),
        min_value=1,
        value=kept.options.population,
        placeholder=t("ui_report.population_unknown"),
        key="report_population",
        help=t("ui_report.population_help"),
    )
    _toggle("random_sample", kept.random_sample, chosen)


def _quotes(kept: ReportSettings, chosen: dict[str, Any]) -> None:
    chosen["quotes"] = st.slider(
        t("ui_report.quotes"), min_value=0, max_value=MAX_QUOTES, value=kept.options.quotes, key="report_quotes"
    )
    for name in ("proposed_quotes", "all_remarks"):
        _toggle(name, getattr(kept.options, name), chosen)


def _crosstabs(project: Project, kept: ReportSettings, chosen: dict[str, Any]) -> None:
    variables = {variable.id: variable for variable in project.variables.values() if not variable.several}
    chosen["banner"] = st.multiselect(
        t("ui_report.banner"),
        list(variables),
        default=[variable for variable in kept.banner if variable in variables],
        format_func=lambda key: variables[key].label,
        key="report_banner",
        placeholder=t("ui_report.banner_none"),
        help=t("ui_report.banner_help"),
    )
    read = any(question.read_by in variables for question in project.questions.values())
    if read:
        _toggle("by_position", kept.by_position, chosen)
    if not chosen["banner"] and not (read and chosen["by_position"]):
        return
    cells = [Show.SHARE, Show.COUNT, Show.BOTH]
    chosen["cells"] = st.selectbox(
        t("ui_report.cells"),
        cells,
        index=cells.index(kept.cells),
        format_func=lambda show: t(f"ui_report.cells.{show.value}"),
        key="report_cells",
    )
    chosen["hide_below"] = st.number_input(
        t("ui_report.hide_below"),
        min_value=0,
        max_value=99,
        value=kept.hide_below,
        key="report_hide_below",
        help=t("ui_report.hide_below_help"),
    )
    if chosen["hide_below"] > 1:
        st.caption(t("ui_report.hide_below_data"))


def _settings(project: Project, kept: ReportSettings, chosen: dict[str, Any]) -> ReportSettings:
    """The settings that the choices come to; what has no widget now stays as it was kept."""
    waves, questions = chosen.pop("waves", None), tuple(chosen.pop("questions"))
    in_options = {name: chosen.pop(name) for name in list(chosen) if name in ListOptions.__dataclass_fields__}
    in_options["level"] = in_options["level"] / 100
    in_options["waves"] = None if waves is None or len(waves) == len(project.waves) else tuple(waves)
    in_order = tuple(question.id for question in project.questions_in_order())
    chosen["banner"] = tuple(chosen.get("banner", ()))
    options = replace(kept.options, **in_options)
    return replace(kept, questions=None if questions == in_order else questions, options=options, **chosen)
