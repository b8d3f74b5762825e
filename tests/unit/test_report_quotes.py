"""Quotes that fill up a report: also under arguments that a person made, split off or filled anew."""

from dataclasses import replace

from coding.domain.codebook import QuoteCandidate
from coding.domain.commands import SplitGroup
from coding.domain.counted_list import ListOptions
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun, RunNode
from coding.domain.report_settings import ReportSettings
from coding.domain.segments import Span
from coding.services.report import make_report
from coding.services.report_quotes import quote_candidates
from tests.projects import code_named, coded_project, run

FULL, FAR, MESS, ALONE = "Vol", "Ver", "Poep", "Los"
ANSWERS = (
    ("de container is altijd vol", [FULL]),
    ("containers zijn vol", [FULL]),
    ("volle containers", [FULL]),
    ("de container is te ver weg", [FULL]),
    ("te ver lopen naar de container", [FULL]),
    ("hondenpoep op het gras", [MESS]),
    ("overal hondenpoep", [MESS]),
    ("ratten", [ALONE]),
)


def no_run(run_id: str) -> ProposalRun:
    raise KeyError(run_id)


def quoted(project: Project, found: ProposalRun | None = None) -> dict[str, set[str]]:
    """What is printed under each argument."""
    candidates = quote_candidates(project, no_run if found is None else lambda _: found)
    settings = ReportSettings(options=ListOptions(quotes=4, proposed_quotes=True))
    (section,) = make_report(project, settings, "2026-11-22", candidates).sections
    return {row.name: {quote.text for quote in row.quotes} for row in section.counted.rows}


def test_an_argument_that_a_person_made_is_filled_up_with_its_own_answers() -> None:
    printed = quoted(coded_project(ANSWERS))
    for name in (FULL, MESS, ALONE):
        own = {answer for answer, (code,) in ANSWERS if code == name}
        assert printed[name] <= own
        assert len(printed[name]) == min(4, len(own))


def test_both_parts_of_a_split_are_filled_up() -> None:
    project = coded_project(ANSWERS)
    code = code_named(project, "q", FULL)
    members = project.coding_of("q").assigned_members[code]
    split = run(project, SplitGroup("q", code, (("part", FAR, members[3:]),)))
    printed = quoted(split)
    assert printed[FAR] == {ANSWERS[3][0], ANSWERS[4][0]}
    assert printed[FULL] == {answer for answer, _ in ANSWERS[:3]}


def test_quotes_of_the_run_go_first_as_long_as_they_stand_there() -> None:
    project = coded_project(ANSWERS)
    code = code_named(project, "q", MESS)
    coding = project.coding_of("q")
    first = coding.assigned_members[code][0]
    node = RunNode(None, MESS, quotes=(QuoteCandidate(first, Span(0, 10), "short"),))
    made = ProposalRun("r", "q", "2026-11-22", "bundled", "1", (), (node,), ((0,),), 0)
    codes = {**coding.codes, "r.0": replace(coding.codes[code], id="r.0")}
    moved = {
        key: tuple(one._replace(code="r.0") if one.code == code else one for one in given)
        for key, given in coding.decisions.items()
    }
    del codes[code]
    project = replace(project, coding={"q": replace(coding, codes=codes, decisions=moved)})
    assert quoted(project, made)[MESS] == {"hondenpoep"}
