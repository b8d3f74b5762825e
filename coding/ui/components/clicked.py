"""No frame around the whole page for who works with the mouse.

Streamlit's page can have the focus, so that arrow keys scroll it. A click on an empty spot gives it the focus too, and
the first key after that (Ctrl+Z, a number in the queue) makes the browser frame it. Styling cannot tell this from
coming there with Tab, where the frame must show: so a click is noted at the page as long as it has the focus.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

_SCRIPT: Final = """
const PAGE = "[data-testid=stMain]", NOTE = "data-tk-clicked";

export default function ({ parentElement }) {
  parentElement.tkClicked?.abort();
  const listening = new AbortController();
  parentElement.tkClicked = listening;
  let pressed = false;
  const listen = (type, handle) => document.addEventListener(type, handle, { capture: true, signal: listening.signal });
  listen("pointerdown", () => { pressed = true; });
  listen("pointerup", () => { pressed = false; });
  listen("keydown", () => { pressed = false; });
  listen("focusin", ({ target }) => { if (pressed && target.matches(PAGE)) target.setAttribute(NOTE, ""); });
  listen("focusout", ({ target }) => { if (target.matches(PAGE)) target.removeAttribute(NOTE); });
  return () => listening.abort();
}
"""


def note_clicks() -> None:
    """Note at the page that it was clicked (``data-tk-clicked``); called once per run by ``app.py``."""
    with st.container(key="tk_clicked"):
        st.components.v2.component("tienkeer_clicked", js=_SCRIPT)(key="clicked")
