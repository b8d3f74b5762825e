"""The suggest command, with the bundled encoder and made-up answers."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coding.cli.main import main
from coding.cli.suggest import decision_in

ANSWERS = [
    ("A", "meer tijd", "tijd"),
    ("A", "te weinig tijd", "tijd"),
    ("A", "tijd om te luisteren", ""),
    ("A", "Meer tijd!", ""),
    ("A", "hoger salaris", "loon"),
    ("A", "beter salaris", ""),
    ("A", "geen idee", "-"),
    ("A", "weet ik niet", ""),
    ("B", "nobody coded this question", ""),
    ("B", "", ""),
]


@pytest.mark.parametrize(
    ("cell", "decision"),
    [("", None), ("  ", None), ("-", frozenset()), ("a| b ", frozenset({"a", "b"})), ("a|-", frozenset({"a"}))],
)
def test_what_a_cell_of_codes_stands_for(cell: str, decision: frozenset[str] | None) -> None:
    assert decision_in(cell) == decision


@pytest.mark.encoder
def test_suggest_writes_a_line_per_uncoded_answer_and_code(tmp_path: Path) -> None:
    coded, out = tmp_path / "coded.csv", tmp_path / "out.csv"
    with coded.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("question", "answer", "codes"), *ANSWERS])
    arguments = ["suggest", str(coded), "--text", "answer", "--codes", "codes", "--by", "question", "--out", str(out)]
    assert main(arguments) == 0
    with out.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert list(lines[0]) == ["row", "code", "score", "abstained"]
    first: dict[str, dict[str, str]] = {}
    for line in lines:
        first.setdefault(line["row"], line)
    assert list(first) == ["2", "3", "5", "7", "8", "9"]
    assert [first[row]["code"] for row in first] == ["tijd", "tijd", "loon", "-", "-", "-"]
    assert first["3"]["abstained"] == "false"
    assert first["8"]["abstained"] == "true"
    assert all(0 <= float(line["score"]) <= 1 for line in lines)


def test_a_missing_column_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded = tmp_path / "coded.csv"
    coded.write_text("answer,codes\nmeer tijd,tijd\n", encoding="utf-8")
    arguments = ["suggest", str(coded), "--text", "tekst", "--codes", "codes", "--out", str(tmp_path / "out.csv")]
    assert main(arguments) == 1
    assert "'tekst'" in capsys.readouterr().err


def test_a_model_that_is_not_there_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded = tmp_path / "coded.csv"
    coded.write_text("t,c\nmore time,time\nmore courage,courage\ntime please,\n", encoding="utf-8")
    nowhere = str(tmp_path / "no" / "model")
    out = tmp_path / "out.csv"
    assert main(["suggest", str(coded), "--text", "t", "--codes", "c", "--encoder", nowhere, "--out", str(out)]) == 1
    told = capsys.readouterr().err
    assert "was not found" in told
    assert "epo id" not in told, "what the library says is no sentence for a researcher"
    assert "repo_type" not in told
    assert not out.exists()
