"""A sentence of the summary that a person wrote, with the numbers in it that follow the tabulation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class NumberLink(NamedTuple):
    """A number in a text (half-open, Unicode code points) that stands for a fact of the tabulation."""

    start: int
    end: int
    fact: str


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A number that is no longer what the writer saw; ``after`` is None when its fact is gone.

    ``start`` and ``end`` are its place in the text as it reads now.
    """

    fact: str
    before: str
    after: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a person made of the sentence of a question, in one language, for the answers of some waves.

    ``text`` holds the numbers as the writer saw them last; ``links`` tell which of them follow the counts.
    """

    question: str
    language: str
    waves: tuple[str, ...]
    text: str
    links: tuple[NumberLink, ...] = ()

    @property
    def id(self) -> str:
        """What the project keeps it under."""
        return sentence_id(self.question, self.language, self.waves)

    def now(self, facts: Mapping[str, str]) -> tuple[Sentence, tuple[NumberChange, ...]]:
        """The sentence with the numbers of today, and what changed since the writer saw it.

        A number whose fact is gone (its argument is no longer listed) stays as it was, and is told as changed.
        """
        parts: list[str] = []
        links: list[NumberLink] = []
        changes: list[NumberChange] = []
        at, length = 0, 0
        for link in self.links:
            before = self.text[link.start : link.end]
            after = facts.get(link.fact)
            shown = before if after is None else after
            parts += [self.text[at : link.start], shown]
            start = length + link.start - at
            at, length = link.end, start + len(shown)
            links.append(NumberLink(start, length, link.fact))
            if after != before:
                changes.append(NumberChange(link.fact, before, after, start, length))
        parts.append(self.text[at:])
        now = Sentence(self.question, self.language, self.waves, "".join(parts), tuple(links))
        return now, tuple(changes)


def sentence_id(question: str, language: str, waves: tuple[str, ...]) -> str:
    """The key of a sentence: question, language and waves."""
    return "\x1f".join((question, language, *waves))
