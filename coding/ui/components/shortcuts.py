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
  const { keys } = data;
  const find = (key) => document.querySelector(`.st-key-${CSS.escape(key)} button`);
  document.addEventListener("keydown", (event) => {
    const key = keys[combination(event)];
    if (!key || event.repeat || typing(document.activeElement) || document.querySelector('[role="dialog"]')) return;
    const button = find(key);
    if (!button) return;
    event.preventDefault();
    if (!button.disabled) button.click();
  }, { signal: listening.signal });
  // A button that had the focus and whose place another one takes: that one gets it, for who works with the keyboard.
  document.addEventListener("focusin", ({ target }) => {
    const key = Object.values(keys).find((each) => find(each) === target);
    parentElement.tkFocus = key && { key, target };
  }, { signal: listening.signal });
  const follow = ({ key, target }, frames) => {
    const button = target.isConnected ? null : find(key);
    if (![document.body, target].includes(document.activeElement)) return;
    if (button && !button.disabled) button.focus({ preventScroll: true });
    else if (frames) requestAnimationFrame(() => follow({ key, target }, frames - 1));
  };
  if (parentElement.tkFocus) follow(parentElement.tkFocus, 180);
  return () => listening.abort();
}
"""


def shortcuts(buttons: Mapping[str, str], key: str, drawn: str = "") -> None:
    """Let key combinations press buttons: combination → key of the button, or of the container it stands in.

    Combinations are lower case, as in "1", "n", "mod+z" and "mod+shift+z"; "mod" is Ctrl, or Cmd on a Mac. Nothing
    happens while a text field has the focus, a dialog is open, or the button is disabled or absent. ``key`` must be
    different for each use on a page. Where buttons take each other's place (see ``aimed``), the focus moves from the
    one that goes to the one that comes; ``drawn`` is then another text for every drawing.
    """
    with st.container(key=f"tk_shortcuts_{key}"):
        st.components.v2.component("tienkeer_shortcuts", js=_SCRIPT)(
            data={"keys": dict(buttons), "drawn": drawn}, key=f"shortcuts_{key}"
        )
