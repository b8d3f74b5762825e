"""The queue of undecided answers: what is suggested for each, learned from every decision at once.

The suggestions are worked out anew after each decision, in closed form (``coding.analysis.suggest``); before the first
decision, the groups that were proposed stand in for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from coding.analysis.ask_next import worth_asking
from coding.analysis.represent import Points
from coding.analysis.suggest import Suggester, Suggestions
from coding.domain.answers import normalise
from coding.domain.assignments import Origin, Suggestion
from coding.domain.codebook import OTHER, PSEUDO_CODES
from coding.domain.commands import AcceptSuggestions, Assign, NewCode, Together
from coding.domain.giving_way import in_steps
from coding.domain.project import Project, QuestionCoding
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey, in_order
from coding.services.board import AnswerRow, MarkKind, answer_rows
from coding.services.codebook_examples import codes_waiting, examples_of
from coding.services.memo import per_coding
from coding.services.no_search import no_search
from coding.services.question_model import QuestionModel
from coding.services.review_actions import everyone
from coding.services.review_groups import Better, better_fits, centres_of

CHOICES: Final = 3
_ALIKE: Final = 0.3  # cosine from which an answer counts as similar to the one just decided
_BETTER_FROM: Final = 0.6  # certainty from which what was learned speaks against a proposal
AT_ONCE: Final = 5000
"""Different answers up to which learning from a decision takes no longer than drawing the page may."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A group that may be right; OTHER when no argument seems to fit. ``score`` lies in 0–1."""

    group: str
    score: float


@dataclass(frozen=True, slots=True)
class QueueItem:
    """An undecided answer (with all who gave it), the likeliest groups, and the certainty of the first, 0–1.

    ``place`` is the answer's row in the question's model, None when the model does not know it.
    """

    row: AnswerRow
    choices: tuple[Choice, ...]
    certainty: float
    place: int | None = None

    @property
    def best(self) -> Choice | None:
        """The likeliest group."""
        return self.choices[0] if self.choices else None


def undecided(project: Project, question: str) -> tuple[ResponseKey, ...]:
    """Answers that nobody decided on yet, in file order."""
    decisions = project.coding_of(question).decisions
    return tuple(response.key for response in project.answers(question) if not decisions.get(response.key))


@per_coding
@no_search()
def queue(project: Project, question: str, model: QuestionModel) -> tuple[QueueItem, ...]:
    """All undecided answers, the least certain first."""
    rows = answer_rows(project, question, in_steps(undecided(project, question)))
    responses = project.responses(question)
    at = [model.row_of.get(responses[row.key].normalised) for row in rows]
    learned = _learned(project, question, model)
    if learned is None:
        choices = _before_learning(rows, at, model.points, centres_of(project, question, model))
    else:
        choices = _from_learning(at, learned)
    items = [
        QueueItem(row, some, some[0].score if some else 0.0, place)
        for row, some, place in in_steps(zip(rows, choices, at, strict=True))
    ]
    return tuple(sorted(items, key=lambda item: (round(item.certainty, 4), item.row.verbatim, item.row.keys[0])))


def _from_learning(rows: Sequence[int | None], learned: Suggestions) -> Iterator[tuple[Choice, ...]]:
    """Per answer the likeliest groups by what was decided so far; ``rows`` are those of the model."""
    columns, scores = (values.tolist() for values in learned.likeliest(CHOICES))
    groups, other = (*learned.codes, OTHER), len(learned.codes)
    for row in rows:
        if row is None:
            yield ()
            continue
        found = enumerate(zip(columns[row], scores[row], strict=True))
        yield tuple([Choice(groups[column], score) for rank, (column, score) in found if column != other or not rank])


def _before_learning(
    rows: Sequence[AnswerRow], at: Sequence[int | None], points: Points, centres: Mapping[str, Points]
) -> Iterator[tuple[Choice, ...]]:
    """Per answer where the machine put it, then the groups it is nearest to; how near is no certainty, so they have
    no score.
    """
    groups = sorted(centres)
    cosines = np.round(points @ np.stack([centres[group] for group in groups]).T, 4) if groups else points[:, :0]
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, : 2 * CHOICES]
    for row, place in zip(rows, at, strict=True):
        choices = {choice.group: choice for choice in _proposed(row)}
        for column in () if place is None else nearest[place]:
            choices.setdefault(groups[column], Choice(groups[column], 0.0))
        yield tuple(choices.values())[:CHOICES]


def _proposed(row: AnswerRow) -> list[Choice]:
    """The groups in which the machine put the answer, the likeliest first."""
    marks = [mark for mark in row.marks if mark.kind is MarkKind.SUGGESTED]
    best: dict[str, float] = {}
    for mark in marks:
        best[mark.group] = max(best.get(mark.group, 0.0), mark.score or 0.0)
    return [Choice(group, score) for group, score in sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))]


@per_coding
def _learned(project: Project, question: str, model: QuestionModel) -> Suggestions | None:
    """Per row of the model what is suggested: from what was decided, and from what the codebook says itself.

    As long as nothing was decided, groups that were proposed say more than the names of the codes.
    """
    coding, responses = project.coding_of(question), project.responses(question)
    decisions: dict[int, list[frozenset[str]]] = {}
    for example, meant in in_steps(examples_of(coding).items()):
        row = model.row_of.get(normalise(example))  # None: the example came after the model was made
        if row is not None:
            decisions.setdefault(row, []).append(meant)
    for key in in_steps(in_order(coding.decisions)):
        row = model.row_of.get(responses[key].normalised) if key in responses else None
        if row is not None and coding.decisions[key]:
            codes = {assignment.code for assignment in coding.decisions[key]} - PSEUDO_CODES
            decisions.setdefault(row, []).append(frozenset(codes))
    if not coding.decisions and not codes_waiting(coding):
        return None
    ground = replace(model.ground.ground, counts=_open_counts(project, question, model))
    names = _names(coding)
    return Suggester.fit(ground, names, decisions, model.name_points(names)).suggest()


def _open_counts(project: Project, question: str, model: QuestionModel) -> np.ndarray:
    responses = project.responses(question)
    rows = [model.row_of[responses[key].normalised] for key in undecided(project, question)]
    return np.bincount(np.asarray(rows, dtype=np.intp), minlength=len(model.points)).astype(np.intp)


def _names(coding: QuestionCoding) -> dict[str, str]:
    """Every group that an answer can go to, with its name and description."""
    names = {code.id: f"{code.name} {code.description}".strip() for code in coding.open_codes()}
    return names | {cluster.id: cluster.name for cluster in coding.clusters.values()}


@per_coding
def better_places(project: Project, question: str, model: QuestionModel, group: str) -> Mapping[ResponseKey, Better]:
    """Undecided answers of ``group`` that fit another group better, by where they lie or by what was decided so far."""
    coding, responses = project.coding_of(question), project.responses(question)
    waiting = [key for key in coding.suggested_members.get(group, ()) if not coding.decisions.get(key)]
    if not waiting:
        return {}
    found = dict(better_fits(project, question, model, group))
    if len(model.points) > AT_ONCE or not coding.decisions:
        return found
    learned = _learned(project, question, model)
    if learned is None:
        return found
    for key in waiting:
        row = model.row_of.get(responses[key].normalised)
        if row is None or learned.scores[row] < _BETTER_FROM:
            continue
        best = (*learned.codes, OTHER)[learned.best[row]]
        if best not in PSEUDO_CODES and all(suggestion.group != best for suggestion in coding.suggestions[key]):
            found[key] = Better(best, float(learned.scores[row]))
    return found


def next_item(
    items: Sequence[QueueItem], model: QuestionModel, project: Project, handled: Sequence[ResponseKey]
) -> QueueItem | None:
    """The answer to ask next: one that is uncertain, as are many like it, and that is unlike those decided or handled.

    Answers that the model does not know come last. Measured in docs/decisions/0016.
    """
    if not items:
        return None
    question = items[0].row.key.question
    skipped, responses = set(handled), project.responses(question)
    left = [item for item in items if item.row.keys[0] not in skipped]
    known = [(item, item.place) for item in left if item.place is not None]
    places, first = np.unique(np.array([place for _, place in known], dtype=np.intp), return_index=True)
    doubt = np.array([(1 - item.certainty) * len(item.row.keys) for item, _ in known])[first]
    done = {*project.coding_of(question).decisions, *skipped} & responses.keys()
    decided = {at for key in done if (at := model.row_of.get(responses[key].normalised)) is not None}
    chosen = worth_asking(model.points, places, doubt, decided, 1)
    return known[first[np.searchsorted(places, chosen[0])]][0] if chosen else next(iter(left), None)


def similar(
    items: Iterable[QueueItem], project: Project, model: QuestionModel, decided: ResponseKey, group: str
) -> tuple[QueueItem, ...]:
    """Undecided answers that are like ``decided`` and for which ``group`` is the best suggestion, the likest first."""
    here = model.row_of.get(project.responses(decided.question)[decided].normalised)
    if here is None or group in PSEUDO_CODES:
        return ()
    found = []
    for item in items:
        if item.place is None or not item.choices or item.choices[0].group != group:
            continue
        cosine = round(float(model.points[here] @ model.points[item.place]), 4)
        if cosine >= _ALIKE:
            found.append((-cosine, item.row.key, item))
    return tuple(item for _, _, item in sorted(found, key=lambda one: one[:2]))


def above(items: Iterable[QueueItem], threshold: float) -> tuple[QueueItem, ...]:
    """The answers whose best suggestion is an argument with at least this score, the least certain first."""
    return tuple(
        item
        for item in items
        if item.best is not None and item.best.group not in PSEUDO_CODES and item.certainty >= threshold
    )


def still_open(items: Iterable[QueueItem], project: Project, question: str) -> tuple[QueueItem, ...]:
    """Earlier suggestions as far as they still hold: for answers that are undecided, with groups that still exist."""
    coding, responses = project.coding_of(question), project.responses(question)
    decided = coding.decisions.keys()
    left = [item for item in items if item.row.keys[0] in responses and decided.isdisjoint(item.row.keys)]
    groups = {*PSEUDO_CODES, *(code.id for code in coding.open_codes()), *coding.clusters}
    if groups.issuperset({choice.group for item in left for choice in item.choices}):
        return tuple(left)
    found = []
    for item in left:
        kept = tuple(choice for choice in item.choices if choice.group in groups)
        if len(kept) == len(item.choices):
            found.append(item)
        elif kept:
            found.append(replace(item, choices=kept, certainty=kept[0].score))
    return tuple(found)


def take(project: Project, question: str, row: AnswerRow, group: str, origin: Origin = Origin.HAND) -> Assign:
    """Decide that an answer, with all identical ones, carries ``group``: the words proposed for it, else all of it."""
    spans = {mark.span for mark in row.marks if mark.group == group}
    if len(spans) == 1 and len(row.keys) == 1:
        return Assign(question, row.keys, group, span=spans.pop(), origin=origin)
    return Assign(question, everyone(project, [row]), group, origin=origin)


def take_new(project: Project, question: str, row: AnswerRow, code: str, name: str) -> Together:
    """Make a code called ``name`` and put an answer, with all identical ones, under it, in one step."""
    commands = (NewCode(question, code, name), take(project, question, row, code))
    return Together(question, "assign_new", commands)


@no_search()
def take_all(project: Project, question: str, items: Iterable[QueueItem]) -> AcceptSuggestions | None:
    """Accept the best suggestion of each answer, for all identical ones too, in one step."""
    responses, suggestions = project.responses(question), project.coding_of(question).suggestions
    accepted: list[tuple[ResponseKey, Suggestion]] = []
    for item in items:
        best = item.best
        if best is None:
            continue
        for key in everyone(project, (item.row,)):
            proposed = [one for one in suggestions.get(key, ()) if one.group == best.group]
            if not proposed:
                verbatim = responses[key].verbatim
                whole = Span(len(verbatim) - len(verbatim.lstrip()), len(verbatim.rstrip()))
                proposed = [Suggestion(best.group, whole, best.score)]
            accepted += [(key, suggestion) for suggestion in proposed]
    return AcceptSuggestions(question, tuple(accepted)) if accepted else None


def respondents(items: Iterable[QueueItem]) -> int:
    """How many respondents gave these answers."""
    return len({(key.wave, key.respondent) for item in items for key in item.row.keys})
