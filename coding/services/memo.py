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

_KEPT: Final = 256
_lock = threading.Lock()
_known: OrderedDict[Hashable, tuple[tuple[object, ...], object]] = OrderedDict()


def per_coding(
    function: Callable[Concatenate[Project, str, Rest], Result],
) -> Callable[Concatenate[Project, str, Rest], Result]:
    """Remember what ``function(project, question, *rest)`` returned; ``rest`` must be hashable.

    The objects that a result came from are kept with it, so that their identity is not given to another object.
    """

    @wraps(function)
    def remembered(project: Project, question: str, *rest: Rest.args, **options: Rest.kwargs) -> Result:
        sources = (project.coding_of(question), project.questions, project.waves, project.batches)
        key = (function, question, rest, tuple(sorted(options.items())), *map(id, sources))
        with _lock:
            if key in _known:
                _known.move_to_end(key)
                return _known[key][1]  # type: ignore[return-value]  # stored under this very function
        result = function(project, question, *rest, **options)
        with _lock:
            _known[key] = (sources, result)
            while len(_known) > _KEPT:
                _known.popitem(last=False)
        return result

    return remembered  # type: ignore[return-value]  # wraps names the first two parameters
