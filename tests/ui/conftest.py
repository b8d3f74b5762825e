"""Pages run without a browser: AppTest from ``app.py``, with projects in a folder of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
SECONDS = 60


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of somebody who has been here before; cached resources of other tests are gone."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "preferences.json").write_text(
        json.dumps({"coder": "Anna", "language": "nl", "examples": "*"}), encoding="utf-8"
    )
    monkeypatch.setenv("TIENKEER_HOME", str(folder))
    st.cache_resource.clear()
    st.cache_data.clear()
    yield folder
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def open_page(home: Path) -> Callable[..., AppTest]:
    """``open_page("history", project_id)`` runs a page of the app, with a project open if its id is given."""

    def opened(name: str = "start", project: str | None = None) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
        if project is not None:
            app.query_params["project"] = project
        app.run()
        if name != "start":
            app.switch_page(f"coding/ui/pages/{name}.py").run()
        return app

    return opened
