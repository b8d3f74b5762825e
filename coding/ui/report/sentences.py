"""The sentences of the summary: as they are, by hand, and with numbers to look at again."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from coding.domain.commands import WriteSentence
from coding.domain.project import Project
from coding.domain.report import Report
from coding.domain.report_settings import ReportSettings
from coding.domain.sentences import NumberChange
from coding.services.sentences import ShownSentence, edited, shown_sentence
from coding.ui import session
from coding.ui.components.plain import plain
from coding.ui.session import t


def show_sentences(project: Project, report: Report, settings: ReportSettings) -> None:
    """A text field per question; leaving a field keeps what stands in it."""
    if not settings.summary:
        st.info(t("ui_report.summary_off"), icon=":material/info:")
        return
    st.caption(t("ui_report.sentences_help"))
    for at, section in enumerate(report.sections):
        counted = section.counted
        shown = shown_sentence(project, counted, settings.language, settings.show)
        head = plain(counted.question.text, 120)
        if settings.per_wave:
            head = f"{plain(counted.waves[0].name)} · {head}"
        with st.container(key=f"tk_sentence_{at}"):
            _sentence(at, head, shown, tuple(wave.id for wave in counted.waves))


def _sentence(at: int, head: str, shown: ShownSentence, waves: tuple[str, ...]) -> None:
    key = f"report_sentence_{at}_{abs(hash(shown.sentence))}"  # another text is another field
    st.text_area(
        f"**{head}**",
        value=shown.sentence.text,
        key=key,
        height=100,
        on_change=_write,
        args=(shown, waves, key),
    )
    if shown.changes:
        told = ", ".join(_told(change) for change in shown.changes)
        st.warning(t("ui_report.sentence_changed", numbers=told), icon=":material/rule:")
    with st.container(horizontal=True):
        if shown.by_hand:
            st.caption(t("ui_report.sentence_by_hand"))
        if shown.changes:
            st.button(
                t("ui_report.sentence_seen"),
                key=f"report_seen_{at}",
                icon=":material/done_all:",
                on_click=_seen,
                args=(shown, waves),
            )
        if shown.by_hand:
            st.button(
                t("ui_report.sentence_back"),
                key=f"report_back_{at}",
                icon=":material/restart_alt:",
                on_click=_back,
                args=(shown,),
            )


def _told(change: NumberChange) -> str:
    if change.after is None:
        return t("ui_report.number_gone", before=change.before)
    return t("ui_report.number_changed", before=change.before, after=change.after)


def _write(shown: ShownSentence, waves: tuple[str, ...], key: str) -> None:
    text = session.value(key, shown.sentence.text)
    if text.strip() != shown.sentence.text:
        session.dispatch(WriteSentence(edited(shown.sentence, waves, text)))


def _seen(shown: ShownSentence, waves: tuple[str, ...]) -> None:
    """The numbers of today are right; one whose argument is gone is from now on words like the others."""
    gone = {change.start for change in shown.changes if change.after is None}
    links = tuple(link for link in shown.sentence.links if link.start not in gone)
    session.dispatch(WriteSentence(replace(shown.sentence, waves=waves, links=links), seen=True))


def _back(shown: ShownSentence) -> None:
    session.dispatch(WriteSentence(replace(shown.sentence, text="", links=())))
