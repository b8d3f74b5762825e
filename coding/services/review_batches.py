"""Answers that can be decided together, argument by argument: what was learned from the groups that a person named.

An answer that nobody decided on stands where it is proposed. Here it is judged by all the others, decided ones and
those that stand in a named argument alike: does another argument fit it too, or fit it instead?
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final, NamedTuple

import numpy as np

from coding.analysis.suggest import Decision, Suggester
from coding.analysis.suggest_ground import Floats
from coding.analysis.suggest_question import name_points
from coding.domain.assignments import Assignment, Origin, Suggestion
from coding.domain.codebook import NO_CODE
from coding.domain.commands import AcceptSuggestions, Assign, Command, ConfirmGroups, DissolveGroups, Together
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.board import AnswerRow, MarkKind, answer_rows
from coding.services.memo import per_coding
from coding.services.question_model import QuestionModel
from coding.services.review_actions import everyone, unconfirmed
from coding.services.review_queue import undecided

_ALSO_FROM: Final = 0.2  # chance from which an argument is offered beside those an answer stands in
MOST: Final = 50
"""Answers in one offer: more are not read at a time."""


class OfferKind(StrEnum):
    """Whether answers would get the argument beside what they have, or in its place."""

    ALSO = "also"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class OfferItem:
    """An answer, the chance that the argument applies (0–1), and the group it would leave, None if it leaves none."""

    row: AnswerRow
    score: float
    source: str | None


@dataclass(frozen=True, slots=True)
class Offer:
    """Undecided answers that ``code`` probably fits, the likeliest first. ``expected``: how many more are right than
    wrong, were the best part of them accepted.
    """

    code: str
    kind: OfferKind
    items: tuple[OfferItem, ...]
    expected: float


@dataclass(frozen=True, eq=False)
class _Judged:
    """Answers with the chance of each code, shape (n, k); the last is NO_CODE."""

    rows: tuple[AnswerRow, ...]
    chances: Floats
    codes: tuple[str, ...]


@per_coding
def _judged(project: Project, question: str, model: QuestionModel) -> _Judged | None:
    """All answers that nobody decided on one by one, judged by all the others; None before an argument was named."""
    coding, responses = project.coding_of(question), project.responses(question)
    names = {code.id: f"{code.name} {code.description}".strip() for code in coding.open_codes()}
    examples = standing(project, question, model, names)
    if not names or not examples:
        return None
    points = name_points(model.ground.space, names, model.encode)
    learned = Suggester.fit(model.ground.ground, names, examples, points)
    keys = [answer.key for answer in project.answers(question) if _in_bulk(coding.decisions.get(answer.key, ()))]
    rows = answer_rows(project, question, keys)
    chances = learned.chances()[[model.row_of[responses[row.key].normalised] for row in rows]]
    return _Judged(rows, chances, (*learned.codes, NO_CODE))


def _in_bulk(decided: Sequence[Assignment]) -> bool:
    """Whether nobody decided on this answer alone."""
    return all(assignment.origin in (Origin.SUGGESTION, Origin.GROUP) for assignment in decided)


@per_coding
def offers(project: Project, question: str, model: QuestionModel) -> tuple[Offer, ...]:
    """What can be accepted per argument, the most worthwhile first; nothing before an argument was named."""
    judged = _judged(project, question, model)
    found = _offers(judged) if judged is not None else ()
    return tuple(sorted(found, key=lambda offer: (-offer.expected, offer.code, offer.kind)))


@per_coding
def doubtful(project: Project, question: str, model: QuestionModel) -> tuple[AnswerRow, ...]:
    """Answers that nobody decided on one by one, those first that fit least where they stand."""
    judged = _judged(project, question, model)
    if judged is None:
        return answer_rows(project, question, undecided(project, question))
    column = {code: at for at, code in enumerate(judged.codes)}
    doubts = []
    for row, chance in zip(judged.rows, judged.chances, strict=True):
        here = [column[group] for group in _stands(row, column)] or [len(column) - 1]
        others = np.delete(chance, here)
        doubts.append((round(float(chance[here].min() - others.max(initial=0.0)), 6), row.verbatim, row.key, row))
    return tuple(row for *_, row in sorted(doubts, key=lambda one: one[:3]))


def _stands(row: AnswerRow, known: Collection[str]) -> tuple[str, ...]:
    """The groups of ``known`` in which an answer is proposed or decided."""
    return tuple(dict.fromkeys(mark.group for mark in row.marks if mark.group in known))


def standing(
    project: Project, question: str, model: QuestionModel, codes: Iterable[str]
) -> dict[int, tuple[Decision, ...]]:
    """Per row of the model what its answers carry: as decided, else those of ``codes`` in which they are proposed."""
    coding, known = project.coding_of(question), frozenset(codes)
    found: dict[int, list[Decision]] = {}
    for response in project.answers(question):
        decided, proposed = coding.decisions.get(response.key, ()), coding.suggestions.get(response.key, ())
        here = frozenset(assignment.code for assignment in decided) | {suggestion.group for suggestion in proposed}
        if decided or here & known:
            found.setdefault(model.row_of[response.normalised], []).append(here & known)
    return {row: tuple(given) for row, given in found.items()}


class _Candidate(NamedTuple):
    """An answer that a code may fit: by how much it is likelier to be right than wrong, and where it stands now."""

    gain: float
    score: float
    row: AnswerRow
    source: str | None


def _offers(judged: _Judged) -> Iterator[Offer]:
    """The offers in any order."""
    codes, column = judged.codes, {code: at for at, code in enumerate(judged.codes)}
    drafts: dict[tuple[str, OfferKind], list[_Candidate]] = {}
    for row, chance in zip(judged.rows, judged.chances, strict=True):
        here = _stands(row, column)
        source = here[0] if here else None
        best = codes[int(np.round(chance, 9).argmax())]
        if len(here) <= 1 and best != source and all(mark.kind is MarkKind.SUGGESTED for mark in row.marks):
            gain = float(chance[column[best]] - chance[column[source or NO_CODE]])
            candidate = _Candidate(gain, float(chance[column[best]]), row, source)
            drafts.setdefault((best, OfferKind.INSTEAD), []).append(candidate)
        for at in np.flatnonzero(chance[:-1] >= _ALSO_FROM) if here else ():
            if codes[at] not in here:
                candidate = _Candidate(2 * float(chance[at]) - 1, float(chance[at]), row, None)
                drafts.setdefault((codes[at], OfferKind.ALSO), []).append(candidate)
    for (code, kind), draft in drafts.items():
        likeliest = sorted(draft, key=lambda one: (-round(one.gain, 6), one.row.verbatim, one.row.key))[:MOST]
        items = tuple(OfferItem(one.row, round(one.score, 4), one.source) for one in likeliest)
        yield Offer(code, kind, items, round(max(accumulate(one.gain for one in likeliest)), 6))


def take_offer(project: Project, question: str, offer: Offer, rows: Collection[AnswerRow]) -> Command | None:
    """Accept an offer for some of its answers, and all identical ones, in one step."""
    items = [item for item in offer.items if item.row in rows]
    if not items:
        return None
    if offer.kind is OfferKind.ALSO:
        keys = everyone(project, [item.row for item in items])
        return Assign(question, keys, offer.code, origin=Origin.SUGGESTION, copy=True)
    responses, suggestions = project.responses(question), project.coding_of(question).suggestions
    accepted: list[tuple[ResponseKey, Suggestion]] = []
    for item in items:
        for key in everyone(project, [item.row]):
            verbatim = responses[key].verbatim
            whole = Span(len(verbatim) - len(verbatim.lstrip()), len(verbatim.rstrip()))
            stood = [one.span for one in suggestions.get(key, ()) if one.group == item.source]
            accepted += [(key, Suggestion(offer.code, span, item.score)) for span in dict.fromkeys(stood or [whole])]
    return AcceptSuggestions(question, tuple(accepted))


def finish(project: Project, question: str) -> Together | None:
    """Confirm every argument that a person named, and decide that no argument applies to what is left, in one step.

    Groups that nobody named are dissolved. None when everything is decided already.
    """
    coding = project.coding_of(question)
    named = tuple(group for group in unconfirmed(coding) if group in coding.codes)
    held = {key for group in named for key in coding.suggested_members.get(group, ())}
    left = tuple(key for key in undecided(project, question) if key not in held)
    commands: list[Command] = [ConfirmGroups(question, named)] if named else []
    commands += [DissolveGroups(question, tuple(sorted(coding.clusters)))] if coding.clusters else []
    commands += [Assign(question, left, NO_CODE)] if left else []
    facts = {"count": str(len(held)), "left": str(len(left))}
    return Together(question, "finish", tuple(commands), facts) if commands else None
