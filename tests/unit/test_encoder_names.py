"""Language models by the names that readers know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coding.domain.project import ProjectInfo
from coding.services.report import ReportSettings, make_report
from coding.texts.catalogue import Language
from coding.texts.encoders import encoder_text
from models.bundled import NAME, TITLE
from tests.projects import example_project


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_bundled_model_has_the_name_on_its_card(language: Language) -> None:
    assert encoder_text(NAME, language).startswith(TITLE)


def test_a_folder_is_named_by_its_last_part_and_a_hub_model_in_full() -> None:
    assert encoder_text("/home/anna/models/mini", "en") == "mini"
    assert encoder_text("C:\\Users\\Anna\\mini", "en") == "mini"
    assert encoder_text("intfloat/multilingual-e5-small", "nl") == "intfloat/multilingual-e5-small"


@pytest.mark.parametrize(("version", "end"), [("use-3", ", version use-3."), ("", ".")])
def test_the_method_names_model_and_version(version: str, end: str) -> None:
    project = replace(example_project(), info=ProjectInfo("x", NAME, version))
    report = make_report(project, ReportSettings(language="en"), "2026-11-22")
    told = {fact.heading: fact.text for fact in report.method}
    assert told["Language model"] == f"{TITLE} (comes with Tienkeer){end}"
