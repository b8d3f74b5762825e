"""``python -m coding propose`` as a user runs it."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from coding.cli.main import main

ANSWERS = [
    ("werk", "Het is hier veel te druk"),
    ("werk", "te druk op de afdeling"),
    ("werk", "Mijn loon is te laag"),
    ("werk", "te weinig loon"),
    ("werk", "weet ik niet"),
    ("werk", ""),
    ("reis", "De trein is te laat"),
    ("reis", "=1+1; trein, te laat"),
]


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("question", "answer"), *ANSWERS])
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.encoder
def test_every_row_has_a_line_and_groups_have_names(survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert main(["propose", str(survey), "--text", "answer", "--by", "question", "--out", str(out)]) == 0
    lines = read(out)
    assert list(lines[0]) == ["row", "group", "label", "segment", "score"]
    assert {int(line["row"]) for line in lines} == set(range(len(ANSWERS)))
    assert [int(line["row"]) for line in lines] == sorted(int(line["row"]) for line in lines)
    for line in lines:
        if line["group"]:
            assert line["label"]
            assert line["segment"] in ANSWERS[int(line["row"])][1]
            assert 0 <= float(line["score"]) <= 1
    assert [line["group"] for line in lines if line["row"] == "5"] == [""]
    assert [line["group"] for line in lines if line["row"] == "4"] == ["-"]


def test_a_missing_column_is_a_sentence_that_names_the_others(
    survey: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["propose", str(survey), "--text", "tekst", "--out", str(tmp_path / "o.csv")]) == 1
    message = capsys.readouterr().err
    assert "'tekst'" in message
    assert "question, answer" in message
    assert not (tmp_path / "o.csv").exists()


def test_a_missing_file_and_a_missing_model_are_sentences(
    survey: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = str(tmp_path / "o.csv")
    assert main(["--language", "nl", "propose", str(tmp_path / "weg.csv"), "--text", "a", "--out", out]) == 1
    assert "weg.csv" in capsys.readouterr().err
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert main(["propose", str(survey), "--text", "answer", "--encoder", "nobody/nowhere", "--out", out]) == 1
    assert "nobody/nowhere" in capsys.readouterr().err


def test_help_teaches_by_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["propose", "--help"])
    assert stopped.value.code == 0
    assert "python -m coding propose answers.csv" in capsys.readouterr().out


@pytest.mark.encoder
def test_proposing_needs_no_network_and_no_torch(survey: Path, tmp_path: Path) -> None:
    script = (
        "import socket, sys\n"
        "def refuse(*args, **kwargs): raise AssertionError('a socket was opened')\n"
        "socket.socket.__init__ = refuse\n"
        "socket.create_connection = socket.getaddrinfo = refuse\n"
        "from coding.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "heavy = {'torch', 'sentence_transformers', 'pandas', 'streamlit'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else code)\n"
    )
    command = [
        sys.executable,
        "-c",
        script,
        "propose",
        str(survey),
        "--text",
        "answer",
        "--out",
        str(tmp_path / "o.csv"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(read(tmp_path / "o.csv")) >= len(ANSWERS)
