"""What a report says of who decided and who is counted: true at every stage of coding, and of people in two waves."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from coding.domain.commands import ConfirmGroups
from coding.domain.counted_list import ListOptions
from coding.domain.project import Project
from coding.domain.report import Report
from coding.domain.survey import Question
from coding.files.counted_list_markdown import write_markdown
from coding.files.counted_list_xlsx import write_xlsx
from coding.files.write_docx import write_docx
from coding.files.write_html import write_html
from coding.files.write_pptx import write_pptx
from coding.services.report import ReportSettings, make_report
from tests.projects import Person, code_answers, coded_project, empty_project, example_project, run, with_wave


def made(project: Project, **given: object) -> Report:
    return make_report(project, ReportSettings(**given), "2026-11-22")  # type: ignore[arg-type]  # each by its own name


def fact(report: Report, heading: str) -> str:
    return next((one.text for one in report.method if one.heading == heading), "")


BY_PEOPLE = "De open antwoorden zijn door mensen ingedeeld in argumenten."
NOT_YET = "De open antwoorden zijn nog niet door mensen ingedeeld in argumenten, dus er is nog geen argument geteld."


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        ((["x"], ["Overig"], ["-"]), BY_PEOPLE),
        (
            (["x"], ["y"], []),
            "Door mensen ingedeeld in argumenten: 2 van de 3 open antwoorden. De andere tellen nog bij geen enkel "
            "argument.",
        ),
        (([], [], []), NOT_YET),
    ],
)
def test_it_says_how_many_answers_people_decided_on(codes: tuple[list[str], ...], told: str) -> None:
    report = made(coded_project([("a", codes[0]), ("b", codes[1]), ("c", codes[2]), ("", [])]))
    assert report.preamble[0].startswith(f"In dit rapport tellen 4 respondenten mee. {told}")
    assert fact(report, "Indelen").startswith(told)
    counted = "Het getal achter een argument is het aantal respondenten dat het noemt."
    assert (counted in report.preamble[0]) == (told != NOT_YET)


def test_without_answers_nothing_is_said_of_coding() -> None:
    report = made(coded_project([("", [])]))
    assert report.preamble[0] == "In dit rapport tellen 1 respondent mee."
    assert fact(report, "Indelen") == ""


def test_a_start_by_the_computer_is_told_where_there_was_one() -> None:
    by_hand = coded_project([("a", ["x"]), ("b", ["y"])])
    assert fact(made(by_hand, language="en"), "Coding") == (
        "The open answers were put under arguments by people. Only what a person decided is counted. "
        "This is how the 2 assignments came about: 2 by hand."
    )
    project = run(example_project(), ConfirmGroups("merkt", ("run1.0",)))
    told = fact(made(project, language="en"), "Coding")
    assert "Groups and suggestions from the computer were something to start from. Only what a person" in told
    assert "1 by confirming a group, 21 by hand" in told


def test_what_waits_is_told_with_what_is_proposed() -> None:
    waiting = made(coded_project([("a", []), ("b", [])]), options=ListOptions(include_proposals=True))
    assert fact(waiting, "Indelen") == (
        f"{NOT_YET} Groepen en suggesties van de computer tellen pas als iemand erover heeft beslist. "
        "Voorstellen van de computer zijn apart vermeld en als voorstel gemarkeerd."
    )


def panel() -> Project:
    """Three people, and in the second wave two of them."""
    question = Question("q", "Wat heb je nodig?", "q")
    project = with_wave(empty_project(), [Person({"q": word}) for word in ("tijd", "geld", "rust")], [question])
    later = [Person({"q": "tijd"}), Person({"q": "lef"})]
    project = with_wave(project, later, [question], wave="w2", name="2024")
    return code_answers(project, "q", [["tijd"], ["geld"], ["rust"]])


def test_only_the_waves_of_the_report_are_told_of() -> None:
    report = made(panel(), options=ListOptions(waves=("w2",)))
    assert fact(report, "Ingedeeld door") == ""
    assert "toekenningen" not in fact(report, "Indelen")
    assert "3 toekenningen" in fact(made(panel()), "Indelen")


def test_people_in_two_waves_are_counted_once_where_people_are_meant() -> None:
    report = made(panel())
    assert (report.person_count, report.respondent_count) == (3, 5)
    assert report.preamble[0].startswith(
        "In dit rapport tellen 3 respondenten mee. 2 van hen staan met hetzelfde nummer in meer dan één meting en "
        "tellen in elke meting mee: samen 5 keer."
    )
    assert "3 respondenten, 5 keer geteld" in write_html(report).decode()
    assert "geldt als dezelfde persoon en telt in elke meting mee" in fact(report, "Tellen")


def test_one_wave_of_a_panel_says_nothing_of_others() -> None:
    report = made(panel(), options=ListOptions(waves=("w1",)))
    assert report.preamble[0].startswith("In dit rapport tellen 3 respondenten mee. De open")
    assert " · 3 respondenten · " in write_html(report).decode()
    assert "dezelfde persoon" not in fact(report, "Tellen")


def test_who_does_not_count_in_a_wave_is_not_in_it_twice() -> None:
    question = Question("q", "Wat heb je nodig?", "q")
    project = with_wave(empty_project(), [Person({"q": "tijd"}), Person({"q": "geld"}, excluded=True)], [question])
    project = with_wave(project, [Person({"q": "tijd"}), Person({"q": "lef"})], [question], wave="w2", name="2024")
    report = made(project, language="en")
    assert (report.person_count, report.respondent_count) == (2, 3)
    assert (
        "One of them is in more than one wave with the same id and counts in each: 3 times in all."
        in (report.preamble[0])
    )


def test_quotes_that_the_computer_proposed_are_told_of() -> None:
    options = ListOptions(include_proposals=True, proposed_quotes=True)
    told = "Gekozen door mensen: 6; voorgesteld door de computer: 1."
    assert told in fact(made(example_project(), options=options, questions=("merkt",)), "Quotes")
    assert "voorgesteld" not in fact(made(example_project()), "Quotes")


def test_each_list_says_in_every_format_what_was_not_decided_on() -> None:
    report = made(coded_project([("a", ["x"]), ("b", []), ("c", []), ("", [])]), language="en")
    told = "2 answers have not been decided on yet; they count under no argument"
    deck = Presentation(io.BytesIO(write_pptx(report)))
    slides = "\n".join(s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame)
    paragraphs = [paragraph.text for paragraph in Document(io.BytesIO(write_docx(report))).paragraphs]
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(report)))
    cells = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    for words in (
        write_html(report).decode(),
        write_markdown(report).decode(),
        slides,
        *map("\n".join, (paragraphs, cells)),
    ):
        assert told in words.replace("\\", "")


def test_a_list_of_which_all_is_decided_or_nothing_can_be_says_nothing_of_it() -> None:
    whole = coded_project([("a", ["x"]), ("b", ["-"]), ("c", ["Overig"])])
    quotes = replace(whole.questions["q"], quotes_only=True)
    waiting = coded_project([("a", []), ("b", [])])
    only_quotes = replace(waiting, questions={"q": quotes})
    for project in (whole, only_quotes):
        assert "nog niet beslist;" not in write_markdown(made(project)).decode()
