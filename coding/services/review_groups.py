"""What the machine sees in groups that a person works on: look-alikes, splits, answers that fit better elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from coding.analysis.name import name_groups
from coding.analysis.represent import Points
from coding.analysis.words import is_function_word, stem, tokens
from coding.domain.answers import normalise
from coding.domain.assignments import Suggestion
from coding.domain.codebook import CodeStatus
from coding.domain.commands import AcceptSuggestions, SplitGroup
from coding.domain.project import Project, QuestionCoding
from coding.domain.survey import ResponseKey
from coding.services.memo import per_coding
from coding.services.question_model import Piece, QuestionModel, pieces_of, unit, words_of
from coding.services.review_actions import new_id

ALIKE_FROM: Final = 0.1
"""Cosine of two groups' centres from which they are shown as alike; unrelated groups of one question are at or under 0.

Of the five closest pairs on coded files, between one in five (Dutch, with several codes an answer) and all (short
requests) share their commonest code, against one in twelve of all pairs.
"""
_MOST_PAIRS: Final = 8
_BETTER_BY: Final = 0.08  # cosine by which another group must be nearer than one's own
_BETTER_FROM: Final = 0.25  # cosine with that other group
_SHARED_WORDS: Final = 5
_MANY: Final = 1000
SPLITS: Final = (2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two groups that may be one. ``similarity`` is the cosine of their centres; ``nearest`` their closest answers."""

    first: str
    second: str
    similarity: float
    shared_words: tuple[str, ...]
    nearest: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Better:
    """Another group that an answer is nearer to, and the cosine with that group's centre."""

    group: str
    score: float


@dataclass(frozen=True, slots=True)
class Part:
    """A proposed part of a group: a name, respondents, and the words of some of its answers, most typical first."""

    name: str
    keys: tuple[ResponseKey, ...]
    sample: tuple[str, ...]

    @property
    def count(self) -> int:
        """Respondents."""
        return len({(key.wave, key.respondent) for key in self.keys})


def open_groups(coding: QuestionCoding) -> tuple[str, ...]:
    """Groups that hold answers: clusters, and codes that are neither nets nor retired."""
    codes = [c.id for c in coding.codes.values() if c.status is not CodeStatus.RETIRED and not c.is_net]
    groups = (*codes, *coding.clusters)
    return tuple(g for g in groups if coding.suggested_members.get(g) or coding.assigned_members.get(g))


def _placed(project: Project, question: str, model: QuestionModel, group: str) -> tuple[tuple[Piece, ...], Points]:
    """The pieces of a group and their points, shape (n, d)."""
    pieces = pieces_of(project, question, group)
    return pieces, model.place(words_of(project, question, pieces))


@per_coding
def centres_of(project: Project, question: str, model: QuestionModel) -> Mapping[str, Points]:
    """The centre of each group that holds answers, of unit length, shape (d,)."""
    groups = open_groups(project.coding_of(question))
    return {group: unit(_placed(project, question, model, group)[1].mean(axis=0)) for group in groups}


@per_coding
def look_alikes(project: Project, question: str, model: QuestionModel) -> tuple[LookAlike, ...]:
    """Pairs of groups whose centres are close, the closest first."""
    known = centres_of(project, question, model)
    groups = sorted(known)
    if len(groups) < 2:
        return ()
    centres = np.stack([known[group] for group in groups])
    similarity = np.round(centres @ centres.T, 4)
    pairs = [(i, j) for i in range(len(groups)) for j in range(i) if similarity[i, j] >= ALIKE_FROM]
    pairs.sort(key=lambda pair: (-similarity[pair], pair))
    return tuple(
        _look_alike(project, question, model, groups[j], groups[i], float(similarity[i, j]))
        for i, j in pairs[:_MOST_PAIRS]
    )


def _look_alike(
    project: Project,
    question: str,
    model: QuestionModel,
    first: str,
    second: str,
    similarity: float,
) -> LookAlike:
    (here, here_points), (there, there_points) = (_placed(project, question, model, one) for one in (first, second))
    cosines = np.round(here_points @ there_points.T, 5)
    a, b = np.unravel_index(int(cosines.argmax()), cosines.shape)
    nearest = words_of(project, question, [here[int(a)], there[int(b)]])
    mine, yours = words_of(project, question, here), words_of(project, question, there)
    return LookAlike(first, second, similarity, _shared(mine, yours), (nearest[0], nearest[1]))


def _shared(mine: list[str], yours: list[str]) -> tuple[str, ...]:
    """Words that both groups use, the most telling first: by the smaller of the two shares of answers."""
    shares = []
    shown: dict[str, str] = {}
    for words in (mine, yours):
        count: Counter[str] = Counter()
        for text in words:
            found = {stem(token, "nl"): token for token in tokens(text) if not is_function_word(token)}
            shown |= found
            count.update(found.keys())
        shares.append({word: number / len(words) for word, number in count.items()})
    both = {word: min(shares[0][word], shares[1][word]) for word in shares[0].keys() & shares[1].keys()}
    ranked = sorted(both, key=lambda word: (-both[word], word))
    return tuple(shown[word] for word in ranked[:_SHARED_WORDS])


@per_coding
def better_fits(project: Project, question: str, model: QuestionModel, group: str) -> Mapping[ResponseKey, Better]:
    """Per response that is only proposed for ``group``: the group that it is clearly nearer to.

    An answer is held against its own group without itself.
    """
    coding, centres = project.coding_of(question), centres_of(project, question, model)
    groups = sorted(centres)
    if len(groups) < 2 or group not in centres:
        return {}
    at, (pieces, points) = groups.index(group), _placed(project, question, model, group)
    cosines = points @ np.stack([centres[each] for each in groups]).T
    cosines[:, at] = np.einsum("nd,nd->n", unit(points.sum(axis=0) - points), points)
    best = np.round(cosines, 5).argmax(axis=1)
    found = {}
    for (key, _), row, other in zip(pieces, cosines, best, strict=True):
        if key in coding.decisions or other == at:
            continue
        if row[other] >= _BETTER_FROM and row[other] - row[at] >= _BETTER_BY:
            found[key] = Better(groups[int(other)], round(float(row[other]), 2))
    return found


def take_all_better(
    project: Project, question: str, group: str, places: Mapping[ResponseKey, Better]
) -> AcceptSuggestions | None:
    """Put the answers of ``group`` that fit better elsewhere there, in one step."""
    coding = project.coding_of(question)
    accepted = [
        (key, Suggestion(better.group, suggestion.span, better.score))
        for key, better in sorted(places.items())
        for suggestion in coding.suggestions.get(key, ())
        if suggestion.group == group
    ]
    return AcceptSuggestions(question, tuple(accepted)) if accepted else None


@per_coding
def propose_split(project: Project, question: str, model: QuestionModel, group: str, parts: int) -> tuple[Part, ...]:
    """``group`` in up to ``parts`` parts of answers that belong together, the largest first.

    Spherical k-means over the words that stand in the group. A respondent with words in several parts goes to the
    largest of them. Fewer parts when the group has fewer different answers.
    """
    pieces, points = _placed(project, question, model, group)
    labels = _k_means(points, parts)
    largest_first = sorted(set(labels), key=lambda label: (-labels.count(label), labels.index(label)))
    taken: set[ResponseKey] = set()
    drafts = []
    for label in largest_first:
        here = [at for at, one in enumerate(labels) if one == label and pieces[at][0] not in taken]
        if not here:
            continue
        taken.update(pieces[at][0] for at in here)
        centre = unit(points[here].mean(axis=0))
        order = sorted(here, key=lambda at: (-round(float(points[at] @ centre), 5), pieces[at]))
        words = words_of(project, question, [pieces[at] for at in order])
        drafts.append((tuple(dict.fromkeys(pieces[at][0] for at in here)), tuple(dict.fromkeys(words))))
    names = _names(project, question, group, [[normalise(one) for one in words] for _, words in drafts])
    return tuple(Part(name, keys, words[:3]) for name, (keys, words) in zip(names, drafts, strict=True))


def load_for_splitting() -> None:
    """Load what ``propose_split`` needs, which takes longer than splitting itself: ahead of its first use."""
    import sklearn.cluster  # noqa: F401  # loaded, not used


def _k_means(points: Points, parts: int) -> list[int]:
    from sklearn.cluster import KMeans

    distinct, inverse = np.unique(np.round(points, 5), axis=0, return_inverse=True)
    wanted = min(parts, len(distinct))
    weights = np.bincount(inverse)
    starts = 8 if len(distinct) <= _MANY else 2  # many answers hardly depend on where it starts
    found = KMeans(n_clusters=wanted, n_init=starts, random_state=0).fit(distinct, sample_weight=weights).labels_
    return [int(label) for label in found[inverse]]


def _names(project: Project, question: str, group: str, parts: list[list[str]]) -> list[str]:
    """Names that no other code of the question has."""
    coding = project.coding_of(question)
    every = sorted({text for part in parts for text in part})
    others = {code.name.casefold() for code in coding.codes.values() if code.status is not CodeStatus.RETIRED}
    others.discard((coding.group_name(group) or "").casefold())
    names: list[str] = []
    for proposed in name_groups(parts, every):
        name, again = proposed.name[:1].upper() + proposed.name[1:], 2
        while name.casefold() in others:
            name, again = f"{proposed.name} ({again})", again + 1
        others.add(name.casefold())
        names.append(name)
    return names


def split_command(
    project: Project, question: str, group: str, parts: list[tuple[str, tuple[ResponseKey, ...]]]
) -> SplitGroup:
    """The command that makes each (name, responses) a group of its own.

    A part that keeps the name of the group comes last: by then the group is empty, and its name is free.
    """
    own = (project.coding_of(question).group_name(group) or "").casefold()
    last = sorted(parts, key=lambda part: part[0].casefold() == own)
    return SplitGroup(question, group, tuple((new_id(), name, keys) for name, keys in last))
