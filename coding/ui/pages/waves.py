"""New waves: add one, look through what was recognised, and compare."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.ui import session
from coding.ui.components.header import project_header
from coding.ui.session import t
from coding.ui.waves.add import show_add
from coding.ui.waves.compare import show_compare
from coding.ui.waves.look import show_look
from coding.ui.waves.recognising import run_wanted_recognition
from coding.ui.waves.versions import show_versions

_PARTS: Final = ("add", "look", "compare", "versions")


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("waves.title"))
    run_wanted_recognition(workspace)
    project = workspace.project
    if session.value("waves_part", None) is None:
        session.put("waves_part", "look" if len(project.waves) > 1 else "add")
    part = st.segmented_control(
        t("waves.part"),
        _PARTS,
        format_func=lambda name: t(f"waves.part_{name}"),
        key="waves_part",
        required=True,
        label_visibility="collapsed",
    )
    if part == "versions":
        show_versions(workspace)
    else:
        {"add": show_add, "look": show_look, "compare": show_compare}[part or "add"](project)


if __name__ == "__main__":
    page()
