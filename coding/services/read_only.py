"""What colleagues who only read get: lists, quotes, crosstabs and compared waves, on a page and as one file."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from coding.domain.project import Project
from coding.domain.report import Report
from coding.services.compare import CompareOptions, compare_waves, is_weighted, over_waves
from coding.services.compare_words import comparison_sentences, comparison_table, series_table
from coding.services.export import Format, export, preview_html
from coding.services.report import ReportSettings, make_report
from coding.texts import Language, text

_END = "</body>"


def read_only_page(
    project: Project, settings: ReportSettings, made_on: str, candidates: Mapping[str, Any] | None = None
) -> str:
    """The page as HTML to put into the app. Safe: everything that people typed is escaped."""
    report = make_report(project, settings, made_on, candidates, lists_only=True)
    return preview_html(report) + _in_report(comparisons_html(project, report, settings))


def read_only_file(
    project: Project, settings: ReportSettings, made_on: str, candidates: Mapping[str, Any] | None = None
) -> bytes:
    """The same as one HTML file that needs nothing else, UTF-8."""
    report = make_report(project, settings, made_on, candidates)
    document = export(report, Format.HTML).decode("utf-8")
    body, end, rest = document.rpartition(_END)
    return (body + _in_report(comparisons_html(project, report, settings)) + end + rest).encode("utf-8")


def comparisons_html(project: Project, report: Report, settings: ReportSettings) -> str:
    """The last two of the chosen waves beside each other, per question; "" when fewer than two were chosen."""
    chosen = [
        w.id for w in project.waves_in_order() if settings.options.waves is None or w.id in settings.options.waves
    ]
    if len(chosen) < 2:
        return ""
    options = CompareOptions(settings.options.base, is_weighted(project))
    questions = dict.fromkeys(section.counted.question.id for section in report.sections)
    parts = [_one(project, question, chosen, options, report.language) for question in questions]
    told = "".join(parts)
    return f"<h2>{escape(text('read_only.waves', report.language))}</h2>{told}" if told else ""


def _one(project: Project, question: str, waves: list[str], options: CompareOptions, language: Language) -> str:
    found = compare_waves(project, question, waves[-2], waves[-1], options)
    if not found.rows:
        return ""
    sentences = "".join(f"<li>{escape(sentence)}</li>" for sentence in comparison_sentences(found, language))
    html = f"<h3>{escape(found.text)}</h3>{_table(*comparison_table(found, language))}<ul>{sentences}</ul>"
    if len(waves) > 2:
        html += _table(*series_table(over_waves(project, question, options), language))
    return f"<section>{html}</section>"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _in_report(html: str) -> str:
    return f'<div class="tr-report"><div class="tr-appendix">{html}</div></div>' if html else ""
