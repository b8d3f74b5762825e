"""Coding with a codebook that was there first: what it teaches before anybody decided anything."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coding.analysis.encoder import Encoder
from coding.domain.commands import Together
from coding.domain.progress import Progress
from coding.domain.project import Project
from coding.services.waves import recognise_wave, undecided_in


@dataclass(frozen=True, slots=True)
class Placed:
    """How many undecided answers have a suggestion from the codebook, and how many have none."""

    suggested: int
    none: int


def placed(project: Project, question: str) -> Placed:
    """What there is for the undecided answers of a question."""
    coding = project.coding_of(question)
    keys = [response.key for response in project.answers(question) if not coding.decisions.get(response.key)]
    codes = {code.id for code in coding.open_codes()}
    suggested = sum(any(s.group in codes for s in coding.suggestions.get(key, ())) for key in keys)
    return Placed(suggested, len(keys) - suggested)


def place_by_codebook(
    project: Project, question: str, encoder: Encoder, *, made_at: str, progress: Progress | None = None
) -> Together:
    """The command that puts on the board, in one step, what the codebook suggests for the undecided answers.

    What no code seems to fit stays where it is. Raises EncoderError when the encoder cannot be used.
    """
    codes = {code.id for code in project.coding_of(question).open_codes()}
    commands = []
    for wave in project.waves_in_order():
        if not undecided_in(project, question, wave.id):
            continue
        found = recognise_wave(project, question, wave.id, encoder, made_at=made_at, progress=progress)
        kept = tuple((key, tuple(s for s in made if s.group in codes)) for key, made in found.suggestions)
        commands.append(replace(found, clusters=(), suggestions=kept))
    count = sum(bool(made) for command in commands for _, made in command.suggestions)
    return Together(question, "place_codebook", tuple(commands), {"count": str(count)})
