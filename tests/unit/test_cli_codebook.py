"""Codebooks, and REFI-QDA projects, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.cli.main import main
from coding.domain.project import Project
from coding.services.codebook_files import codebook_in, open_codebook
from coding.store.project_store import ProjectStore
from tests.projects import example_project, store_project
from tests.qdpx import QdpxFile


@pytest.fixture
def study(tmp_path: Path) -> str:
    return str(store_project(example_project(), tmp_path / "p.tienkeer"))


def load(path: str) -> Project:
    with ProjectStore.open(Path(path)) as store:
        return store.load()


@pytest.mark.parametrize("name", ["codes.csv", "codes.xlsx"])
def test_a_codebook_goes_from_one_question_to_another(
    study: str, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    assert main(["codebook", study, "--question", "merkt", "--out", str(file)]) == 0
    saved = {code.name for code in codebook_in(open_codebook(file.read_bytes(), name)).codes}
    assert main(["codebook", study, "--question", "mist", "--use", str(file), "--coder", "Bram"]) == 0
    assert "5 codes and 1 nets taken over, 0 known already" in capsys.readouterr().out
    assert {code.name for code in load(study).coding_of("mist").codes.values()} == saved


@pytest.mark.encoder
def test_answers_are_found_for_the_codes(study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("argument;voorbeeld\nMeer over geld;Iets over geld\nDe wethouder;\n", encoding="utf-8")
    assert main(["codebook", study, "--question", "mist", "--use", str(file), "--place"]) == 0
    assert "answers have a suggestion" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "codes.csv"], "Say with --question which question is meant. Choose from: merkt, mist."),
        (["--question", "niets", "--out", "codes.csv"], "has no question “niets”. Choose from: merkt, mist"),
        (["--question", "merkt", "--out", "codes.pdf"], "“pdf”"),
        (["--question", "merkt", "--use", "niets.csv"], "niets.csv"),
    ],
)
def test_what_cannot_be_is_said(
    study: str, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["codebook", study, *arguments]) == 1
    assert told in capsys.readouterr().err


def test_a_project_is_exported_for_other_programs(study: str, tmp_path: Path) -> None:
    out = tmp_path / "studie.qdpx"
    assert main(["export", study, "--out", str(out)]) == 0
    assert len(QdpxFile(out.read_bytes()).coded()) > 20
