"""Keeps what was worked out from a question's coding for as long as that coding is the same object.

Windows on one project share immutable values, so they share these results too. Projects are immutable: a result is
stale exactly when the coding, the questions, the waves or the imports are other objects.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from coding.domain.project import Project

Rest = ParamSpec("Rest")
Result = TypeVar("Result")

_KEPT: Final = 16
"""Codings whose results are remembered: one per question that is on a screen, and what it was before."""
_lock = threading.Lock()
_known: OrderedDict[tuple[int, ...], tuple[tuple[object, ...], dict[Hashable, object]]] = OrderedDict()


def per_coding(
    function: Callable[Concatenate[Project, str, Rest], Result],
) -> Callable[Concatenate[Project, str, Rest], Result]:
    """Remember what ``function(project, question, *rest)`` returned; ``rest`` must be hashable.

    The objects that a result came from are kept with it, so that their identity is not given to another object.
    """

    @wraps(function)
    def remembered(project: Project, question: str, *rest: Rest.args, **options: Rest.kwargs) -> Result:
        call = (function, question, rest, tuple(sorted(options.items())))
        with _lock:
            results = _results_of((project.coding_of(question), project.questions, project.waves, project.batches))
            if call in results:
                return results[call]  # type: ignore[return-value]  # stored under this very function
        result = function(project, question, *rest, **options)
        with _lock:
            results[call] = result
        return result

    return remembered  # type: ignore[return-value]  # wraps names the first two parameters


def _results_of(sources: tuple[object, ...]) -> dict[Hashable, object]:
    """What is known of one coding; results of a coding that was not asked for lately are forgotten together."""
    place = tuple(map(id, sources))
    if place not in _known:
        _known[place] = (sources, {})
    _known.move_to_end(place)
    while len(_known) > _KEPT:
        _known.popitem(last=False)
    return _known[place][1]
