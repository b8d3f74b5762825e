"""Versions of a codebook."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.domain.codebook import Code
from coding.domain.commands import DescribeCode, DissolveGroups, NewCode, RenameGroup
from coding.services.codebooks import difference, versions
from coding.services.workspace import Workspace
from tests.wave_projects import NEEDED, first_wave


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = first_wave(tmp_path / "p.tienkeer")
    yield opened
    opened.close()


def codes(workspace: Workspace, question: str) -> list[Code]:
    return sorted(workspace.project.coding_of(question).codes.values(), key=lambda code: code.name)


def test_versions_tell_what_became_of_the_codes(workspace: Workspace) -> None:
    before = workspace.project.revision
    first, second, third = codes(workspace, NEEDED)[:3]
    workspace.dispatch(RenameGroup(NEEDED, first.id, "Een andere naam"))
    workspace.dispatch(DissolveGroups(NEEDED, (second.id,)))
    workspace.dispatch(DescribeCode(NEEDED, third.id, description="Wat erbij hoort"))
    workspace.dispatch(NewCode(NEEDED, "nieuw", "Nieuw"))
    found = versions(workspace, NEEDED)
    assert [version.codes for version in found] == [5, 4, 4, 5, 5]
    change = difference(workspace, NEEDED, before, workspace.project.revision)
    assert change.added == ("Nieuw",)
    assert change.gone == (second.name,)
    assert change.renamed == ((first.name, "Een andere naam"),)
    assert change.described == (third.name,)
    assert difference(workspace, NEEDED, before, before).added == ()
