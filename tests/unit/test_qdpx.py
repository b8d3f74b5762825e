"""The REFI-QDA project holds the codes, coders, answers and places that the project has."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from coding.domain.codebook import NO_CODE, OTHER
from coding.domain.commands import Assign
from coding.domain.project import Project
from coding.domain.report import Report
from coding.domain.segments import Span
from coding.domain.survey import Question, ResponseKey
from coding.files.printable import one_line, printable
from coding.files.refi_qda import guid
from coding.files.write_qdpx import write_qdpx
from coding.services.report import ReportSettings, make_report
from tests.projects import (
    BALIE,
    CONTACT,
    FELLER,
    Person,
    code_answers,
    code_named,
    coded_project,
    empty_project,
    example_project,
    run,
    with_wave,
)
from tests.qdpx import Coded, QdpxFile

DAY = "2026-11-22"


def report_of(project: Project) -> Report:
    return make_report(project, ReportSettings(), DAY)


@pytest.fixture(scope="module")
def project() -> Project:
    found = example_project()
    words = ResponseKey("w1", "merkt", "r5")
    return run(found, Assign("merkt", (words,), code_named(found, "merkt", BALIE), span=Span(0, 17)), coder="Bram")


@pytest.fixture(scope="module")
def file(project: Project) -> QdpxFile:
    return QdpxFile(write_qdpx(report_of(project)))


def test_every_decision_is_there_with_its_words_and_coder(project: Project, file: QdpxFile) -> None:
    names = {OTHER: "Overig", NO_CODE: "geen argument"}
    expected = [
        Coded(
            key.respondent,
            assignment.span.of(project.responses(key.question)[key].verbatim),
            names.get(assignment.code) or coding.codes[assignment.code].name,
            assignment.coder,
        )
        for coding in project.coding.values()
        for key, given in coding.decisions.items()
        for assignment in given
    ]
    assert len(expected) > 20
    assert {one.coder for one in expected} == {"Anna", "Bram"}
    found = file.coded()
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


def test_codes_stand_under_their_question_and_net(project: Project, file: QdpxFile) -> None:
    merkt, mist = file.project.code_book.codes.code
    assert (merkt.name, merkt.is_codable, mist.is_codable) == ("Waaraan merk je dat?", False, False)
    net = next(code for code in merkt.code if code.name == CONTACT)
    assert net.is_codable is False
    assert [code.name for code in net.code] == [FELLER, BALIE]
    assert net.code[0].color == "#2f6f73"
    assert net.code[0].description.startswith("De toon van inwoners is harder.\nWel: boos, fel, hard")
    assert net.code[0].guid == guid(project.id, "merkt", code_named(project, "merkt", FELLER))
    assert {code.name for code in merkt.code} >= {"Overig", "geen argument"}
    assert [code.name for code in mist.code] == ["Overig"]


def test_a_source_holds_all_that_a_respondent_wrote(file: QdpxFile) -> None:
    assert file.texts["r1"] == (
        "Waaraan merk je dat?\nMensen worden sneller boos aan de telefoon\n\n"
        "Mis je nog iets in deze vragenlijst?\nNee\n\n"
    )
    assert "r20" not in file.texts  # wrote nothing
    assert "r30" not in file.texts  # left out by the filter


def test_background_goes_along_with_each_respondent(file: QdpxFile) -> None:
    kinds = {
        variable.guid: (variable.name, variable.type_of_variable.value) for variable in file.project.variables.variable
    }
    case = next(case for case in file.project.cases.case if case.name == "r1")
    values = {
        kinds[value.variable_ref.target_guid]: value.text_value or float(value.float_value)
        for value in case.variable_value
    }
    assert values == {
        ("Weging", "Float"): 1.5,
        ("Merk je dat het vertrouwen daalt?", "Text"): "Ja",
        ("Soort organisatie", "Text"): "Gemeente",
    }
    source = next(source for source in file.sources if source.name == "r1")
    assert [one.target_guid for one in case.source_ref] == [source.guid]


def test_positions_count_code_points_whatever_stands_before_them() -> None:
    answer = "\U0001f469\u200d\U0001f469\u200d\U0001f467 eerst 👍🏽\r\ndan e\u0301\u00e9n ding\r\nen \x00 klaar"
    project = coded_project([(answer, [])])
    key = ResponseKey("w1", "q", "r1")
    project = code_answers(project, "q", [["Een"]])
    for words in ("eerst 👍🏽", "dan e\u0301\u00e9n", "klaar"):
        start = answer.index(words)
        code = code_named(project, "q", "Een")
        project = run(project, Assign("q", (key,), code, span=Span(start, start + len(words)), copy=True))
    file = QdpxFile(write_qdpx(report_of(project)))
    assert {one.words for one in file.coded()} >= {"eerst 👍🏽", "dan e\u0301\u00e9n", "klaar"}
    assert file.texts["r1"].endswith("en ␀ klaar\n\n")


def test_the_same_project_gives_the_same_file_and_ids(project: Project) -> None:
    assert write_qdpx(report_of(project)) == write_qdpx(make_report(project, ReportSettings(), "2027-03-01"))


def test_waves_are_told_apart() -> None:
    asked = Question("q", "Wat?", "q")
    project = with_wave(empty_project(), [Person({"q": "een"})], [asked])
    project = with_wave(project, [Person({"q": "twee"})], [asked], wave="w2", name="2025")
    file = QdpxFile(write_qdpx(report_of(project)))
    assert sorted(file.texts) == ["2023 – r1", "2025 – r1"]
    assert [(one.name, len(one.member_source)) for one in file.project.sets.set] == [("2023", 1), ("2025", 1)]
    assert file.project.code_book is None  # nothing was coded


def test_variables_of_the_same_name_are_told_apart(project: Project) -> None:
    kind = project.variables["soort"]
    twice = replace(project, variables={**project.variables, "soort2": replace(kind, id="soort2")})
    file = QdpxFile(write_qdpx(report_of(twice)))
    names = [variable.name for variable in file.project.variables.variable]
    assert names.count("Soort organisatie") == 1
    assert "Soort organisatie (2)" in names


def test_the_archive_has_only_what_the_standard_names(project: Project) -> None:
    names = zipfile.ZipFile(io.BytesIO(write_qdpx(report_of(project)))).namelist()
    assert names[0] == "project.qde"
    assert all(name.startswith("sources/") and name.endswith(".txt") for name in names[1:])
    assert all(str(UUID(Path(name).stem)) == Path(name).stem for name in names[1:])
    assert len(set(names)) == len(names)
    told = QdpxFile(write_qdpx(report_of(project))).project.sources.text_source
    assert [f"sources/{one.plain_text_path.removeprefix('internal://')}" for one in told] == names[1:]


def test_text_is_as_other_files_print_it() -> None:
    answer = "a\x0bb <b>&amp;</b>"
    project = coded_project([(answer, ["=1+1 <x>"])], text="=vraag <i>")
    file = QdpxFile(write_qdpx(report_of(project)))
    assert file.texts["r1"] == f"=vraag <i>\n{printable(answer)}\n\n"
    assert file.coded()[0].code == one_line("=1+1 <x>")
