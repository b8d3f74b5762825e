"""What is left of stored values when one person is erased from them: pure, value by value.

The same function is applied to every value before and after every event, so a journal that was consistent stays so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeVar, cast

from coding.domain.answers import normalise
from coding.domain.codebook import Cluster, Code
from coding.domain.events import KEYED_BY_RESPONSE, Change, Event, Value
from coding.domain.proposal import ProposalRun
from coding.domain.sentences import Sentence
from coding.domain.survey import Question, ResponseKey, Variable
from coding.domain.waves import Sample

T = TypeVar("T")

ERASED_WORD: Final = "[…]"
"""Stands in a label where a word of the erased person stood."""
_WORD: Final = re.compile(r"\w+")


def words(text: str) -> Iterator[str]:
    """The words of a text in the form in which they are compared."""
    return (_compared(match.group()) for match in _WORD.finditer(text))


def _compared(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


@dataclass(frozen=True, slots=True)
class Scrubber:
    """Takes one person out of stored values.

    ``lone_words`` are words that occur in this person's answers and nowhere else, ``lone_answers`` the normalised
    answers that nobody else gave, ``lone_values`` per variable what this person filled in and nobody else.
    """

    respondent: str
    lone_words: frozenset[str]
    lone_answers: frozenset[str]
    lone_values: Mapping[str, frozenset[str]]

    def label(self, text: str) -> str:
        """A text with the person's own words taken out."""
        if not self._tells(text):
            return text
        return _WORD.sub(lambda m: ERASED_WORD if _compared(m.group()) in self.lone_words else m.group(), text)

    def event(self, event: Event) -> Event:
        """An event without the person; it may have no changes left."""
        changes = tuple(kept for change in event.changes if (kept := self._change(change)) is not None)
        return replace(event, changes=changes, facts={name: self.label(fact) for name, fact in event.facts.items()})

    def run(self, run: ProposalRun) -> ProposalRun:
        """A proposal run without the person's segments and their points on the map."""
        kept = [i for i, segment in enumerate(run.segments) if segment.response.respondent != self.respondent]
        nodes = tuple(
            replace(
                node,
                name=self.label(node.name),
                keywords=self._without_own(node.keywords),
                quotes=self._kept(node.quotes),
            )
            for node in run.nodes
        )
        return replace(
            run,
            segments=tuple(run.segments[i] for i in kept),
            points=tuple(run.points[i] for i in kept) if run.points else (),
            nodes=nodes,
            settings={name: self.label(value) for name, value in run.settings.items()},
        )

    def _change(self, change: Change) -> Change | None:
        if change.table in KEYED_BY_RESPONSE and change.key[2] == self.respondent:
            return None
        before = self._value(change.key, change.before)
        after = self._value(change.key, change.after)
        return None if before == after else change._replace(before=before, after=after)

    def _value(self, key: tuple[str, ...], value: Value | None) -> Value | None:
        if isinstance(value, Code):
            return self._code(value)
        if isinstance(value, Cluster):
            keywords = self._without_own(value.keywords)
            return replace(value, name=self.label(value.name), keywords=keywords, quotes=self._kept(value.quotes))
        if isinstance(value, Question):
            kept = (a for a in value.non_answers if a not in self.lone_answers and not self._tells(a))
            return replace(value, non_answers=tuple(kept))
        if isinstance(value, Variable):
            lone = self.lone_values.get(key[0], frozenset())
            return replace(
                value,
                categories=tuple(c for c in value.categories if c not in lone),
                renamed=tuple(pair for pair in value.renamed if lone.isdisjoint(pair)),
            )
        if isinstance(value, Sentence):  # a text that was changed has its numbers elsewhere: they no longer follow
            text = self.label(value.text)
            return value if text == value.text else replace(value, text=text, links=())
        if isinstance(value, Sample):
            return replace(value, responses=tuple(k for k in value.responses if k.respondent != self.respondent))
        return self._without_person(value)

    def _without_person(self, value: Value | None) -> Value | None:
        """A value without what in it is about an answer of the person; None when nothing is left of a list."""
        if isinstance(value, tuple):
            return cast("Value", self._kept(value)) or None
        if value is None or isinstance(value, bool):
            return value
        lists: dict[str, Any] = {
            f.name: self._kept(old) for f in fields(value) if isinstance(old := getattr(value, f.name), tuple)
        }
        return replace(value, **lists)

    def _code(self, code: Code) -> Code:
        return replace(
            code,
            name=self.label(code.name),
            description=self.label(code.description),
            include=self.label(code.include),
            exclude=self.label(code.exclude),
            keywords=self._without_own(code.keywords),
            rules=self._without_own(code.rules),
            examples=tuple(e for e in self._without_own(code.examples) if normalise(e) not in self.lone_answers),
        )

    def _kept(self, items: Iterable[T]) -> tuple[T, ...]:
        return tuple(item for item in items if not self._is_about_person(item))

    def _is_about_person(self, item: object) -> bool:
        key = getattr(item, "response", item)
        return isinstance(key, ResponseKey) and key.respondent == self.respondent

    def _without_own(self, phrases: Iterable[str]) -> tuple[str, ...]:
        return tuple(phrase for phrase in phrases if not self._tells(phrase))

    def _tells(self, text: str) -> bool:
        return not self.lone_words.isdisjoint(words(text))
