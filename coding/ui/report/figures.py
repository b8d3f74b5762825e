"""Charts on the screen: the same numbers, names and colours as in the files, drawn by Plotly."""

from __future__ import annotations

import textwrap
from html import escape
from typing import Any, Final

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from coding.domain.chart import BarChart, Chart, PanelChart, StackedChart
from coding.domain.report import Look
from coding.services.charts import looks_of_parts

_INK: Final = "#1d2326"
_LINE: Final = "#e3e9eb"
_WRAP: Final = 44  # characters of a name on one line
_ROW: Final = 34  # pixels
_PATTERNS: Final = {"": "", "////": "/", "....": ".", "\\\\\\\\": "\\", "xxxx": "x"}


def figure(chart: Chart, look: Look) -> Any:
    """The chart as a Plotly figure, without its title. Raises TypeError for a chart that is drawn elsewhere."""
    if isinstance(chart, BarChart):
        made = _bars(chart, look)
    elif isinstance(chart, StackedChart):
        made = _stacks(chart, look)
    elif isinstance(chart, PanelChart):
        made = _panels(chart, look)
    else:
        raise TypeError(f"No figure is made of a {type(chart).__name__}.")
    made.update_layout(
        font={"color": _INK, "size": 13, "family": "Arial, sans-serif"},
        plot_bgcolor="white",
        paper_bgcolor="white",
        margin={"l": 10, "r": 20, "t": 30, "b": 10},
        dragmode=False,
    )
    return made


def _bars(chart: BarChart, look: Look) -> Any:
    places = list(range(len(chart.bars)))
    intervals = any(bar.low is not None for bar in chart.bars)
    error = {
        "type": "data",
        "symmetric": False,
        "array": [(bar.high if bar.high is not None else bar.share) - bar.share for bar in chart.bars],
        "arrayminus": [bar.share - (bar.low if bar.low is not None else bar.share) for bar in chart.bars],
        "color": _INK,
        "thickness": 1.2,
        "width": 4,
        "visible": intervals,
    }
    made = go.Figure(
        go.Bar(
            x=[bar.share for bar in chart.bars],
            y=places,
            orientation="h",
            error_x=error,
            marker={"color": look.colour, "opacity": [1.0 if bar.level == 0 else 0.55 for bar in chart.bars]},
            customdata=[_safe(bar.label) for bar in chart.bars],
            hovertext=[_safe(bar.name) for bar in chart.bars],
            hovertemplate="%{hovertext}<br>%{customdata}<extra></extra>",
        )
    )
    for place, bar in enumerate(chart.bars):
        x = max(bar.share, bar.high or 0.0)
        made.add_annotation(x=x, y=place, text=f"<b>{_safe(bar.label)}</b>", showarrow=False, xanchor="left", xshift=6)
    names = [f"{'   ' * bar.level}{_wrapped(bar.name)}" for bar in chart.bars]
    reach = max((max(bar.share, bar.high or 0.0) for bar in chart.bars), default=1.0) or 1.0
    made.update_xaxes(range=[0, reach * 1.25], tickformat=".0%", gridcolor=_LINE, fixedrange=True)
    _name_axis(made, names)
    made.update_layout(height=_height(names), bargap=0.45, showlegend=False)
    return made


def _stacks(chart: StackedChart, look: Look) -> Any:
    made = go.Figure()
    names = [_wrapped(stack.name) for stack in chart.stacks]
    for at, (part, (colour, hatch, ink)) in enumerate(
        zip(chart.parts, looks_of_parts(look, len(chart.parts)), strict=True)
    ):
        made.add_bar(
            x=[stack.shares[at] for stack in chart.stacks],
            y=list(range(len(names))),
            orientation="h",
            name=_safe(part),
            text=[_safe(stack.labels[at]) if stack.shares[at] else "" for stack in chart.stacks],
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": ink},
            textangle=0,
            marker={
                "color": colour,
                "line": {"color": "white", "width": 1},
                "pattern": {"shape": _PATTERNS.get(hatch, ""), "fgcolor": ink, "size": 5, "solidity": 0.15},
            },
            hovertemplate=f"{_safe(part)}: %{{text}}<extra></extra>",
        )
    made.update_xaxes(range=[0, 1], visible=False, fixedrange=True)
    _name_axis(made, names)
    made.update_layout(
        barmode="stack",
        height=_height(names) + 40,
        bargap=0.3,
        legend={"orientation": "h", "traceorder": "normal", "y": 1.02, "yanchor": "bottom", "x": 0},
    )
    return made


def _panels(chart: PanelChart, look: Look) -> Any:
    heads = [_safe(column).replace("\n", "<br>") for column in chart.columns]
    made = make_subplots(
        rows=1, cols=max(1, len(heads)), shared_yaxes=True, column_titles=heads, horizontal_spacing=0.02
    )
    names = [f"{'   ' * level}{_wrapped(row)}" for row, level in zip(chart.rows, chart.levels, strict=True)]
    for column in range(len(heads)):
        labels = [_safe(row[column]) for row in chart.labels]
        made.add_bar(
            x=[row[column] for row in chart.shares],
            y=list(range(len(names))),
            orientation="h",
            text=labels,
            textposition="outside",
            cliponaxis=False,
            marker={"color": look.colour, "opacity": 1.0 if column == 0 else 0.6},
            hovertemplate="%{text}<extra></extra>",
            showlegend=False,
            row=1,
            col=column + 1,
        )
        for place, row in enumerate(chart.shares):
            if row[column] is None:
                made.add_annotation(
                    x=0, y=place, text=labels[place], showarrow=False, xanchor="left", row=1, col=column + 1
                )
    made.update_xaxes(range=[0, 1.3], visible=False, fixedrange=True)
    _name_axis(made, names)
    made.update_layout(height=_height(names) + 50, bargap=0.45)
    return made


def _name_axis(made: Any, names: list[str]) -> None:
    made.update_yaxes(autorange="reversed", fixedrange=True, automargin=True)
    made.update_yaxes(tickvals=list(range(len(names))), ticktext=names, selector=0)
    made.update_layout(yaxis={"tickvals": list(range(len(names))), "ticktext": names})


def _height(names: list[str]) -> int:
    return 70 + sum(_ROW + 14 * name.count("<br>") for name in names)


def _wrapped(name: str) -> str:
    """A name on lines; Plotly reads a little HTML, so that signs of HTML in a name are written as such."""
    return "<br>".join(_safe(line) for line in textwrap.wrap(name, _WRAP, max_lines=3, placeholder="…")) or " "


def _safe(words: str) -> str:
    return escape(words, quote=False)
