"""The charts of the report, to look at and to take along one by one."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

import streamlit as st

from coding.domain.report import Report
from coding.services.charts import NamedChart, chart_file, charts_by_section
from coding.services.export import Format
from coding.ui.components.plain import plain
from coding.ui.report.figures import figure
from coding.ui.session import t

_NOT_IN_NAMES: Final = re.compile(r"[^\w-]+")
_FILES: Final = ((Format.PNG, "image/png"), (Format.SVG, "image/svg+xml"))


def show_charts(report: Report) -> None:
    """Draw the charts of one question at a time."""
    groups = charts_by_section(report)
    if not groups:
        st.info(t("ui_report.charts_none"), icon=":material/info:")
        return
    at = st.selectbox(
        t("ui_report.charts_of"),
        range(len(groups)),
        format_func=lambda place: groups[place][0],
        key="report_charts_of",
    )
    for named in groups[at][1]:
        _one(report, named)


def _one(report: Report, named: NamedChart) -> None:
    with st.container(border=True, key=f"tk_chart_{named.name}"):
        st.markdown(f"**{plain(named.chart.title)}**")
        st.plotly_chart(
            figure(named.chart, report.look),
            key=f"report_chart_{named.name}",
            config={"displayModeBar": False, "locale": report.language},
            theme=None,
        )
        if named.chart.note:
            st.caption(plain(named.chart.note))
        with st.container(horizontal=True):
            for wanted, mime in _FILES:
                st.download_button(
                    wanted.value.upper(),
                    data=partial(chart_file, named.chart, report.look, wanted),
                    file_name=f"{_NOT_IN_NAMES.sub('-', named.chart.title)[:60].strip('-')}.{wanted.value}",
                    mime=mime,
                    key=f"report_chart_{wanted.value}_{named.name}",
                    icon=":material/download:",
                    on_click="ignore",
                )
