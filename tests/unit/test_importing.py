"""From a survey file and its mapping to a batch: what is refused, and that every state adds up to all rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coding.domain.errors import ImportRefused
from coding.domain.survey import Intake, VariableRole
from coding.files.damaged import Damage
from coding.files.raw_table import RawTable
from coding.files.read_table import read_table
from coding.services.importing import Imported, build_batch
from coding.services.mapping import (
    CountsFilter,
    GateColumn,
    Mapping,
    OpenColumn,
    VariableColumn,
    check,
    guess_mapping,
    label_of,
    wave_name,
)
from coding.texts import error_text

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = Path(__file__).parents[1] / "golden" / "files"
CSV = """id;telt;nodig;Wat dan?;soort;w
a;Ja;Ja;Meer tijd;Gemeente;0,5
b;Ja;Ja;meer tijd.;Gemeente;1.5
c;Ja;Nee;;Provincie;1
d;Ja;Nee;lef;Provincie;1
e;Ja;Ja;weet niet;Gemeente;1
f;Ja;Ja;  ;Gemeente;1
g;Nee;Ja;training;Gemeente;1
h;Ja;;geen idee;;1
"""
MAPPING = Mapping(
    questions=(OpenColumn("Wat dan?", "Wat dan?", GateColumn("nodig", ("Ja",))),),
    variables=(VariableColumn("soort", "Soort organisatie"),),
    respondent="id",
    filters=(CountsFilter("telt", ("Ja",)),),
    weight="w",
    wave="2025",
)


def table(text: str = CSV) -> RawTable:
    return read_table(text.encode(), "enquete.csv")


def build(mapping: Mapping = MAPPING, text: str = CSV) -> Imported:
    return build_batch(table(text), mapping, batch="b1", wave="w1")


def refusal(mapping: Mapping = MAPPING, text: str = CSV) -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        build(mapping, text)
    assert error_text(refused.value, "nl") != error_text(refused.value, "en")
    return refused.value


def test_every_response_has_exactly_one_state() -> None:
    imported = build()
    states = [response.intake for response in imported.batch.responses]
    assert states == [
        Intake.ANSWER,
        Intake.ANSWER,
        Intake.NOT_ASKED,
        Intake.ANSWER,  # said no, and answered all the same: nothing that was written is lost
        Intake.NON_ANSWER,
        Intake.BLANK,
        Intake.EXCLUDED,
        Intake.NOT_ASKED,  # did not answer the gate
    ]
    report = imported.report.questions[0]
    assert (report.answers, report.non_answers, report.blanks, report.not_asked, report.excluded) == (3, 1, 1, 2, 1)
    assert report.duplicates == 1
    assert report.unasked_answers == 1
    assert imported.report.rows == 8
    assert imported.report.excluded == 1


def test_a_question_for_everyone_is_not_filtered() -> None:
    question = replace(MAPPING.questions[0], everyone=True)
    imported = build(replace(MAPPING, questions=(question,)))
    assert imported.questions[0].everyone
    assert imported.batch.responses[6].intake is Intake.ANSWER
    assert imported.batch.respondents[6].excluded
    assert imported.report.questions[0].excluded == 0


def test_respondents_keep_their_values_weights_and_rows() -> None:
    imported = build()
    first = imported.batch.respondents[0]
    soort, nodig = imported.variables
    assert (soort.role, nodig.role) == (VariableRole.BACKGROUND, VariableRole.CLOSED)
    assert nodig.categories == ("Ja", "Nee")
    assert first.values == {soort.id: "Gemeente", nodig.id: "Ja"}
    assert [person.weight for person in imported.batch.respondents[:3]] == [0.5, 1.5, 1.0]
    assert [person.row for person in imported.batch.respondents] == list(range(2, 10))  # as a spreadsheet numbers them
    assert imported.questions[0].gate is not None
    assert imported.questions[0].gate.variable == nodig.id


def test_words_are_kept_exactly_and_normalised_beside() -> None:
    responses = build().batch.responses
    assert responses[1].verbatim == "meer tijd."
    assert responses[5].verbatim == "  "
    assert responses[0].normalised == responses[1].normalised


def test_without_an_id_column_ids_come_from_the_rows() -> None:
    imported = build(replace(MAPPING, respondent=None), CSV.replace("b;Ja;Ja", ";;;;;\nb;Ja;Ja", 1))
    assert [person.id for person in imported.batch.respondents[:3]] == ["w1-2", "w1-4", "w1-5"]
    assert [person.row for person in imported.batch.respondents[:3]] == [2, 4, 5]
    assert imported.report.blank_rows == 1


def test_answers_that_begin_with_yes_or_no_are_gated_by_their_own_words() -> None:
    text = "id;Is er iets nodig?\n1;Ja, namelijk: tijd\n2;Nee\n3;nee\n4;ja, lef\n5;\n6;Ja\n"
    mapping = guess_mapping(table(text))
    imported = build(mapping, text)
    question, gate = imported.questions[0], imported.variables[0]
    assert question.gate is not None
    assert question.gate.variable == gate.id
    assert gate.categories == ("ja", "nee")
    assert imported.batch.responses[0].verbatim == "Ja, namelijk: tijd"
    states = [response.intake for response in imported.batch.responses]
    assert states[:5] == [Intake.ANSWER, Intake.NOT_ASKED, Intake.NOT_ASKED, Intake.ANSWER, Intake.NOT_ASKED]
    assert states[5] is not Intake.NOT_ASKED


def test_ids_are_readable_and_never_given_twice() -> None:
    text = "Wat vind je?;wat vind je!;日本\nja hoor;nee hoor;x y\nmisschien;altijd;z z\n"
    mapping = Mapping(tuple(OpenColumn(column, column) for column in table(text).columns), wave="1")
    imported = build_batch(table(text), mapping, batch="b", wave="w", taken=["wat-vind-je"])
    assert [question.id for question in imported.questions] == ["wat-vind-je-2", "wat-vind-je-3", "kolom"]


def test_known_questions_and_variables_keep_their_ids() -> None:
    known = replace(MAPPING.questions[0], id="q-nodig")
    variables = (replace(MAPPING.variables[0], id="v-soort"),)
    imported = build(replace(MAPPING, questions=(known,), variables=variables))
    assert imported.questions[0].id == "q-nodig"
    assert imported.variables[0].id == "v-soort"
    assert "v-soort" in imported.batch.respondents[0].values


@pytest.mark.parametrize(
    ("mapping", "key"),
    [
        (replace(MAPPING, questions=()), "import_no_open_question"),
        (replace(MAPPING, wave=" "), "import_no_wave_name"),
        (replace(MAPPING, weight="gewicht"), "import_unknown_column"),
        (replace(MAPPING, filters=(CountsFilter("weg", ("Ja",)),)), "import_unknown_column"),
        (replace(MAPPING, weight="id"), "import_column_twice"),
        (replace(MAPPING, variables=MAPPING.variables * 2), "import_column_twice"),
        (replace(MAPPING, questions=(OpenColumn("id", "Wie?"),)), "import_column_twice"),
        (replace(MAPPING, filters=(CountsFilter("telt", ("yes",)),)), "import_nobody_counts"),
        (
            replace(MAPPING, questions=(OpenColumn("Wat dan?", "?", GateColumn("nodig", ())),)),
            "import_gate_without_values",
        ),
        (
            replace(MAPPING, questions=(OpenColumn("Wat dan?", "?", GateColumn("Wat dan?", ("ja",))),)),
            "import_gate_on_itself",
        ),
        (
            replace(MAPPING, questions=(*MAPPING.questions, OpenColumn("nodig", "Nodig?"))),
            "import_gate_is_open",
        ),
    ],
)
def test_mappings_that_do_not_fit_are_refused(mapping: Mapping, key: str) -> None:
    assert refusal(mapping).key == key


def test_ids_that_are_missing_or_stand_twice_are_refused_with_their_rows() -> None:
    twice = refusal(text=CSV.replace("d;Ja", "b;Ja"))
    assert (twice.key, twice.facts["row"], twice.facts["first"], twice.facts["id"]) == ("import_id_twice", 5, 3, "b")
    missing = refusal(text=CSV.replace("d;Ja", " ;Ja"))
    assert (missing.key, missing.facts["row"]) == ("import_id_missing", 5)


@pytest.mark.parametrize("weight", ["", "0", "-1", "veel", "nan", "1e999"])
def test_weights_must_be_positive_numbers(weight: str) -> None:
    refused = refusal(text=CSV.replace("Gemeente;0,5", f"Gemeente;{weight}"))
    assert refused.key == "import_weight"
    assert refused.facts["row"] == 2


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("communicatie_2026.csv", "2026"),
        ("meting twee.xlsx", "meting twee"),
        ("a_b.csv", "a b"),
        ("20251.csv", "20251"),
    ],
)
def test_waves_are_named_after_their_file(file: str, name: str) -> None:
    assert wave_name(file) == name


EXPECTED_2025 = {  # answers, non-answers, as examples/README.md gives n
    "Waaraan merk je dat? Ja, namelijk:": (58, 0),
    "Hoe kan communicatie helpen? Ja, namelijk:": (70, 0),
    "Wat is er nodig? Ja, namelijk:": (63, 0),
    "Licht je antwoord toe": (53, 4),
    "Wat heb je daarvoor nodig?": (55, 5),
    "Mis je nog iets in deze vragenlijst?": (19, 12),
}


def test_the_dutch_example_gives_the_counts_of_its_readme_with_the_guessed_mapping() -> None:
    name = "communicatie_2025.csv"
    source = read_table((EXAMPLES / name).read_bytes(), name)
    mapping = guess_mapping(source)
    check(mapping, source)
    imported = build_batch(source, mapping, batch="b", wave="w")
    assert mapping.wave == "2025"
    assert (imported.report.rows, imported.report.excluded) == (115, 42)
    found = {report.text: (report.answers, report.non_answers) for report in imported.report.questions}
    assert {text: found[text] for text in EXPECTED_2025} == EXPECTED_2025
    for report in imported.report.questions:
        assert report.answers + report.non_answers + report.blanks + report.not_asked + report.excluded == 115
    weights = [person.weight for person in imported.batch.respondents if not person.excluded]
    assert sum(weights) / len(weights) == pytest.approx(1, abs=0.005)
    assert {question.language for question in imported.questions} == {"nl"}


def test_english_answers_are_recognised_as_english() -> None:
    name = "neighbourhood_2025.csv"
    mapping = guess_mapping(read_table((EXAMPLES / name).read_bytes(), name))
    assert {question.language for question in mapping.questions} == {"en"}


def test_spss_labels_are_the_values_and_titles_the_questions() -> None:
    source = read_table((FILES / "spss.sav").read_bytes(), "spss.sav")
    mapping = Mapping(
        (OpenColumn("v2", source.title("v2")),), (VariableColumn("v1", source.title("v1")),), "id", wave="1"
    )
    imported = build_batch(source, mapping, batch="b", wave="w")
    assert imported.questions[0].text == "Wat heb je nodig?"
    kind = imported.variables[0]
    assert kind.label == "Soort organisatie"
    assert imported.batch.respondents[1].values[kind.id] == "Ministerie"


@pytest.mark.parametrize(
    ("column", "label"),
    [
        ("age_group", "Age group"),
        ("satisfaction", "Satisfaction"),
        ("Wat voor contract heb je?", "Wat voor contract heb je?"),
        ("iPhone_bezit", "iPhone_bezit"),
        ("Q3_1", "Q3_1"),
    ],
)
def test_a_programs_name_for_a_column_becomes_words(column: str, label: str) -> None:
    table = read_table(f"nr;{column}\n1;a\n2;b\n".encode(), "x.csv")
    assert label_of(table, column) == label


DAMAGED = [
    ("CafÃ© de Zon", "CafÃ©"),
    ("het isâ€™t niet", "isâ€™t"),
    ("ideeÃ«n genoeg", "ideeÃ«n"),
    ("caf\ufffd", "caf\ufffd"),
    ("kost Â£5", "Â£5"),
]
SOUND = ["Café ‘De Zon’ – één idee…", "NÃO! MANHÃ CEDO", "À la carte", "“CAFÉ”", "£5, €7 en 20°", "Ångström", "Âme"]


@pytest.mark.parametrize(("cell", "word"), DAMAGED)
def test_letters_that_look_damaged_are_told_with_their_row(cell: str, word: str) -> None:
    found = build(text=CSV.replace("lef", cell)).report.damage
    assert found == Damage((5,), word)


def test_damage_is_told_of_columns_that_are_read_in_only() -> None:
    named = CSV.replace("a;Ja;Ja;Meer tijd;Gemeente", "a;Ja;Ja;Meer tijd;Gemeentâ€™").replace("training", "cafÃ©")
    assert build(text=named).report.damage == Damage((2, 8), "Gemeentâ€™")
    without = replace(MAPPING, variables=())
    assert build(without, named).report.damage == Damage((8,), "cafÃ©")


@pytest.mark.parametrize("cell", SOUND)
def test_letters_of_any_language_are_not_called_damaged(cell: str) -> None:
    assert build(text=CSV.replace("lef", cell)).report.damage is None


def test_utf8_with_as_many_broken_bytes_as_letters_is_read_with_a_warning() -> None:
    data = CSV.replace("lef", "één idee").encode().replace(b"training", b"caf\xe9")
    imported = build_batch(read_table(data, "enquete.csv"), MAPPING, batch="b1", wave="w1")
    assert imported.report.damage == Damage((5,), "Ã©Ã©n")


def test_several_answers_in_a_column_with_a_programs_name_are_named_as_other_columns() -> None:
    cells = ["Phone; Web", "Web", "Counter; Web", "Phone", "Counter"] * 4
    rows = "\n".join(f"p{at},{cell}" for at, cell in enumerate(cells))
    (channels,) = guess_mapping(table(f"id,contact_channels\n{rows}\n")).variables
    assert (channels.role, channels.label) == (VariableRole.MULTIPLE, "Contact channels")
