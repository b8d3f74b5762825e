"""``python -m coding compare``: what changed between two waves of a project."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coding.domain.errors import CommandRefused, ExportError
from coding.services.wave_names import wave_called

if TYPE_CHECKING:
    from coding.domain.project import Project
    from coding.services.comparison import CompareOptions

Table = tuple[Sequence[str], Sequence[Sequence[str]]]

_EXAMPLE: Final = """\
example:
  python -m coding compare study.tienkeer
  python -m coding compare study.tienkeer --first 2024 --second 2026 --by sector --report-language nl
  python -m coding compare study.tienkeer --period half-year --format csv > periods.csv

  A difference counts as a rise or a fall when it is significant after Holm's correction over the arguments of the
  question; people who took part in both waves are taken into account.
"""


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "compare",
        help="compare the waves of a project",
        description="Compare two waves of a project: per argument what rose, fell, is new and gone.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT-FILE", help="the project (a .tienkeer file)")
    parser.add_argument("--question", action="append", metavar="ID", help="only this question; may be repeated")
    parser.add_argument(
        "--first", metavar="WAVE", help="name of the earlier wave (default: of the last two surveys that asked it)"
    )
    parser.add_argument(
        "--second", metavar="WAVE", help="name of the later wave (default: the last survey that asked it)"
    )
    parser.add_argument("--base", choices=("answered", "asked"), default="answered", help="what shares are of")
    parser.add_argument("--unweighted", action="store_true", help="leave weights out")
    parser.add_argument("--by", metavar="ID", help="also within each category of this background variable")
    parser.add_argument(
        "--period", choices=("week", "month", "quarter", "half-year"), help="counts and shares per period instead"
    )
    parser.add_argument("--threads", action="store_true", help="which arguments run through all sources instead")
    parser.add_argument("--format", choices=("markdown", "csv"), default="markdown", help="default: markdown")
    parser.add_argument("--report-language", choices=("nl", "en"), default="nl", help="language of the report")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare and print."""
    from coding.domain.counted_list import Base
    from coding.services.compare import is_weighted
    from coding.services.comparison import CompareOptions
    from coding.store.project_store import ProjectStore

    with ProjectStore.open(options.project) as store:
        project = store.load()
    how = CompareOptions(Base(options.base), is_weighted(project) and not options.unweighted)
    for question in _questions(project, options.question):
        for title, table, sentences in _parts(project, question, how, options):
            _print(title, table, sentences, options.format)
    return 0


def _questions(project: Project, wanted: Sequence[str] | None) -> list[str]:
    """The questions asked for, else every one that has been coded. Raises CommandRefused when none has."""
    known = [question.id for question in project.questions_in_order()]
    for name in wanted or ():
        if name not in known:
            raise CommandRefused("waves.unknown_question", name=name, known=", ".join(known))
    found = list(wanted) if wanted else [q for q in known if project.coding_of(q).decisions]
    if not found:
        raise CommandRefused("waves.nothing_to_compare")
    return found


def _parts(
    project: Project, question: str, how: CompareOptions, options: argparse.Namespace
) -> Iterator[tuple[str, Table, list[str]]]:
    from coding.services.compare import by_variable, compare_waves, last_two, last_two_of
    from coding.services.compare_periods import Period, over_periods, threads
    from coding.services.compare_words import (
        comparison_sentences,
        comparison_table,
        series_table,
        thread_sentences,
        threads_table,
    )

    text, language = project.questions[question].text, options.report_language
    if options.period:
        yield text, series_table(over_periods(project, question, Period(options.period), how), language), []
        return
    if options.threads:
        found = threads(project, question)
        yield text, threads_table(found, language), thread_sentences(found, language)
        return
    first, second = (name and wave_called(project, name) for name in (options.first, options.second))
    if first is None or second is None:
        before, last = last_two_of(project, question) or last_two(project)
        first, second = first or before, second or last
    one = compare_waves(project, question, first, second, how)
    text = one.text
    yield text, comparison_table(one, language), comparison_sentences(one, language)
    if options.by:
        if options.by not in project.variables:
            raise CommandRefused("waves.unknown_name", name=options.by, known=", ".join(project.variables))
        label = project.variables[options.by].label
        if project.variables[options.by].several:
            raise ExportError("export.several_divides", name=label)
        for value, part in by_variable(project, question, first, second, options.by, how).items():
            yield f"{text} – {label}: {value}", comparison_table(part, language), comparison_sentences(part, language)


def _print(title: str, table: Table, sentences: list[str], form: str) -> None:
    from coding.files.printable import guarded

    head, rows = table
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["question", *head])
        writer.writerows([guarded(cell) for cell in (title, *row)] for row in rows)
        return
    print(f"## {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(cell.replace("|", "\\|").replace("    ", "&emsp;") for cell in row) + " |")
    print()
    for sentence in sentences:
        print(f"- {sentence}")
    print()
