"""What a person wants: one frozen command per intent. ``coding.domain.apply`` says what each does.

A *group* is a code or a cluster; both are named by the same id, because a cluster that a person touches becomes a
working code with the id it had. Responses stand for the whole decision: the caller passes every response that is meant,
with identical answers already filled in (``Project.identical``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coding.domain.assignments import Origin, Suggestion
from coding.domain.codebook import Cluster, Quote
from coding.domain.commands_waves import (
    CheckSuggestion,
    CodeMany,
    DecideTogether,
    DrawSample,
    ProposeWave,
    Recode,
    UseCodebook,
)
from coding.domain.segments import Span
from coding.domain.sentences import Sentence
from coding.domain.survey import Batch, Question, ResponseKey, Variable, Wave


@dataclass(frozen=True, slots=True)
class RenameProject:
    """Give the project another name."""

    name: str


@dataclass(frozen=True, slots=True)
class ChooseEncoder:
    """Use another encoder for proposals from now on; decisions stay."""

    encoder: str
    version: str


@dataclass(frozen=True, slots=True)
class AddWave:
    """Add an imported file; known questions and variables only learn their headings and categories in this file."""

    wave: Wave
    batch: Batch
    questions: tuple[Question, ...]
    variables: tuple[Variable, ...]


@dataclass(frozen=True, slots=True)
class ChangeQuestion:
    """Replace the settings of a question (text, language, own non-answers, quotes only)."""

    question: Question


@dataclass(frozen=True, slots=True)
class Propose:
    """Put the clusters of a proposal run, cut at a level, on the board. Touched and decided answers stay untouched."""

    question: str
    run: str
    level: int
    clusters: tuple[Cluster, ...]
    suggestions: tuple[tuple[ResponseKey, tuple[Suggestion, ...]], ...]


@dataclass(frozen=True, slots=True)
class JoinGroups:
    """Propose groups that are there, or new ``clusters``, for answers that came in later; nothing else changes.

    ``run`` continues the run on the board with these answers.
    """

    question: str
    run: str
    clusters: tuple[Cluster, ...]
    suggestions: tuple[tuple[ResponseKey, tuple[Suggestion, ...]], ...]


@dataclass(frozen=True, slots=True)
class RenameGroup:
    """Name a group; a cluster becomes a working code."""

    question: str
    group: str
    name: str


@dataclass(frozen=True, slots=True)
class MergeGroups:
    """Put ``groups`` together in ``into`` (one of them), under ``name``. Nothing that was decided is lost."""

    question: str
    groups: tuple[str, ...]
    into: str
    name: str


@dataclass(frozen=True, slots=True)
class NewCode:
    """Make an empty code."""

    question: str
    code: str
    name: str
    is_net: bool = False


@dataclass(frozen=True, slots=True)
class DissolveGroups:
    """Undo groups: their suggestions and assignments go, codes are retired, the answers become undecided."""

    question: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfirmGroups:
    """Decide that the proposed members of ``groups`` belong to them: one assignment per member."""

    question: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assign:
    """Decide that ``responses`` carry ``code`` (a group, OTHER or NO_CODE).

    ``source`` is the group they are moved from (None adds a further code). ``span`` limits the assignment to some
    words; without it the words that stood in ``source`` are taken, else the whole answer. ``copy`` leaves what the
    machine proposes for the same words standing, so that they can carry both.
    """

    question: str
    responses: tuple[ResponseKey, ...]
    code: str
    source: str | None = None
    span: Span | None = None
    origin: Origin = Origin.HAND
    copy: bool = False


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take ``responses`` out of ``group``; what has no other code becomes undecided.

    With ``span`` only the segments go that share words with it: an answer can carry one argument twice.
    """

    question: str
    responses: tuple[ResponseKey, ...]
    group: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class AcceptSuggestions:
    """Accept many suggestions in one step, as from a slider."""

    question: str
    accepted: tuple[tuple[ResponseKey, Suggestion], ...]


@dataclass(frozen=True, slots=True)
class DescribeCode:
    """Change what the codebook says of a code. Fields that are None stay as they are."""

    question: str
    code: str
    description: str | None = None
    include: str | None = None
    exclude: str | None = None
    colour: str | None = None
    number: int | None = None
    rules: tuple[str, ...] | None = None
    examples: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PutUnder:
    """Put codes under a net, or under none."""

    question: str
    codes: tuple[str, ...]
    parent: str | None


@dataclass(frozen=True, slots=True)
class SplitGroup:
    """Split a group: each part becomes a working code with its own members; what is in no part stays."""

    question: str
    group: str
    parts: tuple[tuple[str, str, tuple[ResponseKey, ...]], ...]


@dataclass(frozen=True, slots=True)
class SetQuotes:
    """Set the picked quotes of a code, in order."""

    question: str
    code: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Detach:
    """Let ``responses`` be decided apart from the identical answers of others (or together again)."""

    question: str
    responses: tuple[ResponseKey, ...]
    apart: bool = True


@dataclass(frozen=True, slots=True)
class WriteSentence:
    """Put a sentence by hand in the place of the one that the summary makes itself; without text it goes.

    ``seen`` tells that the words stay and only the numbers of today were looked at.
    """

    sentence: Sentence
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """Several commands on one question as one step, done and undone together.

    ``action`` and ``facts`` tell it in words; the facts of the commands themselves come before them.
    """

    question: str
    action: str
    commands: tuple[Command, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


Command = (
    RenameProject
    | ChooseEncoder
    | AddWave
    | ChangeQuestion
    | Propose
    | JoinGroups
    | RenameGroup
    | MergeGroups
    | NewCode
    | DissolveGroups
    | ConfirmGroups
    | Assign
    | TakeOut
    | AcceptSuggestions
    | DescribeCode
    | PutUnder
    | SplitGroup
    | SetQuotes
    | Detach
    | ProposeWave
    | CheckSuggestion
    | CodeMany
    | DrawSample
    | DecideTogether
    | Recode
    | UseCodebook
    | WriteSentence
    | Together
)
"""Every command that ``apply`` takes. Erasing is not among them: it rewrites the file instead of adding to it."""
