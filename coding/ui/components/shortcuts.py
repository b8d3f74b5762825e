"""Keyboard shortcuts that press a button of the page, but never while somebody is typing.

Streamlit's own ``shortcut=`` also fires inside a text field, where Ctrl+Z must take back a letter, not a decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

# The handler only looks up buttons by the keys that Python gave them; it reads and writes no text of the page.
_SCRIPT: Final = """
const typing = (el) => el && (el.isContentEditable || el.tagName === "TEXTAREA" || el.tagName === "SELECT" ||
  (el.tagName === "INPUT" && !["checkbox", "radio", "button", "range"].includes(el.type)));
const combination = (e) => [(e.ctrlKey || e.metaKey) && "mod", e.altKey && "alt",
  e.shiftKey && (e.ctrlKey || e.metaKey || e.altKey || e.key.length > 1) && "shift",
  e.key.toLowerCase()].filter(Boolean).join("+");

export default function (component) {
  const { data, parentElement } = component;
  parentElement.tkShortcuts?.abort();
  const listening = new AbortController();
  parentElement.tkShortcuts = listening;
  document.addEventListener("keydown", (event) => {
    const key = data[combination(event)];
    if (!key || event.repeat || typing(document.activeElement) || document.querySelector('[role="dialog"]')) return;
    const button = document.querySelector(`.st-key-${CSS.escape(key)} button`);
    if (!button) return;
    event.preventDefault();
    if (!button.disabled) button.click();
  }, { signal: listening.signal });
  return () => listening.abort();
}
"""


def shortcuts(buttons: Mapping[str, str], key: str) -> None:
    """Let key combinations press buttons: combination → key of the button.

    Combinations are lower case, as in "1", "n", "mod+z" and "mod+shift+z"; "mod" is Ctrl, or Cmd on a Mac. Nothing
    happens while a text field has the focus, a dialog is open, or the button is disabled or absent. ``key`` must be
    different for each use on a page.
    """
    with st.container(key=f"tk_shortcuts_{key}"):
        st.components.v2.component("tienkeer_shortcuts", js=_SCRIPT)(data=dict(buttons), key=f"shortcuts_{key}")
