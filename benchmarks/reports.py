"""How long a report takes: ``python -m benchmarks.reports [QUESTIONS] [ANSWERS]`` prints seconds per format.

Made-up answers: twenty open questions with two thousand answers each, three background variables and five closed
questions, everything coded, two variables in the banner. The time is that of pressing a button: tabulating and writing.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace

from coding.domain.answers import normalise
from coding.domain.assignments import Assignment, Origin
from coding.domain.codebook import OTHER, Code, Quote
from coding.domain.counted_list import ListOptions
from coding.domain.project import Project, ProjectInfo, QuestionCoding
from coding.domain.report import Show
from coding.domain.report_settings import ReportSettings
from coding.domain.segments import Span
from coding.domain.survey import (
    Batch,
    Intake,
    Question,
    Respondent,
    Response,
    ResponseKey,
    Variable,
    VariableRole,
    Wave,
)
from coding.files.chart_draw import chart_png, chart_svg
from coding.services.export import Format, export
from coding.services.report import make_report

_CODES = 15
_WORDS = ("meer", "tijd", "lef", "ruimte", "geld", "rust", "hulp", "uitleg", "overleg", "de", "in", "van", "en", "met")
_BACKGROUND = {"v1": ("Gemeente", "Zorg", "Ministerie", "Provincie"), "v2": ("jonger", "ouder"), "v3": ("vast", "zzp")}
_CLOSED = ("oneens", "neutraal", "eens", "weet niet")


def made_up_project(questions: int, answers: int) -> Project:
    """A project in which every answer is coded."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    wave = Wave("w1", "2026", "b1", "made_up.csv", "2026-11-22T09:00:00+00:00")
    asked = {f"q{at}": Question(f"q{at}", f"Wat vind je van onderwerp {at}?", f"q{at}") for at in range(questions)}
    closed = {f"c{at}": _CLOSED for at in range(5)}
    roles = {**dict.fromkeys(_BACKGROUND, VariableRole.BACKGROUND), **dict.fromkeys(closed, VariableRole.CLOSED)}
    categories = {**_BACKGROUND, **closed}
    variables = {
        name: Variable(name, f"Vraag {name}", name, role, categories[name], at)
        for at, (name, role) in enumerate(roles.items())
    }
    people = tuple(
        Respondent(f"r{row}", row, {n: chance.choice(c) for n, c in categories.items()}, chance.choice((0.8, 1.0, 1.3)))
        for row in range(1, answers + 1)
    )
    responses, coding = [], {}
    for question in asked:
        made = [_response(question, person.id, chance) for person in people]
        responses += made
        coding[question] = _coded(made, chance)
    batch = Batch("b1", people, tuple(responses))
    return Project("p", ProjectInfo("Meting"), asked, variables, {"w1": wave}, batches={"b1": batch}, coding=coding)


def _response(question: str, person: str, chance: random.Random) -> Response:
    words = " ".join(chance.choices(_WORDS, k=chance.randint(4, 30)))
    return Response(ResponseKey("w1", question, person), words, normalise(words), Intake.ANSWER)


def _coded(responses: list[Response], chance: random.Random) -> QuestionCoding:
    codes = {f"n{at}": Code(f"n{at}", f"Hoofdthema {at}", is_net=True) for at in range(2)}
    for at in range(_CODES):
        parent = f"n{at % 3}" if at % 3 < 2 else None
        codes[f"a{at}"] = Code(f"a{at}", f"Argument {at} over hoe mensen het merken", parent=parent)
    decisions: dict[ResponseKey, tuple[Assignment, ...]] = {}
    quotes: dict[str, list[Quote]] = {}
    for response in responses:
        whole = Span(0, len(response.verbatim))
        names = {f"a{min(int(chance.expovariate(0.25)), _CODES)}" for _ in range(chance.choice((1, 1, 2)))}
        picked = [OTHER if name == f"a{_CODES}" else name for name in names]
        decisions[response.key] = tuple(Assignment(name, whole, "Anna", 1, Origin.HAND) for name in sorted(picked))
        for name in picked:
            if len(quotes.setdefault(name, [])) < 4:
                quotes[name].append(Quote(response.key, whole))
    return QuestionCoding(codes, {}, decisions, quotes={name: tuple(some) for name, some in quotes.items()})


def main(questions: int = 20, answers: int = 2000) -> None:
    """Print seconds per format."""
    project = made_up_project(questions, answers)
    settings = ReportSettings(
        options=ListOptions(threshold=2), show=Show.BOTH, banner=("v1", "v2"), hide_below=3, title="Meting"
    )
    print(f"{questions} questions x {answers} answers, banner of two variables\n")
    print("| format | seconds | of which tabulating | seconds of one core | MB |\n|---|---|---|---|---|")
    for wanted in Format:
        fresh = replace(project, questions=dict(project.questions))  # nothing is remembered of it
        chart_svg.cache_clear()
        chart_png.cache_clear()
        start, core = time.perf_counter(), time.process_time()
        report = make_report(fresh, settings, "2026-11-22")
        tabulated = time.perf_counter() - start
        data = export(report, wanted)
        took, used = time.perf_counter() - start, time.process_time() - core
        print(f"| {wanted.value} | {took:.1f} | {tabulated:.1f} | {used:.1f} | {len(data) / 1e6:.1f} |", flush=True)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
