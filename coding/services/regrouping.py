"""What grouping all answers to a question anew would change on the board, told before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from coding.analysis.cluster import Labels
from coding.analysis.encoder import Encoder
from coding.analysis.stability import regrouped
from coding.domain.apply import apply
from coding.domain.commands import Propose
from coding.domain.events import evolve
from coding.domain.progress import Progress
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.joining import group_now
from coding.services.proposing import level_command, level_sizes, propose_question

_NOBODY: Final = ""


@dataclass(frozen=True)
class Regrouping:
    """New groups for all answers, not yet on the board, and what putting them there would change.

    ``answers`` stand in a group before or after; ``moved`` of them would stand in another group than now.
    ``pairs_kept``: share, 0–1, of the pairs of answers that are together now and still would be. ``groups_before`` and
    ``groups_after`` count all groups on the board.
    """

    run: ProposalRun
    level: int
    answers: int
    moved: int
    pairs_kept: float
    groups_before: int
    groups_after: int

    @property
    def moved_share(self) -> float:
        """Share of the answers that would stand in another group, 0–1."""
        return self.moved / self.answers if self.answers else 0.0

    def command(self, project: Project) -> Propose:
        """The command that puts the new groups on the board of ``project``; decisions and touched groups stay."""
        return level_command(project, self.run, self.level)


def regroup(
    project: Project,
    current: ProposalRun,
    encoder: Encoder,
    *,
    made_at: str,
    run_id: str | None = None,
    progress: Progress | None = None,
) -> Regrouping:
    """Group all answers of the question of ``current``, the run on the board, anew, and compare with the board.

    The new groups are taken at their own default level, or where somebody moved the level of ``current``, at the one
    with the most similar number of groups. Raises EncoderError when the encoder cannot be used.
    """
    question = current.question
    run = propose_question(project, question, encoder, made_at=made_at, run_id=run_id, progress=progress)
    level = _level_like(project, current, run)
    outcome = apply(project, level_command(project, run, level), _NOBODY)
    after = evolve(project, outcome.changes)
    words = _words(project, question) | _words(after, question)
    now, then = _labels(project, question, words), _labels(after, question, words)
    compared = regrouped(now, then)
    moved = {key for (key, _), has_moved in zip(words, compared.moved, strict=True) if has_moved}
    return Regrouping(
        run=run,
        level=level,
        answers=len({key for key, _ in words}),
        moved=len(moved),
        pairs_kept=compared.pairs_kept,
        groups_before=int(now.max(initial=-1)) + 1,
        groups_after=int(then.max(initial=-1)) + 1,
    )


def _level_like(project: Project, current: ProposalRun, run: ProposalRun) -> int:
    level = project.coding_of(current.question).board.level
    sizes = level_sizes(run)
    if level == current.default_level or level >= len(current.levels):
        return run.default_level
    wanted = level_sizes(current)[level]
    return min(range(len(sizes)), key=lambda at: (abs(sizes[at] - wanted), at))


def _words(project: Project, question: str) -> dict[tuple[ResponseKey, Span], None]:
    """The words that stand in a group, in a fixed order."""
    coding = project.coding_of(question)
    decided = ((key, a.span) for key, made in coding.decisions.items() for a in made)
    proposed = ((key, s.span) for key, made in coding.suggestions.items() for s in made)
    return dict.fromkeys(sorted({*decided, *proposed}))


def _labels(project: Project, question: str, words: Mapping[tuple[ResponseKey, Span], None]) -> Labels:
    """The number of the group that each of the words stand in, -1 for none."""
    coding = project.coding_of(question)
    numbers: dict[str, int] = {}
    found = [group_now(coding, key, span) for key, span in words]
    return np.array([-1 if g is None else numbers.setdefault(g, len(numbers)) for g in found], dtype=np.intp)
