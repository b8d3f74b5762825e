"""The report builder: choices that stay in the project, sentences by hand, charts, and downloads that fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coding.domain.chart import BarChart, PanelChart, StackedChart
from coding.domain.counted_list import ListOptions
from coding.domain.errors import ExportError
from coding.domain.report import Look, Show
from coding.domain.report_settings import ReportSettings
from coding.files.chart_data import charts_of
from coding.services.export import Format
from coding.services.report import make_report
from coding.store.project_store import ProjectStore
from coding.ui.report.downloads import Making, made
from coding.ui.report.figures import figure
from tests.projects import empty_project, example_project, store_project

Opener = Callable[..., AppTest]


@pytest.fixture
def app(home: Path, open_page: Opener) -> AppTest:
    store_project(example_project(), home / "studie.tienkeer")
    return open_page("report", "studie")


def preview(app: AppTest) -> str:
    (found,) = [element.proto.body for element in app.get("html") if "tr-report" in element.proto.body]
    return str(found)


def test_choices_are_there_again_the_next_time(app: AppTest, open_page: Opener) -> None:
    app.number_input(key="report_threshold").set_value(3)
    app.text_input(key="report_client").set_value("Gemeente Voorbeeld")
    app.multiselect(key="report_questions").set_value(["mist", "merkt"])
    app.multiselect(key="report_banner").set_value(["soort"]).run()
    app.number_input(key="report_hide_below").set_value(4).run()
    assert "In opdracht van: Gemeente Voorbeeld" in preview(app)
    again = open_page("report", "studie")
    assert again.number_input(key="report_threshold").value == 3
    assert again.multiselect(key="report_questions").value == ["mist", "merkt"]
    assert again.number_input(key="report_hide_below").value == 4
    assert "In opdracht van: Gemeente Voorbeeld" in preview(again)


def test_cases_can_be_counted_instead_of_respondents(app: AppTest) -> None:
    app.selectbox(key="report_unit").set_value("soort").run()
    app.text_input(key="report_unit_name").set_value("soorten").run()
    assert "van de 3 soorten" in preview(app)
    assert not app.exception


def test_level_population_and_kind_of_sample_are_told(app: AppTest) -> None:
    assert "zijn niet aselect getrokken" in preview(app)
    app.number_input(key="report_level").set_value(90)
    app.number_input(key="report_population").set_value(1234)
    app.toggle(key="report_random_sample").set_value(True).run()
    shown = preview(app)
    assert "een betrouwbaarheid van 90%" in shown
    assert "een populatie van 1.234 mensen" in shown
    assert "zijn aselect getrokken" in shown


def test_one_question_can_differ_and_move(app: AppTest) -> None:
    app.selectbox(key="report_own_question").set_value("merkt").run()
    app.selectbox(key="report_own_quotes_merkt").set_value(0).run()
    assert preview(app).count("<blockquote") == preview(app).partition("Mis je nog iets")[2].count("<blockquote")
    app.button(key="report_down").click().run()
    assert app.multiselect(key="report_questions").value == ["mist", "merkt"]
    app.toggle(key="report_quotes_only_merkt").set_value(True).run()
    assert '<ol class="tr-list' not in preview(app).partition('id="q1"')[2]


def test_a_sentence_by_hand_stays_and_can_go_back(app: AppTest) -> None:
    app.button_group(key="report_view").set_value("sentences").run()
    field = app.text_area[0]
    automatic = field.value
    field.set_value("Het valt op: Het contact verandert (8x).").run()
    assert app.text_area[0].value == "Het valt op: Het contact verandert (8x)."
    app.button_group(key="report_view").set_value("preview").run()
    assert "Het valt op: Het contact verandert (8x)." in preview(app)
    app.button_group(key="report_view").set_value("sentences").run()
    app.button(key="report_back_0").click().run()
    assert app.text_area[0].value == automatic


def test_charts_of_a_question_are_drawn_with_their_downloads(app: AppTest) -> None:
    app.button_group(key="report_view").set_value("charts").run()
    assert not app.exception
    assert app.selectbox(key="report_charts_of").options == [
        "Merk je dat het vertrouwen daalt?",
        "Waaraan merk je dat?",
    ]
    assert len(app.get("plotly_chart")) == 1


def test_figures_hold_the_numbers_of_the_tabulation() -> None:
    settings = ReportSettings(options=ListOptions(threshold=2), show=Show.BOTH, banner=("soort",), hide_below=2)
    report = make_report(example_project(), settings, "2026-11-22")
    for _, chart in charts_of(report):
        drawn = figure(chart, Look())
        if isinstance(chart, BarChart):
            (trace,) = drawn.data
            assert list(trace.x) == [bar.share for bar in chart.bars]
            if chart.bars[0].high is not None:
                upper = [x + more for x, more in zip(trace.x, trace.error_x.array, strict=True)]
                assert upper == pytest.approx([bar.high for bar in chart.bars])
        elif isinstance(chart, StackedChart):
            assert [list(trace.x) for trace in drawn.data] == [
                [stack.shares[at] for stack in chart.stacks] for at in range(len(chart.parts))
            ]
        elif isinstance(chart, PanelChart):
            assert [tuple(trace.x) for trace in drawn.data] == list(zip(*chart.shares, strict=True))


def test_a_download_that_is_refused_tells_why() -> None:
    making = Making()
    with pytest.raises(ExportError):
        made(making, empty_project(), ReportSettings(), "2026-11-22", {}, Format.XLSX)
    assert making.share is None
    assert making.error is not None
    assert making.error.key == "export.no_answers"
    data = made(making, example_project(), ReportSettings(), "2026-11-22", {}, Format.CSV)
    assert data
    assert making.error is None


def test_a_fault_in_a_download_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr("coding.ui.report.downloads.export", fails)
    making = Making()
    with pytest.raises(ZeroDivisionError):
        made(making, example_project(), ReportSettings(), "2026-11-22", {}, Format.CSV)
    assert making.broken


def test_the_sentence_of_a_failed_download_stands_on_the_page(
    home: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = Making(error=ExportError("export.no_charts"))
    monkeypatch.setattr("coding.ui.report.downloads.Making", lambda: failed)
    store_project(example_project(), home / "studie.tienkeer")
    app = open_page("report", "studie")
    assert any("niets in een grafiek" in error.value for error in app.error)


def test_what_was_kept_is_in_the_project_file(app: AppTest, home: Path) -> None:
    app.text_input(key="report_title").set_value("Een titel").run()
    with ProjectStore.open(home / "studie.tienkeer") as store:
        assert "Een titel" in (store.kept("report") or "")
        assert store.revision() == replace(store.load()).revision  # no step that can be undone
