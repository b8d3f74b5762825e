"""The report: choices on the left; the report as it will be, its summary and its charts on the right; downloads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import streamlit as st

from coding.domain.assignments import ResponseState
from coding.domain.errors import TienkeerError
from coding.domain.report import Report
from coding.domain.report_settings import ReportSettings
from coding.services.export import preview_html
from coding.services.report import make_report
from coding.services.report_quotes import quote_candidates
from coding.services.workspace import Workspace
from coding.texts import error_text
from coding.ui import session
from coding.ui.components.header import project_header
from coding.ui.components.plain import plain
from coding.ui.components.quote_checks import show_quote_checks
from coding.ui.report.charts import show_charts
from coding.ui.report.downloads import show_downloads
from coding.ui.report.options import choose_settings
from coding.ui.report.sentences import show_sentences
from coding.ui.session import t

_VIEWS: Final = ("preview", "sentences", "charts")
_REMARKS: Final = 2  # in sight; more are folded away


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("ui_report.title"))
    if session.question() is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        st.page_link("coding/ui/pages/import_file.py", label=t("shell.to_import"), icon=":material/arrow_forward:")
        return
    left, right = st.columns([8, 17], gap="large")
    with left:
        settings = choose_settings(workspace)
    with right:
        _show(workspace, settings)


def _show(workspace: Workspace, settings: ReportSettings) -> None:
    project, today = workspace.project, date.today().isoformat()
    candidates = quote_candidates(project, workspace.run) if settings.options.proposed_quotes else {}
    try:
        report = make_report(project, settings, today, candidates, lists_only=True)
    except TienkeerError as refused:
        st.info(error_text(refused, session.language()), icon=":material/info:")
        return
    show_downloads(project, settings, today, candidates)
    _remarks(report)
    view = st.segmented_control(
        t("ui_report.view"),
        _VIEWS,
        default=_VIEWS[0],
        format_func=lambda name: t(f"ui_report.view.{name}"),
        key="report_view",
        required=True,
        label_visibility="collapsed",
    )
    if view == "sentences":
        show_sentences(project, report, settings)
    elif view == "charts":
        show_charts(report)
    else:
        with st.container(border=True, key="tk_report_preview"):
            with st.spinner(t("ui_report.drawing")):
                shown = preview_html(report)
            st.html(shown)


def _remarks(report: Report) -> None:
    """What the researcher should know before sending this off."""
    show_quote_checks(section.counted for section in report.sections)
    for line in report.unseen:
        st.warning(plain(line), icon=":material/rule:")
    lines = tuple(_told(report))
    if len(lines) > _REMARKS:  # the preview stays in sight
        with st.expander(t("ui_report.remarks", count=len(lines)), icon=":material/info:"):
            for line in lines:
                st.caption(line)
        return
    for line in lines:
        st.caption(line)


def _told(report: Report) -> Iterator[str]:
    """What is not in the report: answers that nobody decided on, quotes that had to be left out."""
    for section in report.sections:
        counted, asked = section.counted, plain(section.counted.question.text, 80)
        undecided = sum(line.counts[ResponseState.UNCODED] for line in counted.ledger)
        if undecided and not counted.question.quotes_only:
            yield t("ui_report.undecided", question=asked, count=undecided, n=counted.n)
        for left in counted.left_out:
            reason = t(f"ui_report.left_out.{left.reason.value}")
            yield t("ui_report.left_out", question=asked, row=left.row, reason=reason)


if __name__ == "__main__":
    page()
