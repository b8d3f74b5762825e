"""The quotes of a group: those picked, in order, and those proposed with the reason."""

from __future__ import annotations

import streamlit as st

from coding.domain.codebook import Quote, QuoteCandidate
from coding.domain.commands import SetQuotes
from coding.domain.project import Project
from coding.services.review_search import answers_of
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.board.proposals import current_run
from coding.ui.components.plain import Mark, verbatim
from coding.ui.session import t


def show_quotes(workspace: Workspace, question: str, group: str) -> None:
    """Draw picked quotes with what can be done with each, then proposed ones."""
    project = workspace.project
    coding = project.coding_of(question)
    picked = coding.quotes.get(group, ())
    with st.container(height=460, key="board_quotes"):
        if not picked:
            st.caption(t("board.quotes.none"))
        for at, quote in enumerate(picked):
            _picked(project, question, group, at, quote, len(picked))
        proposed = [one for one in candidates(workspace, question, group) if not _is_picked(one, picked)]
        if proposed:
            st.markdown(f"**{t('board.quotes.proposed')}**")
        for candidate in proposed:
            _proposed(project, question, group, candidate)


def candidates(workspace: Workspace, question: str, group: str) -> tuple[QuoteCandidate, ...]:
    """The machine's proposals for quotes, as far as their answers still stand in the group."""
    project = workspace.project
    coding = project.coding_of(question)
    if group in coding.clusters:
        proposed = coding.clusters[group].quotes
    elif coding.board.run is not None:
        run = current_run(workspace, coding.board.run)
        proposed = next((n.quotes for i, n in enumerate(run.nodes) if run.cluster_id(i) == group), ())
    else:
        proposed = ()
    here = {key for row in answers_of(project, question, group) for key in row.keys}
    return tuple(one for one in proposed if one.response in here)


def _is_picked(candidate: QuoteCandidate, picked: tuple[Quote, ...]) -> bool:
    return any(quote.response == candidate.response for quote in picked)


def _picked(project: Project, question: str, group: str, at: int, quote: Quote, count: int) -> None:
    response = project.responses(question)[quote.response]
    with st.container(border=True, key=f"quote_{at}"):
        verbatim(response.verbatim, [Mark(quote.span)])
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.caption(t("board.answers.row", row=project.respondent(quote.response).row))
            for name, icon, to in (("up", "arrow_upward", at - 1), ("down", "arrow_downward", at + 1)):
                st.button(
                    t(f"board.quotes.{name}"),
                    key=f"quote_{name}_{at}",
                    icon=f":material/{icon}:",
                    disabled=not 0 <= to < count,
                    on_click=_reorder,
                    args=(question, group, at, to),
                )
            st.button(
                t("board.answers.unquote"),
                key=f"quote_drop_{at}",
                icon=":material/close:",
                on_click=_set,
                args=(question, group, quote, None),
            )


def _proposed(project: Project, question: str, group: str, candidate: QuoteCandidate) -> None:
    response = project.responses(question)[candidate.response]
    name = f"{candidate.response.wave}_{candidate.response.respondent}"
    with st.container(border=True, key=f"candidate_{name}"):
        verbatim(response.verbatim, [Mark(candidate.span)])
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.caption(t(f"board.quotes.reason.{candidate.reason}"))
            st.button(
                t("board.answers.quote"),
                key=f"candidate_pick_{name}",
                icon=":material/format_quote:",
                on_click=_set,
                args=(question, group, None, Quote(candidate.response, candidate.span)),
            )


def _quotes(question: str, group: str) -> tuple[Quote, ...]:
    workspace = session.workspace()
    return () if workspace is None else workspace.project.coding_of(question).quotes.get(group, ())


def _set(question: str, group: str, old: Quote | None, new: Quote | None) -> None:
    """Callback: replace ``old`` by ``new``; None is nothing."""
    kept = tuple(new if quote == old else quote for quote in _quotes(question, group))
    added = () if new is None or old is not None else (new,)
    session.dispatch(SetQuotes(question, group, tuple(quote for quote in (*kept, *added) if quote is not None)))


def _reorder(question: str, group: str, at: int, to: int) -> None:
    """Callback: let a quote change places with its neighbour."""
    quotes = list(_quotes(question, group))
    if 0 <= to < len(quotes) and at < len(quotes):
        quotes[at], quotes[to] = quotes[to], quotes[at]
        session.dispatch(SetQuotes(question, group, tuple(quotes)))
