"""The quotes of a group: those picked, in order, and those proposed with the reason."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Final

from coding.domain.codebook import Quote, QuoteCandidate
from coding.domain.commands import SetQuotes
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.services.review_quotes import check, cut, hide, narrow, quote_proposals, replacement, restore
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.board.answers import group_name
from coding.ui.board.models import model
from coding.ui.components.lists import Act, draw_list
from coding.ui.session import t

_LABELS: Final = (
    *("list", "empty", "proposed", "up", "down", "words", "chosen", "cut", "hide", "narrow", "printed"),
    *("hide_personal", "restore", "pin", "unpin", "drop", "pick", "replace"),
)


def show_quotes(workspace: Workspace, question: str, group: str) -> None:
    """Draw picked quotes with what can be done with each, then proposed ones."""
    project = workspace.project
    picked = project.coding_of(question).quotes.get(group, ())
    proposed = [one for one in candidates(workspace, question, group) if not _is_picked(one, picked)]
    draw_list(
        "quotes",
        {
            "picked": [
                {**_picked(project, question, group, at, quote), "replaceable": bool(proposed) and not quote.pinned}
                for at, quote in enumerate(picked)
            ],
            "proposed": [_proposed(project, question, one) for one in proposed],
            "labels": {name: t(f"board.quotes.{name}") for name in _LABELS},
        },
        key=f"quotes_{question}",
        on_act=lambda act: _act(question, group, act),
    )


def candidates(workspace: Workspace, question: str, group: str) -> tuple[QuoteCandidate, ...]:
    """The machine's proposals for the group as it is now."""
    found = model(workspace, question)
    return () if found is None else quote_proposals(workspace.project, question, found, group)


def _is_picked(candidate: QuoteCandidate, picked: tuple[Quote, ...]) -> bool:
    return any(quote.response == candidate.response for quote in picked)


def _picked(project: Project, question: str, group: str, at: int, quote: Quote) -> dict[str, Any]:
    verbatim = project.responses(question)[quote.response].verbatim
    found, coding = check(project, question, group, quote), project.coding_of(question)
    kinds = dict.fromkeys(t(f"board.personal.{one.kind.value}") for one in found.personal)
    warnings = [t("board.quotes.personal", what=", ".join(kinds))] if kinds else []
    warnings += [t("board.quotes.also_under", name=group_name(coding, other)) for other in found.also_under]
    marks: list[list[Any]] = [[*quote.span, "segment", t("board.quotes.quoted")]]
    marks += [[*span, "hidden", t("board.quotes.left_out")] for span in (*quote.cuts, *quote.hidden)]
    marks += [[*one.span, "hit", t(f"board.personal.{one.kind.value}")] for one in found.personal]
    return {
        "at": at,
        "text": verbatim,
        "marks": marks,
        "printed": quote.printed(verbatim),
        "warnings": warnings,
        "personal": bool(found.personal),
        "edited": bool(quote.cuts or quote.hidden),
        "pinned": quote.pinned,
        "facts": t("board.answers.row", row=project.respondent(quote.response).row),
    }


def _proposed(project: Project, question: str, candidate: QuoteCandidate) -> dict[str, Any]:
    return {
        "id": json.dumps([candidate.response.wave, candidate.response.respondent]),
        "text": project.responses(question)[candidate.response].verbatim,
        "marks": [[*candidate.span, "segment", ""]],
        "reason": t(f"board.quotes.reason.{candidate.reason}"),
    }


def _act(question: str, group: str, act: Act) -> None:
    """Callback: what the person did with a quote."""
    workspace = session.workspace()
    if workspace is None:
        return
    picked = list(workspace.project.coding_of(question).quotes.get(group, ()))
    if act["do"] == "pick":
        wave, respondent = json.loads(str(act["id"]))
        chosen = [
            one
            for one in candidates(workspace, question, group)
            if (one.response.wave, one.response.respondent) == (wave, respondent)
        ]
        picked += [Quote(one.response, one.span) for one in chosen]
    else:
        at = int(act["at"])
        if at >= len(picked):
            session.notify("info", "board.answers.gone")
            return
        if act["do"] == "replace":
            other = replacement(candidates(workspace, question, group), picked, at)
            if other is None:
                session.notify("info", "board.quotes.no_other")
                return
            picked[at] = other
        else:
            _change(workspace.project, question, group, picked, at, act)
    session.dispatch(SetQuotes(question, group, tuple(picked)))


def _change(project: Project, question: str, group: str, picked: list[Quote], at: int, act: Act) -> None:
    """Changes the list of quotes in place."""
    quote = picked[at]
    match act["do"]:
        case "up" | "down" as way:
            to = at + (1 if way == "down" else -1)
            if 0 <= to < len(picked):
                picked[at], picked[to] = picked[to], picked[at]
        case "drop":
            del picked[at]
        case "pin":
            picked[at] = replace(quote, pinned=not quote.pinned)
        case "restore":
            picked[at] = restore(quote)
        case "hide_personal":
            picked[at] = hide(quote, *(one.span for one in check(project, question, group, quote).personal))
        case "cut" | "hide" | "narrow" as edit:
            span = Span(*(int(edge) for edge in act["span"]))
            if edit == "narrow":
                picked[at] = narrow(quote, span)
            elif span.overlaps(quote.span):
                picked[at] = cut(quote, span) if edit == "cut" else hide(quote, span)
        case other:
            raise ValueError(f"The list of quotes does not know the act {other!r}.")
