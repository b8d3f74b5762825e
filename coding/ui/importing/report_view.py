"""The import report: what was read, per question, adding up to all rows."""

from __future__ import annotations

import streamlit as st

from coding.files.damaged import Damage
from coding.services.importing import ImportReport, damage_text
from coding.ui.components.plain import plain, text_table
from coding.ui.session import t

_COLUMNS = ("answers", "non_answers", "blanks", "not_asked", "excluded", "duplicates")


def show_damage(found: Damage | None) -> None:
    """Warn of letters that look damaged, if there are any."""
    if found is not None:
        key, facts = damage_text(found)
        st.warning(t(key, **{**facts, "example": plain(found.example)}), icon=":material/warning:")


def report_view(report: ImportReport) -> None:
    """Draw the report of a file that was read in."""
    done = "import.done.one" if len(report.questions) == 1 else "import.done"
    st.success(
        t(done, file=plain(report.file), rows=report.rows, questions=len(report.questions)),
        icon=":material/check_circle:",
    )
    show_damage(report.damage)
    remarks = []
    if report.excluded:
        remarks.append(t("import.done_excluded", count=report.excluded))
    if report.blank_rows:
        remarks.append(t("import.done_blank_rows", count=report.blank_rows))
    unasked = sum(question.unasked_answers for question in report.questions)
    if unasked:
        remarks.append(t("import.done_unasked", count=unasked))
    for remark in remarks:
        st.caption(remark)
    text_table(
        [t("import.report_question"), *(t(f"import.report_{name}") for name in _COLUMNS)],
        [(question.text, *(str(getattr(question, name)) for name in _COLUMNS)) for question in report.questions],
        caption=t("import.report"),
    )
    st.caption(t("import.report_note", rows=report.rows))
