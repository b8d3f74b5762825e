"""What the queue suggests: worked out at once, or for very many answers in the background while the work goes on.

With more than ``AT_ONCE`` different answers, learning from a decision takes longer than drawing the page may. The page
then goes on with what was suggested before, without what was decided since, and takes the new suggestions over at the
next action: never by itself, so that no key is pressed on a choice that has just changed.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final

from coding.domain.project import Project, QuestionCoding
from coding.services.question_model import QuestionModel
from coding.services.review_queue import AT_ONCE, QueueItem, parts_of_queue, queue, still_open
from coding.ui import resources
from coding.ui.components.background import in_background
from coding.ui.components.drawing import wait_for_a_pause

Items = tuple[QueueItem, ...]


@dataclass
class _Learning:
    """The suggestions that are ready with the coding they are of, and those being worked out."""

    coding: QuestionCoding | None = None
    items: Items = ()
    busy: Future[Items] | None = None
    busy_with: QuestionCoding | None = None


_KEPT: Final = 6
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
        if learning.coding is not wanted and learning.busy is None:
            awaited = learning.coding is None  # there is nothing to show before it is ready
            learning.busy, learning.busy_with = in_background(_learn, project, question, model, awaited), wanted
        first = learning.busy if learning.coding is None else None
    if first is not None:
        first.result()
        with _lock:
            _take_over(learning)
    if learning.coding is wanted:
        return learning.items, True
    return still_open(learning.items, project, question), False


def _learn(project: Project, question: str, model: QuestionModel, awaited: bool) -> Items:
    """The queue; unless it is ``awaited``, part by part whenever somebody is reading."""
    if not awaited:
        for part in parts_of_queue(project, question, model):
            wait_for_a_pause()
            part()
        wait_for_a_pause()
    found = queue(project, question, model)
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
        learning.coding, learning.items = learning.busy_with, done.result()
