"""The coder's name, asked once on this machine."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.ui import session
from coding.ui.session import t

_NAME: Final = "coder_name"


def ask_coder() -> None:
    """Ask for the name that decisions are signed with, unless it is known."""
    if session.coder():
        return
    with st.container(border=True), st.form("ask_coder", border=False):
        st.subheader(t("shell.coder_title"), anchor=False)
        st.caption(t("shell.coder_why"))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(t("shell.coder_label"), key=_NAME, max_chars=60)
            st.form_submit_button(
                t("shell.coder_save"), key="coder_save", type="primary", icon=":material/check:", on_click=_save
            )


def _save() -> None:
    session.set_coder(session.value(_NAME, ""))
