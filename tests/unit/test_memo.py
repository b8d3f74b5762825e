"""What is remembered of a coding is worked out once, is never another coding's, and does not pile up."""

from __future__ import annotations

from coding.domain.commands import RenameGroup
from coding.domain.project import Project
from coding.services.memo import _CODINGS, per_coding
from coding.services.review_search import board_of
from tests.projects import run
from tests.review_projects import BOOS, KLACHTEN, proposed_project

calls: list[tuple[int, str]] = []


@per_coding
def names(project: Project, question: str, suffix: str = "") -> tuple[str, ...]:
    """The names of the groups, for the tests."""
    calls.append((project.revision, suffix))
    return tuple(row.name + suffix for row in board_of(project, question).rows)


def test_the_same_coding_is_worked_out_once_per_argument() -> None:
    project = proposed_project()
    calls.clear()
    assert names(project, "q1") is names(project.at_revision(99), "q1")
    assert names(project, "q1", "!") == tuple(f"{name}!" for name in names(project, "q1"))
    assert len(calls) == 2


def test_another_coding_is_worked_out_anew_and_the_latest_few_are_kept() -> None:
    project = proposed_project()
    group = board_of(project, "q1").rows[0].id
    versions = [project, *(run(project, RenameGroup("q1", group, f"naam {at}")) for at in range(_CODINGS))]
    calls.clear()
    found = [names(version, "q1") for version in versions]
    assert [BOOS in found[0], *("naam" in " ".join(one) for one in found[1:])] == [True] * len(versions)
    assert len(set(found)) == len(versions) == len(calls)
    assert names(versions[-1], "q1") is found[-1]
    assert len(calls) == len(versions)
    assert names(versions[0], "q1") == found[0]
    assert len(calls) == len(versions) + 1
    assert KLACHTEN in found[-1]
