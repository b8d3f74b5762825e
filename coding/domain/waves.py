"""What a project keeps of a wave that was recognised, and of answers drawn for a second coder."""

from __future__ import annotations

from dataclasses import dataclass

from coding.domain.survey import ResponseKey


@dataclass(frozen=True, slots=True)
class Recognition:
    """How the answers of a wave to one question were recognised.

    ``codebook_version`` is the revision of the project whose codebook was used. A suggestion with a score of at least
    ``threshold`` (0–1) is certain, None where nothing is.
    """

    wave: str
    made_at: str
    encoder: str
    encoder_version: str
    codebook_version: int
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Somebody looked at what was suggested for an answer. ``groups`` were suggested; ``right`` says if rightly."""

    groups: tuple[str, ...]
    right: bool
    coder: str


@dataclass(frozen=True, slots=True)
class Sample:
    """Answers drawn for a second coder, in the order in which they are shown.

    ``per_code`` is the number drawn from every code, None when answers were drawn without regard to codes.
    """

    id: str
    responses: tuple[ResponseKey, ...]
    drawn_at: str
    drawn_by: str
    seed: int
    per_code: int | None = None
