"""Work that makes many objects which all stay, without Python searching for unused ones in between.

Python searches for rings of unused objects after every so many new ones, through all that came since the last search.
Where ten thousand assignments are made at once nothing is unused, and the searches take a third of the time. Nor are
they searched when the work is done: Streamlit has Python search everything after each drawing, while the page is still
on its way to the browser, which took half a second after 20,000 decisions.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from coding.domain.overlapping import while_any

_MANY: Final = 20_000
_unsearched: Final = while_any(gc.disable, gc.enable)


@contextmanager
def no_search() -> Iterator[None]:
    """No search until the block ends, and the last one that overlaps with it. Also a decorator: ``@no_search()``.

    If many objects were made since the last search, they are left out of the next ones until a project is opened.
    """
    with _unsearched():
        try:
            yield
        finally:
            if gc.get_count()[0] >= _MANY:  # here, not after the last block: that may be waiting for a pause
                gc.freeze()
