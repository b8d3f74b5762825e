"""The pages on waves, the second coder and reading along, without a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coding.domain.assignments import Suggestion
from coding.domain.codebook import Cluster
from coding.domain.commands import SplitGroup
from coding.domain.commands_waves import ProposeWave
from coding.files.read_table import read_table
from coding.services.waves import add_matched_wave, whole_of
from coding.services.waves_match import match_columns
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from coding.ui import preferences, resources
from tests.projects import code_named
from tests.ui.fakes import QuickEncoder
from tests.wave_projects import EXAMPLES, NEEDED, NOTICE, first_wave, second_wave, whole_example

Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_loaded", lambda _: QuickEncoder())


def project_in(home: Path, make: Callable[[Path], Workspace]) -> str:
    make(home / "p.tienkeer").close()
    return "p"


def button(app: AppTest, label: str) -> None:
    next(b for b in app.button if b.label == label).click()
    app.run()


def labels(app: AppTest) -> list[str]:
    return [each.value for each in (*app.markdown, *app.success, *app.subheader, *app.caption)]


def test_a_wave_is_added_and_recognised(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, first_wave))
    data = (EXAMPLES / "communicatie_2026.csv").read_bytes()
    app.file_uploader(key="waves_file").set_value(("communicatie_2026.csv", data, "text/csv")).run()
    asked = [box.label for box in app.selectbox if "Column for" in box.label or "Kolom voor" in box.label]
    assert any("Wat voor contract heb je" in label for label in asked)
    button(app, "Inlezen en herkennen")
    assert not app.exception
    assert any("vragen herkend" in told.replace("\\", "") for told in labels(app))
    assert any(box.label == "Meting" for box in app.selectbox)
    assert not app.exception


def test_a_wave_with_a_double_id_is_refused_until_the_rows_are_numbered(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, first_wave))
    lines = (EXAMPLES / "communicatie_2026.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    again = lines[1].split(";", 1)[0] + ";" + lines[-1].split(";", 1)[1]
    data = "".join([*lines, again]).encode()
    app.file_uploader(key="waves_file").set_value(("nieuw_2026.csv", data, "text/csv")).run()
    button(app, "Inlezen en herkennen")
    assert any("twee keer" in error.value for error in app.error)
    next(box for box in app.selectbox if box.label == "Nummer of code van de respondent").set_value("").run()
    button(app, "Inlezen en herkennen")
    assert not app.exception
    assert any("vragen herkend" in told.replace("\\", "") for told in labels(app))


def test_letters_that_look_damaged_in_a_new_wave_are_told(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, first_wave))
    data = (EXAMPLES / "communicatie_2026.csv").read_bytes().replace("wat cliënten".encode(), "wat cliÃ«nten".encode())
    app.file_uploader(key="waves_file").set_value(("communicatie_2026.csv", data, "text/csv")).run()
    button(app, "Inlezen en herkennen")
    assert not app.exception
    assert any("vragen herkend" in told.replace("\\", "") for told in labels(app))
    (warning,) = app.warning  # still there when the answers have been recognised
    assert "In één rij zien letters er beschadigd uit, zoals in ‘cliÃ«nten’: rij 15" in warning.value


COMPLAINTS = "Klachtnummer;Klacht\n" + "".join(
    f"K{at};{text}\n"
    for at, text in enumerate(["ze doen niet wat ze beloven", "niemand luistert", "kom eens langs"] * 6, 1)
)


def test_a_source_says_which_question_its_answers_belong_to(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, whole_example))
    app.segmented_control(key="waves_part").set_value("add").run()
    app.file_uploader(key="waves_file").set_value(("klachten_2026.csv", COMPLAINTS.encode(), "text/csv")).run()
    assert any("Niet gevonden in dit bestand" in one.label for one in app.expander)
    box = next(box for box in app.selectbox if "De antwoorden in 'Klacht' horen bij" in box.label.replace("\\", ""))
    box.set_value(NEEDED).run()
    assert not [box for box in app.selectbox if "horen bij" in box.label]
    next(field for field in app.text_input if field.label.startswith("Bron")).set_value("Klachten").run()
    button(app, "Inlezen en herkennen")
    assert not app.exception
    assert not app.error
    with ProjectStore.open(home / "p.tienkeer") as store:
        project = store.load()
    wave = project.waves_in_order()[-1]
    assert (wave.name, wave.channel) == ("klachten 2026", "Klachten")
    assert len([key for key in project.responses(NEEDED) if key.wave == wave.id]) == 18


def test_the_same_file_is_refused_in_words(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, first_wave))
    data = (EXAMPLES / "communicatie_2025.csv").read_bytes()
    app.file_uploader(key="waves_file").set_value(("nog eens.csv", data, "text/csv")).run()
    assert any("zit al in het project" in error.value for error in app.error)


def recognised(path: Path) -> Workspace:
    from coding.services.waves import recognise_wave

    workspace = first_wave(path)
    wave = second_wave(workspace)
    command = recognise_wave(workspace.project, NEEDED, wave, QuickEncoder(), made_at="2026-11-01T09:00:00+00:00")
    workspace.dispatch(command)
    return workspace


def test_certain_answers_are_checked_and_the_rest_taken_over(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, recognised))
    app.selectbox(
        key=next(str(b.key) for b in app.selectbox if str(b.key).startswith("waves_choose_question"))
    ).set_value(NEEDED).run()
    before = sum(b.label == "Klopt" for b in app.button)
    assert before > 0
    button(app, "Klopt")
    assert any("0 van 1 fout" in told for told in labels(app))
    next(b for b in app.button if b.key == "waves_accept").click()
    app.run()
    assert not [b for b in app.button if b.label == "Klopt"]
    assert not app.exception


def with_a_new_group(path: Path) -> Workspace:
    workspace = recognised(path)
    project = workspace.project
    wave = project.waves_in_order()[-1].id
    coding = project.coding_of(NEEDED)
    keys = [key for key in coding.suggestions if key.wave == wave][:3]
    cluster = Cluster("nieuw.0", "Iets nieuws")
    made = tuple((key, (Suggestion("nieuw.0", whole_of(project.responses(NEEDED)[key]), 0.5),)) for key in keys)
    workspace.dispatch(ProposeWave(NEEDED, coding.recognised[wave], (cluster,), made))
    return workspace


def test_a_new_group_becomes_an_argument_in_one_step(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, with_a_new_group))
    key = next(str(b.key) for b in app.selectbox if str(b.key).startswith("waves_choose_question"))
    app.selectbox(key=key).set_value(NEEDED).run()
    app.text_input(key="waves_name_nieuw.0").set_value("Meer koffie").run()
    button(app, "Maak er een argument van")
    assert any("3 van de 50" in bar.proto.text for bar in app.get("progress"))
    next(b for b in app.button if b.key == "shell_undo").click()
    app.run()
    assert any("0 van de 50" in bar.proto.text for bar in app.get("progress"))
    assert app.text_input(key="waves_name_nieuw.0").value == "Iets nieuws"


def test_waves_are_compared(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, whole_example))
    app.segmented_control(key="waves_part").set_value("compare").run()
    app.selectbox(key="compare_question").set_value(NEEDED).run()
    assert not app.exception
    assert any("'Doen wat je belooft' is gestegen" in told.replace("\\", "") for told in labels(app))


def test_that_a_comparison_comes_too_early_is_told_once_and_above_the_table(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, recognised))
    app.segmented_control(key="waves_part").set_value("compare").run()
    app.selectbox(key="compare_question").set_value(NEEDED).run()
    assert not app.exception
    assert [told.value for told in app.info if told.value.startswith("Het is te vroeg")]
    assert not [told for told in labels(app) if "te vroeg om te zeggen" in told]


def test_coders_are_compared_and_decide_together(home: Path, open_page: Open) -> None:
    app = open_page("second_coder", project_in(home, whole_example))
    assert any("11" in told and "Verschillen" in told for told in labels(app))
    button(app, "Leg vast")
    assert not app.exception
    assert any("Samen besloten:" in told for told in labels(app))


def drawn(path: Path) -> Workspace:
    from coding.services.second_coder import draw_sample

    workspace = first_wave(path)
    workspace.dispatch(
        draw_sample(
            workspace.project, NOTICE, size=5, per_code=None, seed=1, at="2026-01-01T09:00:00+00:00", coder="Anna"
        )
    )
    return workspace


def begin_blind(app: AppTest, name: str) -> None:
    app.selectbox(key="second_question").set_value(NOTICE).run()
    app.segmented_control(key="second_part").set_value("blind").run()
    app.text_input(key="second_name").set_value(name).run()
    button(app, "Begin")


def test_a_second_coder_gives_a_name_and_codes_blind(home: Path, open_page: Open) -> None:
    project = project_in(home, drawn)
    app = open_page("second_coder", project)
    begin_blind(app, "Bert")
    told = [told for told in labels(app) if "Anna" in told]
    assert not told
    assert not [b for b in app.button if b.key in ("shell_undo", "shell_redo")]
    button(app, "Geen van deze")
    assert not app.exception
    assert any("1 van de 5" in bar.proto.text for bar in app.get("progress"))


def test_after_coding_blind_the_first_coder_goes_on_under_the_own_name(home: Path, open_page: Open) -> None:
    project = project_in(home, drawn)
    app = open_page("second_coder", project)
    begin_blind(app, "Bert")
    button(app, "Geen van deze")
    button(app, "Stop en geef terug aan Anna")
    assert app.session_state["second_part"] == "compare"
    assert preferences.load(home).coder == "Anna"
    with ProjectStore.open(home / f"{project}.tienkeer") as store:
        last = store.load()
        headers = list(store.headers())
    coding = last.coding_of(NOTICE)
    assert {a.coder for given in coding.independent.values() for a in given} == {"Bert"}
    assert headers[-1].coder == "Bert"
    assert [b.key for b in app.button if b.key == "shell_undo"]
    app.segmented_control(key="second_part").set_value("draw").run()
    button(app, "Trek een steekproef")
    with ProjectStore.open(home / f"{project}.tienkeer") as store:
        assert list(store.headers())[-1].coder == "Anna"


def test_the_first_coder_cannot_be_the_second(home: Path, open_page: Open) -> None:
    app = open_page("second_coder", project_in(home, drawn))
    begin_blind(app, "anna")
    assert any("is iemand anders" in error.value for error in app.error)
    assert [box for box in app.text_input if box.key == "second_name"]


def test_the_codebook_shows_its_versions_and_what_differs(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, split_in_two))
    app.segmented_control(key="waves_part").set_value("versions").run()
    app.selectbox(key="versions_question").set_value(NEEDED).run()
    assert not app.exception
    first, second = (app.selectbox(key=f"versions_{which}_{NEEDED}") for which in ("first", "second"))
    assert first.options == [str(number) for number in range(len(first.options), 0, -1)]
    assert any("Erbij gekomen" in told for told in labels(app))
    second.set_value(first.value).run()
    assert any("Geen verschil." in told for told in labels(app))


def split_in_two(path: Path) -> Workspace:
    workspace = whole_example(path)
    code = code_named(workspace.project, NEEDED, "Doen wat je belooft")
    last = workspace.project.waves_in_order()[-1].id
    moved = [key for key in workspace.project.coding_of(NEEDED).assigned_members[code] if key.wave == last][:6]
    workspace.dispatch(SplitGroup(NEEDED, code, (("part", "Afspraken nakomen", tuple(moved)),)))
    return workspace


def test_an_earlier_wave_is_coded_again_after_a_split(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, split_in_two))
    key = next(str(b.key) for b in app.selectbox if str(b.key).startswith("waves_choose_question"))
    app.selectbox(key=key).set_value(NEEDED).run()
    button(app, "Naar 2025")
    button(app, "Bekijk wat er zou veranderen")
    places = [box for box in app.selectbox if str(box.key).startswith("recode_place_")]
    assert len(places) == 5
    for place in places[1:]:
        place.set_value(next(option for option in place.proto.options if "blijft" in option))
    places[0].set_value(next(o for o in places[0].proto.options if "Afspraken" in o)).run()
    button(app, "Hercodeer 1 antwoord")
    assert not app.exception
    assert any("Hercodeerd: 1." in told.replace("\\", "") for told in labels(app))
    assert not [b for b in app.button if b.label == "Bekijk wat er zou veranderen"]


def test_a_comparison_points_to_the_wave_that_was_coded_with_an_earlier_codebook(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, split_in_two))
    app.segmented_control(key="waves_part").set_value("compare").run()
    app.selectbox(key="compare_question").set_value(NEEDED).run()
    assert any("Het codeboek is veranderd sinds" in told for told in labels(app))
    button(app, "Naar 2025")
    assert app.segmented_control(key="waves_part").value == "look"
    assert [b for b in app.button if b.label == "Bekijk wat er zou veranderen"]


def test_common_threads_are_for_sources_not_for_waves_of_one_survey(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, whole_example))
    app.segmented_control(key="waves_part").set_value("compare").run()
    assert not any(one.value == "Rode draden" for one in app.subheader)


def test_common_threads_show_once_a_wave_is_a_source(home: Path, open_page: Open) -> None:
    app = open_page("waves", project_in(home, with_complaints))
    app.segmented_control(key="waves_part").set_value("compare").run()
    assert any(one.value == "Rode draden" for one in app.subheader)
    assert not app.exception


def with_complaints(path: Path) -> Workspace:
    workspace = first_wave(path)
    table = read_table((EXAMPLES / "communicatie_2026.csv").read_bytes(), "klachten_2026.csv")
    add_matched_wave(workspace, match_columns(workspace.project, table), "Klachten", "Klachten")
    return workspace


def test_reading_along_shows_lists_and_waves_and_no_way_to_edit(home: Path, open_page: Open) -> None:
    app = open_page("read_only", project_in(home, whole_example))
    assert not app.exception
    assert not app.button


def test_reading_along_with_some_of_the_respondents(home: Path, open_page: Open) -> None:
    app = open_page("read_only", project_in(home, whole_example))
    kind = "voor-wat-voor-organisatie-werk-je"
    app.selectbox(key="read_only_only").set_value(kind).run()
    assert any("tot dan zie je iedereen" in told.value for told in app.caption)
    app.multiselect(key=f"read_only_values_{kind}").set_value(["Gemeente"]).run()
    assert not app.exception
    assert any("Alleen ‘Gemeente’ op ‘Voor wat voor organisatie werk je?’" in html for html in pages(app))


def pages(app: AppTest) -> list[str]:
    return [str(element.proto.body) for element in app.get("html")]


def test_the_file_for_colleagues_stands_alone(tmp_path: Path) -> None:
    from coding.services.read_only import read_only_file
    from coding.services.report import ReportSettings

    workspace = whole_example(tmp_path / "p.tienkeer")
    html = read_only_file(workspace.project, ReportSettings(), "2026-11-22").decode()
    workspace.close()
    assert "Doen wat je belooft" in html
    assert "is gestegen van 8% in 2025 naar 34% in 2026" in html
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")


def test_without_a_second_coder_the_page_says_so(home: Path, open_page: Open) -> None:
    app = open_page("second_coder", project_in(home, first_wave))
    app.segmented_control(key="second_part").set_value("compare").run()
    assert any("tweede codeur" in info.value for info in app.info)
