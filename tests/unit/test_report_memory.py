"""Choices for a report survive in the project file; logos are pictures and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from coding.domain.counted_list import Base, ListOptions
from coding.domain.errors import ExportError
from coding.domain.report import Look, Show
from coding.domain.report_settings import QuestionOptions, ReportSettings
from coding.files.logo import MOST_BYTES, read_logo
from coding.services.report_memory import keep_settings, kept_settings
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.projects import example_project, store_project


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    path = store_project(example_project(), tmp_path / "a.tienkeer")
    opened = Workspace(ProjectStore.open(path), "Anna")
    yield opened
    opened.close()


def picture(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, "red").save(buffer, kind)
    return buffer.getvalue()


def test_choices_come_back_as_they_were(workspace: Workspace) -> None:
    assert kept_settings(workspace) is None
    settings = ReportSettings(
        language="en",
        questions=("mist", "merkt"),
        options=ListOptions(base=Base.ASKED, threshold=3, unit="soort", unit_name="soorten", level=0.9, population=400),
        own={"mist": QuestionOptions(quotes=6, all_remarks=True)},
        title="Titel",
        client="Gemeente",
        show=Show.BOTH,
        look=Look("#123456", picture("PNG"), "#abcdef"),
        banner=("soort",),
        hide_below=5,
        random_sample=True,
    )
    keep_settings(workspace, settings)
    assert kept_settings(workspace) == settings
    assert workspace.next_undo() is None or workspace.next_undo().action != "keep"  # type: ignore[union-attr]


def test_what_is_gone_from_the_project_is_not_asked_for(workspace: Workspace) -> None:
    settings = ReportSettings(
        questions=("weg",),
        options=ListOptions(waves=("weg",), unit="weg"),
        own={"weg": QuestionOptions(quotes=1)},
        banner=("weg", "soort"),
    )
    keep_settings(workspace, settings)
    assert kept_settings(workspace) == ReportSettings(banner=("soort",))


@pytest.mark.parametrize(
    "stored", ["", "{", "[1]", '{"language": 5, "options": 3}', '{"look": {"logo": "geen base64!"}}']
)
def test_what_cannot_be_read_is_as_good_as_nothing(workspace: Workspace, stored: str) -> None:
    workspace.keep("report", stored)
    assert kept_settings(workspace) is None


def test_own_options_take_the_place_of_the_general_ones() -> None:
    general = ListOptions(threshold=3, quotes=2)
    assert QuestionOptions().over(general) == general
    assert QuestionOptions(quotes=0).over(general) == ListOptions(threshold=3, quotes=0)
    with pytest.raises(ValueError, match="quotes"):
        QuestionOptions(quotes=7)


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "L")]
)
def test_a_logo_becomes_a_small_png(kind: str, mode: str) -> None:
    made = Image.open(io.BytesIO(read_logo(picture(kind, (3000, 1000), mode))))
    assert made.format == "PNG"
    assert made.size == (1200, 400)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "export.logo_no_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "export.logo_no_picture"),
        (picture("GIF"), "export.logo_no_picture"),
        (picture("PNG", (600, 600))[:200], "export.logo_damaged"),
        (b"x" * (MOST_BYTES + 1), "export.logo_too_large"),
        (picture("PNG", (20000, 3000), "1"), "export.logo_too_many_pixels"),
    ],
    ids=["empty", "svg", "gif", "cut", "large", "bomb"],
)
def test_what_is_no_logo_is_refused_with_a_reason(data: bytes, key: str) -> None:
    with pytest.raises(ExportError) as refused:
        read_logo(data)
    assert refused.value.key == key
