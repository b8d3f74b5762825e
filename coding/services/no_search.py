"""Work that makes many objects which all stay, without Python searching for unused ones in between.

Python searches for rings of unused objects after every so many new ones, through all that came since the last search.
Where ten thousand assignments are made at once nothing is unused, and the searches take a third of the time. Nor are
they searched when the work is done: Streamlit has Python search everything after each drawing, while the page is still
on its way to the browser, which took half a second after 20,000 decisions.
"""

from __future__ import annotations

import gc
from typing import Final

from coding.domain.overlapping import while_any

_MANY: Final = 20_000


def _resume() -> None:
    """Search again; if many objects were made since the last search, leave them out until a project is opened."""
    if gc.get_count()[0] >= _MANY:
        gc.freeze()
    gc.enable()


no_search = while_any(gc.disable, _resume)
"""No search until the block ends, and the last one that overlaps with it. Also a decorator: ``@no_search()``."""
