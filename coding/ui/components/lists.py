"""The two lists of the review page: groups, and the answers of a group. Drawn by one small component each.

Streamlit would need hundreds of widgets for what these draw at once, and has none for choosing a range or some words
of an answer. Text reaches the page through ``textContent`` alone. What a person does comes back as one value ``act``:
a dict with ``do`` and what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import streamlit as st

from coding.ui import session

_SOURCES: Final = Path(__file__).parent / "js"

Act = Mapping[str, Any]
Name = Literal["groups", "answers", "quotes"]


@cache
def _source(name: str) -> str:
    return (_SOURCES / name).read_text(encoding="utf-8")


def draw_list(name: Name, data: Mapping[str, Any], key: str, on_act: Callable[[Act], None]) -> None:
    """Draw a list; ``on_act`` is called, before the page is drawn again, with what the person did in it."""

    def acted() -> None:
        value = session.value(key, None)
        act = None if value is None else value.get("act")
        if act is not None:
            on_act(act)

    st.components.v2.component(
        f"tienkeer_{name}",
        css=_source("lists.css"),
        js=_source("common.js") + _source(f"{name}.js"),
        isolate_styles=False,
    )(data=dict(data), key=key, on_act_change=acted)
