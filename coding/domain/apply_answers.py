"""Commands on answers: assign, take out, accept suggestions, pick quotes, detach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coding.domain.apply_groups import people
from coding.domain.assignments import Origin
from coding.domain.codebook import OTHER, PSEUDO_CODES, Quote
from coding.domain.commands import AcceptSuggestions, Assign, Detach, SetQuotes, TakeOut
from coding.domain.draft import Draft
from coding.domain.errors import CommandRefused
from coding.domain.events import Table
from coding.domain.outcome import Outcome
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey


def assign(project: Project, command: Assign, coder: str) -> Outcome:
    """Decide that responses carry a code, in place of ``source`` or beside what they carry."""
    draft = Draft(project, coder, command.question)
    if command.code == command.source:
        raise CommandRefused("command.same_group")
    target = _target(draft, command.code)
    source_name = draft.base.group_name(command.source) if command.source else ""
    for key in command.responses:
        whole = draft.whole(key)
        spans = _spans(draft, key, command, whole)
        if any(span.start >= span.end or not whole.covers(span) for span in spans):
            raise CommandRefused("command.span_outside")
        _clear(draft, key, command, spans)
        new = tuple(draft.assignment(command.code, span, command.origin) for span in spans)
        draft.put_decisions(key, (*draft.decisions(key), *new))
    count = people(command.responses)
    facts = {"count": str(count), "after": target, "before": source_name or ""}
    action = {True: "assign_move", False: "assign_add"}[command.source is not None]
    if command.code in PSEUDO_CODES:
        action = "assign_other" if command.code == OTHER else "assign_no_code"
    return Outcome(action, draft.finish(), command.question, facts)


def _target(draft: Draft, code: str) -> str:
    """Adopts the code that answers go to and returns its name."""
    if code in PSEUDO_CODES:
        return ""
    found = draft.adopt(code)
    if found.is_net:
        raise CommandRefused("command.net_takes_no_answers", name=found.name)
    return found.name


def _spans(draft: Draft, key: ResponseKey, command: Assign, whole: Span) -> tuple[Span, ...]:
    if command.span is not None:
        return (command.span,)
    if command.source is not None:
        stood = [s.span for s in draft.suggestions(key) if s.group == command.source]
        stood += [a.span for a in draft.decisions(key) if a.code == command.source]
        if not stood:
            raise CommandRefused("command.response_moved")
        return tuple(dict.fromkeys(stood))
    return (whole,)


def _clear(draft: Draft, key: ResponseKey, command: Assign, spans: tuple[Span, ...]) -> None:
    """Takes away what the assignment replaces.

    A move takes the response out of ``source``. Words that get a code lose what the machine proposed for them (unless
    this is a copy) and any earlier "Overig" or "no argument". A response that is Overig or without argument as a whole
    is that alone.
    """
    decisions, suggestions = draft.decisions(key), draft.suggestions(key)
    if not decisions and not suggestions:
        return
    if command.source is not None:
        decisions = tuple(a for a in decisions if a.code != command.source)
        suggestions = tuple(s for s in suggestions if s.group != command.source)
    if command.code in PSEUDO_CODES and command.source is None and command.span is None:
        decisions, suggestions = (), ()
    if not command.copy:
        suggestions = tuple(s for s in suggestions if not any(s.span.overlaps(span) for span in spans))
    suggestions = tuple(s for s in suggestions if s.group != command.code)
    decisions = tuple(
        a
        for a in decisions
        if not (a.code in PSEUDO_CODES and any(a.span.overlaps(span) for span in spans))
        and not (a.code == command.code and command.span is not None and a.span.overlaps(command.span))
    )
    draft.put_decisions(key, decisions)
    draft.put_suggestions(key, suggestions)


def take_out(project: Project, command: TakeOut, coder: str) -> Outcome:
    """Take responses out of a group."""
    draft = Draft(project, coder, command.question)
    if command.group in PSEUDO_CODES:
        name = ""
    elif command.group in draft.base.codes:
        name = draft.base.codes[command.group].name
    else:
        name = draft.adopt(command.group).name
    for key in command.responses:
        draft.put_suggestions(key, (s for s in draft.suggestions(key) if not _goes(s.group, s.span, command)))
        draft.put_decisions(key, (a for a in draft.decisions(key) if not _goes(a.code, a.span, command)))
    action = "take_out_pseudo" if command.group in PSEUDO_CODES else "take_out"
    if command.span is not None:
        action = "take_out_words"
    facts = {"before": name, "count": str(people(command.responses))}
    return Outcome(action, draft.finish(), command.question, facts)


def _goes(group: str, span: Span, command: TakeOut) -> bool:
    return group == command.group and (command.span is None or span.overlaps(command.span))


def accept_suggestions(project: Project, command: AcceptSuggestions, coder: str) -> Outcome:
    """One assignment per accepted suggestion."""
    draft = Draft(project, coder, command.question)
    for group in dict.fromkeys(suggestion.group for _, suggestion in command.accepted):
        _target(draft, group)
    for key, suggestion in command.accepted:
        if not draft.whole(key).covers(suggestion.span):
            raise CommandRefused("command.span_outside")
        draft.put_suggestions(key, [s for s in draft.suggestions(key) if not s.span.overlaps(suggestion.span)])
        new = draft.assignment(suggestion.group, suggestion.span, Origin.SUGGESTION)
        draft.put_decisions(key, (*draft.decisions(key), new))
    facts = {"count": str(people(key for key, _ in command.accepted))}
    return Outcome("accept_suggestions", draft.finish(), command.question, facts)


def set_quotes(project: Project, command: SetQuotes, coder: str) -> Outcome:
    """Set the picked quotes of a code, each checked against its verbatim."""
    draft = Draft(project, coder, command.question)
    name = "" if command.code == OTHER else draft.adopt(command.code).name
    seen: set[tuple[ResponseKey, Span]] = set()
    for quote in command.quotes:
        _check_quote(draft, command.code, quote)
        if (quote.response, quote.span) in seen:
            raise CommandRefused("command.quote_twice")
        seen.add((quote.response, quote.span))
    before = len(draft.quotes(command.code))
    draft.put_quotes(command.code, command.quotes)
    facts = {"name": name, "before": str(before), "count": str(len(command.quotes))}
    return Outcome(
        "set_quotes_other" if command.code == OTHER else "set_quotes", draft.finish(), command.question, facts
    )


def _check_quote(draft: Draft, code: str, quote: Quote) -> None:
    whole = draft.whole(quote.response)
    inner = (*quote.cuts, *quote.hidden)
    if (
        quote.response.question != draft.question
        or quote.span.start >= quote.span.end
        or not whole.covers(quote.span)
        or not all(quote.span.covers(span) for span in inner)
    ):
        raise CommandRefused("command.span_outside")
    under = {a.code for a in draft.decisions(quote.response)} | {s.group for s in draft.suggestions(quote.response)}
    if code not in under:
        raise CommandRefused("command.quote_elsewhere")


def detach(project: Project, command: Detach, coder: str) -> Outcome:
    """Let responses be decided apart from identical ones, or together again."""
    draft = Draft(project, coder, command.question)
    for key in command.responses:
        draft.whole(key)
        draft.put(Table.DETACHED, key, True if command.apart else None)
    facts = {"count": str(people(command.responses))}
    return Outcome("detach" if command.apart else "attach", draft.finish(), command.question, facts)


HANDLERS: dict[type, Callable[[Project, Any, str], Outcome]] = {
    Assign: assign,
    TakeOut: take_out,
    AcceptSuggestions: accept_suggestions,
    SetQuotes: set_quotes,
    Detach: detach,
}
