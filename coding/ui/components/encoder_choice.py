"""Choosing a language model, with what it would cost said before anything is fetched or loaded."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from coding.domain.commands import ChooseEncoder
from coding.domain.project import Project
from coding.texts.encoders import encoder_text
from coding.ui import resources, session
from coding.ui.components.plain import plain, text_table
from coding.ui.components.progress import StageProgress, stopped
from coding.ui.resources import BUNDLED, KNOWN, EncoderCard
from coding.ui.session import language, t

_CHOICE: Final = "encoder_choice"
_NAME: Final = "encoder_name"
_WANTED: Final = "encoder_wanted"
_ASKED: Final = "encoder_asked"
_CARD: Final = "encoder_card"
_OWN: Final = "*"
_MEGABYTE: Final = 1_000_000


def encoder_choice(project: Project) -> None:
    """Draw the choice for ``project``; what was asked for is done first, with a sign of life."""
    _look_up_asked()
    _load_wanted()
    now = project.info.encoder
    st.write(t("settings.encoder_why"))
    used, version = encoder_text(now, language()), project.info.encoder_version
    if version:
        used = t("settings.encoder_version", name=used, version=version)
    st.markdown(f"**{t('settings.encoder_now', name=plain(used))}**")
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
    known = _card(chosen) if chosen else None
    if known is not None:
        _cost(known)
    with st.container(horizontal=True):
        st.button(
            t("settings.encoder_choose"),
            key="encoder_choose",
            type="primary",
            icon=":material/check:",
            disabled=chosen == now,
            on_click=_want,
            args=(chosen,),
        )
        if known is not None and known.download_megabytes is None:
            st.button(
                t("settings.encoder_look_up"),
                key="encoder_look_up",
                icon=":material/travel_explore:",
                on_click=session.remember,
                args=(_ASKED, chosen),
            )


def _shown(name: str) -> str:
    if name == BUNDLED:
        return t("settings.encoder_bundled", name=encoder_text(name, language()))
    return t("settings.encoder_own") if name == _OWN else name


def _card(name: str) -> EncoderCard:
    """What is known of a model; what the hub told of it is remembered."""
    told: EncoderCard | None = session.recall(_CARD, None)
    return told if told is not None and told.name == name else resources.card(name)


def _cost(card: EncoderCard) -> None:
    unknown = t("settings.unknown")
    download, memory, time = card.download_megabytes, card.memory_megabytes, card.seconds_per_1000
    rows = [
        (t("settings.encoder_languages"), t("settings.encoder_many") if card.languages == "many" else card.languages),
        (t("settings.encoder_download"), _megabytes(download) if download != 0 else t("settings.none_needed")),
        (t("settings.encoder_memory"), _megabytes(memory)),
        (t("settings.encoder_time"), unknown if time is None else t("settings.seconds", count=f"{time:.0f}")),
    ]
    text_table([t("settings.encoder_cost"), ""], rows, caption=t("settings.encoder_cost"))
    if memory is not None:
        st.caption(t("settings.encoder_measured" if card.measured else "settings.encoder_estimated"))
    if download != 0:
        st.info(t("settings.encoder_network"), icon=":material/cloud_download:")


def _megabytes(count: int | None) -> str:
    return t("settings.unknown") if count is None else t("settings.megabytes", count=count)


def _want(name: str) -> None:
    if not name:
        session.notify("error", "settings.encoder_name_empty")
        return
    session.remember(_WANTED, name)


def _look_up_asked() -> None:
    """Ask the hub how large a model is: only when somebody pressed the button for it."""
    name = session.recall(_ASKED, "")
    if not name:
        return
    session.forget(_ASKED)
    with st.spinner(t("settings.encoder_looking")):
        session.attempt(lambda: session.remember(_CARD, resources.cost_of(name)))
    st.rerun()


def _load_wanted() -> None:
    """Load the model that was asked for: only then its version is known, and whether it can be used at all."""
    name = session.recall(_WANTED, "")
    if not name:
        return
    report = StageProgress(
        t("settings.encoder_loading", name=plain(name)), on_stop=partial(stopped, _WANTED), key="encoder"
    )
    session.attempt(_use, name, report)
    session.forget(_WANTED)
    st.rerun()


def _use(name: str, report: StageProgress) -> None:
    def fetched(done: int, total: int) -> None:
        megabytes = {"done": done // _MEGABYTE, "total": total // _MEGABYTE}
        report(t("settings.encoder_fetching", **megabytes), done, total)

    resources.fetch_encoder(name, fetched)
    report(t("settings.encoder_trying"), 0, 1)
    encoder = resources.encoder(session.project_name() or "", name)
    encoder.encode(["Tienkeer"])
    if session.dispatch(ChooseEncoder(name, encoder.version)):
        session.notify("success", "settings.encoder_chosen", name=_shown(name))
