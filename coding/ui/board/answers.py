"""The answers of the open group at the right of the review page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from coding.domain.codebook import NO_CODE, OTHER, Cluster, Code
from coding.domain.commands import Command
from coding.domain.project import Project, QuestionCoding
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services import review_actions as actions
from coding.services.board import EVERYTHING, SELECTION, AnswerRow, MarkKind
from coding.services.review_groups import Better, take_all_better
from coding.services.review_queue import better_places
from coding.services.review_search import answers_of, hits, matching
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.board import state as remembered
from coding.ui.board.models import model_if_ready
from coding.ui.board.reading import shown_keys
from coding.ui.board.words import number
from coding.ui.components.dialogs import open_dialog
from coding.ui.components.lists import Act, draw_list
from coding.ui.session import t

PER_PAGE: Final = 50
_ROWS_TOLD: Final = 5
_LABELS: Final = (
    *("every", "every_of", "matching", "target", "words", "list"),
    *("choose", "answer", "same", "also", "better", "empty"),
    *(
        "move",
        "copy",
        "take_out",
        "other",
        "no_code",
        "split_off",
        "segment",
        "segment_only",
        "take_words",
        "forget_words",
    ),
    *("pick_target", "before", "after", "quote", "unquote", "detach", "attach", "chosen", "history"),
)


def show_answers(workspace: Workspace, question: str, group: str) -> None:
    """Draw the answers of ``group``, fifty at a time."""
    project = workspace.project
    now = remembered.state(question)
    rows = rows_of(project, question, group)
    matched = matching(rows, now.query)
    if not matched and rows and now.query:  # the search matched the name of the group alone
        matched = rows
    pages = max(1, -(-len(matched) // PER_PAGE))
    page = min(now.page, pages - 1)
    part = matched[page * PER_PAGE : (page + 1) * PER_PAGE]
    coding = project.coding_of(question)
    better = better_in(workspace, question, group)
    draw_list(
        "answers",
        {
            "group": f"{question}/{group}",
            "rows": [_row(project, coding, row, group, now.query, better.get(row.key)) for row in part],
            "matched": len(matched),
            "page": page,
            "pages": pages,
            "targets": targets(coding, but=group),
            "word_targets": targets(coding),
            "can": _can(coding, group),
            "better": t("board.answers.better_all", count=len(better)) if better else "",
            "labels": _labels(group, page, pages, len(matched), len(rows)),
        },
        key=f"answers_{question}",
        on_act=lambda act: _act(question, group, act),
    )


def rows_of(project: Project, question: str, group: str) -> tuple[AnswerRow, ...]:
    """The answers in a group, or those selected on the map (all as long as none are), of whom is read now."""
    within = shown_keys(project, question)
    rows = _rows_in(project, question, group)
    return rows if within is None else tuple(row for row in rows if not within.isdisjoint(row.keys))


def _rows_in(project: Project, question: str, group: str) -> tuple[AnswerRow, ...]:
    if group != SELECTION:
        return answers_of(project, question, group)
    nothing: tuple[ResponseKey, ...] = ()
    chosen = set(session.recall(f"board.selected.{question}", nothing))
    rows = answers_of(project, question, EVERYTHING)
    return tuple(row for row in rows if chosen.intersection(row.keys)) if chosen else rows


def select(question: str, keys: tuple[ResponseKey, ...]) -> None:
    """Remember the answers that were selected on the map."""
    session.remember(f"board.selected.{question}", keys)
    remembered.change(question, page=0)


def better_in(workspace: Workspace, question: str, group: str) -> Mapping[ResponseKey, Better]:
    """The answers of ``group``, of whom is read now, that fit another group better.

    None as long as the answers are still being compared.
    """
    if workspace.project.coding_of(question).group_name(group) is None:
        return {}
    model = model_if_ready(workspace, question)
    if model is None:
        return {}
    places = better_places(workspace.project, question, model, group)
    within = shown_keys(workspace.project, question)
    return places if within is None else {key: better for key, better in places.items() if key in within}


def targets(coding: QuestionCoding, but: str | None = None) -> list[dict[str, str]]:
    """The groups that answers can go to, by name; Overig and "no argument" last."""
    groups: list[Code | Cluster] = [*coding.open_codes(), *coding.clusters.values()]
    named = [(one.name.casefold(), one.id, one.name) for one in groups if one.id != but]
    found = [{"id": group, "name": name} for _, group, name in sorted(named)]
    pseudo = [{"id": group, "name": t(f"board.pseudo.{group.strip('_')}")} for group in (OTHER, NO_CODE)]
    return found + [one for one in pseudo if one["id"] != but]


def _can(coding: QuestionCoding, group: str) -> dict[str, bool]:
    real = coding.group_name(group) is not None
    return {
        "move": True,
        "copy": group not in (OTHER, NO_CODE),
        "take_out": group not in actions.NOWHERE,
        "other": group != OTHER,
        "no_code": group != NO_CODE,
        "split_off": real,
        "words": True,
        "segment_only": group not in actions.NOWHERE,
        "quote": actions.can_hold_quotes(coding, group),
    }


def _labels(group: str, page: int, pages: int, matched: int, every: int) -> dict[str, str]:
    labels = {name: t(f"board.answers.{name}") for name in _LABELS}
    key = "board.answers.shown" if matched == every else "board.answers.shown_of"
    labels["shown"] = t(key, shown=matched, every=every)
    labels["also"] = t("board.answers.under" if group in actions.NOWHERE else "board.answers.also")
    if group in actions.NOWHERE:  # nothing is taken away elsewhere, so "move" would promise too much
        labels["move"] = t("board.answers.put")
    labels["paging"] = t("board.answers.paging", page=page + 1, pages=pages)
    return labels


def _row(
    project: Project, coding: QuestionCoding, row: AnswerRow, group: str, query: str, better: Better | None
) -> dict[str, Any]:
    decided = any(mark.kind is MarkKind.ASSIGNED and group in (mark.group, EVERYTHING, SELECTION) for mark in row.marks)
    proposed = any(
        mark.kind is MarkKind.SUGGESTED and group in (mark.group, EVERYTHING, SELECTION) for mark in row.marks
    )
    kind = "assigned" if decided else "suggested" if proposed else "open"
    key = "board.answer_state.suggested_score" if kind == "suggested" and row.score is not None else None
    others = dict.fromkeys(mark.group for mark in row.marks if mark.group != group)
    marks: list[list[Any]] = [
        [*mark.span, "segment" if mark.group == group else "other", group_name(coding, mark.group)]
        for mark in row.marks
    ]
    marks += [[*span, "hit", ""] for span in hits(row.verbatim, query)]
    return {
        "id": row_id(row),
        "text": row.verbatim,
        "marks": marks,
        "count": row.count,
        "state": kind,
        "state_text": t(key, score=number(row.score or 0.0)) if key else t(f"board.answer_state.{kind}"),
        "others": [group_name(coding, other) for other in others],
        "facts": facts(project, row),
        "better": None
        if better is None
        else {"id": better.group, "name": group_name(coding, better.group), "score": number(better.score)},
        "quoted": any(quote.response in row.keys for quote in coding.quotes.get(group, ())),
        "detached": row.detached,
    }


def group_name(coding: QuestionCoding, group: str) -> str:
    """The name of a group or pseudo-group on the screen."""
    return coding.group_name(group) or t(f"board.pseudo.{group.strip('_')}")


def facts(project: Project, row: AnswerRow) -> str:
    """The row in the file, the wave when there are several, and the background variables that were chosen.

    Of an answer that several people gave, the rows of all of them, as far as there is room.
    """
    if row.count > 1:
        return " · ".join(_rows_in_files(project, row.keys))
    respondent = project.respondent(row.key)
    shown = remembered.shown_variables()
    variables = [project.variables[name] for name in shown if name in project.variables]
    told = [value for one in variables if (value := "; ".join(one.answers_of(respondent)))]
    if len(project.waves) > 1:
        told.append(project.waves[row.key.wave].name)
    told.append(t("board.answers.row", row=respondent.row))
    return " · ".join(told)


def _rows_in_files(project: Project, keys: Sequence[ResponseKey]) -> Iterator[str]:
    for wave in project.waves_in_order():
        rows = sorted(project.respondent(key).row for key in keys if key.wave == wave.id)
        if not rows:
            continue
        first, more = ", ".join(map(str, rows[:_ROWS_TOLD])), len(rows) - _ROWS_TOLD
        if more > 0:
            told = t("board.answers.rows_more", rows=first, count=more)
        else:
            told = t("board.answers.rows", rows=first) if len(rows) > 1 else t("board.answers.row", row=first)
        yield f"{wave.name}: {told}" if len(project.waves) > 1 else told


def row_id(row: AnswerRow) -> str:
    """The id of an answer on screen."""
    return json.dumps([row.key.wave, row.key.respondent])


def _chosen(project: Project, question: str, group: str, act: Act) -> tuple[AnswerRow, ...]:
    """The answers that an act is about: those named, or all that match the search."""
    rows = rows_of(project, question, group)
    if act.get("all"):
        return matching(rows, remembered.state(question).query) or rows
    wanted = {str(one) for one in act.get("ids", ())}
    return tuple(row for row in rows if row_id(row) in wanted)


def _act(question: str, group: str, act: Act) -> None:
    """Callback: what the person did in the list."""
    workspace = session.workspace()
    if workspace is None:
        return
    if act["do"] == "page":
        remembered.change(question, page=max(0, int(act["to"])))
        return
    if act["do"] == "better_all":
        _take_all_better(workspace, question, group)
        return
    rows = _chosen(workspace.project, question, group, act)
    if not rows:
        session.notify("info", "board.answers.gone")
        return
    if act["do"] in ("split_off", "history"):
        session.remember("board.rows", rows)
        open_dialog(f"board_{act['do']}", group)
        return
    command = _command(workspace.project, question, group, rows, act)
    if command is not None:
        session.dispatch(command)


def _take_all_better(workspace: Workspace, question: str, group: str) -> None:
    command = take_all_better(workspace.project, question, group, better_in(workspace, question, group))
    if command is not None:
        session.dispatch(command)


def _command(project: Project, question: str, group: str, rows: Sequence[AnswerRow], act: Act) -> Command | None:
    target = str(act.get("target") or "")
    match act["do"]:
        case "move" | "better":
            return actions.move(project, question, rows, group, target)
        case "copy":
            return actions.copy(project, question, rows, target, group)
        case "other":
            return actions.move(project, question, rows, group, OTHER)
        case "no_code":
            return actions.move(project, question, rows, group, NO_CODE)
        case "take_out":
            return actions.take_out(project, question, rows, group)
        case "segment" | "segment_only":
            span = Span(*(int(edge) for edge in act["span"]))
            return actions.segment(project, question, rows[0], span, target, act["do"] == "segment_only")
        case "take_words":
            return actions.take_words_out(project, rows[0], Span(*(int(edge) for edge in act["span"])), group)
        case "quote":
            return actions.pick_quote(project, question, rows[0], group)
        case "unquote":
            return actions.drop_quote(project, question, rows[0], group)
        case "detach" | "attach":
            return actions.detach(rows, question, act["do"] == "detach")
        case other:
            raise ValueError(f"The list of answers does not know the act {other!r}.")
