"""A project from a survey file, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.cli.main import main
from coding.store.project_store import ProjectStore

EXAMPLE = Path(__file__).parents[2] / "examples" / "communicatie_2025.csv"


def test_a_project_is_made_from_the_example_with_its_guessed_mapping(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "studie.tienkeer"
    assert main(["new", str(target), "--survey", str(EXAMPLE), "--no-proposals", "--coder", "Anna"]) == 0
    assert "115 respondents, 42 excluded" in capsys.readouterr().out
    with ProjectStore.open(target) as store:
        project = store.load()
    assert project.info.name == "studie"
    assert len(project.questions) == 8
    assert [wave.name for wave in project.waves.values()] == ["2025"]


def test_what_was_read_is_told_in_dutch_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = ["new", str(tmp_path / "studie.tienkeer"), "--survey", str(EXAMPLE), "--no-proposals", "--coder", "Anna"]
    assert main(["--language", "nl", *made]) == 0
    told = capsys.readouterr().out
    assert "communicatie_2025.csv: 115 respondenten, 42 tellen niet mee door het filter" in told
    assert "antwoorden, " in told
    assert "answers" not in told


def test_options_take_the_place_of_guesses(tmp_path: Path) -> None:
    survey = tmp_path / "peiling.csv"
    survey.write_text(
        "nr;telt;mening;soort\n1;ja;meer groen graag;a\n2;nee;minder lawaai;b\n3;ja;;a\n", encoding="utf-8"
    )
    target = tmp_path / "p.tienkeer"
    options = ["--id", "nr", "--open", "mening", "--background", "soort", "--filter", "telt=ja", "--wave", "najaar"]
    assert main(["new", str(target), "--survey", str(survey), "--no-proposals", *options]) == 0
    with ProjectStore.open(target) as store:
        project = store.load()
    (wave,) = project.waves_in_order()
    assert wave.name == "najaar"
    assert [(p.id, p.excluded) for p in project.respondents(wave.id)] == [("1", False), ("2", True), ("3", False)]
    assert list(project.variables) == ["soort"]  # all who count gave the same answer to the filter


@pytest.mark.encoder
def test_proposals_are_made_for_every_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    survey = tmp_path / "wensen.csv"
    answers = [
        "meer tijd",
        "meer lef",
        "meer tijd graag",
        "een training",
        "trainingen volgen",
        "lef",
        "tijd",
        "weet niet",
    ]
    rows = "\n".join(f"{i};{answer}" for i, answer in enumerate(answers, 1))
    survey.write_text(f"id;wat heb je nodig\n{rows}\n", encoding="utf-8")
    target = tmp_path / "w.tienkeer"
    assert main(["new", str(target), "--survey", str(survey), "--open", "wat heb je nodig", "--id", "id"]) == 0
    with ProjectStore.open(target) as store:
        project = store.load()
    (question,) = project.questions
    coding = project.coding_of(question)
    assert len(coding.clusters) >= 2
    assert len(coding.suggestions) == 7
    assert "proposed groups" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--survey", "nergens.csv"], "cannot be opened"),
        (["--survey", str(EXAMPLE), "--filter", "geen teken"], "COLUMN=VALUE"),
        (["--survey", str(EXAMPLE), "--open", "Bestaat niet"], "Bestaat niet"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_left_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["new", str(tmp_path / "p.tienkeer"), *arguments]) == 1
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_existing_project_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "p.tienkeer"
    target.write_bytes(b"already here")
    assert main(["new", str(target), "--survey", str(EXAMPLE)]) == 1
    assert target.read_bytes() == b"already here"
    assert "p.tienkeer" in capsys.readouterr().err


def test_questions_with_several_answers_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    survey = tmp_path / "peiling.csv"
    rows = "\n".join(f"{at};{at % 2};{at % 3 % 2};omdat ik dat {at} keer wil" for at in range(9))
    survey.write_text(f"nr;Nieuws [Krant];Nieuws [Buren];Waarom?\n{rows}\n", encoding="utf-8")
    target = tmp_path / "p.tienkeer"
    assert main(["new", str(target), "--survey", str(survey), "--no-proposals"]) == 0
    assert "several answers: Nieuws (Nieuws [Krant], Nieuws [Buren])" in capsys.readouterr().out
    apart = tmp_path / "apart.tienkeer"
    assert main(["new", str(apart), "--survey", str(survey), "--no-proposals", "--background", "Nieuws [Buren]"]) == 0
    with ProjectStore.open(apart) as store:
        assert [v.label for v in store.load().variables.values()] == ["Nieuws [Buren]"]


def test_a_double_id_is_refused_until_the_rows_are_numbered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    survey = tmp_path / "peiling.csv"
    survey.write_text(
        "nr;Wat vind je?;weegfactor\n1;meer groen graag;1,2\n2;minder lawaai;0,8\n2;veiliger;x\n", encoding="utf-8"
    )
    target = tmp_path / "p.tienkeer"
    arguments = ["new", str(target), "--survey", str(survey), "--no-proposals"]
    assert main(arguments) == 1
    assert "respondent '2' stands twice in 'nr': on row 3 and on row 4" in capsys.readouterr().err
    assert main([*arguments, "--id", "-"]) == 1
    assert "the weight in 'weegfactor' on row 4 is not a positive number: 'x'" in capsys.readouterr().err
    assert not target.exists()
    assert main([*arguments, "--id", "-", "--weight", "-"]) == 0
    with ProjectStore.open(target) as store:
        assert len(store.load().responses("wat-vind-je")) == 3


def test_damaged_letters_are_told_by_both_commands_that_read_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, survey = str(tmp_path / "p.tienkeer"), tmp_path / "peiling_2025.csv"
    head = "nr;Wat kan er beter?\n"
    survey.write_text(head + "1;een cafÃ© erbij\n2;minder lawaai\n3;meer ideeÃ«n\n", encoding="utf-8")
    options = ["--id", "nr", "--open", "Wat kan er beter?", "--no-proposals"]
    assert main(["new", target, "--survey", str(survey), *options]) == 0
    assert "In 2 rows letters look damaged, as in ‘cafÃ©’: row 2, 4." in capsys.readouterr().out
    later = tmp_path / "peiling_2026.csv"
    later.write_text(head + "1;een café erbij\n2;meer ideeÃ«n\n", encoding="utf-8")
    assert main(["--language", "nl", "add-wave", target, "--survey", str(later), "--yes", "--no-proposals"]) == 0
    assert "In één rij zien letters er beschadigd uit, zoals in ‘ideeÃ«n’: rij 3." in capsys.readouterr().out
