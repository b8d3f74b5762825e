"""How long a person waits in the browser: from the click to the result on screen.

``python -m benchmarks.interface [--answers 2000 --codes 40 --out benchmarks/interface.md]`` makes a project of made-up
answers, opens it in headless Chromium, and does each action a number of times. Time runs in the page itself, from the
event to the first frame that shows the result.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from tests.e2e.conftest import FLAGS, SCREEN, idle, prepare_home, serve
from tests.review_projects import review_project

_WORDS: Final = """
gemeente brief telefoon klacht balie toon boos media cijfers feiten afspraak tijd training ruimte lef collega bestuur
wethouder luisteren gesprek dialoog open eerlijk snel traag duidelijk helder taal inwoners vertrouwen
"""
_FIRST_TIME: Final = 1_800_000  # milliseconds: encoding 20,000 answers for the first time takes minutes
_WAIT: Final = """
async ([act, done]) => {
  const before = performance.now();
  const state = {};
  new Function("state", act)(state);
  const ready = new Function("state", "return " + done);
  await new Promise((resolve, reject) => {
    const look = () => {
      if (ready(state)) return resolve();
      if (performance.now() - before > 60000) return reject(new Error("No result: " + done));
      requestAnimationFrame(look);
    };
    look();
  });
  return performance.now() - before;
}
"""
_DECIDED: Final = "document.querySelector('.st-key-board_toolbar [data-testid=\"stProgress\"]').innerText"
_CHANGED: Final = f"{_DECIDED} !== state.before && document.querySelector('.tk-answers').innerText !== state.list"
_NOTE: Final = f"state.before = {_DECIDED}; state.list = document.querySelector('.tk-answers')?.innerText;"
_ANSWER: Final = "document.querySelector('.st-key-queue_answer .tk-verbatim').innerText"


@dataclass(frozen=True)
class Action:
    """Something a person does: JavaScript that does it, and JavaScript that is true when its result is on screen."""

    name: str
    act: str
    done: str
    times: int = 20
    then_close: bool = False


def _note(act: str) -> str:
    return f"{_NOTE} {act}"


def _opens(name: str, selector: str) -> Action:
    """A dialog that comes up and is closed again by the next action."""
    return Action(
        name,
        f"document.querySelector('{selector}').click();",
        'document.querySelector(\'[role="dialog"] button[kind="primary"], [role="dialog"] .stContainer, '
        '[role="dialog"] .stAlert, [role="dialog"] .stButton\') !== null',
        times=5,
        then_close=True,
    )


GROUPS: Final = (
    Action(
        "open a group",
        "state.row = document.querySelectorAll('.tk-groups .tk-open')[3 + Math.floor(Math.random() * 20)];"
        "state.list = document.querySelector('.tk-answers').innerText;"
        "state.id = state.row.dataset.row; state.same = state.row.ariaCurrent === 'true'; state.row.click();",
        "document.querySelector('.tk-groups [aria-current=\"true\"]').dataset.row === state.id && "
        "(state.same || document.querySelector('.tk-answers').innerText !== state.list)",
    ),
    Action(
        "search names and answers",
        "const field = document.querySelector('.tk-bar input[type=search]');"
        "state.before = document.querySelector('.tk-groups').innerText;"
        "window.tkSearch = (window.tkSearch ?? 0) + 1;"
        "field.value = ['klacht', 'toon', 'lef', 'taal', 'wethouder'][window.tkSearch % 5];"
        "field.dispatchEvent(new Event('input'));",
        "document.querySelector('.tk-groups').innerText !== state.before",
        times=8,
    ),
    Action(
        "put an answer under Overig",
        _note(
            "document.querySelector('.tk-answers input[type=checkbox]').click();"
            "document.querySelector('.tk-acts [data-do=other]').click();"
        ),
        _CHANGED,
    ),
    Action("undo", _note("document.querySelector('.st-key-shell_undo button').click();"), _CHANGED),
    Action(
        "sort the groups",
        "const sort = document.querySelectorAll('.tk-bar select')[0];"
        "state.before = document.querySelector('.tk-groups').innerText;"
        "sort.value = sort.value === 'name' ? 'size' : 'name'; sort.dispatchEvent(new Event('change'));",
        "document.querySelector('.tk-groups').innerText !== state.before",
    ),
    _opens("split: see the parts", ".st-key-board_split_button button"),
    _opens("merge: see the preview", ".st-key-board_merge_button button"),
    Action(
        "confirm a group", _note("document.querySelector('.st-key-board_confirm button').click();"), _CHANGED, times=1
    ),
)
QUEUE: Final = (
    Action(
        "queue: take a suggestion, next answer",
        f"state.before = {_DECIDED}; state.answer = {_ANSWER};"
        "document.querySelector('.st-key-queue_take_0 button').click();",
        f"{_DECIDED} !== state.before && {_ANSWER} !== state.answer",
    ),
)


def made_up(answers: int, codes: int) -> list[tuple[str, str | None]]:
    """Answers of three to fifteen words, in groups of very different size."""
    draw = random.Random(1)  # noqa: S311 - made-up answers
    every = _WORDS.split()
    names = [f"{every[code % len(every)]} {every[code * 7 % len(every)]} {code}" for code in range(codes)]
    found: list[tuple[str, str | None]] = []
    for _ in range(answers):
        code = min(int(draw.expovariate(1 / (codes / 4))), codes - 1)
        words = [every[code % len(every)], *(draw.choice(every) for _ in range(draw.randint(2, 14)))]
        found.append((" ".join(words), names[code]))
    return found


@contextmanager
def opened(answers: int, codes: int) -> Iterator[Page]:
    """The review page of a project of this size."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = prepare_home(Path(folder) / "home")
        project = review_project(home, made_up(answers, codes))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with serve(home, Path(folder) / "server.log") as server:
            page = browser.new_page(viewport=SCREEN, locale="nl-NL")  # type: ignore[arg-type]
            page.set_default_timeout(120_000)
            page.goto(f"{server.url}/board?project={project}")
            page.locator(".tk-groups .tk-open").first.wait_for()
            idle(page)
            yield page
        browser.close()


def timed(page: Page, action: Action) -> list[float]:
    """Milliseconds for each time the action was done."""
    found = []
    for _ in range(action.times):
        found.append(float(page.evaluate(_WAIT, [action.act, action.done])))
        idle(page)
        if action.then_close:
            page.get_by_role("dialog").get_by_label("Close").click()
            page.wait_for_function("document.querySelector('[role=\"dialog\"]') === null")
            idle(page)
    return sorted(found)


def measure(answers: int, codes: int) -> list[tuple[str, float, float, int]]:
    """Name, p50 and p95 in milliseconds, and number of times, per action."""
    rows: list[tuple[str, list[float]]] = []
    with opened(answers, codes) as page:
        _ready(page)
        for action in GROUPS:
            rows.append((action.name, timed(page, action)))
            if action.name.startswith("search"):
                page.locator(".tk-bar input[type=search]").fill("")
                page.wait_for_function("document.querySelectorAll('.tk-groups .tk-open').length > 10")
                page.locator(".tk-answers input[type=checkbox]").first.wait_for()
                idle(page)
        page.get_by_text("Twijfels", exact=True).click()
        page.locator(".st-key-queue_take_0").wait_for()
        idle(page)
        rows += [(action.name, timed(page, action)) for action in QUEUE]
    return _figures(rows)


def _ready(page: Page) -> None:
    """Wait until the answers are encoded, which happens once in the life of a project."""
    page.get_by_text("Twijfels", exact=True).click()
    page.locator(".st-key-queue_take_0").wait_for(timeout=_FIRST_TIME)
    page.get_by_text("Groepen", exact=True).click()
    page.locator(".tk-groups .tk-open").first.wait_for()
    idle(page)


def _figures(rows: list[tuple[str, list[float]]]) -> list[tuple[str, float, float, int]]:
    return [(name, statistics.median(ms), ms[min(len(ms) - 1, int(len(ms) * 0.95))], len(ms)) for name, ms in rows]


def main() -> None:
    """Measure, print, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, nargs="+", default=[2000])
    parser.add_argument("--codes", type=int, default=40)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    lines = [
        "# Waiting in the browser",
        "",
        "From the click to the first frame that shows the result, in milliseconds; headless Chromium, 1366×768.",
        f"Load of the machine when it began: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.",
        f"Made by `python -m benchmarks.interface --answers {' '.join(map(str, given.answers))}`.",
    ]
    for answers in given.answers:
        lines += [
            "",
            f"## {answers} answers, {given.codes} codes",
            "",
            "| action | p50 | p95 | times |",
            "|---|---|---|---|",
        ]
        lines += [f"| {n} | {p50:.0f} | {p95:.0f} | {k} |" for n, p50, p95, k in measure(answers, given.codes)]
    text = "\n".join(lines) + "\n"
    print(text)
    if given.out is not None:
        given.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
