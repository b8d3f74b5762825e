"""``python -m coding code``: take over a coding that was made by hand."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path
from typing import Any, Final

from coding.cli.say import say

_EXAMPLE: Final = """\
example:
  python -m coding code study.tienkeer --coding coded.csv --coder Anna
  python -m coding code study.tienkeer --coding second.csv --coder Bert --blind

  The file has the columns question (or vraag), respondent and codes; codes are joined by '|', '-' means that none
  applies. With --blind the coding is kept apart, as that of a second coder: python -m coding agreement --help
"""


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "code",
        help="take over a coding made by hand",
        description="Take over a coding made by hand, as the decisions that count or as those of a second coder.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT-FILE", help="the project (a .tienkeer file)")
    parser.add_argument("--coding", type=Path, required=True, metavar="FILE", help="CSV or workbook with the coding")
    parser.add_argument("--coder", default=None, help="who coded (default: your user name)")
    parser.add_argument("--wave", metavar="NAME", help="the wave it is of (default: the first with all respondents)")
    parser.add_argument("--blind", action="store_true", help="keep it apart, as the coding of a second coder")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the file, take it over, say what was done."""
    from coding.cli.files import bytes_of
    from coding.files.read_table import read_table
    from coding.services.hand_coding import read_hand_coding
    from coding.services.workspace import Workspace
    from coding.store.project_store import ProjectStore

    table = read_table(bytes_of(options.coding), options.coding.name)
    with ProjectStore.open(options.project) as store:
        workspace = Workspace(store, options.coder or getpass.getuser())
        coding = read_hand_coding(workspace.project, table, wave=options.wave, alone=options.blind)
        for command in coding.commands:
            workspace.dispatch(command)
            text = workspace.project.questions[command.question].text
            key = "cli.coded.one" if len(command.new) == 1 else "cli.coded"
            say(options, key, answers=len(command.decided), codes=len(command.new), text=text)
    if coding.left_out:
        say(options, "cli.left_out", count=coding.left_out)
    return 0
