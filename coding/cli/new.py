"""``python -m coding new``: a project from a survey file, with proposed groups."""

from __future__ import annotations

import argparse
import getpass
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from coding.cli.files import bytes_of
from coding.cli.say import say
from coding.domain.errors import ImportRefused, ProjectFileError

if TYPE_CHECKING:
    from coding.services.importing import ImportReport
    from coding.services.mapping import Mapping
    from coding.services.workspace import Workspace

_EXAMPLE: Final = """\
example:
  python -m coding new study.tienkeer --survey answers.xlsx
  python -m coding new study.tienkeer --survey answers.csv --open "Why?" --open "Else?" --filter "Control=Yes"

  What each column is for is guessed where you do not say it, as in the browser, and printed. The project opens in the
  app when it lies in its data folder: use "Open a copy" on the start page, or set TIENKEER_HOME to its folder.
"""


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "new",
        help="make a project from a survey file",
        description="Make a project from a survey file (CSV, TSV, XLSX, ODS, SAV) and propose groups per question.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT-FILE", help="the project file to make (.tienkeer)")
    parser.add_argument("--survey", type=Path, required=True, metavar="FILE", help="the survey file")
    parser.add_argument("--sheet", help="sheet of a workbook (default: the first with answers)")
    parser.add_argument("--name", help="name of the project (default: that of its file)")
    parser.add_argument("--wave", help="name of the wave (default: the year in the file's name)")
    parser.add_argument("--id", metavar="COL", help="column with respondent ids; - numbers the rows")
    parser.add_argument("--open", action="append", metavar="COL", help="open question; may be repeated")
    parser.add_argument("--background", action="append", metavar="COL", help="background variable; may be repeated")
    parser.add_argument("--weight", metavar="COL", help="column with weights; - for none")
    parser.add_argument(
        "--filter", action="append", metavar="COL=VALUE", help="only respondents with this value count; may be repeated"
    )
    parser.add_argument("--encoder", default="bundled", metavar="NAME", help="encoder for proposals (default: bundled)")
    parser.add_argument("--coder", default=None, help="your name in the history (default: your user name)")
    parser.add_argument("--no-proposals", action="store_true", help="import only")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import, propose, report. A project that could not be finished is not left behind."""
    from coding.composition import vectors_path
    from coding.domain.project import ProjectInfo
    from coding.files.read_table import read_table
    from coding.services.add_wave import add_wave
    from coding.services.workspace import Workspace
    from coding.store.project_store import ProjectStore

    if options.project.exists():
        raise ProjectFileError("project_file.exists", file=options.project.name)
    table = read_table(bytes_of(options.survey), options.survey.name, sheet=options.sheet)
    mapping = _mapping(options, table)
    name = (options.name or options.project.stem).strip() or options.project.stem
    info = ProjectInfo(name, options.encoder, _version(options))
    try:
        with ProjectStore.create(options.project, uuid4().hex, info) as store:
            workspace = Workspace(store, options.coder or getpass.getuser())
            _print_report(add_wave(workspace, table, mapping), mapping, options)
            if not options.no_proposals:
                _propose_all(workspace, options)
    except BaseException:
        options.project.unlink(missing_ok=True)
        vectors_path(options.project).unlink(missing_ok=True)
        raise
    return 0


def column_or_none(chosen: str) -> str | None:
    """The column that an option names, None for "-"."""
    return None if chosen == "-" else chosen


def _mapping(options: argparse.Namespace, table: Any) -> Mapping:
    """The guess, with what the options say in its place. Columns that a filter or gate needs stay as they are."""
    from coding.services.mapping import CountsFilter, OpenColumn, VariableColumn, guess_mapping, label_of

    mapping = guess_mapping(table)
    if options.open:
        known = {question.column: question for question in mapping.questions}
        mapping = replace(
            mapping,
            questions=tuple(known.get(column) or OpenColumn(column, column) for column in options.open),
            variables=tuple(v for v in mapping.variables if v.column not in options.open),
        )
    if options.background:
        kept = tuple(v for v in mapping.variables if not set(v.columns).intersection(options.background))
        named = {column: label_of(table, column) for column in table.columns}
        added = (VariableColumn(column, named.get(column, column)) for column in options.background)
        mapping = replace(mapping, variables=(*kept, *added))
    if options.id:
        mapping = replace(mapping, respondent=column_or_none(options.id))
    if options.weight:
        mapping = replace(mapping, weight=column_or_none(options.weight))
    if options.filter:
        filters: dict[str, list[str]] = {}
        for condition in options.filter:
            column, sign, value = condition.rpartition("=")
            if not sign:
                raise ImportRefused("import_filter_form", condition=condition)
            filters.setdefault(column, []).append(value)
        same = {column for column, values in filters.items() if len(values) == 1}.difference(options.background or ())
        kept = tuple(v for v in mapping.variables if v.column not in same)  # all who count gave the same answer
        named_filters = tuple(CountsFilter(column, tuple(values)) for column, values in filters.items())
        mapping = replace(mapping, filters=named_filters, variables=kept)
    return replace(mapping, wave=options.wave) if options.wave else mapping


def _print_report(report: ImportReport, mapping: Mapping, options: argparse.Namespace) -> None:
    from coding.domain.survey import VariableRole
    from coding.texts import text

    say(options, "cli.read", file=report.file, rows=report.rows, excluded=report.excluded)
    tell_damage(report, options)
    for condition in mapping.filters:
        values = text("cli.or", options.language).join(condition.values)
        say(options, "cli.counts", column=condition.column, values=values)
    for variable in mapping.variables:
        if variable.role is VariableRole.MULTIPLE:
            say(options, "cli.several", label=variable.label, columns=", ".join(variable.columns))
    for question in report.questions:
        counts = ("answers", "non_answers", "blanks", "not_asked", "excluded", "duplicates")
        told = {name: getattr(question, name) for name in counts}
        say(options, "cli.question", text=question.text, id=question.question, **told)


def tell_damage(report: ImportReport, options: argparse.Namespace) -> None:
    """Say in which rows letters look damaged, if any."""
    from coding.services.importing import damage_text

    if report.damage:
        key, facts = damage_text(report.damage)
        say(options, key, **facts)


def _version(options: argparse.Namespace) -> str:
    """The version of the encoder; of one that would have to be fetched only when it is used anyway."""
    from coding.composition import project_encoder

    if options.no_proposals and options.encoder != "bundled":
        return ""
    return project_encoder(options.project, options.encoder).version


def _propose_all(workspace: Workspace, options: argparse.Namespace) -> None:
    from coding.cli.progress import progress_on_terminal
    from coding.composition import project_encoder
    from coding.services.proposing import level_command, propose_question
    from coding.services.workspace import now

    encoder = project_encoder(options.project, options.encoder)
    with progress_on_terminal(0) as progress:
        for question in workspace.project.questions_in_order():
            run = propose_question(workspace.project, question.id, encoder, made_at=now(), progress=progress)
            workspace.save_run(run)
            workspace.dispatch(level_command(workspace.project, run, run.default_level))
    for question in workspace.project.questions_in_order():
        groups = len(workspace.project.coding_of(question.id).clusters)
        say(options, "cli.proposed", groups=groups, text=question.text)
