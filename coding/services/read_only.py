"""What colleagues who only read get: lists, quotes, crosstabs and compared waves, on a page and as one file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coding.domain.project import Project
from coding.domain.report_settings import ReportSettings
from coding.services.export import Format, export, preview_html
from coding.services.report import make_report


def read_only_page(
    project: Project, settings: ReportSettings, made_on: str, candidates: Mapping[str, Any] | None = None
) -> str:
    """The page as HTML to put into the app. Safe: everything that people typed is escaped."""
    return preview_html(make_report(project, settings, made_on, candidates, lists_only=True))


def read_only_file(
    project: Project, settings: ReportSettings, made_on: str, candidates: Mapping[str, Any] | None = None
) -> bytes:
    """The same as one HTML file that needs nothing else, UTF-8."""
    return export(make_report(project, settings, made_on, candidates), Format.HTML)
