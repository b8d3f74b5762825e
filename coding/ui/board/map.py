"""The map: answers that are alike lie together; what is lassoed can be moved like any other answers."""

from __future__ import annotations

import html
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from coding.domain.codebook import Code
from coding.domain.project import Project
from coding.domain.survey import ResponseKey
from coding.services.board import SELECTION
from coding.services.review_map import MapPoint, draw_map, map_of, places_of
from coding.services.workspace import Workspace
from coding.texts import ui_map
from coding.ui import session
from coding.ui.board.answers import group_name, select, show_answers
from coding.ui.board.codebook import COLOURS
from coding.ui.board.models import model
from coding.ui.board.proposals import current_run, forget_run
from coding.ui.components.progress import StageProgress, stopped
from coding.ui.session import t

_SYMBOLS: Final = ("circle", "square", "diamond", "cross", "x", "triangle-up", "star", "hexagon")
_REST: Final = "#5C6B72"
_EARLIER_MAPS: Final = 5
_STOPPED: Final = "map.stopped"
_BAR: Final = "map.bar."
_LINE: Final = 60  # characters of hover text
_LONGEST: Final = 240


def show_map(workspace: Workspace, question: str) -> None:
    """Draw the map with the list of what was selected beside it."""
    project = workspace.project
    board = project.coding_of(question).board
    if board.run is None:
        st.info(t("map.no_run"), icon=":material/info:")
        return
    run = current_run(workspace, board.run)
    if not run.segments:
        st.info(t("board.no_answers"), icon=":material/info:")
        return
    if not run.points:
        if session.recall(_STOPPED, "") == question:
            _offer()
        else:
            _draw(workspace, question, board.run)
        return
    points = map_of(project, run)
    left, right = st.columns([12, 10], gap="medium")
    with left:
        key = f"map_{question}_{run.id}"
        st.plotly_chart(
            _figure(project, question, points),
            key=key,
            on_select=lambda: _selected(key, question),
            selection_mode=("lasso", "box", "points"),
            config={"displaylogo": False, "scrollZoom": True, **_bar_words()},
        )
    with right:
        st.caption(t("map.help"))
        show_answers(workspace, question, SELECTION)


def _bar_words() -> dict[str, Any]:
    """The buttons above the map in the language of the screen; the chart library looks its own words up in these."""
    words = {key.removeprefix(_BAR): t(key) for key in ui_map.TEXTS if key.startswith(_BAR)}
    return {"locale": session.language(), "locales": {session.language(): {"dictionary": words}}}


def _offer() -> None:
    st.markdown(t("map.why"))
    st.button(
        t("map.draw"),
        key="map_draw",
        type="primary",
        icon=":material/scatter_plot:",
        on_click=session.forget,
        args=(_STOPPED,),
    )


def _draw(workspace: Workspace, question: str, run_id: str) -> None:
    """Draw the map with progress; stopping leaves everything as it was."""
    st.caption(t("map.why"))
    found = model(workspace, question)
    if found is None:
        return
    progress = StageProgress(t("map.busy"), on_stop=partial(_stop, question), key="map_busy")
    project = workspace.project

    def say(stage: str, done: int, total: int) -> None:
        progress(t(f"map.stage.{stage}"), done, total)

    def draw() -> None:
        known = places_of(project, islice(workspace.earlier_runs(question), _EARLIER_MAPS))
        workspace.save_run(draw_map(project, workspace.run(run_id), found, known, say))

    if session.attempt(draw):
        forget_run()
    else:
        session.remember(_STOPPED, question)
    st.rerun()


def _stop(question: str) -> None:
    """Callback: no map now, until it is asked for."""
    session.remember(_STOPPED, question)
    stopped()


def looks(largest: Sequence[str], before: Mapping[str, int]) -> dict[str, int]:
    """Which colour and shape each of the largest groups has, as a number: those drawn before keep theirs.

    Otherwise all would change when two groups change places in size, under the eyes of who just moved an answer.
    """
    kept = {group: before[group] for group in largest if group in before}
    free = iter(sorted(set(range(len(_SYMBOLS))) - set(kept.values())))
    return {group: kept[group] if group in kept else next(free) for group in largest}


def _figure(project: Project, question: str, points: tuple[MapPoint, ...]) -> go.Figure:
    """One trace per large group, told apart by colour and by shape; all smaller groups share one."""
    coding, responses = project.coding_of(question), project.responses(question)
    largest = [g for g, _ in Counter(p.group for p in points if p.group is not None).most_common(len(_SYMBOLS))]
    chosen = looks(largest, session.recall(f"map.looks.{question}", {}))
    session.remember(f"map.looks.{question}", chosen)
    figure = go.Figure()
    for group in (*sorted(chosen, key=chosen.__getitem__), None):
        here = [p for p in points if (p.group == group if group is not None else p.group not in largest)]
        code = coding.codes.get(group or "")
        name = t("map.rest") if group is None else group_name(coding, group)
        figure.add_trace(
            go.Scattergl(
                x=[point.x for point in here],
                y=[point.y for point in here],
                mode="markers",
                name=html.escape(textwrap.shorten(name, 34, placeholder="…")),
                customdata=[[point.response.wave, point.response.respondent] for point in here],
                text=[_hover(point.span.of(responses[point.response].verbatim), name, point) for point in here],
                hovertemplate="%{text}<extra></extra>",
                marker={
                    "size": 8,
                    "symbol": _SYMBOLS[chosen[group]] if group is not None else "circle-open",
                    "color": _colour(code, None if group is None else chosen[group]),
                },
            )
        )
    axis = {"visible": False}
    figure.update_layout(
        dragmode="lasso",
        height=500,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis=axis,
        yaxis={**axis, "scaleanchor": "x"},
        legend={"orientation": "h", "y": -0.02},
        uirevision=question,
    )
    return figure


def _colour(code: Code | None, look: int | None) -> str:
    if look is None:
        return _REST
    return code.colour if code and code.colour else COLOURS[look]


def _hover(words: str, name: str, point: MapPoint) -> str:
    """Exact words as text: the chart would read tags in them."""
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    lines = [html.escape(line) for line in textwrap.wrap(shown, _LINE)]
    label = t("map.nowhere") if point.group is None else name
    return "<br>".join([*lines, f"<i>{html.escape(label)}</i>"])


def _selected(key: str, question: str) -> None:
    """Callback: the answers within the lasso."""
    chosen: dict[str, Any] = session.value(key, {})
    found = [point.get("customdata", []) for point in chosen.get("selection", {}).get("points", [])]
    select(question, tuple(dict.fromkeys(ResponseKey(str(data[0]), question, str(data[1])) for data in found if data)))
