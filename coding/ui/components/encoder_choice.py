"""Choosing a language model, with what it would cost said before anything is fetched or loaded."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.commands import ChooseEncoder
from coding.domain.project import Project
from coding.ui import resources, session
from coding.ui.components.plain import plain, text_table
from coding.ui.resources import BUNDLED, KNOWN, EncoderCard
from coding.ui.session import t

_CHOICE: Final = "encoder_choice"
_NAME: Final = "encoder_name"
_WANTED: Final = "encoder_wanted"
_OWN: Final = "*"


def encoder_choice(project: Project) -> None:
    """Draw the choice for ``project``; a model that was asked for is loaded first, with a sign of life."""
    _load_wanted()
    now = project.info.encoder
    st.write(t("settings.encoder_why"))
    st.markdown(f"**{t('settings.encoder_now', name=plain(_shown(now)))}**")
    names = [known.name for known in KNOWN]
    chosen = st.selectbox(
        t("settings.encoder_choice"),
        [*names, _OWN],
        index=names.index(now) if now in names else len(names),
        format_func=_shown,
        key=_CHOICE,
        width=560,
    )
    if chosen == _OWN:
        st.text_input(t("settings.encoder_name"), value=now if now not in names else "", key=_NAME, width=560)
        chosen = session.value(_NAME, "").strip()
    if chosen:
        _cost(resources.card(chosen))
    st.button(
        t("settings.encoder_choose"),
        key="encoder_choose",
        type="primary",
        icon=":material/check:",
        disabled=chosen == now,
        on_click=_want,
        args=(chosen,),
    )


def _shown(name: str) -> str:
    return {BUNDLED: t("settings.encoder_bundled"), _OWN: t("settings.encoder_own")}.get(name, name)


def _cost(card: EncoderCard) -> None:
    unknown = t("settings.unknown")
    download, memory, time = card.download_megabytes, card.memory_megabytes, card.seconds_per_1000
    rows = [
        (t("settings.encoder_languages"), t("settings.encoder_many") if card.languages == "many" else card.languages),
        (t("settings.encoder_download"), _megabytes(download) if download else t("settings.none_needed")),
        (t("settings.encoder_memory"), _megabytes(memory)),
        (t("settings.encoder_time"), unknown if time is None else t("settings.seconds", count=f"{time:.0f}")),
    ]
    if download is None:
        rows[1] = (t("settings.encoder_download"), unknown)
    text_table([t("settings.encoder_cost"), ""], rows, caption=t("settings.encoder_cost"))
    if download != 0:
        st.info(t("settings.encoder_network"), icon=":material/cloud_download:")


def _megabytes(count: int | None) -> str:
    return t("settings.unknown") if count is None else t("settings.megabytes", count=count)


def _want(name: str) -> None:
    if not name:
        session.notify("error", "settings.encoder_name_empty")
        return
    session.remember(_WANTED, name)


def _load_wanted() -> None:
    """Load the model that was asked for: only then its version is known, and whether it can be used at all."""
    name = session.recall(_WANTED, "")
    if not name:
        return
    session.forget(_WANTED)
    with st.spinner(t("settings.encoder_loading", name=plain(name)), show_time=True):
        session.attempt(_use, name)
    st.rerun()


def _use(name: str) -> None:
    encoder = resources.encoder(session.project_name() or "", name)
    encoder.encode(["Tienkeer"])
    if session.dispatch(ChooseEncoder(name, encoder.version)):
        session.notify("success", "settings.encoder_chosen", name=_shown(name))
