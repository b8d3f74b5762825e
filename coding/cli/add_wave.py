"""``python -m coding add-wave``: a further survey file in a project, recognised with the codebook there is."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coding.cli.say import say
from coding.domain.errors import ImportRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coding.analysis.encoder import Encoder
    from coding.domain.progress import Progress
    from coding.domain.project import Project
    from coding.services.waves_match import WaveMatch
    from coding.services.workspace import Workspace

_EXAMPLE: Final = """\
example:
  python -m coding add-wave study.tienkeer --survey answers_2026.csv
  python -m coding add-wave study.tienkeer --survey answers_2026.csv --yes
  python -m coding add-wave study.tienkeer --survey mails.csv --wave "E-mails" --channel "E-mail" --column why=text

  Columns and answer categories that are called otherwise than before are proposed and printed. Nothing is read in until
  they are confirmed with --yes; from then on the project remembers them.
"""


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "add-wave",
        help="add a new wave and have it recognised",
        description="Add a survey file to a project as its next wave, and propose the known codes for its answers.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT-FILE", help="the project (a .tienkeer file)")
    parser.add_argument("--survey", type=Path, required=True, metavar="FILE", help="the survey file")
    parser.add_argument("--sheet", help="sheet of a workbook (default: the first with answers)")
    parser.add_argument("--wave", default="", help="name of the wave (default: the year in the file's name)")
    parser.add_argument("--channel", default="", help="the source, if the answers are no survey: 'E-mail', 'Phone'")
    parser.add_argument("--yes", action="store_true", help="confirm the proposed columns and categories")
    parser.add_argument(
        "--column", action="append", default=[], metavar="ID=COL", help="the column of a question or variable"
    )
    parser.add_argument(
        "--category",
        action="append",
        default=[],
        metavar="ID:NEW=KNOWN",
        help="what a category of the file stands for; nothing after '=' for a new one",
    )
    parser.add_argument("--id", metavar="COL", help="column with respondent ids; - numbers the rows")
    parser.add_argument("--weight", metavar="COL", help="column with weights; - for none")
    parser.add_argument("--coder", default=None, help="your name in the history (default: your user name)")
    parser.add_argument("--no-proposals", action="store_true", help="import only")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Match, confirm, import, recognise."""
    from coding.cli.files import bytes_of
    from coding.cli.new import tell_damage
    from coding.files.read_table import read_table
    from coding.services.add_wave import refuse_same_file
    from coding.services.waves import add_matched_wave
    from coding.services.waves_match import match_columns
    from coding.services.workspace import Workspace
    from coding.store.project_store import ProjectStore

    table = read_table(bytes_of(options.survey), options.survey.name, sheet=options.sheet)
    with ProjectStore.open(options.project) as store:
        workspace = Workspace(store, options.coder or getpass.getuser())
        refuse_same_file(workspace.project, table)
        match = _changed(workspace.project, match_columns(workspace.project, table), options)
        _print_match(match, options)
        if match.to_confirm and not options.yes:
            raise ImportRefused("waves.to_confirm")
        report = add_matched_wave(workspace, match, options.wave, options.channel)
        say(options, "cli.read", file=report.file, rows=report.rows, excluded=report.excluded)
        tell_damage(report, options)
        if not options.no_proposals:
            _recognise_all(workspace, options)
    return 0


def _changed(project: Project, match: WaveMatch, options: argparse.Namespace) -> WaveMatch:
    """The proposal with what the options say in its place."""
    from coding.cli.new import column_or_none
    from coding.services.waves_match import with_category, with_column, with_own

    if options.id or options.weight:
        respondent, weight = match.guess.respondent, match.guess.weight
        respondent = column_or_none(options.id) if options.id else respondent
        match = with_own(project, match, respondent, column_or_none(options.weight) if options.weight else weight)
    for pair in options.column:
        known, sign, column = pair.partition("=")
        _check(project, known, sign, pair, "ID=COL")
        if column and column not in match.table.columns:
            raise ImportRefused("waves.not_a_column", file=match.table.name, column=column)
        match = with_column(project, match, known, column or None)
    for pair in options.category:
        known, colon, rest = pair.partition(":")
        found, sign, stands_for = rest.rpartition("=")
        _check(project, known, colon and sign, pair, "ID:NEW=KNOWN")
        match = with_category(match, known, found, stands_for)
    return match


def _check(project: Project, known: str, sign: str, pair: str, form: str) -> None:
    if not sign:
        raise ImportRefused("waves.pair_form", pair=pair, form=form)
    names = (*project.questions, *project.variables)
    if known not in names:
        raise ImportRefused("waves.unknown_name", name=known, known=", ".join(names))


def _print_match(match: WaveMatch, options: argparse.Namespace) -> None:
    for one in match.columns:
        if one.column is None:
            say(options, "cli.not_in_file", label=one.label, known=one.known)
        elif one.column != one.label and one.to_confirm:
            alike = f"{one.score:.0%}"
            say(options, "cli.taken_for", column=one.column, label=one.label, known=one.known, score=alike)
        for category in one.categories:
            key = "cli.category_taken_for" if category.known else "cli.category_new"
            say(options, key, found=category.found, known=one.known, meant=category.known)
    for column in match.new:
        say(options, "cli.new_column", column=column)


def _recognise_all(workspace: Workspace, options: argparse.Namespace) -> None:
    from coding.cli.progress import progress_on_terminal
    from coding.composition import project_encoder
    from coding.services.waves import recognise_wave, recognition_facts, to_recognise
    from coding.services.waves_view import wave_view
    from coding.services.workspace import now

    wave = workspace.project.waves_in_order()[-1].id
    encoder = project_encoder(options.project, workspace.project.info.encoder)
    wanted = to_recognise(workspace.project, wave)
    with progress_on_terminal(0) as progress:
        joined = _join_all(workspace, wanted, encoder, progress, options)
        if not wanted and not joined:
            say(options, "cli.nothing_to_recognise")
        for question in wanted:
            command = recognise_wave(workspace.project, question, wave, encoder, made_at=now(), progress=progress)
            workspace.dispatch(command)
            facts = recognition_facts(command)
            say(options, "cli.recognised", text=workspace.project.questions[question].text, **facts)
            view = wave_view(workspace.project, question, wave)
            for group in view.groups:
                say(options, "cli.new_group", name=group.name, count=group.count)
            for name in view.gone:
                say(options, "cli.gone", name=name)


def _join_all(
    workspace: Workspace, but: Sequence[str], encoder: Encoder, progress: Progress, options: argparse.Namespace
) -> int:
    """Let answers join the proposed groups of questions that have no codes yet; on how many questions that was."""
    from coding.services.joining import join_question, newcomers
    from coding.services.workspace import now

    joined = 0
    for question in workspace.project.questions_in_order():
        current = workspace.project.coding_of(question.id).board.run
        if question.id in but or current is None:
            continue
        run = workspace.run(current)
        if not newcomers(workspace.project, run):
            continue
        found = join_question(workspace.project, run, encoder, made_at=now(), progress=progress)
        workspace.save_run(found.run)
        workspace.dispatch(found.command)
        joined += 1
        say(
            options,
            "cli.joined",
            text=question.text,
            joined=found.joined,
            in_new=found.in_new_groups,
            groups=found.new_groups,
            left=found.left,
        )
    return joined
