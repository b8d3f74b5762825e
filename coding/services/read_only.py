"""What colleagues who only read get: lists, quotes, crosstabs and compared waves, on a page and as one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from coding.domain.project import Project
from coding.domain.report import Report
from coding.domain.report_settings import ReportSettings
from coding.services.export import Format, export, preview_html
from coding.services.report import make_report
from coding.services.report_words import people_of
from coding.services.subgroup import Only, subgroup
from coding.texts import text
from coding.texts.report_wording import count_of, number

_SMALL: Final = 50
_VERY_SMALL: Final = 30


def read_only_page(
    project: Project,
    settings: ReportSettings,
    made_on: str,
    candidates: Mapping[str, Any] | None = None,
    only: Only | None = None,
) -> str:
    """The page as HTML to put into the app. Safe: everything that people typed is escaped.

    ``only`` counts and shows some of the respondents.
    """
    return preview_html(_report(project, settings, made_on, candidates, only, lists_only=True))


def read_only_file(
    project: Project,
    settings: ReportSettings,
    made_on: str,
    candidates: Mapping[str, Any] | None = None,
    only: Only | None = None,
) -> bytes:
    """The same as one HTML file that needs nothing else, UTF-8."""
    return export(_report(project, settings, made_on, candidates, only), Format.HTML)


def _report(
    project: Project,
    settings: ReportSettings,
    made_on: str,
    candidates: Mapping[str, Any] | None,
    only: Only | None,
    *,
    lists_only: bool = False,
) -> Report:
    if only is None:
        return make_report(project, settings, made_on, candidates, lists_only=lists_only)
    part = subgroup(project, only)
    report = make_report(part, settings, made_on, candidates, lists_only=lists_only)
    everybody = len(set().union(*(people_of(project, wave) for wave in report.waves)))
    told = _told(project, only, report, everybody)
    subtitle = " · ".join(filter(None, (report.subtitle, told)))
    return replace(report, subtitle=subtitle, preamble=(*report.preamble, *_small(report)))


def _told(project: Project, only: Only, report: Report, everybody: int) -> str:
    """Who is read, and how many of all respondents they are."""
    language = report.language
    values = text("report.summary.or", language).join(f"‘{value}’" for value in only.values)
    facts = {"count": number(report.person_count, language), "total": number(everybody, language)}
    return text("read_only.told", language, values=values, label=project.variables[only.variable].label, **facts)


def _small(report: Report) -> tuple[str, ...]:
    """A line for each list on few respondents: under 50, and in stronger words under 30."""
    lines = []
    for section in report.sections:
        base = section.counted.base.respondent_count
        if 0 < base < _SMALL:
            key = "read_only.very_small" if base < _VERY_SMALL else "read_only.small"
            asked = section.counted.question.text
            people = count_of("respondents", base, report.language)
            lines.append(text(key, report.language, question=asked, people=people))
    return tuple(lines)
