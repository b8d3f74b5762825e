"""Coding an earlier wave again: what changed in the codebook, what would move, and doing it in one step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import streamlit as st

from coding.domain.project import Project
from coding.services.recoding import Changed, Merged, Place, Recoding, before_and_after, merges, recode, recodings
from coding.services.recoding_places import suggest_places
from coding.services.workspace import Workspace
from coding.ui import resources, session
from coding.ui.components.plain import plain, text_table, verbatim
from coding.ui.session import t
from coding.ui.waves.choice import code_name
from coding.ui.waves.numbers import version_number

_FOUND: Final = "recoding_found"
_OPEN: Final = "recoding_open"
_PLACES: Final = "recoding_places"
_SHOWN: Final = 40


def show_recoding(workspace: Workspace, question: str, wave: str) -> None:
    """Draw what there is to code again in ``wave``, and where earlier waves need it."""
    for found in _found(workspace, question, wave)[0]:
        _show_offer(workspace, question, wave, found)
    for told in _found(workspace, question, wave)[1]:
        st.caption(t("recode.merged", names=plain(told.names), after=plain(told.after), count=told.count))
    waves = [each.id for each in workspace.project.waves_in_order()]
    show_outdated(workspace, question, waves[: waves.index(wave)])


def show_outdated(workspace: Workspace, question: str, waves: Iterable[str]) -> None:
    """Say which of ``waves`` were coded with an earlier codebook than there is now, and lead there."""
    for wave in waves:
        if _found(workspace, question, wave)[0]:
            _point_to(workspace.project, wave)


def _point_to(project: Project, wave: str) -> None:
    name = project.waves[wave].name
    with st.container(horizontal=True, vertical_alignment="center", key=f"tk_recode_point_{wave}"):
        st.markdown(f":material/history: {t('recode.earlier', wave=plain(name))}", width="stretch")
        st.button(
            t("recode.to_wave", wave=plain(name)),
            key=f"recode_to_{wave}",
            on_click=show_wave,
            args=(wave,),
        )


def show_wave(wave: str) -> None:
    """Callback: show another wave."""
    session.remember("waves_wave", wave)
    session.put("waves_choose_wave", wave)
    session.put("waves_part", "look")


def _found(workspace: Workspace, question: str, wave: str) -> tuple[tuple[Recoding, ...], tuple[Merged, ...]]:
    """Worked out once per revision: it reads the journal."""
    revision = workspace.project.revision
    kept: tuple[int, dict[tuple[str, str], tuple[tuple[Recoding, ...], tuple[Merged, ...]]]]
    kept = session.recall(_FOUND, (-1, {}))
    if kept[0] != revision:
        kept = (revision, {})
        session.remember(_FOUND, kept)
    if (question, wave) not in kept[1]:
        kept[1][question, wave] = recodings(workspace, question, wave), merges(workspace, question, wave)
    return kept[1][question, wave]


def _show_offer(workspace: Workspace, question: str, wave: str, found: Recoding) -> None:
    token = (question, wave, found.change, found.revision)
    name = f"{found.change.value}_{found.revision}"
    with st.container(border=True, key=f"tk_recode_{name}"):
        st.markdown(f":material/history: {_told(workspace, question, wave, found)}")
        if session.recall(_OPEN, None) != token:
            st.button(
                t("recode.look"),
                key=f"recode_look_{name}",
                type="primary",
                icon=":material/compare_arrows:",
                on_click=session.remember,
                args=(_OPEN, token),
            )
            return
        places = _places(workspace.project, question, found)
        _show_places(workspace.project, question, wave, found, places)


def _told(workspace: Workspace, question: str, wave: str, found: Recoding) -> str:
    """What changed since the wave was coded, and how many answers it is about."""
    project = workspace.project
    coding = project.coding_of(question)
    decisions = [a for key in found.keys for a in found.in_question(coding.decisions[key])]
    names = sorted((coding.codes[code].name for code in found.codes), key=str.casefold)
    facts = {
        "wave": plain(project.waves[wave].name),
        "version": version_number(workspace, question, max(a.codebook_version for a in decisions)),
        "count": len(found.keys),
    }
    if found.change is Changed.SPLIT:
        return t("recode.split", before=plain(found.before), names=_listed(names), **facts)
    key = "recode.added.one" if len(names) == 1 else "recode.added"
    return t(key, names=_listed(names), **facts)


def _listed(names: list[str]) -> str:
    """Names in quotes: "'A', 'B' and 'C'"."""
    quoted = [f"'{plain(name)}'" for name in names]
    return t("recode.and", first=", ".join(quoted[:-1]), last=quoted[-1]) if len(quoted) > 1 else quoted[0]


def _places(project: Project, question: str, found: Recoding) -> tuple[Place, ...]:
    token = (project.revision, question, found)
    kept: tuple[object, tuple[Place, ...]] = session.recall(_PLACES, (None, ()))
    if kept[0] != token:
        encoder = resources.encoder(session.project_name() or "", project.info.encoder)
        with st.spinner(t("recode.thinking")):
            kept = (token, suggest_places(project, question, found, encoder))
        session.remember(_PLACES, kept)
    return kept[1]


def _show_places(project: Project, question: str, wave: str, found: Recoding, places: tuple[Place, ...]) -> None:
    chosen = [(place, session.value(_key(place), place.chosen)) for place in places]
    moved = sum(len(place.keys) for place, code in chosen if code != place.now)
    head = [t("recode.col_name"), t("recode.col_before"), t("recode.col_after")]
    counts = before_and_after(project, question, found, wave, chosen)
    rows = [(code_name(project, question, code), f"{now}x", f"{after}x") for code, now, after in counts]
    text_table(head, rows, caption=t("recode.preview"))
    st.caption(t("recode.why"))
    for place in places[:_SHOWN]:
        _show_place(project, question, found, place)
    if len(places) > _SHOWN:
        st.caption(t("recode.more", count=len(places) - _SHOWN))
    with st.container(horizontal=True):
        st.button(
            t("recode.do.one" if moved == 1 else "recode.do", count=moved) if moved else t("recode.keep"),
            key="recode_do",
            type="primary",
            icon=":material/done_all:",
            on_click=_do,
            args=(question, places),
        )
        st.button(t("recode.later"), key="recode_later", on_click=session.forget, args=(_OPEN,))


def _show_place(project: Project, question: str, found: Recoding, place: Place) -> None:
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        verbatim(place.verbatim if len(place.keys) == 1 else f"{place.verbatim} (×{len(place.keys)})", lines=3)
    options = list(dict.fromkeys((place.now, *found.codes)))

    def label(code: str) -> str:
        name = code_name(project, question, code)
        if code == place.now:
            return t("recode.stays", name=name)
        return t("recode.suggested", name=name, score=round(100 * place.score)) if code == place.suggested else name

    right.selectbox(
        t("recode.belongs"),
        options,
        index=options.index(place.chosen),
        format_func=label,
        key=_key(place),
        label_visibility="collapsed",
    )


def _key(place: Place) -> str:
    return f"recode_place_{place.keys[0].wave}_{place.keys[0].respondent}_{place.now}"


def _do(question: str, places: tuple[Place, ...]) -> None:
    chosen = [(place, session.value(_key(place), place.chosen)) for place in places]
    if session.dispatch(recode(question, chosen)):
        moved = sum(len(place.keys) for place, code in chosen if code != place.now)
        session.notify("success", "recode.done", count=moved)
        session.forget(_OPEN)
