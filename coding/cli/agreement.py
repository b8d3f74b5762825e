"""``python -m coding agreement``: how far two coders, or a coder and the machine, agree."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coding.domain.errors import CommandRefused

if TYPE_CHECKING:
    from coding.domain.project import Project
    from coding.services.second_coder import Compared

_EXAMPLE: Final = """\
example:
  python -m coding agreement study.tienkeer
  python -m coding agreement study.tienkeer --machine --disagreements --report-language nl

  Percent agreement, Cohen's kappa and Krippendorff's alpha per code, alpha with the MASI distance over whole sets of
  codes, with 95% bootstrap intervals. Coding is blind in the app, or comes from a file: python -m coding code --help
"""


def register(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "agreement",
        help="how far coders agree",
        description="How far two coders agree on the answers that both decided on.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT-FILE", help="the project (a .tienkeer file)")
    parser.add_argument("--question", action="append", metavar="ID", help="only this question; may be repeated")
    parser.add_argument("--machine", action="store_true", help="also the machine's suggestions against each coder")
    parser.add_argument("--disagreements", action="store_true", help="list the answers they coded otherwise")
    parser.add_argument("--report-language", choices=("nl", "en"), default="nl", help="language of the report")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare and print. Raises CommandRefused when no question has a second coder."""
    from coding.composition import project_encoder
    from coding.services.second_coder import MACHINE, coder_pair, compare_coders, machine_reading, readings
    from coding.store.project_store import ProjectStore

    with ProjectStore.open(options.project) as store:
        project = store.load()
    wanted = options.question or [q.id for q in project.questions_in_order() if project.coding_of(q.id).independent]
    if not wanted:
        raise CommandRefused("agreement.no_second_coder")
    for question in wanted:
        if question not in project.questions:
            raise CommandRefused("waves.unknown_question", name=question, known=", ".join(project.questions))
        first, second = coder_pair(project, question)
        _print(project, question, compare_coders(project, question, first, second), options)
        if options.machine:
            encoder = project_encoder(options.project, project.info.encoder)
            told = machine_reading(project, question, readings(project, question)[second], encoder)
            for coder in (first, second):
                _print(project, question, compare_coders(project, question, MACHINE, coder, told), options)
    return 0


def _print(project: Project, question: str, found: Compared, options: argparse.Namespace) -> None:
    from coding.services.compare_words import agreement_sentences, agreement_table

    head, rows = agreement_table(project, question, found, options.report_language)
    print(f"## {project.questions[question].text} ({found.first} – {found.second})\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()
    for sentence in agreement_sentences(found, options.report_language):
        print(f"- {sentence}")
    print()
    if options.disagreements:
        coding = project.coding_of(question)
        for one in found.disagreements:
            codes = (" + ".join(coding.group_name(c) or c for c in side) or "-" for side in (one.first, one.second))
            print(f"- {one.row}: {' | '.join(codes)} | {' '.join(one.verbatim.split())}")
        print()
