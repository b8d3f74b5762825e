"""``python -m coding export``: a project's counted lists and coded answers as a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from coding.cli.report_options import add_report_options, report_of
from coding.cli.say import say
from coding.domain.errors import ExportError

FORMATS: Final = ("xlsx", "pptx", "docx", "html", "md", "csv", "sav", "sps", "qdc", "qdpx", "png", "svg")
_EXAMPLE: Final = """\
example:
  python -m coding export study.tienkeer --format xlsx --out study.xlsx
  python -m coding export study.tienkeer --out study.csv --base asked --threshold 3

  The format follows from the name of OUT when --format is left out. Every number in every format comes from the same
  tabulation. PNG and SVG are a zip file with every chart. Texts of respondents are written so that no spreadsheet runs
  them as a formula.
"""


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "export",
        help="write the counted lists and coded answers of a project to a file",
        description="Write the counted argument lists, quotes and coded answers of a project to a file.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_report_options(parser)
    parser.add_argument("--format", choices=FORMATS, help="file format (default: from the name of OUT)")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="file to write; replaced if it exists")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tabulate and write. Charts go together into one archive, which is not called a picture."""
    from coding.services.export import INFO, export, format_named

    wanted = format_named(options.format or options.out.suffix)
    out: Path = options.out
    renamed = INFO[wanted].suffix.endswith(".zip") and out.suffix.casefold() == f".{wanted.value}"
    out = out.with_name(out.stem + INFO[wanted].suffix) if renamed else out
    write_whole(out, export(report_of(options), wanted))
    if renamed:
        say(options, "cli.charts_in", file=out.name)
    return 0


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all. Raises ExportError if it cannot be written."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as problem:
        raise ExportError("export.cannot_write", file=path.name, reason=problem.strerror or "") from problem
    finally:
        part.unlink(missing_ok=True)
