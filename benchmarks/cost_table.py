"""What was measured of cost, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import log
from typing import NamedTuple


class Cost(NamedTuple):
    """Wall and processor seconds, peak megabytes, and how many groups came of it."""

    seconds: float
    processor: float
    megabytes: float
    groups: int


Costs = Mapping[tuple[str, int], Cost]


def table(warm: Costs, whole: Costs, compared_with: str) -> str:
    """The tables of warm and whole processes, by method and number of answers, and how cost grows.

    ``compared_with``: the method whose time and memory are divided by those of the others.
    """
    parts = ["Vectors at hand, in a warm process:", "", *_rows(warm, compared_with)]
    parts += ["", "The power of the number of answers that cost grows with, from one size to the next:", ""]
    parts += _slopes(warm)
    if whole:
        parts += ["", "The whole process, with imports and encoding:", "", *_rows(whole, compared_with)]
    return "\n".join(parts)


def _rows(costs: Costs, compared_with: str) -> Iterator[str]:
    yield (
        f"| answers | method | seconds | processor seconds | {compared_with} takes, times the seconds "
        f"| times the processor seconds | peak MB | share of {compared_with}'s | groups |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for (method, size), cost in costs.items():
        theirs = costs.get((compared_with, size))
        ratios = ("", "", "")
        if theirs is not None and method != compared_with:
            ratios = (
                f"{theirs.seconds / cost.seconds:.1f}",
                f"{theirs.processor / cost.processor:.1f}",
                f"{cost.megabytes / theirs.megabytes:.2f}",
            )
        yield (
            f"| {size:,} | {method} | {_told(cost.seconds)} | {_told(cost.processor)} | {ratios[0]} | {ratios[1]} "
            f"| {cost.megabytes:,.0f} | {ratios[2]} | {cost.groups} |"
        )


def _told(seconds: float) -> str:
    """Seconds with two figures that say something, or as many as stand before the point."""
    return f"{seconds:.0f}" if seconds >= 10 else f"{seconds:.2g}" if seconds >= 0.1 else f"{seconds:.3f}"


def _slopes(costs: Costs) -> Iterator[str]:
    sizes = sorted({size for _, size in costs})
    steps = list(pairwise(sizes))
    yield "| method | " + " | ".join(f"time, {a:,} to {b:,}" for a, b in steps) + " | peak MB, all sizes |"
    yield "|---" * (len(steps) + 2) + "|"
    for method in dict.fromkeys(method for method, _ in costs):
        grown = [f"{log(costs[method, b].seconds / costs[method, a].seconds) / log(b / a):.2f}" for a, b in steps]
        memory = [f"{costs[method, size].megabytes:,.0f}" for size in sizes]
        yield f"| {method} | {' | '.join([*grown, ', '.join(memory)])} |"
