"""The list of groups at the left of the review page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from coding.domain.codebook import NO_CODE, OTHER
from coding.domain.commands import DissolveGroups
from coding.domain.project import Project
from coding.services.board import EVERYTHING, UNPLACED, BoardView, GroupRow, GroupState
from coding.services.review_actions import confirm, unconfirmed
from coding.services.review_search import Sort, board_of, hit_counts, hits, shown_groups
from coding.ui import session
from coding.ui.board import state as remembered
from coding.ui.board.reading import shown_keys
from coding.ui.board.words import number, percent
from coding.ui.components.dialogs import open_dialog
from coding.ui.components.lists import Act, draw_list
from coding.ui.session import t

_LONGEST_TYPICAL: Final = 300  # characters: two lines show fewer
_ALL: Final = ""


def show_groups(project: Project, question: str) -> None:
    """Draw the list of groups."""
    view = board_of(project, question)
    now = remembered.state(question)
    within = shown_keys(project, question)
    searching = bool(now.query.strip()) or within is not None
    found = hit_counts(project, question, now.query, within) if searching else None
    rows = shown_groups(view, now.sort, now.filter, found, now.query)
    drawn = [_row(project, row, found, now.query) for row in rows] + _pseudo(view, found, now.query)
    left = len(unconfirmed(project.coding_of(question)))
    draw_list(
        "groups",
        {
            "rows": drawn,
            "all": [row.id for row in view.rows],
            "open": remembered.opened(question, view),
            "query": now.query,
            "sort": now.sort.value,
            "sorts": [{"id": sort.value, "name": t(f"board.sort.{sort.value}")} for sort in Sort],
            "filter": now.filter.value if now.filter else _ALL,
            "filters": [
                {"id": _ALL, "name": t("board.filter.all")},
                *({"id": one.value, "name": t(f"board.filter.{one.value}")} for one in GroupState),
            ],
            "unconfirmed": left,
            "labels": _labels(len(rows), len(view.rows), left),
        },
        key=f"groups_{question}",
        on_act=lambda act: _act(question, act),
    )


def _labels(shown: int, every: int, unconfirmed_groups: int) -> dict[str, str]:
    names = (
        "search",
        "sort",
        "filter",
        "list",
        "merge",
        "confirm",
        "net",
        "dissolve",
        "none",
        "add",
        "choose",
        "alike",
        "empty",
    )
    labels = {name: t(f"board.groups.{name}") for name in names}
    labels["confirm_all"] = t("board.confirm_all", count=unconfirmed_groups)
    labels["confirm_all_help"] = t("board.confirm_all_help")
    labels["chosen"] = t("board.groups.chosen")
    key = "board.groups.shown" if shown == every else "board.groups.shown_of"
    labels["shown"] = t(key, shown=shown, every=every)
    return labels


def _row(project: Project, row: GroupRow, found: Mapping[str, int] | None, query: str) -> dict[str, Any]:
    typical = ""
    if row.typical is not None and row.typical_span is not None and not row.is_net:
        response = project.response(row.typical)
        typical = "" if response is None else row.typical_span.of(response.verbatim)[:_LONGEST_TYPICAL]
    hit = found.get(row.id, 0) if found is not None else 0
    return {
        "id": row.id,
        "name": row.name,
        "name_hits": [list(span) for span in hits(row.name, query)],
        "count": t("board.count", count=row.count),
        "told": _told(row),
        "state": "" if row.is_net else row.state.value,
        "state_text": t(f"board.state.{row.state.value}"),
        "typical": typical,
        "hits": _hits(hit, query),
        "depth": min(row.depth, 3),
        "is_net": row.is_net,
        "colour": row.colour,
        "number": row.number,
        "pseudo": False,
    }


def _hits(count: int, query: str) -> str:
    """How many answers are found in a group: with the words looked for, or of those who are read."""
    return t("board.groups.hits" if query.strip() else "reading.hits", count=count) if count else ""


def _told(row: GroupRow) -> str:
    """Confirmed and proposed respondents apart, and the share of those who answered."""
    parts = [percent(row.share)]
    if row.is_net:
        parts.insert(0, t("board.net"))
    if row.confirmed and row.proposed:
        parts.append(t("board.both", confirmed=row.confirmed, proposed=row.proposed))
    elif row.proposed:
        parts.append(t("board.proposed", count=row.proposed))
    elif row.confirmed:
        parts.append(t("board.confirmed", count=row.confirmed))
    if row.certainty is not None and row.proposed:
        parts.append(t("board.certainty", score=number(row.certainty)))
    if row.solid is False:
        parts.append(t("board.loose"))
    return " · ".join(parts)


def _pseudo(view: BoardView, found: Mapping[str, int] | None, query: str) -> list[dict[str, Any]]:
    """Overig, no argument, what stands nowhere, and all answers; always last."""
    counts = {
        OTHER: view.other,
        NO_CODE: view.no_code,
        UNPLACED: view.unplaced,
        EVERYTHING: view.answered,
    }
    return [
        {
            "id": group,
            "name": t(f"board.pseudo.{group.strip('_')}"),
            "name_hits": [],
            "count": t("board.count", count=count),
            "told": t(f"board.pseudo_told.{group.strip('_')}"),
            "state": "",
            "state_text": "",
            "typical": "",
            "hits": _hits(found.get(group, 0), query) if found else "",
            "depth": 0,
            "is_net": False,
            "colour": "",
            "number": None,
            "pseudo": True,
        }
        for group, count in counts.items()
    ]


def _act(question: str, act: Act) -> None:
    """Callback: what the person did in the list."""
    workspace = session.workspace()
    if workspace is None:
        return
    groups = tuple(str(group) for group in act.get("groups", ()))
    match act.get("do"):
        case "open":
            remembered.change(question, open=str(act["group"]))
        case "search":
            remembered.change(question, query=str(act["text"]))
        case "sort":
            remembered.change(question, sort=Sort(act["by"]))
        case "filter":
            remembered.change(question, filter=GroupState(act["by"]) if act["by"] else None)
        case "new" | "alike" as dialog:
            open_dialog(f"board_{dialog}", question)
        case "merge" | "net" as dialog:
            session.remember("board.chosen", groups)
            open_dialog(f"board_{dialog}", question)
        case "confirm_all":
            command = confirm(workspace.project, question, unconfirmed(workspace.project.coding_of(question)))
            if command is not None:
                session.dispatch(command)
        case "confirm":
            command = confirm(workspace.project, question, groups)
            if command is not None:
                session.dispatch(command)
        case "dissolve":
            session.dispatch(DissolveGroups(question, groups))
        case other:
            raise ValueError(f"The list of groups does not know the act {other!r}.")
