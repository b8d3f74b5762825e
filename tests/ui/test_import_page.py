from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from streamlit.testing.v1 import AppTest

from coding.domain.project import Project
from coding.services.library import Library
from coding.store.project_store import ProjectStore
from coding.ui import resources
from models import registry
from tests.ui.fakes import QuickEncoder

Open = Callable[..., AppTest]
EXAMPLE = Path(__file__).parents[2] / "examples" / "communicatie_2025.csv"
GATED = "Waaraan merk je dat? Ja, namelijk:"


@pytest.fixture
def project(home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the file of an empty project; language models are quick."""
    monkeypatch.setattr(registry, "load", lambda _: QuickEncoder())
    return resources.project_name(Library(home).create("Proef"))


def stored(home: Path, name: str) -> Project:
    with ProjectStore.open(home / f"{name}.tienkeer") as store:
        return store.load()


def upload(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader(key="import_file").set_value((name, data, "text/csv")).run()
    assert not app.exception
    return app


def keyed(elements: Iterable[Any], ending: str) -> Any:
    return next(each for each in elements if each.key.endswith(ending))


def test_the_mapping_is_filled_in_with_guesses(project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    assert GATED in keyed(app.multiselect, "_questions").value
    assert keyed(app.selectbox, "_respondent").value == "Respondent"
    assert keyed(app.selectbox, "_weight").value == "Gewicht"
    assert keyed(app.selectbox, f"_gate_{GATED}").value.startswith("Merk je")
    assert keyed(app.text_input, "_wave").value == "2025"
    assert not app.button(key="import_read_in").disabled


def test_nothing_is_read_in_before_it_is_asked(home: Path, project: str, open_page: Open) -> None:
    upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    assert not stored(home, project).waves


def test_reading_in_as_guessed(home: Path, project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    app.button(key="import_read_in").click().run()
    assert not app.exception
    assert "115 rijen" in app.success[0].value
    read = stored(home, project)
    assert len(read.questions) == 8
    (wave,) = read.waves.values()
    assert (wave.name, wave.source) == ("2025", EXAMPLE.name)
    gated = next(question for question in read.questions.values() if question.column == GATED)
    assert sum(1 for _ in read.answers(gated.id)) == 58


def test_letters_that_look_damaged_are_told_after_reading_in(project: str, open_page: Open) -> None:
    data = EXAMPLE.read_bytes().replace("één".encode(), "Ã©Ã©n".encode())
    app = upload(open_page("import_file", project), EXAMPLE.name, data)
    app.button(key="import_read_in").click().run()
    assert not app.exception
    (warning,) = app.warning
    assert "zien letters er beschadigd uit, zoals in ‘Ã©Ã©n" in warning.value


def test_what_is_changed_in_the_form_is_read_in(home: Path, project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    keyed(app.multiselect, "_questions").set_value([GATED]).run()
    keyed(app.text_input, f"_text_{GATED}").set_value("Waaraan merk je het?").run()
    keyed(app.text_input, "_wave").set_value("Najaar").run()
    app.button(key="import_read_in").click().run()
    read = stored(home, project)
    assert [question.text for question in read.questions.values()] == ["Waaraan merk je het?"]
    assert [wave.name for wave in read.waves.values()] == ["Najaar"]


def test_the_form_is_kept_while_looking_at_another_page(project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    keyed(app.text_input, "_wave").set_value("Najaar").run()
    app.switch_page("coding/ui/pages/history.py").run()
    app.switch_page("coding/ui/pages/import_file.py").run()
    assert keyed(app.text_input, "_wave").value == "Najaar"


def test_a_column_that_is_used_twice_is_told_at_once(project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    keyed(app.selectbox, "_weight").set_value(GATED).run()
    assert "op twee plekken gekozen" in app.error[0].value
    assert app.button(key="import_read_in").disabled


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("leeg.csv", b"", "leeg"),
        ("kop.csv", b"id;antwoord\n", "kolomnamen"),
        ("dubbel.csv", b"id;wat;wat\n1;meer tijd en rust;x\n2;minder regels;y\n", "wat"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "foto"),
        ("kapot.xlsx", b"PK\x03\x04 niet echt", "kapot"),
    ],
)
def test_a_bad_file_is_refused_in_words(
    home: Path, project: str, open_page: Open, name: str, data: bytes, told: str
) -> None:
    app = upload(open_page("import_file", project), name, data)
    assert len(app.error) == 1
    assert told in app.error[0].value
    assert not stored(home, project).waves
    assert app.file_uploader(key="import_file")


def test_the_same_respondent_twice_is_told_with_its_row(project: str, open_page: Open) -> None:
    rows = [f"{number};ik wil dat het beter gaat met punt {number}" for number in (1, 2, 3, 4, 2)]
    app = upload(open_page("import_file", project), "dubbel.csv", "\n".join(["respondent;waarom", *rows]).encode())
    keyed(app.multiselect, "_questions").set_value(["waarom"])
    keyed(app.multiselect, "_background").set_value([])
    keyed(app.multiselect, "_closed").set_value([])
    keyed(app.selectbox, "_respondent").set_value("respondent").run()
    assert "6" in app.error[0].value
    assert app.button(key="import_read_in").disabled


def test_another_sheet_can_be_chosen(project: str, open_page: Open) -> None:
    book = BytesIO()
    with xlsxwriter.Workbook(book, {"in_memory": True}) as workbook:
        for name, answers in (
            ("Toelichting", ["Dit bestand is gemaakt", "Zie blad 2"]),
            ("Data", ["meer rust", "tijd"]),
        ):
            sheet = workbook.add_worksheet(name)
            sheet.write_column(0, 0, ["nr", *range(1, 3)])
            sheet.write_column(0, 1, [f"Wat mis je op blad {name}?", *answers])
    app = upload(open_page("import_file", project), "boek.xlsx", book.getvalue())
    choice = next(each for each in app.selectbox if str(each.key).startswith("sheet_"))
    choice.set_value("Data").run()
    assert not app.exception
    chosen = next(each for each in app.selectbox if str(each.key).startswith("sheet_"))
    assert chosen.value == "Data"
    assert "Wat mis je op blad Data?" in keyed(app.multiselect, "_questions").options


def test_proposals_are_made_and_the_board_opens(home: Path, project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    keyed(app.multiselect, "_questions").set_value([GATED]).run()
    app.button(key="import_read_in").click().run()
    app.button(key="propose_make").click().run()
    assert not app.exception
    read = stored(home, project)
    (question,) = read.questions
    assert read.coding_of(question).clusters
    assert read.coding_of(question).board.run is not None


def test_reading_in_can_be_undone_from_the_header(home: Path, project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    app.button(key="import_read_in").click().run()
    assert "2025" in app.button(key="shell_undo").label
    app.button(key="shell_undo").click().run()
    assert not app.exception
    assert not stored(home, project).waves
    assert not app.button(key="shell_redo").disabled


def test_a_second_wave_joins_the_questions_that_are_known(home: Path, project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    app.button(key="import_read_in").click().run()
    app.button(key="import_again").click().run()
    second = EXAMPLE.with_name("communicatie_2026.csv")
    upload(app, second.name, second.read_bytes())
    assert "ook eerder gevraagd" in "".join(box.label for box in app.expander)
    app.button(key="import_read_in").click().run()
    assert not app.exception
    read = stored(home, project)
    assert [wave.name for wave in read.waves_in_order()] == ["2025", "2026"]
    assert len(read.questions) == 8


def test_two_columns_cannot_be_the_same_earlier_question(project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), EXAMPLE.name, EXAMPLE.read_bytes())
    app.button(key="import_read_in").click().run()
    app.button(key="import_again").click().run()
    second = EXAMPLE.with_name("communicatie_2026.csv")
    upload(app, second.name, second.read_bytes())
    chosen = keyed(app.selectbox, f"_known_{GATED}").value
    keyed(app.selectbox, "_known_Licht je antwoord toe").set_value(chosen).run()
    assert "dezelfde eerdere vraag" in app.error[0].value
    assert app.button(key="import_read_in").disabled


SEVERAL = """nr;Nieuws [Krant];Nieuws [Buren];Nieuws [Anders];Wat vaker?;Waarom?
r1;1;0;0;"Zorg;Plannen";Ik lees de krant elke ochtend bij de koffie
r2;1;1;0;Zorg;Dat gaat nu eenmaal het snelst bij ons
r3;0;1;1;"Plannen;Zorg";Mijn zus vertelt altijd alles door
r4;0;0;1;Plannen;Op de markt hoor je van alles
"""


def several_now(home: Path, name: str) -> dict[str, tuple[str, ...]]:
    return {v.label: v.categories for v in stored(home, name).variables.values() if v.several}


def test_questions_with_several_answers_are_filled_in_and_told(home: Path, project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), "peiling.csv", SEVERAL.encode())
    assert any("4 respondenten kozen er minstens één: Krant (2x)" in told.value for told in app.caption)
    keyed(app.text_input, "_category_Nieuws [Krant]").set_value("De krant").run()
    keyed(app.text_input, "_several_0_label").set_value("Waar lees je nieuws?").run()
    app.button(key="import_read_in").click().run()
    assert not app.exception
    assert several_now(home, project) == {
        "Waar lees je nieuws?": ("De krant", "Buren", "Anders"),
        "Wat vaker?": ("Plannen", "Zorg"),
    }


def test_columns_of_a_question_can_be_read_apart_after_all(home: Path, project: str, open_page: Open) -> None:
    app = upload(open_page("import_file", project), "peiling.csv", SEVERAL.encode())
    keyed(app.checkbox, "_several_0_together").uncheck().run()
    app.button(key="import_read_in").click().run()
    assert list(several_now(home, project)) == ["Wat vaker?"]
    apart = {v.label: v.role.value for v in stored(home, project).variables.values() if v.label.startswith("Nieuws")}
    assert apart == {"Nieuws [Krant]": "closed", "Nieuws [Buren]": "closed", "Nieuws [Anders]": "closed"}


def test_columns_that_were_not_recognised_can_be_put_together(home: Path, project: str, open_page: Open) -> None:
    data = SEVERAL.replace("Nieuws [Krant]", "Krant").replace("Nieuws [Buren]", "Buren").replace("Nieuws [", "Iets [")
    app = upload(open_page("import_file", project), "peiling.csv", data.encode())
    assert not any(str(box.key).endswith("_several_1_together") for box in app.checkbox)
    keyed(app.multiselect, "_several_new_0").set_value(["Krant", "Buren"]).run()
    keyed(app.text_input, "_added_0_label").set_value("Nieuws").run()
    assert not app.error
    app.button(key="import_read_in").click().run()
    assert several_now(home, project)["Nieuws"] == ("Krant", "Buren")
