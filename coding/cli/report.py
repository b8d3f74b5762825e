"""``python -m coding report``: the counted argument lists of a project, to read in a terminal or keep as Markdown."""

from __future__ import annotations

import argparse
import sys
from typing import Any, Final

from coding.cli.report_options import add_report_options, report_of

_EXAMPLE: Final = """\
example:
  python -m coding report study.tienkeer
  python -m coding report study.tienkeer --question trust --threshold 3 --report-language en > trust.md

  1. People react more fiercely (10x)
  2. It shows on social media (10x)
  3. Other

  (10x) is the number of respondents. Other file formats: python -m coding export --help
"""


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "report",
        help="print the counted argument lists of a project",
        description="Print the counted argument lists of a project with their quotes, as Markdown.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_report_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tabulate and print."""
    from coding.services.export import Format, export

    sys.stdout.write(export(report_of(options), Format.MARKDOWN).decode("utf-8"))
    return 0
