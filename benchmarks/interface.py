"""How long a person waits in the browser: from the click to the result on screen.

``python -m benchmarks.interface [--answers 2000 20000 --out benchmarks/interface.md]`` makes a project of made-up
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
from dataclasses import replace
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from benchmarks.interface_actions import ACCEPT, FINISH, GROUPS, TAKE, Action
from tests.e2e.conftest import FLAGS, idle, prepare_home, serve, window
from tests.review_projects import review_project

_WORDS: Final = """
gemeente brief telefoon klacht balie toon boos media cijfers feiten afspraak tijd training ruimte lef collega bestuur
wethouder luisteren gesprek dialoog open eerlijk snel traag duidelijk helder taal inwoners vertrouwen
"""
_FIRST_TIME: Final = 1_800_000  # milliseconds: encoding 20,000 answers for the first time takes minutes
_WAIT: Final = """
async ([act, done]) => {
  const state = (window.tkBenchmark ??= {});
  const began = performance.now();
  let before;
  for (let acted = false; !acted;) {
    before = performance.now();
    try { new Function("state", act)(state); acted = true; } catch (missing) {  // drawn anew just now
      if (before - began > 30000) throw missing;
      await new Promise(requestAnimationFrame);
    }
  }
  const ready = new Function("state", "return " + done);
  await new Promise((resolve, reject) => {
    const look = () => {
      if (ready(state)) return resolve();
      if (performance.now() - before > 30000) return reject(new Error("No result: " + done));
      requestAnimationFrame(look);
    };
    look();
  });
  return performance.now() - before;
}
"""


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
def opened(folder: Path, answers: int, codes: int) -> Iterator[Page]:
    """The review page of a project of this size; ``folder`` keeps what the encoder made of it for a next time."""
    home = prepare_home(folder / f"home-{answers}-{codes}")
    project = review_project(home, made_up(answers, codes))
    with sync_playwright() as playwright, serve(home, folder / "server.log") as server:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with window(browser) as page:
            page.set_default_timeout(120_000)
            page.goto(f"{server.url}/board?project={project}")
            page.locator(".tk-groups .tk-open").first.wait_for()
            idle(page)
            yield page
        browser.close()


def timed(page: Page, action: Action) -> list[tuple[str, list[float]]]:
    """Per step of the action its name and milliseconds for each time it was done, shortest first."""
    found: dict[str, list[float]] = {step.name: [] for step in action.steps}
    for _ in range(action.times):
        for step in action.steps:
            found[step.name].append(float(page.evaluate(_WAIT, [step.act, step.done])))
            idle(page)
        if action.undo:
            _undo(page)
    return [(name, sorted(times)) for name, times in found.items()]


def _undo(page: Page) -> None:
    """Take back what was done last."""
    button = page.locator(".st-key-shell_undo button").first  # Streamlit keeps a second one for narrow screens
    told = button.inner_text()
    button.click()
    page.wait_for_function("told => document.querySelector('.st-key-shell_undo button').innerText !== told", arg=told)
    idle(page)


def measure(folder: Path, answers: int, codes: int, times: int) -> list[tuple[str, list[float]]]:
    """Name and milliseconds, shortest first, per step; nothing is done more than ``times`` times."""
    rows: list[tuple[str, list[float]]] = []
    with opened(folder, answers, codes) as page:
        _ready(page)
        for action in GROUPS:
            rows += timed(page, replace(action, times=min(action.times, times)))
            if action.steps[0].name.startswith("search"):
                _end_search(page)
        rows += _finishing(page, min(FINISH.times, times))
        page.get_by_text("Twijfels", exact=True).click()
        page.locator(".st-key-queue_take_0").wait_for()
        idle(page)
        rows += timed(page, replace(TAKE, times=min(TAKE.times, times)))
        if _some_can_be_accepted(page):
            rows += _accepting(page, min(ACCEPT.times, times))
    return rows


def _finishing(page: Page, times: int) -> list[tuple[str, list[float]]]:
    """Finishing the question, with everything that is not decided yet."""
    found: dict[str, list[float]] = {}
    for _ in range(times):
        page.locator("[class*=st-key-board_options] button").first.click()
        page.locator(".st-key-board_finish_open button").wait_for()
        idle(page)
        for name, some in timed(page, replace(FINISH, times=1)):
            found.setdefault(name, []).extend(some)
    return [(name, sorted(some)) for name, some in found.items()]


def _accepting(page: Page, times: int) -> list[tuple[str, list[float]]]:
    """Accepting together, by how many answers that was: more of them as more has been learned."""
    found: dict[tuple[int, str], list[float]] = {}
    for _ in range(times):
        told = page.locator(".st-key-queue_accept_do button").first.inner_text()
        answers = int(next(word for word in told.split() if word.isdigit()))
        for name, some in timed(page, replace(ACCEPT, times=1)):
            found.setdefault((answers, name), []).extend(some)
    return [(f"{name}, {answers:,} answers", sorted(some)) for (answers, name), some in sorted(found.items())]


def _some_can_be_accepted(page: Page) -> bool:
    """Put the bar for accepting together at its lowest; whether any suggestion is above it."""
    page.locator(".st-key-queue_threshold").get_by_role("slider").press("Home")
    idle(page)
    return page.locator(".st-key-queue_accept_do button").first.is_enabled()


def _end_search(page: Page) -> None:
    page.locator(".tk-bar input[type=search]").fill("")
    page.wait_for_function("document.querySelectorAll('.tk-groups .tk-open').length > 10")
    idle(page)
    page.locator(".tk-groups .tk-open").first.click()  # the largest: what follows takes answers out of it
    page.wait_for_function(
        "document.querySelector('.st-key-board_detail input').value === "
        "document.querySelector('.tk-groups .tk-open .tk-name').innerText"
    )
    page.locator(".tk-answers input[type=checkbox]").first.wait_for()
    idle(page)


def _ready(page: Page) -> None:
    """Wait until the answers are encoded, which happens once in the life of a project."""
    page.get_by_text("Twijfels", exact=True).click()
    page.locator(".st-key-queue_take_0").wait_for(timeout=_FIRST_TIME)
    page.get_by_text("Groepen", exact=True).click()
    page.locator(".tk-groups .tk-open").first.wait_for()
    idle(page)


def _line(name: str, times: list[float]) -> str:
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    return f"| {name} | {statistics.median(times):.0f} | {p95:.0f} | {len(times)} |"


def main() -> None:
    """Measure, print, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, nargs="+", default=[2000])
    parser.add_argument("--codes", type=int, default=40)
    parser.add_argument("--times", type=int, default=20, help="do nothing more often than this")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folder", type=Path, help="keep the projects and vectors here, for a next time")
    given = parser.parse_args()
    lines = [
        "# Waiting in the browser",
        "",
        "From the click to the first frame that shows the result, in milliseconds; headless Chromium, 1366×768.",
        f"Load of the machine when it began: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.",
        f"Made by `python -m benchmarks.interface --answers {' '.join(map(str, given.answers))}`.",
    ]
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        for answers in given.answers:
            lines += ["", f"## {answers} answers, {given.codes} codes", ""]
            lines += ["| action | p50 | p95 | times |", "|---|---|---|---|"]
            lines += [_line(name, times) for name, times in measure(folder, answers, given.codes, given.times)]
    text = "\n".join(lines) + "\n"
    print(text)
    if given.out is not None:
        given.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
