"""What a person does on the review page, in JavaScript: the act, and what is true when its result is on screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_DECIDED: Final = "document.querySelector('.st-key-board_toolbar [data-testid=\"stProgress\"]').innerText"
_GROUPS: Final = "document.querySelector('.tk-groups').innerText"
_ANSWERS: Final = "document.querySelector('.tk-answers').innerText"
_QUEUED: Final = "document.querySelector('.st-key-queue_answer .tk-verbatim').innerText"
_DIALOG: Final = "document.querySelector('[role=\"dialog\"]')"
_NOTE: Final = f"state.decided = {_DECIDED}; state.groups = {_GROUPS}; state.answers = {_ANSWERS};"
_OTHERS_DECIDED: Final = f"{_DECIDED} !== state.decided"
_CHANGED: Final = f"{_OTHERS_DECIDED} && {_ANSWERS} !== state.answers"
_REGROUPED: Final = f"{_DIALOG} === null && {_GROUPS} !== state.groups"


@dataclass(frozen=True)
class Step:
    """One thing a person does: JavaScript that does it, and JavaScript that is true when its result is on screen."""

    name: str
    act: str
    done: str


@dataclass(frozen=True)
class Action:
    """Steps that belong together, done so many times; those that change groups are undone, so that all begin alike."""

    steps: tuple[Step, ...]
    times: int = 20
    undo: bool = False


def _click(key: str) -> str:
    return f"document.querySelector('.st-key-{key} button').click();"


def _step(name: str, act: str, done: str, *, times: int = 20, undo: bool = False) -> Action:
    return Action((Step(name, act, done),), times, undo)


_TICK_TWO: Final = (
    f"{_NOTE} const boxes = [...document.querySelectorAll('.tk-groups input[type=checkbox]')];"
    "boxes.forEach((box) => box.checked && box.click()); boxes.slice(4, 6).forEach((box) => box.click());"
    "document.querySelectorAll('.tk-pane-groups .tk-bar')[1].querySelector('button').click();"
)
GROUPS: Final = (
    _step(
        "open a group",
        "state.row = document.querySelectorAll('.tk-groups .tk-open')[3 + Math.floor(Math.random() * 20)];"
        f"state.answers = {_ANSWERS};"
        "state.id = state.row.dataset.row; state.same = state.row.ariaCurrent === 'true'; state.row.click();",
        "document.querySelector('.tk-groups [aria-current=\"true\"]').dataset.row === state.id && "
        f"(state.same || {_ANSWERS} !== state.answers)",
    ),
    _step(
        "search names and answers",
        "const field = document.querySelector('.tk-bar input[type=search]');"
        f"state.groups = {_GROUPS}; state.search = (state.search ?? 0) + 1;"
        "field.value = ['klacht', 'toon', 'lef', 'taal', 'wethouder'][state.search % 5];"
        "field.dispatchEvent(new Event('input'));",
        f"{_GROUPS} !== state.groups",
    ),
    _step(
        "put an answer under Overig",
        f"{_NOTE} document.querySelector('.tk-answers input[type=checkbox]').click();"
        "document.querySelector('.tk-acts [data-do=other]').click();",
        _CHANGED,
    ),
    _step("undo", f"{_NOTE} {_click('shell_undo')}", _CHANGED),
    _step(
        "sort the groups",
        "const sort = document.querySelectorAll('.tk-bar select')[0];"
        f"state.groups = {_GROUPS};"
        "sort.value = sort.value === 'name' ? 'size' : 'name'; sort.dispatchEvent(new Event('change'));",
        f"{_GROUPS} !== state.groups",
    ),
    Action(
        (
            Step(
                "split: see the parts",
                f"{_NOTE} {_click('board_split_button')}",
                "document.querySelector('[role=\"dialog\"] [class*=st-key-split_name_0] input') !== null",
            ),
            Step("split: do it", _click("dialog_ok"), _REGROUPED),
        ),
        times=10,
        undo=True,
    ),
    Action(
        (
            Step(
                "merge: see the preview",
                _TICK_TWO,
                "document.querySelector('[role=\"dialog\"] .st-key-board_merge_into') !== null",
            ),
            Step("merge: do it", _click("dialog_ok"), _REGROUPED),
        ),
        times=10,
        undo=True,
    ),
    _step("confirm a group", f"{_NOTE} {_click('board_confirm')}", _CHANGED, times=10, undo=True),
)
TAKE: Final = _step(
    "queue: take a suggestion, next answer",
    f"state.decided = {_DECIDED}; state.queued = {_QUEUED}; {_click('queue_take_0')}",
    f"{_OTHERS_DECIDED} && {_QUEUED} !== state.queued",
)


def _back_and_forth(name: str) -> tuple[Step, Step, Step]:
    """Take back what was done last, do it again, and take it back once more."""
    note = f"state.decided = {_DECIDED}; "
    undo = Step(f"{name}: undo", note + _click("shell_undo"), _OTHERS_DECIDED)
    return undo, Step(f"{name}: redo", note + _click("shell_redo"), _OTHERS_DECIDED), undo


FINISH: Final = Action(
    (
        Step(
            "finish the question: see what it comes to",
            _click("board_finish_open"),
            f"{_DIALOG} !== null && {_DIALOG}.querySelector('.st-key-dialog_ok') !== null",
        ),
        Step(
            "finish the question: do it",
            f"state.decided = {_DECIDED}; {_click('dialog_ok')}",
            f"{_DIALOG} === null && {_OTHERS_DECIDED}",
        ),
        *_back_and_forth("finish the question"),
    ),
    times=5,
)
_ACCEPT: Final = "queue: accept all above a score"
ACCEPT: Final = Action(
    (
        Step(_ACCEPT, f"state.decided = {_DECIDED}; {_click('queue_accept_do')}", _OTHERS_DECIDED),
        *_back_and_forth(_ACCEPT),
    ),
    times=8,
)
