"""Versions of a codebook, and a codebook as a file."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.domain.codebook import Code
from coding.domain.commands import DescribeCode, DissolveGroup, NewCode, PutUnder, RenameGroup
from coding.domain.errors import ImportRefused
from coding.services.codebooks import difference, read_codebook, versions, write_codebook
from coding.services.workspace import Workspace
from tests.wave_projects import NEEDED, NOTICE, first_wave


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
    workspace.dispatch(DissolveGroup(NEEDED, second.id))
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


def test_a_codebook_goes_to_another_question_and_back(workspace: Workspace) -> None:
    first, second = codes(workspace, NEEDED)[:2]
    workspace.dispatch(NewCode(NEEDED, "net", "Contact", is_net=True))
    workspace.dispatch(PutUnder(NEEDED, (first.id, second.id), "net"))
    workspace.dispatch(DescribeCode(NEEDED, first.id, description="Uitleg", rules=("wijk*",)))
    file = write_codebook(workspace.project, NEEDED, examples=True)
    assert len(json.loads(file)["codes"][0].get("examples", [])) <= 5
    workspace.dispatch(read_codebook(file, "codebook.json", NOTICE))
    there = {code.name: code for code in workspace.project.coding_of(NOTICE).codes.values()}
    assert there[first.name].description == "Uitleg"
    assert there[first.name].rules == ("wijk*",)
    assert there[first.name].parent == there["Contact"].id
    assert there["Contact"].is_net
    count = len(there)
    workspace.dispatch(read_codebook(file, "codebook.json", NOTICE))
    assert len(workspace.project.coding_of(NOTICE).codes) == count
    workspace.undo()
    assert first.name not in {code.name for code in workspace.project.coding_of(NOTICE).codes.values()}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"format": "tienkeer-codebook-1", "codes": [{}]}',
        b'{"format": "tienkeer-codebook-1", "codes": [{"name": 3}]}',
        b'{"format": "tienkeer-codebook-1", "codes": [{"name": "a", "rules": "b"}]}',
        b'{"format": "x", "codes": []}',
    ],
)
def test_what_is_no_codebook_is_refused(data: bytes) -> None:
    with pytest.raises(ImportRefused, match=r"codebook_file\.unreadable"):
        read_codebook(data, "x.json", NEEDED)


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=5),
        lambda x: (
            st.lists(x) | st.dictionaries(st.sampled_from(["name", "rules", "under", "net", "codes", "format"]), x)
        ),
        max_leaves=8,
    )
)
def test_any_json_is_a_codebook_or_refused(value: object) -> None:
    document = json.dumps({"format": "tienkeer-codebook-1", "codes": [value]}).encode()
    try:
        command = read_codebook(document, "x.json", NEEDED)
    except ImportRefused:
        return
    assert all(code.name.strip() for code in command.codes)
    assert replace(command, codes=()).source == "x.json"
