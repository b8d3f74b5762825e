"""Converts reports to pages with LibreOffice and looks whether everything is on them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coding.domain.codebook import OTHER
from coding.domain.commands import SetQuotes
from coding.domain.counted_list import ListOptions
from coding.domain.report import Report, Show
from coding.services.export import Format, export
from coding.services.report import ReportSettings, make_report
from tests.hostile import NASTY, hostile_project, hostile_report
from tests.office import PptxFile
from tests.projects import coded_project, example_project, quote, run

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(SOFFICE is None or PDFTOTEXT is None, reason="needs LibreOffice and poppler"),
]
FOOTER = 498.0  # points from the top of a slide


def long_report() -> Report:
    """Long questions, names and answers."""
    words = "Er wordt altijd eerst gezonden en pas daarna gevraagd wat inwoners er zelf van vinden. "
    long_word = "Samenwerkingsverbandenoverkoepelendecommunicatieprofessionaliseringstrajecten"
    start = "Argument met een naam die over meer dan een regel van de dia loopt als het zo uitkomt"
    names = [f"{start} {at} {'en zo ' * 9}{long_word}" for at in range(9)]
    answers = [(f"{words * (1 + (at * 5) % 7)}{at}", [names[at % 9]]) for at in range(40)]
    answers.append(((words * 60).strip(), ["Overig"]))
    project = coded_project(answers, text="Wat is er volgens jou nodig? " * 7)
    coding = project.coding_of("q")
    for code in (*coding.codes, OTHER):
        rows = [int(key.respondent[1:]) for key in coding.assigned_members[code][:4]]
        project = run(project, SetQuotes("q", code, tuple(quote(project, "q", row) for row in rows)))
    settings = ReportSettings(title="Luisteren " * 12, subtitle="Onderzoek", show=Show.BOTH)
    return make_report(project, settings, "2026-11-22")


def reports() -> dict[str, Report]:
    options = ListOptions(threshold=2, non_answers=True, proposed_quotes=True)
    usual = ReportSettings(options=options, banner=("soort", "merkt_ja"))
    return {
        "usual": make_report(example_project(), usual, "2026-11-22"),
        "long": long_report(),
        "nasty": hostile_report(hostile_project(list(NASTY), "<b>=1+1</b> **naam**", "=vraag $x$ [k](l)")),
    }


def pages(data: bytes, wanted: Format, folder: Path) -> list[list[tuple[float, float, float, float, str]]]:
    """Per page the words with their places: left, top, right, bottom in points; the first is the page's own size."""
    source = folder / f"report.{wanted.value}"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    done = subprocess.run(
        [str(PDFTOTEXT), "-bbox", str(source.with_suffix(".pdf")), "-"], check=True, capture_output=True, timeout=60
    )
    found = []
    for page in done.stdout.decode("utf-8").split("<page ")[1:]:
        size = re.match(r'width="([\d.]+)" height="([\d.]+)"', page)
        assert size is not None
        place = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
        words = [(float(a), float(b), float(c), float(d), w) for a, b, c, d, w in re.findall(place, page)]
        found.append([(0.0, 0.0, float(size[1]), float(size[2]), ""), *words])
    return found


@pytest.mark.parametrize("name", ["usual", "long", "nasty"])
def test_nothing_runs_off_a_slide_and_none_is_empty(name: str, tmp_path: Path) -> None:
    data = export(reports()[name], Format.PPTX)
    shown = pages(data, Format.PPTX, tmp_path)
    assert len(shown) == len(PptxFile(data).slides)
    for page in shown:
        (_, _, wide, tall, _), *words = page
        assert words
        assert all(left >= 0 and right <= wide and top >= 0 and bottom <= tall for left, top, right, bottom, _ in words)
        body = [word for word in words if word[1] < FOOTER]
        assert all(bottom <= FOOTER for _, _, _, bottom, _ in body)


@pytest.mark.parametrize("name", ["usual", "long", "nasty"])
@pytest.mark.parametrize("wanted", [Format.DOCX, Format.XLSX])
def test_nothing_runs_off_a_page_and_none_is_empty(name: str, wanted: Format, tmp_path: Path) -> None:
    for page in pages(export(reports()[name], wanted), wanted, tmp_path):
        (_, _, wide, tall, _), *words = page
        assert len(words) > 1
        assert all(left >= 0 and right <= wide + 1 and bottom <= tall for left, _, right, bottom, _ in words)
