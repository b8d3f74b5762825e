"""How the coding of one answer came about: each decision on it, and where it stood after that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from coding.domain.assignments import Assignment
from coding.domain.codebook import PSEUDO_CODES
from coding.domain.events import Change, Event
from coding.domain.project import QuestionCoding
from coding.services.board import AnswerRow
from coding.ui import session
from coding.ui.board.answers import facts, group_name
from coding.ui.components.dialogs import close_dialog
from coding.ui.components.header import in_words
from coding.ui.components.plain import plain, text_table, verbatim
from coding.ui.components.when import moment
from coding.ui.session import t


def answer_history_body(_: str) -> None:
    """The answer, what it stands under now, and its decisions, the latest first."""
    workspace = session.workspace()
    rows: tuple[AnswerRow, ...] = session.recall("board.rows", ())
    if workspace is None or not rows:
        return
    row, project = rows[0], workspace.project
    coding = project.coding_of(row.key.question)
    verbatim(row.verbatim, lines=6, quoted=True)
    st.caption(plain(facts(project, row)))
    st.markdown(t("answer_history.now", codes=plain(_stands(coding, coding.decisions.get(row.key, ())))))
    happened = workspace.answer_history(row.key)
    if happened:
        columns = [t(f"history_page.{name}") for name in ("when", "coder", "what")]
        cells = [_cells(coding, event, change) for event, change in happened]
        text_table([*columns, t("answer_history.became")], cells, caption=t("answer_history.title"), scroll=320)
    else:
        st.info(t("answer_history.none"), icon=":material/info:")
    st.button(t("shell.close"), key="dialog_close", on_click=close_dialog)


def _cells(coding: QuestionCoding, event: Event, change: Change) -> tuple[str, str, str, str]:
    when = moment(datetime.fromisoformat(event.at), session.language())
    after = change.after if isinstance(change.after, tuple) else ()
    return when, event.coder, in_words(event), _stands(coding, [one for one in after if isinstance(one, Assignment)])


def _stands(coding: QuestionCoding, assignments: Sequence[Assignment]) -> str:
    """The names under which an answer stands."""
    names = dict.fromkeys(_name(coding, assignment.code) for assignment in assignments)
    return ", ".join(names) or t("answer_history.nothing")


def _name(coding: QuestionCoding, code: str) -> str:
    known = code in PSEUDO_CODES or coding.group_name(code) is not None
    return group_name(coding, code) if known else t("answer_history.undone")
