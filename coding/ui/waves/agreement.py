"""How far two coders agree, the machine beside them, and the answers on which they decide together."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.project import Project
from coding.services.compare_words import agreement_sentences, agreement_table
from coding.services.second_coder import (
    MACHINE,
    Compared,
    Disagreement,
    Reading,
    compare_coders,
    decide_together,
    machine_reading,
    readings,
)
from coding.services.waves import nothing_applies
from coding.ui import resources, session
from coding.ui.components.plain import plain, text_table, verbatim
from coding.ui.session import t

_MACHINE: Final = "second_machine"


def show_compare(project: Project, question: str) -> None:
    """Draw how far two coders agree, and what they still have to decide together."""
    known = readings(project, question)
    alone = {a.coder for given in project.coding_of(question).independent.values() for a in given}
    others = [coder for coder in known if coder in alone]
    if len(known) < 2 or not others:
        st.info(t("second.nobody"), icon=":material/group:")
        return
    left, right = st.columns(2)
    coders = list(known)
    first = left.selectbox(t("second.first_coder"), coders, index=0, key="second_first")
    rest = [coder for coder in others if coder != first] or [coder for coder in coders if coder != first]
    second = right.selectbox(t("second.second_coder"), rest, index=0, key="second_second")
    found = compare_coders(project, question, first, second)
    _show_agreement(project, question, found)
    _show_machine(project, question, first, second, known[second])
    _show_disagreements(project, question, found)


def _show_agreement(project: Project, question: str, found: Compared) -> None:
    if not found.table.answers:
        st.info(plain(agreement_sentences(found, session.language())[0]), icon=":material/info:")
        return
    head, rows = agreement_table(project, question, found, session.language())
    text_table(head, rows, caption=t("second.table"))
    for sentence in agreement_sentences(found, session.language()):
        st.markdown(f"- {plain(sentence)}")


def _show_machine(project: Project, question: str, first: str, second: str, coded: Reading) -> None:
    token = (question, project.revision, second)
    st.button(
        t("second.with_machine"),
        key="second_with_machine",
        icon=":material/smart_toy:",
        on_click=session.remember,
        args=(_MACHINE, token),
    )
    if session.recall(_MACHINE, None) != token:
        return
    encoder = resources.encoder(session.project_name() or "", project.info.encoder)
    with st.spinner(t("second.with_machine")):
        told = machine_reading(project, question, coded, encoder)
    for coder in (first, second):
        st.markdown(f"**{t('second.against', first=MACHINE, second=plain(coder))}**")
        _show_agreement(project, question, compare_coders(project, question, MACHINE, coder, told))


def _show_disagreements(project: Project, question: str, found: Compared) -> None:
    if not found.disagreements:
        return
    st.subheader(t("second.disagreements", count=len(found.disagreements)), anchor=False)
    st.caption(t("second.disagreements_why"))
    for one in found.disagreements:
        _show_disagreement(project, question, found, one)


def _show_disagreement(project: Project, question: str, found: Compared, one: Disagreement) -> None:
    coding = project.coding_of(question)
    token = f"{one.key.wave}_{one.key.respondent}"
    names = {code.id: code.name for code in coding.open_codes()}
    with st.container(border=True, key=f"tk_disagree_{token}"):
        verbatim(one.verbatim, quoted=True)
        for coder, codes in ((found.first, one.first), (found.second, one.second)):
            st.markdown(t("second.chose", coder=f"**{plain(coder)}**", codes=_named(project, question, codes)))
        if one.consensus is not None:
            st.success(t("second.decided", codes=_named(project, question, one.consensus)), icon=":material/handshake:")
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.multiselect(
                t("second.consensus"),
                list(names),
                default=[code for code in dict.fromkeys((*one.first, *one.second)) if code in names],
                format_func=lambda code: names[code],
                key=f"second_together_{token}",
                placeholder=t("second.no_argument"),
            )
            st.button(
                t("second.decide"),
                key=f"second_decide_{token}",
                icon=":material/handshake:",
                on_click=_decide,
                args=(question, one, f"second_together_{token}", nothing_applies(coding)),
            )


def _decide(question: str, one: Disagreement, key: str, nothing: str) -> None:
    chosen: list[str] = session.value(key, [])
    session.dispatch(decide_together(question, one.key, chosen or [nothing]))


def _named(project: Project, question: str, codes: tuple[str, ...]) -> str:
    coding = project.coding_of(question)
    names = [plain(name) for code in codes if (name := coding.group_name(code))]
    return " + ".join(names) or t("second.no_argument")
