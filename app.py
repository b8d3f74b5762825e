"""The app in the browser: page settings and navigation. Start it with ``streamlit run app.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from coding.ui import session
from coding.ui.components.clicked import note_clicks
from coding.ui.components.drawing import drawing
from coding.ui.components.streamlit_words import streamlit_words
from coding.ui.components.style import apply_style
from coding.ui.session import t

UI: Final = Path(__file__).parent / "coding" / "ui"
PAGES: Final = UI / "pages"
# A file of our own: for a ":material/…:" page icon the browser would fetch a picture from the internet.
ICON: Final = UI / "assets" / "icon.png"
# Module name → icon, in the order of the work. A page that is not installed is left out.
ORDER: Final = {
    "start": ":material/folder_open:",
    "import_file": ":material/upload_file:",
    "board": ":material/dashboard:",
    "waves": ":material/layers:",
    "second_coder": ":material/group:",
    "report": ":material/format_list_numbered:",
    "read_only": ":material/visibility:",
    "history": ":material/history:",
    "settings": ":material/settings:",
}


def main() -> None:
    """Draw the page that the address bar asks for."""
    st.set_page_config(page_title=t("shell.app"), page_icon=ICON, layout="wide")
    apply_style()
    session.begin()
    streamlit_words()
    note_clicks()
    opened = session.workspace() is not None
    st.navigation(
        [
            st.Page(
                PAGES / f"{name}.py",
                title=t(f"shell.nav.{name}"),
                icon=icon,
                url_path=name,
                default=name == "start",
                visibility="visible" if opened or name == "start" else "hidden",
            )
            for name, icon in ORDER.items()
            if (PAGES / f"{name}.py").is_file()
        ],
        position="top",
    ).run()


with drawing():
    main()
