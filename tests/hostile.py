"""Answers and names that try to break a file, or to run in the program that opens it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from hypothesis import strategies as st

from coding.domain.codebook import OTHER, Quote
from coding.domain.commands import DescribeCode, SetQuotes
from coding.domain.counted_list import ListOptions
from coding.domain.project import Project
from coding.domain.report import Report
from coding.domain.segments import Span
from coding.domain.survey import Question, Variable
from coding.services.report import ReportSettings, make_report
from tests.projects import Person, code_answers, code_named, empty_project, quote, run, with_wave

NASTY: Final = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "+31 6 12345678",
    "- meer tijd\n- meer lef",
    '\'=HYPERLINK("http://x.example","klik")',
    "\t=1+1",
    "<script>alert(1)</script>",
    "<b>vet</b> &amp; &lt; \"aanhaling\" 'enkel'",
    "</w:t></w:r> ]]> <!-- x --> <?xml version='1.0'?>",
    "$x^2$ en \\frac{1}{2} \\\\",
    "**sterren** __streep__ ~~door~~ ==geel== `code` ```blok```",
    "# kop",
    "1. een\n2. twee",
    "> citaat",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[link](http://x.example) ![plaatje](x.png) <http://x.example>",
    "www.voorbeeld.nl en http://x.example/a_b_c en mail@x.example",
    ":smile: :+1: :material/home:",
    "{{ 7*7 }} {0} {name} %s ${HOME}",
    "_x0041_ _x000D_",
    "\x00\x01\x07\x1b[31mrood\x7f\x9f",
    "regel een\r\nregel twee\rregel drie\u2028regel vier\x0bvijf\x0czes\x85zeven",
    "\ud800 los \udfff \ufffe \uffff",
    "👩‍👩‍👧‍👦 🇳🇱 👍🏽 e\u0301 \u202eomgekeerd\u202c \u200fimla",
    "مرحبا بالعالم و שלום עולם",
    "需要更多時間和信任",
    "Hottentottententententoonstellingenmakersopleidingsinstituutsdirecteurskamersleutelbos" * 3,
    "x" * 4000,
    "PAGE \\* MERGEFORMAT { TOC \\o }",
    "“dubbel” ‘enkel’ „laag” «frans»",
    "   spaties   ervoor   en erna   ",
    "\u00a0\u2003vaste\u00a0spatie",
)


def texts() -> st.SearchStrategy[str]:
    """Nasty texts, random ones, and both glued together."""
    random = st.text(st.characters(), min_size=1, max_size=30)
    glued = st.tuples(st.sampled_from(NASTY), random).map("".join)
    return st.one_of(st.sampled_from(NASTY), random, glued).filter(lambda text: text.strip() != "")


def hostile_project(answers: list[str], name: str, asked: str) -> Project:
    """A project in which everything a person can type is hostile; each answer is quoted."""
    question, variable = Question("q", asked, "q"), Variable("v", name, "v", categories=(name,))
    people = [Person({"q": answer}, {"v": name}) for answer in answers]
    project = with_wave(empty_project(name), people, [question], [variable], name=name)
    label = " ".join(name.split()) or "naam"
    groups = [label, *(f"{label} {at}" for at in range(1, len(answers)))]
    project = code_answers(project, "q", [[groups[at // 5]] if at % 5 else ["Overig"] for at in range(len(answers))])
    for code in (OTHER, *(c.id for c in project.coding_of("q").codes.values())):
        rows = [int(key.respondent[1:]) for key in project.coding_of("q").assigned_members.get(code, ())]
        project = run(project, SetQuotes("q", code, tuple(_quote(project, row) for row in rows)))
    if len(answers) > 1:
        code = code_named(project, "q", label)
        project = run(project, DescribeCode("q", code, description=asked, include=name, rules=(name,)))
    return project


def _quote(project: Project, row: int) -> Quote:
    """The whole answer, without the white space around it."""
    whole = quote(project, "q", row)
    verbatim = project.responses("q")[whole.response].verbatim
    start = len(verbatim) - len(verbatim.lstrip())
    return replace(whole, span=Span(start, max(start, len(verbatim.rstrip()))))


def hostile_report(project: Project) -> Report:
    """Its report, with hostile titles."""
    title = project.info.name
    return make_report(
        project, ReportSettings(title=title, subtitle=title, options=ListOptions(quotes=6), banner=("v",)), "2026-11-22"
    )
