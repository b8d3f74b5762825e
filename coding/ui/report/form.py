"""How a report looks: language, title page, the client's colours and logo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from coding.domain.errors import TienkeerError
from coding.domain.project import Project
from coding.domain.report import Look, ReportLanguage
from coding.domain.report_settings import ReportSettings
from coding.files.logo import read_logo
from coding.ui import session
from coding.ui.components.notices import show_error
from coding.ui.components.uploads import uploaded
from coding.ui.session import t

_LANGUAGES: Final[tuple[ReportLanguage, ...]] = ("nl", "en")
_AWAY: Final = "report_logo_away"
_TITLE_PAGE: Final = ("title", "subtitle", "client", "author", "fieldwork")


def choose_form(project: Project, kept: ReportSettings, chosen: dict[str, Any]) -> None:
    """Draw the choices into ``chosen``."""
    chosen["language"] = st.segmented_control(
        t("ui_report.language"),
        _LANGUAGES,
        default=kept.language,
        format_func=lambda code: t(f"ui_report.language.{code}"),
        key="report_language",
        required=True,
    )
    for name in _TITLE_PAGE:
        chosen[name] = st.text_input(
            t(f"ui_report.{name}"),
            value=getattr(kept, name),
            placeholder=project.info.name if name == "title" else None,
            key=f"report_{name}",
            max_chars=200,
        )
    chosen["look"] = _look(kept.look)


def _look(kept: Look) -> Look:
    left, right = st.columns(2)
    colour = left.color_picker(t("ui_report.colour"), value=kept.colour, key="report_colour")
    accent = right.color_picker(t("ui_report.accent"), value=kept.accent or kept.colour, key="report_accent")
    look = replace(kept, colour=colour, accent="" if accent == colour else accent)
    if session.recall(_AWAY, False):
        session.forget(_AWAY)
        look = replace(look, logo=None)
    st.file_uploader(t("ui_report.logo"), type=["png", "jpg", "jpeg"], key="report_logo", help=t("ui_report.logo_help"))
    logo = uploaded("report_logo")
    if logo is not None:
        try:
            look = replace(look, logo=read_logo(logo.data))
        except TienkeerError as refused:
            show_error(refused)
    if look.logo is not None:
        st.image(look.logo, width=160)
        if logo is None:
            st.button(t("ui_report.logo_away"), key="report_logo_away", on_click=_away, icon=":material/delete:")
    return look


def _away() -> None:
    session.remember(_AWAY, True)
