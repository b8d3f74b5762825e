"""What a report says of waves beside each other, periods and sources."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.counted_list import ListOptions
from coding.domain.project import Project
from coding.domain.report_settings import WaveSettings
from coding.services.compare_periods import Period, half_years, has_dates, sources
from coding.services.compare_words import period_words
from coding.ui import session
from coding.ui.session import t

_PERIODS: Final = ("", *(period.value for period in Period))


def can_choose_waves(project: Project) -> bool:
    """Whether there is anything to choose."""
    return len(project.waves) > 1 or has_dates(project)


def choose_waves(project: Project, kept: WaveSettings, options: ListOptions) -> WaveSettings:
    """Draw the choices; what they come to."""
    compare, threads, period, within = kept.compare, kept.threads, kept.period, kept.within
    chosen = len(options.waves) if options.waves is not None else len(project.waves)
    if chosen > 1:
        compare = st.toggle(
            t("ui_report.compare"), value=compare, key="report_compare", help=t("ui_report.compare_help")
        )
    if has_dates(project):
        period = st.selectbox(
            t("ui_report.period"),
            _PERIODS,
            index=_PERIODS.index(period) if period in _PERIODS else 0,
            format_func=lambda one: t(f"waves.period_{one}") if one else t("ui_report.period_none"),
            key="report_period",
        )
    if len(sources(project)) > 1:
        threads = st.toggle(
            t("ui_report.threads"), value=threads, key="report_threads", help=t("ui_report.threads_help")
        )
        halves = ("", *half_years(project)) if has_dates(project) else ("",)
        if threads and len(halves) > 1:
            within = st.selectbox(
                t("waves.threads_within"),
                halves,
                index=halves.index(within) if within in halves else 0,
                format_func=lambda one: period_words(one, session.language()) if one else t("waves.threads_always"),
                key="report_within",
            )
    return WaveSettings(compare, period, threads, within)
