"""``report`` and ``export`` on the command line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from coding.cli.export import FORMATS
from coding.cli.main import main
from coding.services.export import Format
from tests.projects import example_project, store_project


@pytest.fixture(scope="module")
def project_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_project(example_project(), tmp_path_factory.mktemp("report") / "studie.tienkeer")


def test_report_prints_the_counted_list(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(project_file), "--question", "merkt", "--threshold", "2"]) == 0
    printed = capsys.readouterr().out
    assert "1. Het contact verandert (8x)\n   - 1.1 Inwoners reageren feller dan vroeger (5x)" in printed
    assert "4. Overig" in printed
    assert "Mis je nog iets" not in printed


def test_report_options_reach_the_list(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--base", "asked", "--quotes", "0", "--non-answers", "--proposals", "--report-language", "en"]
    assert main(["report", str(project_file), *options, "--show", "both", "--title", "Trust", "--wave", "w1"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Trust\n")
    assert "Base: the 22 respondents who were asked the question" in printed
    assert "5. Lastig te zeggen (1x proposed)" in printed
    assert "'Geen idee' (1x)" in printed
    assert ">" not in printed


@pytest.mark.parametrize("name", FORMATS)
def test_export_writes_each_format(project_file: Path, tmp_path: Path, name: str) -> None:
    assert main(["export", str(project_file), "--out", str(tmp_path / f"rapport.{name}")]) == 0
    (out,) = tmp_path.iterdir()
    assert out.stat().st_size > 200
    assert out.name == (f"rapport-{name}.zip" if name in ("png", "svg") else f"rapport.{name}")


def test_charts_go_into_an_archive_that_is_called_one(
    project_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(project_file), "--out", str(tmp_path / "all.charts.PNG")]) == 0
    assert capsys.readouterr().out == "all charts are in all.charts-png.zip\n"
    assert main(["export", str(project_file), "--format", "svg", "--out", str(tmp_path / "own name.zip")]) == 0
    assert capsys.readouterr().out == ""
    for name, suffix in (("all.charts-png.zip", ".png"), ("own name.zip", ".svg")):
        assert {Path(file).suffix for file in zipfile.ZipFile(tmp_path / name).namelist()} == {suffix}


def test_a_wave_is_chosen_by_its_name(project_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for name in ("2023", "w1"):
        assert main(["report", str(project_file), "--wave", name]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]


def test_the_command_line_knows_every_format() -> None:
    assert set(FORMATS) == {wanted.value for wanted in Format}


def test_the_format_can_be_named_apart_from_the_file(project_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "rapport"
    assert main(["export", str(project_file), "--format", "xlsx", "--out", str(out)]) == 0
    assert "Argumenten" in openpyxl.load_workbook(io.BytesIO(out.read_bytes())).sheetnames


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--out", "x.foo"], "cannot make a file of the kind “.foo”"),
        (["--out", "x.csv", "--question", "nope"], "no question “nope”. Choose from: merkt, mist."),
        (["--out", "x.csv", "--wave", "w9"], "no wave 'w9'. Known are: 2023."),
        (["--out", "nowhere/x.csv"], "The file x.csv cannot be written"),
    ],
)
def test_problems_are_told_in_a_sentence(
    project_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", str(project_file), *arguments]) == 1
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_threshold_below_one_is_a_wrong_command_line(project_file: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["report", str(project_file), "--threshold", "0"])
    assert stopped.value.code == 2
