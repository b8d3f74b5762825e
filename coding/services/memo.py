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
Kept = TypeVar("Kept")

_QUESTIONS: Final = 64
"""Questions whose results are remembered: all that a report or a screen shows."""
_CODINGS: Final = 3
"""Codings remembered of each: as it is, as another window still shows it, and what an undo brings back."""
_lock = threading.Lock()
_Results = dict[Hashable, object]
_Sources = tuple[object, ...]
_known: OrderedDict[Hashable, OrderedDict[Hashable, tuple[_Sources, _Results]]] = OrderedDict()


def per_coding(
    function: Callable[Concatenate[Project, str, Rest], Result],
) -> Callable[Concatenate[Project, str, Rest], Result]:
    """Remember what ``function(project, question, *rest)`` returned; ``rest`` must be hashable.

    The objects that a result came from are kept with it, so that their identity is not given to another object.
    """

    @wraps(function)
    def remembered(project: Project, question: str, *rest: Rest.args, **options: Rest.kwargs) -> Result:
        call = (function, rest, tuple(sorted(options.items())))
        sources = (project.coding_of(question), project.questions, project.waves, project.batches)
        with _lock:
            results = _results_of(question, sources)
            if call in results:
                return results[call]  # type: ignore[return-value]  # stored under this very function
        result = function(project, question, *rest, **options)
        with _lock:
            results[call] = result
        return result

    return remembered  # type: ignore[return-value]  # wraps names the first two parameters


def _results_of(question: str, sources: _Sources) -> _Results:
    """What is known of one coding; results of a coding that was not asked for lately are forgotten together."""
    codings = _latest(_known, (question, *map(id, sources[1:])), OrderedDict(), _QUESTIONS)
    return _latest(codings, id(sources[0]), (sources, {}), _CODINGS)[1]


def _latest(memory: OrderedDict[Hashable, Kept], place: Hashable, new: Kept, most: int) -> Kept:
    """What stands at ``place``, else ``new``; now the latest of at most ``most``."""
    found = memory.setdefault(place, new)
    memory.move_to_end(place)
    while len(memory) > most:
        memory.popitem(last=False)
    return found
