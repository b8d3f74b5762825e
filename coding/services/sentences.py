"""Sentences of the summary by hand: written once, their numbers kept up with the counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from coding.domain.counted_list import CountedList
from coding.domain.project import Project
from coding.domain.report import ReportLanguage, Show
from coding.domain.sentences import NumberChange, NumberLink, Sentence
from coding.services.summary import facts_of, summary_sentence

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*%?|\w+|\s+|.")


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """The sentence of a question as it reads now. ``changes`` are numbers that nobody looked at yet."""

    sentence: Sentence
    by_hand: bool
    changes: tuple[NumberChange, ...] = ()


def shown_sentence(
    project: Project, counted: CountedList, language: ReportLanguage, show: Show = Show.COUNT
) -> ShownSentence:
    """The sentence by hand with the numbers of today if there is one, else the one that the summary makes."""
    kept = _kept(project, counted, language)
    if kept is None:
        return ShownSentence(summary_sentence(counted, language, show), by_hand=False)
    now, changes = kept.now(facts_of(counted, language))
    return ShownSentence(now, True, changes)


def _kept(project: Project, counted: CountedList, language: ReportLanguage) -> Sentence | None:
    """The sentence for exactly these waves; for several together also one from before the latest was added."""
    waves = tuple(wave.id for wave in counted.waves)
    fitting = [
        sentence
        for sentence in project.sentences.values()
        if sentence.question == counted.question.id
        and sentence.language == language
        and (sentence.waves == waves or (len(waves) > 1 and set(sentence.waves) < set(waves)))
    ]
    return max(fitting, key=lambda sentence: (len(sentence.waves), sentence.waves), default=None)


def edited(shown: Sentence, waves: tuple[str, ...], text: str) -> Sentence:
    """``text`` as a sentence by hand: numbers that were left where they stood in ``shown`` go on to follow the counts.

    Both texts are compared word by word (Ratcliff and Obershelp's matching blocks), so that two equal numbers are told
    apart by what stands around them. Numbers that the writer typed are the writer's own.
    """
    text = " ".join(text.split())
    old, new = _tokens(shown.text), _tokens(text)
    matcher = SequenceMatcher(None, [word for _, word in old], [word for _, word in new], autojunk=False)
    place = {a + step: b + step for a, b, size in matcher.get_matching_blocks() for step in range(size)}
    at = {start: index for index, (start, _) in enumerate(old)}
    links = []
    for link in shown.links:
        index = at.get(link.start)
        if index is not None and index in place:
            start, word = new[place[index]]
            if len(word) == link.end - link.start:
                links.append(NumberLink(start, start + len(word), link.fact))
    return Sentence(shown.question, shown.language, waves, text, tuple(links))


def _tokens(text: str) -> Sequence[tuple[int, str]]:
    return [(found.start(), found.group()) for found in _TOKEN.finditer(text)]
