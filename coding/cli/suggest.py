"""``python -m coding suggest``: suggested codes for the answers nobody has coded yet."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from coding.cli.answer_options import add_question_encoder_out, add_text, columns_of, rows_by_question
from coding.cli.progress import progress_on_terminal
from coding.cli.tables import read_columns, write_rows

HEADER: Final = ("row", "code", "score", "abstained")
NO_CODE: Final = "-"
_EXAMPLE: Final = """\
example:
  python -m coding suggest coded.csv --text answer --codes codes --by question --out suggestions.csv

  CODED holds answers of which some are coded. In the column of --codes, several codes are joined by '|',
  '-' means "read, no code applies", and an empty cell is an answer that nobody has coded yet.

  OUT has, for each answer not coded yet, the best guess first and then further codes that are likely too:
    row        0-based data row of CODED
    code       the suggested code; '-' where probably no code applies
    score      the chance that this suggestion is right, 0 to 1
    abstained  true where the best guess is too uncertain to accept without reading the answer
"""


class Line(NamedTuple):
    """One line of the output."""

    row: int
    code: str
    score: str
    abstained: str


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "suggest",
        help="suggest codes for answers, learned from those that are coded",
        description="Suggest codes for uncoded answers, learned from the coded ones of the same question.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_text(parser, "CODED")
    parser.add_argument("--codes", required=True, metavar="COL", help="column with the codes, joined by '|'")
    add_question_encoder_out(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, suggest per question, write."""
    cells = read_columns(options.coded, columns_of(options, options.text, options.codes))
    questions = rows_by_question(cells, options)
    from coding.composition import ProjectEncoder
    from models.registry import load

    encoder = ProjectEncoder(load(options.encoder))
    lines: list[Line] = []
    with progress_on_terminal(len(cells)) as progress:
        done = 0
        for question, rows in questions.items():
            lines.extend(_lines(question, rows, [cells[row] for row in rows], encoder))
            done += len(rows)
            progress("suggest", done, len(cells))
    lines.sort(key=lambda line: line.row)
    write_rows(options.out, HEADER, lines)
    return 0


def decision_in(cell: str) -> frozenset[str] | None:
    """The decision a cell of codes stands for, None where nothing was decided."""
    codes = frozenset(code for part in cell.split("|") if (code := part.strip()))
    return codes - {NO_CODE} if codes else None


def _lines(question: str, rows: Sequence[int], cells: Sequence[Sequence[str]], encoder: Any) -> Iterator[Line]:
    from coding.analysis.suggest import Decision, Suggester
    from coding.analysis.suggest_question import name_points, question_ground

    decided = [decision_in(cell[1]) for cell in cells]
    if all(decision is not None for decision in decided):
        return
    place = question_ground([cell[0] for cell in cells], [one is None for one in decided], encoder.encode, question)
    decisions: dict[int, list[Decision]] = {}
    for at, decision in zip(place.place, decided, strict=True):
        if decision is not None:
            decisions.setdefault(int(at), []).append(decision)
    codes = sorted({code for given in decisions.values() for decision in given for code in decision})
    names = name_points(place.space, {code: code for code in codes}, encoder.encode)
    suggested = Suggester.fit(place.ground, codes, decisions, names).suggest()
    for row, at, decision in zip(rows, place.place, decided, strict=True):
        if decision is None:
            answer = suggested.answers[int(at)]
            for guess in answer.guesses:
                code = NO_CODE if guess.code is None else guess.code
                yield Line(row, code, f"{guess.score:.4f}", "false" if answer.accepted else "true")
