"""Buttons about one thing on the screen that take its place under the same key when the next thing comes.

Somebody who presses twice, or just as the screen changes, means what they saw. A plain button with the same key would
by then do its work for what came next and nobody has read. The button here is another one for another subject, so such
a press finds nothing to do; for styling, shortcuts and tests it stands in a container that keeps the key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st


def aimed_button(
    label: str,
    subject: str,
    *,
    key: str,
    on_click: Callable[..., None],
    args: tuple[object, ...] = (),
    type: Literal["primary", "secondary"] = "secondary",
    icon: str | None = None,
    disabled: bool = False,
    width: Literal["stretch", "content"] = "content",
) -> None:
    """A button whose click counts only as long as the screen shows ``subject``; ``key`` is that of its container."""
    with st.container(key=key, width=width, gap=None):
        st.button(
            label,
            key=f"{key}:{subject}",
            type=type,
            icon=icon,
            disabled=disabled,
            width=width,
            on_click=on_click,
            args=args,
        )
