"""Questions with several answers are recognised in the shapes in which survey programs export them."""

from __future__ import annotations

import pytest

from coding.domain.survey import VariableRole
from coding.files.read_table import read_table
from coding.services.mapping import Mapping, VariableColumn, guess_mapping

WHY = (
    "Ik lees vooral de krant op zaterdag",
    "Omdat het snel gaat en ik weinig tijd heb",
    "De buren vertellen mij alles wat er speelt",
    "Via school hoor ik het meeste over de wijk",
    "Op straat kom je iedereen tegen",
    "Het journaal is voor mij genoeg",
)


def mapped(text: str, name: str = "peiling.csv") -> Mapping:
    return guess_mapping(read_table(text.encode(), name))


def several(mapping: Mapping) -> list[VariableColumn]:
    return [one for one in mapping.variables if one.role is VariableRole.MULTIPLE]


def lines(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def test_google_and_microsoft_forms_put_several_answers_in_a_cell() -> None:
    cells = ("Krant;Buren;", "Krant;", "Website;Krant;", "Buren;", "Website;Buren;Krant;", "Website;")
    rows = [f'{at},"{cell}","{why}"' for at, (cell, why) in enumerate(zip(cells, WHY, strict=True), 1)]
    (found,) = several(mapped(lines("Id,Waar lees je nieuws?,Waarom?", *rows)))
    assert (found.label, found.separator, found.parts) == ("Waar lees je nieuws?", ";", ())


@pytest.mark.parametrize("separator", ["|", ", ", ","])
def test_other_separators_are_taken_when_the_pieces_keep_coming_back(separator: str) -> None:
    answers = (("Krant", "Buren"), ("Krant",), ("Website", "Krant"), ("Buren",), ("Website", "Buren"), ("Website",))
    rows = [f'{at};"{separator.join(cell)}";"{WHY[at % 6]}"' for at, cell in enumerate(answers * 3)]
    (found,) = several(mapped(lines("nr;Waar lees je nieuws?;Waarom?", *rows)))
    assert found.separator == separator


def test_a_comma_inside_an_answer_does_not_separate() -> None:
    answers = ("Ja, soms", "Nee, nooit", "Ja, vaak", "Nee, liever niet") * 6
    rows = [f'{at};"{cell}";"{WHY[at % 6]} {at}"' for at, cell in enumerate(answers)]
    assert not several(mapped(lines("nr;Lees je de wijkkrant?;Waarom?", *rows)))


def test_open_answers_with_commas_and_semicolons_stay_open() -> None:
    rows = [f'{at};"{why}; {WHY[at - 3]}, ook wel {at}"' for at, why in enumerate(WHY)]
    mapping = mapped(lines("nr;Waarom?", *rows))
    assert not several(mapping)
    assert [question.column for question in mapping.questions] == ["Waarom?"]


def test_limesurvey_marks_with_codes_and_texts() -> None:
    head = (
        '"id. Response ID","submitdate. Date","lastpage. Last","q1[SQ001]. Waar lees je nieuws? [Krant]",'
        '"q1[SQ002]. Waar lees je nieuws? [Buren]","q1[SQ003]. Waar lees je nieuws? [Website]",'
        '"q1[other]. Waar lees je nieuws? [Anders]","q2. Waarom?"'
    )
    marks = ("Yes,No,No,", "Yes,Yes,No,", "No,No,No,Van mijn zus", "No,Yes,Yes,", "No,No,No,Op de markt", "Yes,No,No,")
    rows = [
        f'{at},2026-01-0{at} 10:00:00,3,{mark},"{why}"'
        for at, (mark, why) in enumerate(zip(marks, WHY, strict=True), 1)
    ]
    mapping = mapped(lines(head, *rows))
    (found,) = several(mapping)
    assert found.label == "Waar lees je nieuws?"
    assert found.parts == (
        ("q1[SQ001]", "Krant"),
        ("q1[SQ002]", "Buren"),
        ("q1[SQ003]", "Website"),
        ("q1[other]", "Anders"),
    )
    assert "q1[other]" in [question.column for question in mapping.questions]
    assert "q1[other]" not in [one.column for one in mapping.variables]


def test_surveymonkey_repeats_the_option_in_the_cells() -> None:
    first = "Respondent ID,Waar lees je nieuws?,,,Waarom?"
    second = ",Krant,Buren,Website,Open-Ended Response"
    marks = ("Krant,,", "Krant,Buren,", ",,Website", ",Buren,Website", ",Buren,", "Krant,,")
    rows = [f'{at},{mark},"{why}"' for at, (mark, why) in enumerate(zip(marks, WHY, strict=True), 1001)]
    (found,) = several(mapped(lines(first, second, *rows)))
    assert found.label == "Waar lees je nieuws?"
    assert [category for _, category in found.parts] == ["Krant", "Buren", "Website"]


def test_qualtrics_numbers_the_columns_and_puts_the_texts_under_them() -> None:
    names = "ResponseId,Q3_1,Q3_2,Q3_5,Q3_5_TEXT,Q4"
    ask = "Waar lees je nieuws? - Selected Choice - "
    texts = f"Response ID,{ask}Krant,{ask}Buren,{ask}Anders,Waar lees je nieuws? - Anders - Text,Waarom?"
    ids = ",".join(f'"{{""ImportId"":""QID{at}""}}"' for at in range(6))
    marks = (
        "Krant,,,",
        "Krant,Buren,,",
        ",,Anders,mijn zus vertelt het",
        ",Buren,,",
        ",,Anders,op de markt",
        "Krant,,,",
    )
    rows = [f'R_{at},{mark},"{why}"' for at, (mark, why) in enumerate(zip(marks, WHY, strict=True), 1)]
    mapping = mapped(lines(names, texts, ids, *rows))
    (found,) = several(mapping)
    assert found.label == "Waar lees je nieuws?"
    assert found.parts == (("Q3_1", "Krant"), ("Q3_2", "Buren"), ("Q3_5", "Anders"))


def test_plain_columns_of_ones_and_noughts() -> None:
    rows = [f"{at};{at % 2};{at % 3 % 2};{int(at > 3)};{WHY[at % 6]} {at}" for at in range(12)]
    (found,) = several(mapped(lines("nr;Nieuws: krant;Nieuws: buren;Nieuws: website;Waarom?", *rows)))
    assert found.label == "Nieuws"
    assert [category for _, category in found.parts] == ["krant", "buren", "website"]


def test_a_battery_of_scales_is_no_such_question() -> None:
    rows = [f"{at};{at % 5 + 1};{at % 2 + 1};{at % 4 + 1};{WHY[at % 6]} {at}" for at in range(20)]
    assert not several(mapped(lines("nr;Q3_1;Q3_2;Q3_3;Waarom?", *rows)))


def test_two_yes_no_questions_without_brackets_stay_apart() -> None:
    rows = [f"{at};{'Ja' if at % 2 else 'Nee'};{'Ja' if at % 3 else 'Nee'};{WHY[at % 6]} {at}" for at in range(20)]
    assert not several(mapped(lines("nr;Wijk: woon je hier?;Wijk: werk je hier?;Waarom?", *rows)))
