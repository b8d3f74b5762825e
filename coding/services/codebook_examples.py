"""What a codebook teaches by itself, before anybody decided anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coding.domain.answers import normalise
from coding.domain.codebook import Code
from coding.domain.project import QuestionCoding


def examples_of(coding: QuestionCoding) -> Mapping[str, frozenset[str]]:
    """The example answers of the codebook, each with the codes that it is an example of.

    Examples that are the same but for capitals and the like are one.
    """
    found: dict[str, tuple[str, set[str]]] = {}
    for code, example in _examples(coding):
        found.setdefault(normalise(example), (example, set()))[1].add(code.id)
    return {example: frozenset(codes) for example, codes in found.values()}


def _examples(coding: QuestionCoding) -> Iterator[tuple[Code, str]]:
    for code in sorted(coding.open_codes(), key=lambda code: code.id):
        for example in code.examples:
            if normalise(example):
                yield code, example


def codes_waiting(coding: QuestionCoding) -> int:
    """How many codes there are, when nothing was decided or proposed yet; 0 once there is."""
    return 0 if coding.decisions or coding.suggestions else len(coding.open_codes())
