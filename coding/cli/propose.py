"""``python -m coding propose``: proposed groups for the open answers in a CSV file."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coding.cli.answer_options import add_question_encoder_out, add_text, columns_of, rows_by_question
from coding.cli.progress import progress_on_terminal
from coding.cli.tables import read_columns, write_rows
from coding.domain.progress import Progress

if TYPE_CHECKING:
    from coding.analysis.encoder import Encoder

_NON_ANSWERS: Final = "-"
HEADER: Final = ("row", "group", "label", "segment", "score")
_EXAMPLE: Final = """\
example:
  python -m coding propose answers.csv --text answer --by question --out groups.csv

  OUT has one line per answer and proposed group, the strongest group of an answer first:
    row      0-based data row of INPUT
    group    number of the group within its question, "-" for "no idea" and the like; empty where no group fits
    label    a proposed name for the group
    segment  the words of the answer that the group is about
    score    how typical these words are of the group, 0 to 1
"""


class _Place(NamedTuple):
    """One segment of an answer in one group."""

    answer: int
    group: str
    label: str
    words: str
    score: float


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
    add_text(parser, "INPUT")
    add_question_encoder_out(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, propose per question, write."""
    cells = read_columns(options.input, columns_of(options, options.text))
    questions = rows_by_question(cells, options)
    from coding.composition import ProjectEncoder
    from models.registry import load

    lines: list[Line] = []
    with progress_on_terminal(len(cells)) as progress:
        encoder = ProjectEncoder(load(options.encoder), lambda done, total: progress("encode", done, total))
        for rows in questions.values():
            lines.extend(_lines(rows, [cells[row][0] for row in rows], encoder, progress))
    write_rows(options.out, HEADER, sorted(lines, key=itemgetter(0)))
    return 0


def _lines(rows: Sequence[int], verbatims: Sequence[str], encoder: Encoder, progress: Progress) -> Iterator[Line]:
    """The lines of one question, in the order of its rows."""
    from coding.domain.answers import AnswerKind, kind_of, non_answer_label

    kinds = [kind_of(verbatim) for verbatim in verbatims]
    of = {i: list[_Place]() for i in range(len(rows))}
    for place in _places([(i, verbatims[i]) for i, k in enumerate(kinds) if k is AnswerKind.ANSWER], encoder, progress):
        of[place.answer].append(place)
    silent = [i for i, kind in enumerate(kinds) if kind is AnswerKind.NON_ANSWER]
    labels = Counter(non_answer_label(verbatims[i]) for i in silent)
    for i in silent:
        label = min(labels, key=lambda name: (-labels[name], name))
        of[i].append(_Place(i, _NON_ANSWERS, label, verbatims[i].strip(), 1.0))
    for i, row in enumerate(rows):
        yield from (Line(row, p.group, p.label, p.words, f"{p.score:.3f}") for p in _strongest(of[i]))
        if not of[i]:
            yield Line(row, "", "", "", "")


def _places(answers: Sequence[tuple[int, str]], encoder: Encoder, progress: Progress) -> Iterator[_Place]:
    """Where the segments of the answers stand at the default level."""
    from coding.services.grouping import group_verbatims

    found = group_verbatims([verbatim for _, verbatim in answers], encoder, all_levels=False, progress=progress)
    proposal = found.proposal
    at = proposal.at(proposal.default_level)
    number = {node: str(place + 1) for place, node in enumerate(proposal.levels[proposal.default_level])}
    for answer, verbatim in answers:
        for segment in found.segments.of[verbatim]:
            node = int(at[segment])
            if node in number:
                words, score = found.segments.words(segment), float(proposal.scores[segment])
                yield _Place(answer, number[node], found.names[node].name, words, score)


def _strongest(places: Sequence[_Place]) -> list[_Place]:
    """One place per group, the strongest first."""
    best: dict[str, _Place] = {}
    for place in sorted(places, key=lambda p: (-p.score, p.group)):
        best.setdefault(place.group, place)
    return list(best.values())
