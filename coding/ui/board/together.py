"""Dialogs for deciding on many answers at once: what is offered per argument, and finishing a question."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.codebook import NO_CODE
from coding.domain.project import QuestionCoding
from coding.services.review_batches import Offer, OfferItem, OfferKind, finish, offers, take_offer
from coding.ui import session
from coding.ui.board.answers import group_name
from coding.ui.board.models import model
from coding.ui.board.words import number
from coding.ui.components.dialogs import close_dialog, dialog_buttons
from coding.ui.components.plain import plain, verbatim
from coding.ui.session import t

_OFFERS: Final = 6
_SHOWN: Final = 12
_NAME: Final = 30  # characters: what is offered comes after the name, and must be seen
_TICKED_FROM: Final = 0.5  # chance from which an answer is ticked beforehand


def offers_body(question: str) -> None:
    """One offer at a time, each answer with a box that can be cleared."""
    workspace = session.workspace()
    found = model(workspace, question) if workspace is not None else None
    if workspace is None or found is None:
        return
    coding = workspace.project.coding_of(question)
    made = {f"{one.kind.value} {one.code}": one for one in offers(workspace.project, question, found)[:_OFFERS]}
    if not made:
        st.info(t("offers.none"), icon=":material/info:")
        return
    chosen = st.selectbox(
        t("offers.choose"), list(made), format_func=lambda one: _label(coding, made[one]), key="offers_chosen"
    )
    offer = made[chosen]
    st.caption(t(f"offers.{offer.kind.value}_told"))
    for at, item in enumerate(offer.items[:_SHOWN]):
        with st.container(horizontal=True, vertical_alignment="top", gap="small"):
            st.checkbox(
                plain(item.row.verbatim, 80),
                value=item.score >= _TICKED_FROM,
                key=_key(revision := workspace.project.revision, offer, at),
                label_visibility="collapsed",
                width="content",
            )
            with st.container(gap=None):
                verbatim(item.row.verbatim)
                st.caption(f"{_where(coding, offer, item)}{number(item.score)}")
    dialog_buttons(t("offers.take"), _take, question, offer, revision, about=f"_{revision}_{chosen}")


def _key(revision: int, offer: Offer, at: int) -> str:
    return f"offer_{revision}_{offer.kind.value}_{offer.code}_{at}"


def _label(coding: QuestionCoding, offer: Offer) -> str:
    shown = offer.items[:_SHOWN]
    which = offer.kind.value
    if offer.kind is OfferKind.INSTEAD and None in (stand := [_stands(item) for item in shown]):
        which = "mixed" if any(stand) else "new"
    name = group_name(coding, offer.code)
    short = name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"
    return t(f"offers.{which}", name=short, count=len(shown))


def _stands(item: OfferItem) -> str | None:
    """The group that the answer stands in now, also one that nobody named."""
    here = (item.source, *(mark.group for mark in item.row.marks))
    return next((group for group in here if group is not None and group != NO_CODE), None)


def _where(coding: QuestionCoding, offer: Offer, item: OfferItem) -> str:
    if offer.kind is OfferKind.ALSO:
        return ""
    group = _stands(item)
    told = t("offers.nowhere") if group is None else plain(t("offers.from", name=group_name(coding, group)), 80)
    return f"{told} · "


def _take(question: str, offer: Offer, revision: int) -> None:
    """Callback: accept the ticked answers; the dialog stays for the next offer."""
    workspace = session.workspace()
    if workspace is None:
        return
    items = offer.items[:_SHOWN]
    rows = [
        item.row
        for at, item in enumerate(items)
        if session.value(_key(revision, offer, at), item.score >= _TICKED_FROM)
    ]
    command = take_offer(workspace.project, question, offer, rows)
    if command is not None:
        session.dispatch(command)


def finish_body(question: str) -> None:
    """What finishing comes to, before it is done."""
    workspace = session.workspace()
    command = finish(workspace.project, question) if workspace is not None else None
    if command is None:
        st.info(t("finish.nothing"), icon=":material/check_circle:")
        return
    st.markdown(t("finish.named", count=command.facts["count"]))
    st.markdown(t("finish.left", count=command.facts["left"]))
    st.caption(t("finish.told"))
    dialog_buttons(t("finish.do"), _finish, question)


def _finish(question: str) -> None:
    """Callback: one undoable step."""
    workspace = session.workspace()
    command = finish(workspace.project, question) if workspace is not None else None
    if command is not None:
        session.dispatch(command)
    close_dialog()
