"""The two coded waves of the example beside each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.analysis.tabulate import per_wave
from coding.domain.codebook import OTHER
from coding.domain.commands import TakeOut
from coding.domain.counted_list import Base, ListOptions, RowKind
from coding.domain.errors import CommandRefused
from coding.domain.project import Project
from coding.domain.survey import Question
from coding.services.compare import by_variable, compare_waves, last_two, over_waves
from coding.services.compare_periods import Period, over_periods, period_name, threads
from coding.services.compare_words import comparison_sentences, comparison_table, joined, series_table, thread_sentences
from coding.services.comparison import CompareOptions, Comparison, Verdict
from coding.services.workspace import Workspace
from tests.projects import Person, code_answers, coded_project, empty_project, with_wave
from tests.wave_projects import KIND, NEEDED, NOTICE, first_wave, second_wave, whole_example

OTHER_KIND = "voor-wat-voor-organisatie-werk-je-anders"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    workspace = whole_example(tmp_path_factory.mktemp("compare") / "p.tienkeer")
    yield workspace.project
    workspace.close()


def compared(project: Project, question: str, **options: object) -> Comparison:
    return compare_waves(project, question, *last_two(project), CompareOptions(**options))  # type: ignore[arg-type]


def verdicts(found: Comparison) -> dict[str, Verdict]:
    return {row.name: row.verdict for row in found.rows if row.verdict is not Verdict.SAME}


@pytest.mark.parametrize("weighted", [False, True])
def test_what_the_example_has_in_store_is_found(project: Project, weighted: bool) -> None:
    assert verdicts(compared(project, NEEDED, weighted=weighted)) == {"Doen wat je belooft": Verdict.ROSE}
    assert verdicts(compared(project, NOTICE, weighted=weighted)) == {
        "Nepnieuws en nepbeelden door AI": Verdict.NEW,
        "Minder mensen doen mee": Verdict.GONE,
    }


@pytest.mark.parametrize("base", list(Base))
@pytest.mark.parametrize("question", [NEEDED, NOTICE])
def test_counts_and_shares_are_those_of_the_counted_list(project: Project, question: str, base: Base) -> None:
    found = compared(project, question, base=base)
    lists = per_wave(project, question, options=ListOptions(base=base))
    for at, counted in enumerate(lists):
        cells = {row.code: (row.first, row.second)[at] for row in found.rows if row.code != OTHER}
        for row in counted.rows:
            if row.kind is RowKind.CODE:
                assert (cells[row.code].count, cells[row.code].base) == (
                    row.respondent_count,
                    counted.base.respondent_count,
                )
                assert cells[row.code].share == pytest.approx(row.share)


def test_people_in_both_waves_are_known(project: Project) -> None:
    found = compared(project, NEEDED)
    first, second = ({r.id for r in project.respondents(w)} for w in last_two(project))
    assert 0 < found.overlap <= len(first & second)
    assert any("beide metingen" in sentence for sentence in comparison_sentences(found, "nl"))


def test_sentences_tell_the_rise_in_both_languages(project: Project) -> None:
    found = compared(project, NEEDED)
    assert comparison_sentences(found, "nl")[0].startswith("'Doen wat je belooft' is gestegen van 8% in 2025 naar 34%")
    assert comparison_sentences(found, "en")[0].startswith("'Doen wat je belooft' rose from 8% in 2025 to 34%")


def test_categories_of_a_variable_add_up_to_the_whole(project: Project) -> None:
    whole = compared(project, NEEDED)
    parts = by_variable(project, NEEDED, *last_two(project), KIND)
    for row in whole.rows:
        found = [one for part in parts.values() for one in part.rows if one.code == row.code]
        assert sum(one.second.count for one in found) == row.second.count


def test_nothing_is_called_gone_before_everything_was_decided(tmp_path: Path) -> None:
    workspace = first_wave(tmp_path / "p.tienkeer")
    second_wave(workspace)
    found = compared(workspace.project, NEEDED)
    assert {row.verdict for row in found.rows} == {Verdict.OPEN}
    assert found.undecided[1] == found.rows[0].second.base
    workspace.close()


def test_periods_and_waves_count_the_same_people(project: Project) -> None:
    by_wave, by_half = over_waves(project, NEEDED), over_periods(project, NEEDED, Period.HALF_YEAR)
    assert by_half.columns == ("2025-H2", "2026-H2")
    assert {row.name: [c.count for c in row.cells] for row in by_half.rows} == {
        row.name: [c.count for c in row.cells] for row in by_wave.rows
    }


def test_threads_tell_what_runs_through_all_sources(project: Project) -> None:
    found = threads(project, NOTICE)
    assert found.channels == ("2025", "2026")
    assert {one.name for one in found.one} == {"Nepnieuws en nepbeelden door AI", "Minder mensen doen mee"}
    assert all(one.found_in == 2 for one in found.everywhere)
    assert any("Alleen in 2026: Nepnieuws" in sentence for sentence in thread_sentences(found, "nl"))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period.WEEK, "2026-W01"),
        (Period.MONTH, "2025-12"),
        (Period.QUARTER, "2025-Q4"),
        (Period.HALF_YEAR, "2025-H2"),
    ],
)
def test_periods_have_names_that_sort(period: Period, expected: str) -> None:
    assert period_name("2025-12-31", period) == expected


def test_one_wave_cannot_be_compared() -> None:
    with pytest.raises(CommandRefused, match=r"compare\.one_wave"):
        last_two(coded_project([("meer tijd", ["tijd"])]))
    with pytest.raises(CommandRefused, match=r"compare\.no_dates"):
        over_periods(empty_project(), "q", Period.MONTH)


def decided_up_to(workspace: Workspace, question: str, left: int) -> Comparison:
    """The example with ``left`` answers of the second wave undecided, compared."""
    project = workspace.project
    last = project.waves_in_order()[-1].id
    decided = [key for key in project.coding_of(question).decisions if key.wave == last][:left]
    for key in decided:
        for given in project.coding_of(question).decisions[key]:
            workspace.dispatch(TakeOut(question, (key,), given.code))
    return compare_waves(workspace.project, question, *last_two(workspace.project))


def test_no_verdict_is_given_as_long_as_much_of_a_wave_is_undecided(tmp_path: Path) -> None:
    workspace = whole_example(tmp_path / "p.tienkeer")
    of = compare_waves(workspace.project, NEEDED, *last_two(workspace.project)).answers[1]
    found = decided_up_to(workspace, NEEDED, of // 10 + 1)
    workspace.close()
    assert not found.settled
    assert {row.verdict for row in found.rows} == {Verdict.OPEN}
    assert not any(row.significant for row in found.rows)
    sentences = comparison_sentences(found, "nl")
    assert sentences[0].startswith("Het is te vroeg")
    assert f"antwoorden van 2026 waarover nog niet is beslist: {of // 10 + 1} van {of}." in sentences[1]
    assert not any("toeval" in sentence or "gestegen van" in sentence for sentence in sentences)
    _, rows = comparison_table(found, "nl")
    assert {row[4:] for row in rows} == {("–", "–", "te vroeg")}


def test_a_few_undecided_answers_leave_the_verdict_and_are_told(tmp_path: Path) -> None:
    workspace = whole_example(tmp_path / "p.tienkeer")
    found = decided_up_to(workspace, NEEDED, 2)
    workspace.close()
    assert found.settled
    assert verdicts(found)["Doen wat je belooft"] is Verdict.ROSE
    assert any("nog niet is beslist: 2 van" in sentence for sentence in comparison_sentences(found, "nl"))


def test_nothing_is_said_to_occur_in_one_source_only_while_others_are_undecided(tmp_path: Path) -> None:
    workspace = first_wave(tmp_path / "p.tienkeer")
    second_wave(workspace)
    found = threads(workspace.project, NOTICE)
    workspace.close()
    assert found.undecided[0] == 0
    assert found.undecided[1] > 0
    sentences = thread_sentences(found, "nl")
    assert sentences == [f"Let op: antwoorden van 2026 waarover nog niet is beslist: {found.undecided[1]}."]


def test_a_handful_of_answers_is_counted_but_not_compared(project: Project) -> None:
    """One answer against four: no percentages, no difference, no verdict."""
    found = compared(project, OTHER_KIND)
    assert found.bases == (4, 1)
    assert found.too_few
    assert {row.verdict for row in found.rows} == {Verdict.FEW}
    head, rows = comparison_table(found, "en")
    assert head[1:3] == ("2025 (n\u00a0=\u00a04)", "2026 (n\u00a0=\u00a01)")
    assert rows == [
        ("Adviesbureau", "1x", "1x", "–", "–", "–", "too few"),
        ("Other", "3x", "0x", "–", "–", "–", "too few"),
    ]
    (told,) = comparison_sentences(found, "en")
    assert told.startswith("Too few answers to compare: 4 in 2025 and 1 in 2026.")


def test_ten_answers_in_both_waves_are_enough(project: Project) -> None:
    waves = last_two(project)
    for part in by_variable(project, NEEDED, *waves, KIND).values():
        assert part.too_few == (min(part.bases) < 10)
        assert ("%" in comparison_table(part, "nl")[1][0][1]) == (part.bases[0] >= 10)
    assert not compared(project, NEEDED).too_few


def test_periods_of_few_answers_have_counts_alone(project: Project) -> None:
    found = over_periods(project, NEEDED, Period.WEEK)
    _, rows = series_table(found, "nl")
    for row, printed in zip(found.rows, rows, strict=True):
        assert ["%" in words for words in printed[1:]] == [cell.base >= 10 for cell in row.cells]
    assert len({cell.base >= 10 for row in found.rows for cell in row.cells}) == 2


def test_names_are_enumerated_as_people_write_them() -> None:
    assert [joined(["a", "b", "c"][:most], "nl") for most in (1, 2, 3)] == ["a", "a en b", "a, b en c"]
    assert joined(["a", "b"], "en") == "a and b"


def test_an_interval_beside_zero_that_is_no_proof_is_explained(project: Project) -> None:
    found = compared(project, "hoe-kan-communicatie-helpen-ja-namelijk", weighted=True)
    (row,) = (row for row in found.rows if row.name == "Het gesprek organiseren")
    assert row.difference.high < 0
    assert row.verdict is Verdict.SAME
    assert any(
        sentence.startswith("Bij 'Het gesprek organiseren' ligt het interval naast 0")
        for sentence in comparison_sentences(found, "nl")
    )
    assert not any("naast 0" in sentence for sentence in comparison_sentences(compared(project, NOTICE), "nl"))


def test_what_is_under_other_may_change_though_no_argument_does() -> None:
    question = Question("q", "Wat heb je nodig?", "q")
    people = [Person({"q": f"antwoord {at}"}) for at in range(40)]
    project = with_wave(empty_project(), people, [question])
    later = [Person({"q": f"antwoord {at}"}) for at in range(40)]
    project = with_wave(project, later, [question], wave="w2", name="2024")
    project = code_answers(project, "q", [["Overig"] if at < 20 else ["-"] for at in range(40)])
    project = code_answers(project, "q", [["-"] if at < 39 else ["Overig"] for at in range(40)], wave="w2")
    found = compared(project, "q")
    assert [row.verdict for row in found.rows if row.code == OTHER] == [Verdict.FELL]
    assert comparison_sentences(found, "nl")[0] == (
        "Geen enkel argument is aantoonbaar gestegen of gedaald. Wat onder Overig staat wel: 50% in 2023, 3% in 2024."
    )
    assert comparison_sentences(found, "en")[0].endswith("What is under Other did: 50% in 2023, 3% in 2024.")
