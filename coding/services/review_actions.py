"""From what a person points at on the board to a command: identical answers are always filled in.

An answer on screen is an ``AnswerRow``; everything here takes rows and returns a frozen command, or None when there is
nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import uuid4

from coding.domain.assignments import Suggestion
from coding.domain.codebook import OTHER, PSEUDO_CODES, CodeStatus, Quote
from coding.domain.commands import (
    AcceptSuggestions,
    Assign,
    Command,
    ConfirmGroups,
    Detach,
    NewCode,
    PutUnder,
    SetQuotes,
    SplitGroup,
    TakeOut,
    Together,
)
from coding.domain.project import Project, QuestionCoding
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.board import EVERYTHING, SELECTION, UNPLACED, AnswerRow, MarkKind

NOWHERE = frozenset({UNPLACED, EVERYTHING, SELECTION})
"""Lists on the board from which nothing can be taken: their answers stand in no group, or in any."""


def new_id() -> str:
    """An id for a new code."""
    return f"code-{uuid4().hex[:12]}"


def everyone(project: Project, rows: Iterable[AnswerRow]) -> tuple[ResponseKey, ...]:
    """The responses of ``rows`` and all identical ones, each once."""
    keys = [key for row in rows for key in row.keys]
    if len(keys) == 1:
        return project.identical(keys[0])
    found: dict[ResponseKey, None] = {}
    for key in keys:
        if key not in found:  # else those identical to it came with the first of them
            found.update(dict.fromkeys(project.identical(key)))
    return tuple(found)


def standing_in(project: Project, question: str, rows: Iterable[AnswerRow], group: str) -> tuple[ResponseKey, ...]:
    """``everyone``, limited to those that are proposed for or assigned to ``group``."""
    coding = project.coding_of(question)
    members = {*coding.suggested_members.get(group, ()), *coding.assigned_members.get(group, ())}
    return tuple(key for key in everyone(project, rows) if key in members)


def move(project: Project, question: str, rows: Sequence[AnswerRow], source: str, target: str) -> Command | None:
    """Put answers of ``source`` under ``target`` instead; from nowhere, simply under ``target``."""
    if not rows or source == target:
        return None
    if source in NOWHERE:
        return Assign(question, everyone(project, rows), target)
    return Assign(question, standing_in(project, question, rows, source), target, source=source)


def copy(project: Project, question: str, rows: Sequence[AnswerRow], target: str, source: str) -> Command | None:
    """Put answers under ``target`` as well.

    One answer keeps the words that stand in ``source``; of several, each stands under ``target`` as a whole.
    """
    if not rows:
        return None
    if len(rows) == 1 and (span := _span_in(rows[0], source)) is not None:
        keys = _with_these_words(project, rows[0], span)
        return Assign(question, keys, target, span=span, copy=True)
    return Assign(question, everyone(project, rows), target, copy=True)


def _span_in(row: AnswerRow, group: str) -> Span | None:
    spans = {mark.span for mark in row.marks if mark.group == group}
    return spans.pop() if len(spans) == 1 else None


def segment(project: Project, question: str, row: AnswerRow, span: Span, target: str, alone: bool = False) -> Command:
    """Let the words in ``span`` carry ``target``; words of the same argument that touch them give way.

    What is proposed for more than these words stays, unless they are to carry ``target`` ``alone``. Identical answers
    follow where the same words stand in the same place.
    """
    keys = _with_these_words(project, row, span)
    wider = any(mark.kind is MarkKind.SUGGESTED and not span.covers(mark.span) for mark in row.marks)
    return Assign(question, keys, target, span=span, copy=wider and not alone)


def _with_these_words(project: Project, row: AnswerRow, span: Span) -> tuple[ResponseKey, ...]:
    """Everyone with this answer who has the same words in the same place."""
    responses, words = project.responses(row.key.question), span.of(row.verbatim).casefold()
    return tuple(key for key in everyone(project, [row]) if span.of(responses[key].verbatim).casefold() == words)


def take_out(project: Project, question: str, rows: Sequence[AnswerRow], group: str) -> Command | None:
    """Take answers out of a group."""
    keys = standing_in(project, question, rows, group)
    return TakeOut(question, keys, group) if keys and group not in NOWHERE else None


def take_words_out(project: Project, row: AnswerRow, span: Span, group: str) -> Command | None:
    """Let the segments of ``group`` that share words with ``span`` no longer carry it; the others stay.

    Identical answers follow where the same words stand in the same place.
    """
    if group in NOWHERE or not any(mark.group == group and mark.span.overlaps(span) for mark in row.marks):
        return None
    keys = set(standing_in(project, row.key.question, [row], group))
    same = tuple(key for key in _with_these_words(project, row, span) if key in keys)
    return TakeOut(row.key.question, same, group, span)


def put_under_new(question: str, groups: tuple[str, ...], name: str) -> Together:
    """Make a net called ``name`` and put groups under it, in one step."""
    net = new_id()
    return Together(
        question, "put_under_new", (NewCode(question, net, name, is_net=True), PutUnder(question, groups, net))
    )


def split_off(project: Project, question: str, rows: Sequence[AnswerRow], group: str, name: str) -> Command | None:
    """Make answers of a group a new group, in one step."""
    keys = standing_in(project, question, rows, group)
    return SplitGroup(question, group, ((new_id(), name, keys),)) if keys else None


def detach(rows: Iterable[AnswerRow], question: str, apart: bool) -> Command:
    """Let one respondent be decided apart from those with the same answer, or together with them again."""
    keys = [row.keys[:1] if apart else row.keys for row in rows]
    return Detach(question, tuple(key for group in keys for key in group), apart)


def confirm(project: Project, question: str, groups: Iterable[str]) -> Command | None:
    """Confirm groups; a net with all that stands under it. None when everything is confirmed already."""
    coding = project.coding_of(question)
    wanted = tuple(dict.fromkeys(member for group in groups for member in _family(coding, group)))
    open_ones = tuple(group for group in wanted if _unconfirmed(coding, group))
    return ConfirmGroups(question, open_ones) if open_ones else None


def unconfirmed(coding: QuestionCoding) -> tuple[str, ...]:
    """Groups that a person has not confirmed, or that got proposals since."""
    groups = (*(code.id for code in coding.codes.values() if code.status is not CodeStatus.RETIRED), *coding.clusters)
    return tuple(group for group in groups if _unconfirmed(coding, group))


def _unconfirmed(coding: QuestionCoding, group: str) -> bool:
    code = coding.codes.get(group)
    proposed = bool(coding.suggested_members.get(group))
    if code is not None and code.is_net:
        return False
    return proposed or (
        code is not None and code.status is CodeStatus.WORKING and bool(coding.assigned_members.get(group))
    )


def _family(coding: QuestionCoding, group: str) -> list[str]:
    found = [group]
    for code in coding.codes.values():
        if code.parent == group and code.status is not CodeStatus.RETIRED:
            found += _family(coding, code.id)
    return found


def accept(project: Project, question: str, rows: Iterable[AnswerRow], group: str, score: float) -> Command | None:
    """Accept what the machine suggests for some answers, whole, in one step."""
    wanted: list[tuple[ResponseKey, Suggestion]] = []
    for key in everyone(project, rows):
        verbatim = project.responses(question)[key].verbatim
        start = len(verbatim) - len(verbatim.lstrip())
        wanted.append((key, Suggestion(group, Span(start, len(verbatim.rstrip())), score)))
    return AcceptSuggestions(question, tuple(wanted)) if wanted else None


def pick_quote(project: Project, question: str, row: AnswerRow, code: str) -> Command:
    """Print this answer as a quote under ``code``: the words that stand there, after the quotes picked before."""
    coding = project.coding_of(question)
    start = len(row.verbatim) - len(row.verbatim.lstrip())
    spans = sorted(mark.span for mark in row.marks if mark.group == code)
    span = spans[0] if spans else Span(start, len(row.verbatim.rstrip()))
    return SetQuotes(question, code, (*coding.quotes.get(code, ()), Quote(row.key, span)))


def drop_quote(project: Project, question: str, row: AnswerRow, code: str) -> Command:
    """Do not print this answer under ``code``."""
    quotes = project.coding_of(question).quotes.get(code, ())
    return SetQuotes(question, code, tuple(quote for quote in quotes if quote.response not in row.keys))


def can_hold_quotes(coding: QuestionCoding, group: str) -> bool:
    """Whether quotes can be picked under a group: a code, a cluster or Overig."""
    return group == OTHER or (group not in (*PSEUDO_CODES, *NOWHERE) and coding.group_name(group) is not None)
