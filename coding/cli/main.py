"""Reads the command line and runs one command.

Exit codes: 0 done, 1 a problem with the data or the model (a sentence on standard error says which), 2 a wrong command
line, 130 stopped by the user, 141 nobody reads the output any more (as in ``| head``), which is no problem to tell of.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Final

from coding.cli.closed_output import Watched, watched_output
from coding.domain.errors import TienkeerError

COMMANDS: Final = (
    "propose",
    "suggest",
    "new",
    "code",
    "codebook",
    "add_wave",
    "compare",
    "agreement",
    "report",
    "export",
)
_PROBLEM, _STOPPED, _NOT_READ = 1, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. argparse itself exits with 2 on a wrong command line."""
    _speak_utf8()
    streams: tuple[Watched, ...] = ()
    try:
        with watched_output() as streams:
            return _run(arguments)
    except (OSError, SystemExit):  # argparse passes over what it cannot write
        if any(stream.unread for stream in streams):
            return _NOT_READ
        raise


def _run(arguments: Sequence[str] | None) -> int:
    parsed = _parser().parse_args(arguments)
    try:
        code = parsed.run(parsed)
        return int(code)
    except TienkeerError as error:
        from coding.texts.catalogue import error_text

        print(error_text(error, parsed.language), file=sys.stderr)
        return _PROBLEM
    except KeyboardInterrupt:
        return _STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m coding",
        description="Group and code open survey answers, on this machine and without a network.",
        epilog="Each command explains itself: python -m coding propose --help",
    )
    parser.add_argument("--language", choices=("en", "nl"), default="en", help="language of messages (default: en)")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        try:
            module = importlib.import_module(f"coding.cli.{name}")
        except ModuleNotFoundError as missing:
            if missing.name != f"coding.cli.{name}":
                raise
            continue
        module.register(commands)
    return parser


def _speak_utf8() -> None:
    """Answers hold any character; a Windows console that speaks another encoding must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
