"""What Streamlit says itself, in the language of the screen: Streamlit has English alone.

Styling can put other words on the screen (``style``), but not in the ears of who listens to it. A small script does
both: it looks at names of buttons, fields and lists that Streamlit made, and at the few places where it writes a word
of its own. Text that people typed stands in none of these. Names of pictures in a line of text are not read out at all.
"""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from coding.texts import LANGUAGES, Language, text, ui_streamlit
from coding.ui import session

_NAME: Final = "{name}"
_SCRIPT: Final = """
const TOLD_IN = ["aria-label", "placeholder", "data-title"];
const NAMED = ["button", "nav", "section", "input[type=file]", "input[placeholder]", "[role=progressbar]",
  "[role=listbox]", "[role=grid]", "[role=list]", "[role=group]"].map((one) => `${one}:not([class*="tk-"])`).join();
// A picture in a line of text; its name would be read out as "folder_open icon" before the words that it goes with.
const ICONS = ["Markdown", "Caption"]
  .map((one) => `[data-testid=st${one}Container] [role=img][aria-label$=" icon"]`).join();
const WRITTEN = ["[data-testid=stSkipToContent]", "[role=listbox][data-empty=true] [role=option] span",
  "[role=option][data-key^=__select_] div", "[data-testid=stConnectionStatus]",
  "[data-testid=stStatusWidget] label"].join();

export default function ({ data, parentElement }) {
  parentElement.tkWords?.disconnect();
  const inOwn = (words) => {
    if (!words) return null;
    if (Object.hasOwn(data.words, words)) return data.words[words];
    const found = data.around.find(([before, after]) => words.length > before.length + after.length &&
      words.startsWith(before) && words.endsWith(after));
    const name = () => words.slice(found[0].length, words.length - found[1].length);
    return found ? found[2].replace("{name}", name) : null;
  };
  const named = (node) => TOLD_IN.forEach((name) => {
    const own = inOwn(node.getAttribute(name));
    if (own !== null) node.setAttribute(name, own);
  });
  const written = (node) => node.childNodes.forEach((child) => {
    const own = child.nodeType === Node.TEXT_NODE ? inOwn(child.data) : null;
    if (own !== null) child.data = own;
  });
  const quiet = (node) => node.setAttribute("aria-hidden", "true");
  const mend = (root) => {
    if (root.matches(ICONS)) quiet(root);
    if (root.matches(NAMED)) named(root);
    root.querySelectorAll(NAMED).forEach(named);
    if (root.matches(WRITTEN)) written(root);
    root.querySelectorAll(WRITTEN).forEach(written);
    root.querySelectorAll(ICONS).forEach(quiet);
  };
  const watching = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") { if (target.matches(NAMED)) named(target); }
      else if (type === "characterData") { if (target.parentElement?.matches(WRITTEN)) written(target.parentElement); }
      else addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && mend(node));
    }
  });
  parentElement.tkWords = watching;
  mend(document.body);
  watching.observe(document.body, { subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: TOLD_IN });
  return () => watching.disconnect();
}
"""


def streamlit_words() -> None:
    """Let Streamlit's words be those of the screen's language; called once per run by ``app.py``."""
    with st.container(key="tk_words"):
        st.components.v2.component("tienkeer_words", js=_SCRIPT)(data=_own_words(session.language()), key="words")


def _own_words(language: Language) -> dict[str, Any]:
    """Words of the other languages with those of ``language``; ``around``: what stands before and after a name."""
    words: dict[str, str] = {}
    around: list[tuple[str, str, str]] = []
    for key in ui_streamlit.TEXTS:
        own = text(key, language)
        for other in LANGUAGES:
            said = text(key, other)
            if said == own:
                continue
            if _NAME in said:
                before, after = said.split(_NAME)
                around.append((before, after, own))
            else:
                words[said] = own
    return {"words": words, "around": around}
