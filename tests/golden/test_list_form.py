"""The form of the counted list, as clients know it, and the mistakes of lists made by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coding.analysis.tabulate import tabulate
from coding.domain.answers import normalise
from coding.domain.codebook import OTHER, Quote, QuoteCandidate
from coding.domain.commands import Assign, SetQuotes
from coding.domain.counted_list import ListOptions, RowKind
from coding.domain.errors import CommandRefused
from coding.domain.report import ReportLanguage
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.files.counted_list_markdown import write_markdown
from coding.services.report import ReportSettings, make_report
from tests.projects import BALIE, FELLER, SOCIAL, code_named, example_project, quote, run

EXPECTED = Path(__file__).parent / "expected"
MADE_ON = "2023-10-31"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_looks_as_it_always_did(language: ReportLanguage) -> None:
    """Look at the difference before you accept it: the file is what a client gets."""
    options = ListOptions(threshold=2, non_answers=True, proposed_quotes=True)
    report = make_report(example_project(), ReportSettings(language=language, options=options), MADE_ON)
    made = write_markdown(report).decode("utf-8")
    assert made == (EXPECTED / f"counted_list_{language}.md").read_text(encoding="utf-8")


def test_a_quote_of_another_question_cannot_stand_under_an_argument() -> None:
    project = example_project()
    stray = Quote(ResponseKey("w1", "mist", "r3"), Span(0, 9))
    with pytest.raises(CommandRefused):
        run(project, SetQuotes("merkt", code_named(project, "merkt", SOCIAL), (stray,)))
    candidates = {code_named(project, "merkt", SOCIAL): (QuoteCandidate(stray.response, stray.span, "typical"),)}
    project = run(project, SetQuotes("merkt", code_named(project, "merkt", SOCIAL), ()))
    counted = tabulate(project, "merkt", options=ListOptions(proposed_quotes=True), candidates=candidates)
    assert {line.key.question for line in counted.printed_quotes()} == {"merkt"}


def test_an_answer_is_never_printed_under_an_argument_and_under_overig() -> None:
    project = example_project()
    social, both = code_named(project, "merkt", SOCIAL), ResponseKey("w1", "merkt", "r11")  # stands there quoted
    project = run(project, Assign("merkt", (both,), social), Assign("merkt", (both,), OTHER, span=Span(0, 2)))
    project = run(project, SetQuotes("merkt", OTHER, (quote(project, "merkt", 11, "Je leest"),)))
    for options in (ListOptions(), ListOptions(threshold=3), ListOptions(threshold=4, all_remarks=True)):
        counted = tabulate(project, "merkt", options=options)
        keys = [line.key for line in counted.printed_quotes()]
        words = [normalise(line.text) for line in counted.printed_quotes()]
        assert len(keys) == len(set(keys))
        assert len(words) == len(set(words))


def test_numbers_run_on_without_gaps_and_overig_is_last() -> None:
    for threshold in range(1, 8):
        counted = tabulate(example_project(), "merkt", options=ListOptions(threshold=threshold))
        top = [line.number for line in counted.rows if line.level == 0]
        assert top == [str(at) for at in range(1, len(top) + 1)]
        assert counted.rows[-1].kind is RowKind.OTHER
        assert [line.kind for line in counted.rows].count(RowKind.OTHER) == 1


def test_n_is_the_number_of_answers_that_the_list_is_made_of() -> None:
    project = example_project()
    counted = tabulate(project, "merkt")
    people = {key for line in counted.rows for key in line.members}
    states = counted.ledger[0].counts
    answered = sum(states[state] for state in states if state.value in ("coded", "other", "no_code", "uncoded"))
    assert counted.n == answered >= len(people)
    printed = write_markdown(make_report(project, ReportSettings(), MADE_ON)).decode("utf-8")
    assert re.findall(r"^n = (\d+)$", printed, re.MULTILINE) == ["19", "2"]


def test_every_count_can_be_traced_to_rows_of_the_file() -> None:
    project = example_project()
    for line in tabulate(project, "merkt").rows:
        rows = {project.respondent(key).row for key in line.members}
        assert len(rows) == line.respondent_count
        for key in line.members:
            decided = {assignment.code for assignment in project.coding_of("merkt").decisions[key]}
            under = {c.id for c in project.coding_of("merkt").codes.values() if c.parent == line.code} | {line.code}
            assert decided & under


def test_every_quote_is_an_exact_part_of_its_answer() -> None:
    project = example_project()
    for line in tabulate(project, "merkt", options=ListOptions(all_remarks=True)).printed_quotes():
        verbatim = project.responses("merkt")[line.key].verbatim
        pieces = re.split(r"\(…\)|\[…\]", line.text)
        assert all(piece.strip() in verbatim for piece in pieces)
        assert project.respondent(line.key).row == line.row


def test_a_quote_leaves_with_the_assignment_it_stood_under() -> None:
    project = example_project()
    feller, balie = code_named(project, "merkt", FELLER), code_named(project, "merkt", BALIE)
    project = run(project, Assign("merkt", (ResponseKey("w1", "merkt", "r2"),), balie, source=feller))
    assert 2 not in [line.row for line in tabulate(project, "merkt").printed_quotes()]
