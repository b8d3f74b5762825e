"""Dialogs that close reliably: which one is open is remembered by the session, and callbacks open and close it.

Inside a dialog Streamlit reruns only the dialog. So its buttons use ``on_click`` callbacks that do the work and then
``close_dialog``; the dialog sees at its next drawing that it is closed, and has the whole page drawn again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final

import streamlit as st

from coding.ui import session
from coding.ui.components.notices import show_notices
from coding.ui.session import t

_OPEN: Final = "dialog"
_MENUS: Final = "menus"
_NAMING: Final = """
const FRAMES = 60;  // a second: the dialog takes the focus itself when it opens
export default function ({ data, parentElement }) {
  const find = (key) => document.querySelector(`[role="dialog"] .st-key-${CSS.escape(key)} :is(input, button)`);
  const enter = (event) => {
    if (event.key !== "Enter" || event.isComposing || event.target !== find(data.field)) return;
    setTimeout(() => find(data.button)?.click());  // once the field has told what was typed
  };
  document.addEventListener("keydown", enter);
  const give = (frames) => {
    const now = document.activeElement;
    if (now?.closest("input, button, textarea") && now.closest('[role="dialog"]')) return;
    find(data.field)?.focus();
    if (frames) requestAnimationFrame(() => give(frames - 1));
  };
  if (!parentElement.tkGiven) give(FRAMES);
  parentElement.tkGiven = true;
  return () => document.removeEventListener("keydown", enter);
}
"""

Body = Callable[[str], None]
"""Draws the inside of a dialog about one subject (an id)."""


def open_dialog(name: str, subject: str = "") -> None:
    """Callback: open the dialog ``name`` about ``subject``; a menu that it was chosen from closes."""
    session.remember(_OPEN, (name, subject))
    close_menus()


def close_menus() -> None:
    """Callback: close the menu that is open; Streamlit leaves it lying over the dialog that opens."""
    session.remember(_MENUS, session.recall(_MENUS, 0) + 1)


def menu_key(name: str) -> str:
    """The key of a popover that ``close_menus`` closes: with another key it is another one, not opened yet."""
    return f"{name}_{session.recall(_MENUS, 0)}"


def close_dialog() -> None:
    """Callback: close the dialog that is open."""
    session.forget(_OPEN)


def show_dialog(dialogs: Mapping[str, tuple[str, Body]], wide: Collection[str] = ()) -> None:
    """Draw the dialog that is open, if it is one of ``dialogs``: name → (text key of the title, body).

    Those in ``wide`` hold a table and get more room.
    """
    name, subject = session.recall(_OPEN, ("", ""))
    if name not in dialogs:
        return
    title, body = dialogs[name]

    def draw() -> None:
        if session.recall(_OPEN, ("", ""))[0] != name:
            st.rerun()
        show_notices()
        body(subject)

    st.dialog(t(title), on_dismiss=close_dialog, width="medium" if name in wide else "small")(draw)()


def name_field(label: str, key: str) -> None:
    """The name that a dialog asks for: it can be typed at once, and Enter does what the dialog's button does."""
    st.text_input(label, key=key)
    with st.container(key=f"tk_naming_{key}"):
        st.components.v2.component("tienkeer_naming", js=_NAMING)(
            data={"field": key, "button": "dialog_ok"}, key=f"naming_{key}"
        )


def dialog_buttons(
    label: str, on_click: Callable[..., None], *arguments: object, danger: bool = False, about: str = ""
) -> None:
    """The two buttons under a dialog: do it, or cancel.

    ``about``: what it is done to, where that changes while the dialog is open (see ``aimed``).
    """
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.button(t("shell.cancel"), key="dialog_cancel", on_click=close_dialog)
        st.button(
            label,
            key=f"dialog_ok{about}",
            type="primary",
            icon=":material/delete:" if danger else None,
            on_click=on_click,
            args=arguments,
        )
