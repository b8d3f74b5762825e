"""Dense groups among answers that fit no known code."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.represent import smoothed

SMALLEST: Final = 3


def new_groups(points: NDArray[np.float32], smallest: int = SMALLEST) -> tuple[tuple[int, ...], ...]:
    """Dense groups of at least ``smallest`` points, largest first; each is a tuple of row indices, ascending.

    ``points``: shape (n, d), in an order that does not depend on the file. Points in no group are left out.
    """
    if len(points) < 2 * smallest:
        return ()
    from sklearn.cluster import HDBSCAN

    labels = HDBSCAN(min_cluster_size=smallest, min_samples=2, allow_single_cluster=False, copy=True).fit_predict(
        smoothed(points)
    )
    found = [tuple(int(i) for i in np.flatnonzero(labels == label)) for label in range(labels.max() + 1)]
    return tuple(sorted(found, key=lambda group: (-len(group), group)))
