"""What the queue suggests: worked out at once, or for very many answers in the background while the work goes on.

With more than ``AT_ONCE`` different answers, learning from a decision takes longer than drawing the page may. The page
then goes on with what was suggested before, without what was decided since, and takes the new suggestions over at the
next action: never by itself, so that no key is pressed on a choice that has just changed. What was learned from a
decision that has been taken back is not suggested: what was known before that decision is.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Final

from coding.domain.giving_way import give_way, giving_way
from coding.domain.project import Project, QuestionCoding
from coding.services.question_model import QuestionModel
from coding.services.review_queue import AT_ONCE, QueueItem, queue, still_open
from coding.ui import resources
from coding.ui.components.background import in_background
from coding.ui.components.drawing import waiting_for_pauses

Items = tuple[QueueItem, ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    """Suggestions, and the coding they were learned from."""

    coding: QuestionCoding
    items: Items

    def still_true(self, now: QuestionCoding) -> bool:
        """Whether every decision that was learned from still stands."""
        return all(now.decisions.get(key) == given for key, given in self.coding.decisions.items())


@dataclass
class _Learning:
    """The suggestions that are ready, the latest first, and those being worked out."""

    ready: tuple[_Ready, ...] = ()
    busy: Future[Items] | None = None
    busy_with: QuestionCoding | None = None

    def add(self, one: _Ready) -> None:
        """``one`` is the latest."""
        self.ready = (one, *self.ready)[:_READY]


_KEPT: Final = 6
_READY: Final = 4  # of very many answers they take some memory; who undoes more steps at once waits for the learning
_lock = threading.Lock()
_known: OrderedDict[QuestionModel, _Learning] = OrderedDict()


def suggestions(project: Project, question: str, model: QuestionModel) -> tuple[Items, bool]:
    """The queue, and whether it knows the latest decisions already."""
    if len(model.points) <= AT_ONCE:
        return queue(project, question, model), True
    learning = _of(model)
    wanted = project.coding_of(question)
    with _lock:
        _take_over(learning)
        known = _known_of(learning, wanted)
        if known is None and learning.busy is None:
            awaited = not learning.ready  # there is nothing to show before it is ready
            learning.busy, learning.busy_with = in_background(_learn, project, question, model, awaited), wanted
        first = None if learning.ready else learning.busy
    if first is not None:
        first.result()
        with _lock:
            _take_over(learning)
            known = _known_of(learning, wanted)
    if known is not None:
        return known.items, True
    with _lock:
        latest = next((one for one in learning.ready if one.still_true(wanted)), learning.ready[0])
    return still_open(latest.items, project, question), False


def _known_of(learning: _Learning, wanted: QuestionCoding) -> _Ready | None:
    """What was learned from this coding, or from one that was the same, as after an undo."""
    known = next((one for one in learning.ready if one.coding is wanted), None)
    if known is None and (same := next((one for one in learning.ready if one.coding == wanted), None)) is not None:
        known = _Ready(wanted, same.items)
        learning.ready = tuple(known if one is same else one for one in learning.ready)
    return known


def _learn(project: Project, question: str, model: QuestionModel, awaited: bool) -> Items:
    """The queue; unless it is ``awaited``, step by step whenever somebody is reading."""
    with nullcontext() if awaited else giving_way(waiting_for_pauses()):
        give_way()
        found = queue(project, question, model)
        give_way()
        resources.settle_latest()
    return found


def _of(model: QuestionModel) -> _Learning:
    with _lock:
        learning = _known.setdefault(model, _Learning())
        _known.move_to_end(model)
        while len(_known) > _KEPT:
            _known.popitem(last=False)
    return learning


def _take_over(learning: _Learning) -> None:
    if learning.busy is not None and learning.busy.done():
        done, learning.busy = learning.busy, None
        if learning.busy_with is not None:
            learning.add(_Ready(learning.busy_with, done.result()))
