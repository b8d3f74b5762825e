"""What ``report`` and ``export`` have in common: which project, which questions, how they are counted and shown."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coding.services.wave_names import wave_called

if TYPE_CHECKING:
    from coding.domain.project import Project
    from coding.domain.report import Report
    from coding.domain.report_settings import ReportSettings


def add_report_options(parser: Any) -> None:
    """The options that decide what a report holds."""
    parser.add_argument("project", type=Path, metavar="PROJECT-FILE", help="the project (a .tienkeer file)")
    parser.add_argument("--question", action="append", metavar="ID", help="only this question; may be repeated")
    parser.add_argument("--wave", action="append", metavar="NAME", help="only this wave; may be repeated")
    parser.add_argument("--per-wave", action="store_true", help="a list for each wave instead of one for all together")
    parser.add_argument(
        "--base",
        choices=("answered", "asked"),
        default="answered",
        help="shares of all who answered the question (default) or of all who were asked it",
    )
    parser.add_argument(
        "--threshold", type=_at_least_one, default=1, metavar="K", help="arguments of fewer respondents go under Other"
    )
    parser.add_argument(
        "--quotes", type=int, choices=range(7), default=4, metavar="0-6", help="quotes per argument (default: 4)"
    )
    parser.add_argument(
        "--proposed-quotes", action="store_true", help="print the machine's quotes where nobody picked one"
    )
    parser.add_argument("--proposals", action="store_true", help="list what only the machine proposes, marked as such")
    parser.add_argument("--non-answers", action="store_true", help="count and list 'No', 'No idea' and the like")
    parser.add_argument("--show", choices=("count", "share", "both"), default="count", help="what stands behind a name")
    parser.add_argument("--by", action="append", metavar="VARIABLE", help="crosstabs by this variable; may be repeated")
    parser.add_argument("--by-position", action="store_true", help="crosstabs by the closed question each is read by")
    parser.add_argument("--hide-below", type=int, default=0, metavar="K", help="hide crosstab cells of fewer people")
    parser.add_argument("--level", type=_level, default=0.95, metavar="P", help="confidence level (default: 0.95)")
    parser.add_argument("--population", type=_at_least_one, metavar="N", help="people the sample was drawn from")
    parser.add_argument("--unit", metavar="VARIABLE", help="count the values of this variable instead of respondents")
    parser.add_argument("--no-summary", action="store_true", help="leave out the sentence per question")
    parser.add_argument(
        "--no-compare", action="store_true", help="leave out the chapter that compares the last two waves"
    )
    parser.add_argument(
        "--period",
        choices=("week", "month", "quarter", "half-year"),
        default="",
        help="a chapter with counts by day of answering",
    )
    parser.add_argument(
        "--threads",
        nargs="?",
        const="",
        type=_half_year,
        metavar="HALF-YEAR",
        help="a chapter on arguments that run through all sources, of one half-year (2026-H2) or of all time",
    )
    parser.add_argument("--title", default="", help="title of the report (default: the project's name)")
    parser.add_argument("--report-language", choices=("nl", "en"), default="nl", help="language of the report")


def _half_year(text: str) -> str:
    if text and not re.fullmatch(r"\d{4}-H[12]", text):
        raise argparse.ArgumentTypeError("must be a half-year, for instance 2026-H2")
    return text


def _at_least_one(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value


def _level(text: str) -> float:
    value = float(text)
    if not 0.5 <= value < 1:
        raise argparse.ArgumentTypeError("must be at least 0.5 and less than 1, for instance 0.95")
    return value


def report_of(options: argparse.Namespace) -> Report:
    """The report that the options ask for. Raises ProjectFileError, CommandRefused or ExportError."""
    from coding.services.report import make_report
    from coding.services.report_quotes import quote_candidates
    from coding.store.project_store import ProjectStore

    with ProjectStore.open(options.project) as store:
        project = store.load()
        candidates: Mapping[str, Any] = quote_candidates(project, store.run) if options.proposed_quotes else {}
    return make_report(project, _settings(project, options), date.today().isoformat(), candidates)


def _settings(project: Project, options: argparse.Namespace) -> ReportSettings:
    from coding.domain.counted_list import Base, ListOptions
    from coding.domain.report import Show
    from coding.domain.report_settings import ReportSettings, WaveSettings

    return ReportSettings(
        language=options.report_language,
        questions=tuple(options.question) if options.question else None,
        options=ListOptions(
            waves=tuple(wave_called(project, name) for name in options.wave) if options.wave else None,
            base=Base(options.base),
            threshold=options.threshold,
            include_proposals=options.proposals,
            quotes=options.quotes,
            proposed_quotes=options.proposed_quotes,
            non_answers=options.non_answers,
            unit=options.unit,
            level=options.level,
            population=options.population,
        ),
        title=options.title,
        show=Show(options.show),
        per_wave=options.per_wave,
        summary=not options.no_summary,
        banner=tuple(options.by or ()),
        by_position=options.by_position,
        hide_below=options.hide_below,
        wave_chapters=WaveSettings(
            compare=not options.no_compare,
            period=options.period,
            threads=options.threads is not None,
            within=options.threads or "",
        ),
    )
