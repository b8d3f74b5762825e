"""The scripts that are double-clicked: what can be checked of them without Windows, and start.sh for real."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BATCH = ROOT / "start-windows.bat"
SHELL = ROOT / "start.sh"


def batch_lines() -> list[str]:
    return BATCH.read_bytes().decode("ascii").split("\r\n")


def test_the_batch_file_is_plain_text_with_windows_line_ends() -> None:
    """Labels are missed in a file with other line ends; letters beyond ASCII depend on the code page."""
    assert not re.search(rb"(?<!\r)\n", BATCH.read_bytes())
    assert batch_lines()[-1] == ""


def test_what_is_said_inside_brackets_has_none() -> None:
    """A closing bracket in a text ends the block that it stands in; "&", "|", "<" and ">" are never just text."""
    for line in batch_lines():
        said = line.strip()
        if said.startswith("echo "):
            assert not set("&|<>%^") & set(said), said
            if line.startswith(" "):
                assert not set("()") & set(said), said


def test_every_place_that_is_gone_to_exists() -> None:
    lines = batch_lines()
    gone_to = set(re.findall(r"goto (\w+)", "\n".join(lines)))
    assert gone_to == {line[1:] for line in lines if line.startswith(":")}


def test_both_scripts_install_from_the_same_place_and_start_the_same_app() -> None:
    for script in (BATCH, SHELL):
        told = script.read_text(encoding="utf-8")
        assert "--no-index --find-links wheels -r requirements.txt" in told
        assert "-m streamlit run app.py" in told
        assert ".requirements-installed" in told


def test_started_without_the_rest_it_says_what_to_do(tmp_path: Path) -> None:
    alone = Path(shutil.copy(SHELL, tmp_path))
    done = subprocess.run(["sh", str(alone)], capture_output=True, text=True, env={"PYTHON": sys.executable})
    assert done.returncode == 1
    assert "Unpack the whole zip file first" in done.stderr
    assert not (tmp_path / ".venv").exists()
