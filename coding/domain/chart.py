"""What a chart shows: names and numbers of the tabulation, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. ``share``, ``low`` and ``high`` are 0–1 (no interval when ``low`` is None); ``label`` stands behind it.

    ``level`` is 0, or how deep the bar stands under nets.
    """

    name: str
    share: float
    label: str
    low: float | None = None
    high: float | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars under each other. ``told`` is the alternative text, ``note`` says what the shares are of."""

    title: str
    note: str
    told: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar that is divided: a share (0–1) and a label per part, None where nothing may be shown."""

    name: str
    shares: tuple[float | None, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StackedChart:
    """Bars of 100%, each divided in the same ``parts``."""

    title: str
    note: str
    told: str
    parts: tuple[str, ...]
    stacks: tuple[Stack, ...]


@dataclass(frozen=True, slots=True)
class PanelChart:
    """Rows of arguments, which need not add up to 100%, with a narrow panel of bars for each column.

    ``shares`` and ``labels`` are per row, then per column.
    """

    title: str
    note: str
    told: str
    rows: tuple[str, ...]
    levels: tuple[int, ...]
    columns: tuple[str, ...]
    shares: tuple[tuple[float | None, ...], ...]
    labels: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Slope:
    """One line of a slope chart, from one share (0–1) to another; ``marked`` ones stand out."""

    name: str
    first: float
    second: float
    marked: bool


@dataclass(frozen=True, slots=True)
class SlopeChart:
    """Lines between two columns, called ``columns``."""

    title: str
    note: str
    told: str
    columns: tuple[str, str]
    slopes: tuple[Slope, ...]


Chart = BarChart | StackedChart | PanelChart | SlopeChart
