"""From the answers to one question, as people typed them, to the ground that suggestions are learned on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from coding.analysis.encoder import Vectors
from coding.analysis.represent import Space, fit_space
from coding.analysis.suggest_ground import Ground, Indices, Matrix, prepare
from coding.analysis.suggest_pieces import pieces
from coding.domain.answers import AnswerKind, kind_of, normalise

Encode = Callable[[Sequence[str]], Vectors]

_TELLING_WORD: Final = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")


@dataclass(frozen=True)
class QuestionGround:
    """The ground of a question; ``place`` (n_verbatims,) says which of its rows each verbatim stands on."""

    ground: Ground
    place: Indices
    space: Space


def question_ground(
    verbatims: Sequence[str], undecided: Sequence[bool], encode: Encode, question: str = ""
) -> QuestionGround:
    """The ground of the distinct normalised answers among ``verbatims``, sorted.

    ``undecided``: per verbatim, whether a suggestion for it is wanted. ``encode``: texts to vectors of shape (n, d).
    Raises ValueError if the lengths differ.
    """
    if len(verbatims) != len(undecided):
        raise ValueError("The 'undecided' parameter must have one entry per verbatim.")
    normal = [normalise(verbatim) for verbatim in verbatims]
    first = dict(zip(reversed(normal), reversed(verbatims), strict=True))
    texts = sorted(first)
    row = {text: i for i, text in enumerate(texts)}
    place = np.array([row[text] for text in normal], dtype=np.intp)
    cut = [(part, i) for i, text in enumerate(texts) for part in pieces(first[text])]
    vector = _encoded([*texts, *(part for part, _ in cut)], encode)
    space = fit_space(texts, np.array([vector[text] for text in texts]), question)
    ground = prepare(
        space.place(texts, np.array([vector[text] for text in texts])),
        space.place([part for part, _ in cut], np.array([vector[part] for part, _ in cut])) if cut else None,
        [owner for _, owner in cut],
        [kind_of(first[text]) is not AnswerKind.ANSWER for text in texts],
        np.bincount(place[np.asarray(undecided, bool)], minlength=len(texts)).tolist(),
    )
    return QuestionGround(ground, place, space)


def name_points(space: Space, names: Mapping[str, str], encode: Encode) -> dict[str, Matrix]:
    """The point of each code by its name and description, for those that say something in words ("V12_a" does not).

    ``names``: code to its words; several descriptions can be joined with spaces.
    """
    words = {code: normalise(name.replace("_", " ")) for code, name in names.items()}
    telling = {code: text for code, text in sorted(words.items()) if _TELLING_WORD.search(text)}
    if not telling:
        return {}
    vector = _encoded(telling.values(), encode)
    points = space.place(list(telling.values()), np.array([vector[text] for text in telling.values()]))
    return dict(zip(telling, points, strict=True))


def _encoded(texts: Iterable[str], encode: Encode) -> dict[str, Vectors]:
    """Vectors by text; distinct texts in sorted order, so that the order of rows changes nothing."""
    distinct = sorted(set(texts))
    return dict(zip(distinct, encode(distinct), strict=True))
