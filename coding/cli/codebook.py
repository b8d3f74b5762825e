"""``python -m coding codebook``: the codebook of a question as a file, or a codebook from a file."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coding.cli.say import say
from coding.domain.errors import ExportError

if TYPE_CHECKING:
    from coding.services.workspace import Workspace

_EXAMPLE: Final = """\
example:
  python -m coding codebook study.tienkeer --question trust --out codes.xlsx
  python -m coding codebook study.tienkeer --question trust --use codes.csv --place

  A codebook has one argument per row: CSV or a workbook with column names in the first row, or a REFI-QDA codebook
  (.qdc). What each column holds is guessed from its name. With --place answers are found for the arguments, by names,
  descriptions, keyword rules and example answers; they wait on the board until you decide.
"""


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "codebook",
        help="save the codebook of a question as a file, or use one from a file",
        description="Save the codebook of a question as a file (CSV, XLSX), or use one (CSV, XLSX, .qdc).",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT-FILE", help="the project (a .tienkeer file)")
    parser.add_argument("--question", metavar="ID", help="the question (default: the only one)")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, metavar="FILE", help="save to this file (.csv or .xlsx)")
    what.add_argument("--use", type=Path, metavar="FILE", help="take over the codes in this file")
    parser.add_argument("--sheet", help="with --use: sheet of a workbook (default: the first)")
    parser.add_argument("--place", action="store_true", help="with --use: find answers for the codes")
    parser.add_argument(
        "--examples", action="store_true", help="with --out: with example answers, as people wrote them"
    )
    parser.add_argument("--coder", default=None, help="your name in the history (default: your user name)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Save or use."""
    from coding.services.workspace import Workspace
    from coding.store.project_store import ProjectStore

    with ProjectStore.open(options.project) as store:
        workspace = Workspace(store, options.coder or getpass.getuser())
        question = _question(workspace, options.question)
        if options.out is not None:
            _save(workspace, question, options)
        else:
            _use(workspace, question, options)
    return 0


def _question(workspace: Workspace, wanted: str | None) -> str:
    known = [question.id for question in workspace.project.questions_in_order()]
    if wanted is None and len(known) == 1:
        return known[0]
    if wanted is None:
        raise ExportError("export.which_question", known=", ".join(known))
    if wanted not in known:
        raise ExportError("export.unknown_question", name=wanted, known=", ".join(known))
    return wanted


def _save(workspace: Workspace, question: str, options: argparse.Namespace) -> None:
    from coding.cli.export import write_whole
    from coding.services.codebook_files import CodebookFormat, save_codebook

    kinds = [form.value for form in CodebookFormat]
    kind = options.out.suffix.lower().lstrip(".")
    if kind not in kinds:
        raise ExportError("export.unknown_format", name=kind, known=", ".join(kinds))
    form = CodebookFormat(kind)
    data = save_codebook(workspace.project, question, form, options.language, examples=options.examples)
    write_whole(options.out, data)


def _use(workspace: Workspace, question: str, options: argparse.Namespace) -> None:
    from coding.cli.files import bytes_of
    from coding.services.codebook_files import codebook_in, open_codebook, part_for, preview, use_codebook

    file = open_codebook(bytes_of(options.use), options.use.name, sheet=options.sheet)
    book = codebook_in(file, part=part_for(file, workspace.project.questions[question].text))
    seen = preview(workspace.project, question, book)
    workspace.dispatch(use_codebook(question, book, file.name))
    nets = sum(code.is_net for code in seen.new)
    say(options, "cli.codebook_used", codes=len(seen.new) - nets, nets=nets, known=len(seen.known))
    if options.place:
        _place(workspace, question, options)


def _place(workspace: Workspace, question: str, options: argparse.Namespace) -> None:
    from coding.composition import project_encoder
    from coding.services.deductive import place_by_codebook, placed
    from coding.services.workspace import now

    encoder = project_encoder(options.project, workspace.project.info.encoder)
    workspace.dispatch(place_by_codebook(workspace.project, question, encoder, made_at=now()))
    seen = placed(workspace.project, question)
    say(options, "cli.placed", suggested=seen.suggested, none=seen.none)
