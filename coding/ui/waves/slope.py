"""The slope chart: each argument as a line from one wave to the other."""

from __future__ import annotations

from typing import Any, Final

from coding.domain.codebook import OTHER
from coding.files.chart_slope import spread
from coding.services.compare_words import percent
from coding.services.comparison import CodeChange, Comparison

_CLEAR: Final = "#0B5C6B"
_QUIET: Final = "#8A979C"
_INK: Final = "#1D2326"
_ROW: Final = 34  # pixels of height per line
_LABEL: Final = 17  # pixels of height of a label


def slope_chart(found: Comparison) -> Any:
    """A plotly figure: two columns of percentages; demonstrable differences are dark and thick, the rest thin."""
    import plotly.graph_objects as go

    rows = [row for row in found.rows if row.code != OTHER and not row.is_net]
    height = max(320, 90 + _ROW * len(rows))
    top = max((share for row in rows for share in (row.first.share, row.second.share)), default=1.0)
    apart = max(top, 0.05) * _LABEL / (height - 60)
    left = spread([row.first.share for row in rows], apart)
    right = spread([row.second.share for row in rows], apart)
    figure = go.Figure()
    for row, start, end in zip(rows, left, right, strict=True):
        figure.add_scatter(
            x=[0, 1],
            y=[row.first.share, row.second.share],
            mode="lines+markers",
            line={"color": _CLEAR if row.significant else _QUIET, "width": 4 if row.significant else 1.5},
            marker={"size": 8, "symbol": "circle" if row.significant else "circle-open"},
            hovertemplate=f"{_told(row)}<extra></extra>",
            showlegend=False,
        )
        for x, y, at, anchor in ((0, row.first.share, start, "right"), (1, row.second.share, end, "left")):
            label = f"{_safe(row.name)}  {percent(y)}" if anchor == "right" else f"{percent(y)}  {_safe(row.name)}"
            figure.add_annotation(
                x=x, y=at, text=f"<b>{label}</b>" if row.significant else label, showarrow=False, xanchor=anchor,
                xshift=-10 if anchor == "right" else 10,
            )  # fmt: skip
    names = [_safe(found.first.name), _safe(found.second.name)]
    figure.update_layout(
        height=height,
        font={"color": _INK, "size": 13},
        margin={"l": 300, "r": 300, "t": 40, "b": 20},
        plot_bgcolor="white",
        xaxis={
            "tickvals": [0, 1],
            "ticktext": names,
            "side": "top",
            "range": [-0.05, 1.05],
            "fixedrange": True,
            "tickfont": {"color": _INK, "size": 15, "weight": "bold"},
        },
        yaxis={"visible": False, "fixedrange": True},
    )
    return figure


def _told(row: CodeChange) -> str:
    return f"{_safe(row.name)}: {percent(row.first.share)} → {percent(row.second.share)}"


def _safe(name: str) -> str:
    """Plotly reads a little HTML in texts."""
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
