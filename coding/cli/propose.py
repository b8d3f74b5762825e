"""``python -m coding propose``: proposed groups for the open answers in a CSV file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from coding.cli.progress import Progress, progress_on_terminal
from coding.cli.tables import read_columns, write_rows

HEADER: Final = ("row", "group", "label", "segment", "score")
_EXAMPLE: Final = """\
example:
  python -m coding propose answers.csv --text answer --by question --out groups.csv

  OUT has one line per answer and proposed group, the strongest group of an answer first:
    row      0-based data row of INPUT
    group    number of the group within its question; empty for an answer that fits no group
    label    a proposed name for the group
    segment  the words of the answer that the group is about
    score    how typical these words are of the group, 0 to 1
"""


class Line(NamedTuple):
    """One line of the output."""

    row: int
    group: str
    label: str
    segment: str
    score: str


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "propose",
        help="propose groups for open answers",
        description="Propose groups of answers that say the same. Each value of --by is a question of its own.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("input", type=Path, metavar="INPUT", help="CSV file in UTF-8 with a header row")
    parser.add_argument("--text", required=True, metavar="COL", help="column with the answers")
    parser.add_argument("--by", metavar="COL", help="column with the question (default: all answers are to one)")
    parser.add_argument(
        "--encoder",
        default="bundled",
        metavar="NAME",
        help="'bundled' (default: no download), a sentence-transformers model on the hub, or a local folder",
    )
    parser.add_argument("--out", required=True, type=Path, metavar="OUT.csv", help="CSV file to write")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, propose per question, write."""
    columns = [options.text] + ([options.by] if options.by else [])
    cells = read_columns(options.input, columns)
    questions: dict[str, list[int]] = {}
    for row, cell in enumerate(cells):
        questions.setdefault(cell[1] if options.by else "", []).append(row)
    lines: list[Line] = []
    from models.registry import load

    encoder = load(options.encoder)
    with progress_on_terminal(len(cells)) as progress:
        for question, rows in questions.items():
            lines.extend(_lines(question, rows, [cells[row][0] for row in rows], encoder, progress))
    write_rows(options.out, HEADER, sorted(lines, key=lambda line: line.row))
    return 0


def _lines(
    question: str, rows: Sequence[int], verbatims: Sequence[str], encoder: Any, progress: Progress
) -> Iterator[Line]:
    from coding.analysis.propose import propose
    from coding.domain.answers import normalise

    texts = [normalise(verbatim) for verbatim in verbatims]
    proposal = propose(texts, encoder.encode, question, progress=progress)
    groups = proposal.at(proposal.default_level)
    number = {int(node): i + 1 for i, node in enumerate(proposal.levels[proposal.default_level])}
    for i, row in enumerate(rows):
        node = int(groups[i])
        if node < 0:
            yield Line(row, "", "", "", "")
        else:
            yield Line(row, str(number[node]), "", verbatims[i], f"{proposal.scores[i]:.3f}")
