"""The one place that touches ``st.session_state``: the open project, the language, the coder, what is selected.

How a page is put together (a page is a module of ``coding.ui.pages`` with a function ``page`` and, as its last lines,
``if __name__ == "__main__": page()``)::

    from coding.ui import session
    from coding.ui.components.header import project_header
    from coding.ui.components.plain import plain, verbatim
    from coding.ui.session import t

    def page() -> None:
        workspace = project_header(t("board.title"))     # title, undo, redo, language, messages; stops the page with
        project = workspace.project                      # a hint when no project is open
        question = session.question()                    # the question that all pages share; None without questions
        st.text_input(t("board.name"), key="new_name")
        st.button(t("board.rename"), on_click=_rename, args=(question, group))

    def _rename(question: str, group: str) -> None:      # a callback: Streamlit draws the page again after it
        if session.dispatch(RenameGroup(question, group, session.value("new_name", ""))):
            session.put("new_name", "")

- Changing something: build a command and ``dispatch`` it in an ``on_click`` or ``on_change`` callback, never in
  ``if st.button(…)``. ``dispatch`` returns whether it was done; a refusal (any TienkeerError) becomes a message that
  the header shows, with nothing changed. ``attempt`` does the same for work that is not a command.
- Undo and redo: ``session.undo`` and ``session.redo`` are callbacks; the header draws their buttons and shortcuts.
- A fragment does not draw the header: it calls ``components.notices.show_notices()`` at its top, and with ``run_every``
  ``session.refresh()`` to see what others did; every full run does so by itself.
- Texts: ``t("key", name=…)``; the texts of an area stand in ``coding/texts/ui_<area>.py``. Text that people typed goes
  through ``verbatim`` (answers, quotes) or ``plain`` (names inside labels), never into a label as it is.
- To remember between runs and pages: ``remember``/``recall`` (forgotten when the project is closed); ``value``/``put``
  read and set a widget by its key, ``put`` only in callbacks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, Literal, TypeVar, cast

import streamlit as st

from coding.domain.commands import Command
from coding.domain.errors import TienkeerError
from coding.services.workspace import Workspace
from coding.texts import LANGUAGES, Language, error_text, text
from coding.ui import preferences, resources
from coding.ui.components.drawing import drawing
from coding.ui.preferences import Preferences

T = TypeVar("T")

_STATE: Final = "tienkeer"
_PROJECT: Final = "project"
_QUESTION: Final = "question"
_FAIR_NUMBER: Final = 20


@dataclass(frozen=True, slots=True)
class Notice:
    """A message that the next run shows once. ``facts`` may hold text that people typed."""

    kind: Literal["error", "success", "info"]
    key: str
    facts: dict[str, object] = field(default_factory=dict)
    error: TienkeerError | None = None


@dataclass
class _State:
    """What one browser window holds."""

    language: Language
    coder: str
    workspace: Workspace | None = None
    project: str | None = None
    notices: list[Notice] = field(default_factory=list)
    memory: dict[str, Any] = field(default_factory=dict)


def begin() -> None:
    """Called by ``app.py`` at the start of every run: opens the project of the address bar, gets others' changes."""
    if project_name() is not None:
        refresh()
    elif (wanted := st.query_params.get(_PROJECT)) is not None and attempt(_open, wanted):
        remember(_QUESTION, st.query_params.get(_QUESTION))
    _write_address()


def _write_address() -> None:
    """The open project and the chosen question stand in the address bar, so that loading the page again shows them."""
    for name, wanted in ((_PROJECT, project_name()), (_QUESTION, recall(_QUESTION, None))):
        if wanted is None:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != wanted:
            st.query_params[name] = wanted


def _state() -> _State:
    known: _State | None = st.session_state.get(_STATE)
    if known is None:
        notices = []
        try:
            kept = preferences.load(resources.folder())
        except TienkeerError as damaged:
            kept = Preferences()
            notices.append(Notice("error", damaged.key, error=damaged))
        st.session_state[_STATE] = known = _State(_first_language(kept), kept.coder, notices=notices)
    return known


# Language and coder ---------------------------------------------------------------------------------------------------


def _first_language(known: Preferences) -> Language:
    """The language chosen before on this machine; else English for an English browser, and Dutch."""
    chosen = next((language for language in LANGUAGES if language == known.language), None)
    return chosen or ("en" if (st.context.locale or "").lower().startswith("en") else "nl")


def language() -> Language:
    """The language of the screen."""
    return _state().language


def set_language(chosen: Language) -> None:
    """Show everything in another language, now and next time on this machine."""
    _state().language = chosen
    attempt(_prefer, "language", chosen)


def t(key: str, **facts: object) -> str:
    """The text under ``key`` in the language of the screen."""
    return text(key, language(), **facts)


def coder() -> str:
    """The name that decisions are signed with; empty as long as it was not asked."""
    return _state().coder


def signature() -> str:
    """The name to sign an action with: the coder's, or "Researcher" as long as it was not asked."""
    return coder() or t("shell.coder_unknown")


def set_coder(name: str) -> bool:
    """Sign decisions with another name from now on, here and next time; False for an empty name."""
    name = " ".join(name.split())
    if not name:
        return notify("error", "shell.coder_empty")
    state = _state()
    state.coder = name
    attempt(_prefer, "coder", name)
    if state.workspace is not None:
        state.workspace.set_coder(name)
    return True


def _prefer(name: str, choice: str) -> None:
    preferences.change(resources.folder(), **{name: choice})


# The open project -----------------------------------------------------------------------------------------------------


def workspace() -> Workspace | None:
    """The open project, None when there is none."""
    return _state().workspace


def project_name() -> str | None:
    """The name of the open project's file, without ending: what the address bar shows and ``resources`` asks for."""
    return _state().project


def open_project(project: str) -> bool:
    """Callback: open a project, by the name of its file, in place of the one that is open."""
    if not attempt(_open, project):
        return False
    _write_address()
    return True


def _open(project: str) -> None:
    state = _state()
    opened = resources.open_workspace(project, signature())
    _release(state)
    state.workspace, state.project = opened, project


def close_project() -> None:
    """Callback: close the open project."""
    _release(_state())
    _write_address()


def _release(state: _State) -> None:
    if state.workspace is not None:
        state.workspace.close()
    state.workspace = state.project = None
    state.memory.clear()


def refresh() -> None:
    """Get what others did to the open project. A project that was deleted is closed, with a message."""
    opened = _state().workspace
    if opened is not None and not attempt(opened.refresh):
        close_project()


def dispatch(command: Command) -> bool:
    """Do what ``command`` says in the open project; whether it was done. A refusal becomes a message."""
    opened = _state().workspace
    return opened is not None and attempt(opened.dispatch, command)


def undo() -> None:
    """Callback: take back this coder's latest action."""
    opened = _state().workspace
    if opened is not None:
        attempt(opened.undo)


def redo() -> None:
    """Callback: do again what this coder took back last."""
    opened = _state().workspace
    if opened is not None:
        attempt(opened.redo)


def erase(respondent: str) -> bool:
    """Erase a person from the open project for good; whether it was done."""
    opened = _state().workspace
    return opened is not None and attempt(opened.erase, respondent)


def attempt(work: Callable[..., object], *arguments: object) -> bool:
    """Call ``work``; whether it went well. A TienkeerError becomes a message on the screen."""
    try:
        with drawing():
            work(*arguments)
    except TienkeerError as refused:
        notify_error(refused)
        return False
    return True


# Messages -------------------------------------------------------------------------------------------------------------


def notify(kind: Literal["error", "success", "info"], key: str, **facts: object) -> bool:
    """Show the text ``key`` once, at the next drawing of the header or ``show_notices``. Always False."""
    _state().notices.append(Notice(kind, key, facts))
    return False


def notify_error(error: TienkeerError) -> None:
    """Show the sentence of an error once."""
    _state().notices.append(Notice("error", error.key, error=error))


def take_notices() -> list[tuple[Literal["error", "success", "info"], str]]:
    """The messages that were not shown yet, in the language of the screen; they are gone after this."""
    taken, _state().notices = _state().notices, []
    return [(n.kind, error_text(n.error, language()) if n.error else t(n.key, **n.facts)) for n in taken]


# Selections and widgets -----------------------------------------------------------------------------------------------


def question() -> str | None:
    """The question that pages show: the chosen one, else the first with a fair number of answers; None without any."""
    opened = _state().workspace
    if opened is None:
        return None
    project = opened.project
    known = [question.id for question in project.questions_in_order()]
    if (chosen := recall(_QUESTION, None)) in known:
        return chosen
    larger = (each for each in known if sum(1 for _ in islice(project.answers(each), _FAIR_NUMBER)) == _FAIR_NUMBER)
    return next(larger, next(iter(known), None))


def select_question(question_id: str) -> None:
    """Let pages show another question."""
    remember(_QUESTION, question_id)
    _write_address()


def remember(key: str, what: object) -> None:
    """Keep something between runs and pages, as long as the project is open."""
    _state().memory[key] = what


def recall(key: str, default: T) -> T:
    """What was remembered under ``key``."""
    return cast(T, _state().memory.get(key, default))


def forget(key: str) -> None:
    """Forget what was remembered under ``key``."""
    _state().memory.pop(key, None)


def value(key: str, default: T) -> T:
    """The value of the widget ``key``; ``default`` when it was not drawn yet."""
    return cast(T, st.session_state.get(key, default))


def put(key: str, what: object) -> None:
    """Set the widget ``key``; only in callbacks, before the widget is drawn."""
    st.session_state[key] = what


def forget_widget(key: str) -> None:
    """Let the widget ``key`` start anew; only in callbacks."""
    st.session_state.pop(key, None)
