"""Messages of the last action: refusals as sentences, successes, hints."""

from __future__ import annotations

import streamlit as st

from coding.domain.errors import TienkeerError
from coding.texts import error_text
from coding.ui import session
from coding.ui.components.plain import plain


def show_notices() -> None:
    """Show what the last actions had to say; call it once per page, and at the top of a fragment that acts."""
    for kind, sentence in session.take_notices():
        draw = {"error": st.error, "success": st.success, "info": st.info}[kind]
        icon = {"error": ":material/error:", "success": ":material/check_circle:", "info": ":material/info:"}[kind]
        draw(plain(sentence), icon=icon)


def show_error(error: TienkeerError) -> None:
    """Show an error where it happened: the sentence that says what is wrong, where, and what to do."""
    st.error(plain(error_text(error, session.language())), icon=":material/error:")
