"""Commands on new waves and among coders; see ``coding.domain.commands``, which has the others and their union."""

from __future__ import annotations

from dataclasses import dataclass

from coding.domain.assignments import Suggestion
from coding.domain.codebook import Cluster, Code
from coding.domain.survey import ResponseKey
from coding.domain.waves import Recognition, Sample


@dataclass(frozen=True, slots=True)
class ProposeWave:
    """Propose known codes and new groups for the undecided answers of one wave; everything else stays as it is."""

    question: str
    recognition: Recognition
    clusters: tuple[Cluster, ...]
    suggestions: tuple[tuple[ResponseKey, tuple[Suggestion, ...]], ...]


@dataclass(frozen=True, slots=True)
class CheckSuggestion:
    """Say whether what is suggested for the first of ``responses`` is right; all of them (identical) get the outcome.

    Right: every suggestion becomes an assignment. Wrong: they carry ``codes`` instead, or are undecided if there are
    none. The check is kept, so that the share of errors can be told.
    """

    question: str
    responses: tuple[ResponseKey, ...]
    right: bool
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeMany:
    """Decide on many answers at once, as from a file: the codes of each (empty: no argument applies).

    ``new`` are codes that the file names and the codebook does not have. ``alone`` keeps the decisions apart, as those
    of a second coder.
    """

    question: str
    decided: tuple[tuple[ResponseKey, tuple[str, ...]], ...]
    new: tuple[Code, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class DrawSample:
    """Keep which answers were drawn for a second coder."""

    question: str
    sample: Sample


@dataclass(frozen=True, slots=True)
class DecideTogether:
    """What coders agreed on for an answer after talking: it counts, and what each had decided alone is kept."""

    question: str
    response: ResponseKey
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recode:
    """Move answers from one code to another in one step, as after a split: (response, from, to) each."""

    question: str
    moves: tuple[tuple[ResponseKey, str, str], ...]


@dataclass(frozen=True, slots=True)
class UseCodebook:
    """Add the codes of a codebook made elsewhere."""

    question: str
    codes: tuple[Code, ...]
    source: str
