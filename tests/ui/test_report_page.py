"""The page with the counted argument list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coding.domain.codebook import Quote
from coding.domain.commands import ConfirmGroups, SetQuotes
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.projects import FELLER, code_named, coded_project, empty_project, example_project, quote, run, store_project
from tests.review_projects import BOOS, review_project

Opener = Callable[..., AppTest]


@pytest.fixture
def report_page(home: Path, open_page: Opener) -> AppTest:
    store_project(example_project(), home / "studie.tienkeer")
    return open_page("report", "studie")


def preview(app: AppTest) -> str:
    """The HTML of the preview, after the summary."""
    (found,) = [element.proto.body for element in app.get("html") if "tr-report" in element.proto.body]
    return str(found).partition('<section class="tr-question"')[2]


def test_shows_the_counted_list_as_it_will_be(report_page: AppTest) -> None:
    assert not report_page.exception
    shown = preview(report_page)
    assert shown.index("Het contact verandert") < shown.index(FELLER) < shown.index("Het is te zien op sociale media")
    assert '<span class="tr-count">(5x)</span>' in shown
    assert "n = 19" in shown
    assert "“<span" in shown


def test_choices_change_the_list(report_page: AppTest) -> None:
    app = report_page
    app.number_input(key="report_threshold").set_value(3).run()
    assert "Mensen geloven onze cijfers niet" not in preview(app)
    app.slider(key="report_quotes").set_value(0).run()
    assert "<blockquote" not in preview(app)
    app.toggle(key="report_non_answers").set_value(True).run()
    assert "&#x27;Geen idee&#x27; (1x)" in preview(app)
    assert not app.exception


def test_the_report_speaks_another_language_than_the_screen(report_page: AppTest) -> None:
    app = report_page
    app.button_group(key="report_language").set_value("en").run()
    assert "Base: the 19 respondents who answered the question" in preview(app)
    assert app.header[0].value == "Argumentenlijst"


def test_the_order_of_questions_is_the_order_of_choosing(report_page: AppTest) -> None:
    app = report_page
    app.multiselect(key="report_questions").set_value(["mist", "merkt"]).run()
    shown = preview(app)
    assert shown.index("Mis je nog iets") < shown.index("Waaraan merk je dat?")


def test_without_a_question_there_is_a_hint_and_no_list(report_page: AppTest) -> None:
    app = report_page
    app.multiselect(key="report_questions").set_value([]).run()
    assert "Kies ten minste één vraag voor het rapport." in [info.value for info in app.info]
    assert not app.exception


def test_choices_survive_a_visit_to_another_page(report_page: AppTest) -> None:
    app = report_page
    app.number_input(key="report_threshold").set_value(4).run()
    app.switch_page("coding/ui/pages/history.py").run()
    app.switch_page("coding/ui/pages/report.py").run()
    assert app.number_input(key="report_threshold").value == 4


def test_says_what_is_undecided_and_which_quotes_are_not_printed(report_page: AppTest) -> None:
    told = " ".join(caption.value for caption in report_page.caption)
    assert "over 1 van de 19 antwoorden nog niets beslist" in told
    assert "hetzelfde antwoord staat al bij een ander argument" in told


def test_a_project_without_answers_points_to_the_import(home: Path, open_page: Opener) -> None:
    store_project(empty_project(), home / "leeg.tienkeer")
    app = open_page("report", "leeg")
    assert not app.exception
    assert "Lees eerst een bestand in" in app.info[0].value


def test_crosstabs_stand_under_the_list(report_page: AppTest) -> None:
    app = report_page
    app.multiselect(key="report_banner").set_value(["soort"]).run()
    shown = preview(app)
    assert "Waaraan merk je dat? – naar Soort organisatie" in shown
    assert "Gemeente (A)" in shown
    app.number_input(key="report_hide_below").set_value(99).run()
    assert "‹" in preview(app)
    assert not app.exception


def test_the_summary_can_be_left_out(report_page: AppTest) -> None:
    app = report_page
    (before,) = [e.proto.body for e in app.get("html") if "tr-report" in e.proto.body]
    assert "77% van de respondenten antwoordt ‘Ja’" in before
    app.toggle(key="report_summary").set_value(False).run()
    (after,) = [e.proto.body for e in app.get("html") if "tr-report" in e.proto.body]
    assert "Samenvatting" not in after


def test_quotes_with_personal_data_are_pointed_out_before_the_report_is_shared(home: Path, open_page: Opener) -> None:
    answers = [("bel mij op 06-12345678 of mail", BOOS), ("boze mails", BOOS)]
    name = review_project(home, answers)
    workspace = Workspace(ProjectStore.open(home / f"{name}{SUFFIX}"), "Anna")
    (boos,) = workspace.project.coding_of("q1").clusters
    workspace.dispatch(ConfirmGroups("q1", (boos,)))
    workspace.dispatch(SetQuotes("q1", boos, (Quote(ResponseKey("w1", "q1", "r2"), Span(0, 10)),)))
    app = open_page("report", name)
    assert not any("persoonsgegevens" in one.label for one in app.expander)
    workspace.dispatch(SetQuotes("q1", boos, (Quote(ResponseKey("w1", "q1", "r1"), Span(0, 30)),)))
    workspace.close()
    app.run()
    (warning,) = [one for one in app.expander if "persoonsgegevens" in one.label]
    shown = " ".join(element.proto.body for element in warning.get("html"))
    assert "06-12345678" in shown
    assert f"{BOOS}, rij 1: telefoonnummer" in shown


def test_remarks_are_folded_away_when_there_are_many(home: Path, open_page: Opener) -> None:
    project = coded_project([(f"tijd en lef {at}", ["Tijd", "Lef"]) for at in range(3)])
    quotes = tuple(quote(project, "q", row) for row in (1, 2, 3))
    for name in ("Tijd", "Lef"):
        project = run(project, SetQuotes("q", code_named(project, "q", name), quotes))
    store_project(project, home / "studie.tienkeer")
    app = open_page("report", "studie")
    folded = next(expander for expander in app.expander if "3 opmerkingen" in expander.label)
    assert len([caption for caption in folded.caption if "staat niet in het rapport" in caption.value]) == 3
