"""From the verbatims of one question to named groups: what the interface and the command line both propose.

Stages told to ``progress``, in order: "segment", "encode", "represent", "link", "stability", "score", "name". Raise
from ``progress`` to cancel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from coding.analysis.encoder import Encoder, Recall
from coding.analysis.name import GroupName, Namer
from coding.analysis.one_core import one_core
from coding.analysis.pieces import Pieces, pieces
from coding.analysis.propose import Proposal, ProposeSettings, propose
from coding.domain.answers import normalise
from coding.domain.progress import Progress, quiet
from coding.domain.segments import Span

CAREFUL_NAMES_UP_TO: Final = 300
"""Groups up to which all get the slower, better names; beyond, only those near the default level."""


@dataclass(frozen=True)
class Segments:
    """What was grouped: the segments of all different verbatims, in a fixed order.

    ``verbatims``, ``spans`` and ``texts`` (normalised) have one entry per segment; ``of`` gives per different verbatim
    the indexes of its segments. ``cut`` says whether answers were cut into pieces, and why.
    """

    verbatims: tuple[str, ...]
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    of: Mapping[str, tuple[int, ...]]
    cut: Pieces

    def words(self, segment: int) -> str:
        """The exact words of a segment."""
        return self.spans[segment].of(self.verbatims[segment])


@dataclass(frozen=True)
class Grouped:
    """The groups of a question; the members of the proposal's nodes are indexes of segments."""

    segments: Segments
    proposal: Proposal
    names: Mapping[int, GroupName]
    recall: Recall


@one_core()
def group_verbatims(
    verbatims: Sequence[str], encoder: Encoder, *, all_levels: bool = True, progress: Progress | None = None
) -> Grouped:
    """Groups of the answers to one question, with names for the nodes of every level, or of the default level alone.

    The same verbatims give the same groups, whatever their order. Without ``all_levels`` stability is left out as well.
    Raises EncoderError when the encoder cannot be used.
    """
    say: Progress = progress or quiet
    say("segment", 0, len(verbatims))
    segments = _segments(verbatims)
    recall = Recall(encoder)
    settings = ProposeSettings() if all_levels else ProposeSettings(draws=0)
    proposal = propose(segments.texts, recall, settings, say)
    return Grouped(segments, proposal, _names(segments, proposal, recall, all_levels, say), recall)


def _segments(verbatims: Sequence[str]) -> Segments:
    distinct = sorted(set(verbatims))
    cut = pieces(distinct)
    spans: list[Span] = []
    owners: list[str] = []
    of: dict[str, tuple[int, ...]] = {}
    for verbatim, found in zip(distinct, cut.spans, strict=True):
        of[verbatim] = tuple(range(len(spans), len(spans) + len(found)))
        spans.extend(found)
        owners.extend([verbatim] * len(found))
    texts = tuple(normalise(span.of(owner)) for span, owner in zip(spans, owners, strict=True))
    return Segments(tuple(owners), tuple(spans), texts, of, cut)


def _names(
    segments: Segments, proposal: Proposal, recall: Recall, all_levels: bool, say: Progress
) -> dict[int, GroupName]:
    """A name per node. The default level chooses first: a broader group may be called like the one people see."""
    default = proposal.levels[proposal.default_level]
    first = max(0, proposal.default_level - 1)
    near = {node for level in proposal.levels[first : proposal.default_level + 2] for node in level}
    shown = sorted({node for level in proposal.levels for node in level}) if all_levels else sorted(default)
    careful = near if len(shown) > CAREFUL_NAMES_UP_TO else set(shown)
    rounds = (
        (sorted(default), True),
        ([node for node in shown if node in careful and node not in default], True),
        ([node for node in shown if node not in careful], False),
    )
    words = _as_typed(segments)
    texts = sorted(words)
    namer = Namer([words[text] for text in texts], recall(texts))
    names: dict[int, GroupName] = {}
    for nodes, slowly in rounds:
        say("name", len(names), len(shown))
        members = [[words[segments.texts[i]] for i in proposal.nodes[node].members] for node in nodes]
        if nodes:
            names.update(zip(nodes, namer.name_groups(members, recall if slowly else None), strict=True))
    for level in proposal.levels if all_levels else ():
        _tell_apart(level, set(default), names)
    return names


def _tell_apart(level: Sequence[int], default: set[int], names: dict[int, GroupName]) -> None:
    """On one level no two groups have the same name: all but the first get a keyword or a number behind it."""
    taken: set[str] = set()
    for node in sorted(level, key=lambda node: (node not in default, node)):
        names[node] = told_apart(names[node], taken)
        taken.add(normalise(names[node].name))


def told_apart(proposed: GroupName, taken: Set[str]) -> GroupName:
    """The name, with a keyword or a number behind it if its normalised form is ``taken``."""
    name = proposed.name
    others = [f"{name} ({word})" for word in proposed.keywords]
    others += [f"{name} ({number})" for number in range(2, len(taken) + 3)]
    return GroupName(next(each for each in (name, *others) if normalise(each) not in taken), proposed.keywords)


def _as_typed(segments: Segments) -> dict[str, str]:
    return as_typed((text, segments.words(segment)) for segment, text in enumerate(segments.texts))


def as_typed(words: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Per normalised text the words as most people typed them, for names with capitals where they belong.

    ``words``: a normalised text and its exact words each.
    """
    typed: dict[str, dict[str, int]] = {}
    for (text, exact), times in Counter(words).items():
        if text:
            typed.setdefault(text, {})[exact] = times
    return {text: min(forms, key=lambda form: (-forms[form], form)) for text, forms in typed.items()}
