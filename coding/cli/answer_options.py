"""The options shared by the commands that read answers from one CSV file and write another."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path


def add_text(parser: argparse.ArgumentParser, name: str) -> None:
    """The file that is read, called ``name``, and its column with the answers."""
    parser.add_argument(name.lower(), type=Path, metavar=name, help="CSV file in UTF-8 with a header row")
    parser.add_argument("--text", required=True, metavar="COL", help="column with the answers")


def add_question_encoder_out(parser: argparse.ArgumentParser) -> None:
    """The column with the question, the encoder, and the file that is written."""
    parser.add_argument("--by", metavar="COL", help="column with the question (default: all answers are to one)")
    parser.add_argument(
        "--encoder",
        default="bundled",
        metavar="NAME",
        help="'bundled' (default: no download), a sentence-transformers model on the hub, or a local folder",
    )
    parser.add_argument("--out", required=True, type=Path, metavar="OUT.csv", help="CSV file to write")


def columns_of(options: argparse.Namespace, *names: str) -> list[str]:
    """The columns to read: the named ones, then that of the question if there is one."""
    return [*names, options.by] if options.by else list(names)


def rows_by_question(cells: Sequence[Sequence[str]], options: argparse.Namespace) -> dict[str, list[int]]:
    """The rows of each question, in the order in which questions first appear; "" where all rows are one question."""
    questions: dict[str, list[int]] = {}
    for row, cell in enumerate(cells):
        questions.setdefault(cell[-1] if options.by else "", []).append(row)
    return questions
