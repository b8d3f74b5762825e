"""Work that makes many objects which all stay, without Python searching for unused ones in between.

Python searches for rings of unused objects after every so many new ones, through all that came since the last search.
Where ten thousand assignments are made at once nothing is unused, and the searches take a third of the time.
"""

from __future__ import annotations

import gc

from coding.domain.overlapping import while_any

no_search = while_any(gc.disable, gc.enable)
"""No search until the block ends, and the last one that overlaps with it. Also a decorator: ``@no_search()``."""
