"""What the README says can be done as it is written."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from coding.cli.main import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[list[str]]:
    return [shlex.split(line)[3:] for line in README.splitlines() if line.startswith("python -m coding ")]


@pytest.mark.encoder
def test_the_commands_run_as_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One after the other; the walk-through says what they show."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "answers.csv").write_text("question,answer\nq,more time\nq,more time please\nq,courage\n", "utf-8")
    (tmp_path / "coded.csv").write_text(
        "question,answer,codes\nq,more time,time\nq,courage,courage\nq,more time please,\nq,some courage,\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    told: dict[str, str] = {}
    for arguments in commands():
        assert main(arguments) == 0, arguments
        told[arguments[0]] = capsys.readouterr().out
    assert "Wat is er nodig? Ja, namelijk" in told["agreement"]
    assert "'Welk soort contract heb je?' is taken for" in told["add-wave"]
    assert "category 'Organisatie voor zorg of welzijn'" in told["add-wave"]
    assert re.search(r"new\? .*AI", told["add-wave"])
    assert "'Doen wat je belooft' rose from 8% in 2025 to 34% in 2026" in told["compare"]
    for made in ("study.tienkeer", "study.xlsx", "groups.csv", "suggested.csv"):
        assert (tmp_path / made).stat().st_size > 0


def test_every_file_that_the_documents_point_to_is_there() -> None:
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:"):
                assert (document.parent / target).exists(), f"{document.name} points to {target}"


def test_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"make ([a-z][a-z-]*)", README)) - {"tests", "the"}:
        if f"`make {target}" in README or f"\nmake {target}" in README:
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
