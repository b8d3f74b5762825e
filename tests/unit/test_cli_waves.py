"""add-wave, code, compare and agreement as a user types them."""

from pathlib import Path

import pytest

from coding.cli.main import main
from coding.store.project_store import ProjectStore
from tests.wave_projects import EXAMPLES, NEEDED, NOTICE

SURVEY_2025 = EXAMPLES / "communicatie_2025.csv"
SURVEY_2026 = EXAMPLES / "communicatie_2026.csv"


@pytest.fixture
def project(tmp_path: Path) -> str:
    path = str(tmp_path / "p.tienkeer")
    assert main(["new", path, "--survey", str(SURVEY_2025), "--no-proposals"]) == 0
    coding = str(EXAMPLES / "communicatie_2025_codering.csv")
    assert main(["code", path, "--coding", coding, "--coder", "Anna"]) == 0
    return path


def test_what_is_called_otherwise_must_be_confirmed(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["add-wave", project, "--survey", str(SURVEY_2026), "--no-proposals"]
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert "'Wat heb jij daarvoor nodig?' is taken for" in printed.out
    assert "--yes" in printed.err
    assert main([*arguments, "--yes"]) == 0
    assert main([*arguments, "--yes"]) == 1
    assert "already in the project" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--column", "niets=Gewicht"], "no question or variable 'niets'"),
        (["--column", "zonder"], "'zonder' does not have the form ID=COL"),
        (["--column", f"{NEEDED}=Bestaat niet"], "has no column called 'Bestaat niet'"),
    ],
)
def test_wrong_pairs_are_refused(project: str, more: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add-wave", project, "--survey", str(SURVEY_2026), "--yes", *more]) == 1
    assert told in capsys.readouterr().err


def test_comparing_and_agreeing(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", project]) == 1
    assert main(["agreement", project]) == 1
    assert main(["add-wave", project, "--survey", str(SURVEY_2026), "--yes", "--no-proposals"]) == 0
    second = str(EXAMPLES / "communicatie_2026_codering.csv")
    assert main(["code", project, "--coding", second, "--wave", "2026", "--coder", "Anna"]) == 0
    blind = str(EXAMPLES / "communicatie_2025_codering_tweede.csv")
    assert main(["code", project, "--coding", blind, "--coder", "Bert", "--blind"]) == 0
    capsys.readouterr()
    assert main(["compare", project, "--question", NEEDED, "--report-language", "en"]) == 0
    assert "'Doen wat je belooft' rose from 8% in 2025 to 34% in 2026" in capsys.readouterr().out
    assert main(["compare", project, "--question", NOTICE, "--threads", "--report-language", "en"]) == 0
    assert "Only in 2026: Nepnieuws en nepbeelden door AI (8x)" in capsys.readouterr().out
    assert main(["compare", project, "--question", NOTICE, "--period", "quarter", "--format", "csv"]) == 0
    assert "2026-Q3" in capsys.readouterr().out
    assert main(["compare", project, "--first", "1999"]) == 1
    assert "no wave '1999'" in capsys.readouterr().err
    assert main(["agreement", project, "--disagreements", "--report-language", "en"]) == 0
    assert "Anna and Bert both decided on 63 answers. For 52" in capsys.readouterr().out


@pytest.mark.encoder
def test_answers_join_proposed_groups_where_nothing_was_coded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "p.tienkeer")
    assert main(["new", path, "--survey", str(SURVEY_2025)]) == 0
    with ProjectStore.open(Path(path)) as store:
        before = store.load()
    assert main(["add-wave", path, "--survey", str(SURVEY_2026), "--yes"]) == 0
    assert "in groups there were" in capsys.readouterr().out
    with ProjectStore.open(Path(path)) as store:
        after = store.load()
    earlier = {wave.id for wave in before.waves.values()}
    for question in before.questions:
        old, new = before.coding_of(question), after.coding_of(question)
        kept = {key: made for key, made in new.suggestions.items() if key.wave in earlier and key in old.suggestions}
        assert kept == dict(old.suggestions)
        assert len(new.suggestions) > len(old.suggestions)


def test_a_wave_can_do_without_its_ids_and_weights(project: str) -> None:
    arguments = ["add-wave", project, "--survey", str(SURVEY_2026), "--no-proposals", "--yes"]
    assert main([*arguments, "--id", "-", "--weight", "-"]) == 0
    with ProjectStore.open(Path(project)) as store:
        loaded = store.load()
    people = loaded.respondents(loaded.waves_in_order()[-1].id)
    assert {person.weight for person in people} == {1.0}
    assert not {person.id for person in people} & {p.id for p in loaded.respondents(loaded.waves_in_order()[0].id)}


def test_comparing_before_anything_was_decided_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "p.tienkeer")
    assert main(["new", path, "--survey", str(SURVEY_2025), "--no-proposals"]) == 0
    assert main(["compare", path]) == 1
    assert "nothing to compare yet" in capsys.readouterr().err
