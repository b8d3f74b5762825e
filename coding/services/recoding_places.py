"""Where each answer that is to be coded again belongs now: suggestions that learn from the other answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coding.analysis.encoder import Encoder, Recall
from coding.analysis.recognise import Kind, recognise
from coding.domain.answers import normalise
from coding.domain.project import Project, QuestionCoding
from coding.domain.survey import ResponseKey
from coding.services.recoding import Changed, Place, Recoding

_FOLDS: Final = 5


def suggest_places(project: Project, question: str, found: Recoding, encoder: Encoder) -> tuple[Place, ...]:
    """Where each answer of ``found`` belongs now, the ones that would move first.

    Learned from the other answers under the same codes, never from an answer's own code. Raises EncoderError when the
    encoder cannot be used.
    """
    together: dict[tuple[str, str], list[ResponseKey]] = {}
    for key, now, text in _items(project, question, found):
        together.setdefault((text, now), []).append(key)
    responses = project.responses(question)
    guessed = _guesses(project, question, found, encoder)
    places = []
    for (text, now), keys in together.items():
        code, score, certain = guessed.get(text, (now, 0.0, False))
        places.append(Place(tuple(keys), responses[keys[0]].verbatim, now, code, score, certain))
    return tuple(sorted(places, key=lambda one: (one.chosen == one.now, -one.score, one.keys[0])))


def _items(project: Project, question: str, found: Recoding) -> list[tuple[ResponseKey, str, str]]:
    """What is in question: the answer, the code it carries, and the normalised words that carry it."""
    decisions, responses = project.coding_of(question).decisions, project.responses(question)
    return [
        (key, a.code, normalise(responses[key].verbatim[a.span.start : a.span.end]))
        for key in found.keys
        for a in found.in_question(decisions[key])
    ]


def _guesses(project: Project, question: str, found: Recoding, encoder: Encoder) -> dict[str, tuple[str, float, bool]]:
    """Per text the likeliest code of ``found``, its score, and whether that is certain."""
    texts = sorted({text for _, _, text in _items(project, question, found)})
    part = {text: at % _FOLDS for at, text in enumerate(texts)}
    codes = _choices(project.coding_of(question), found)
    examples = _examples(project, question, found, codes)
    encode = Recall(encoder)
    guessed: dict[str, tuple[str, float, bool]] = {}
    for fold in range(min(_FOLDS, len(texts))):
        asked = [text for text in texts if part[text] == fold]
        known = [(words, held) for words, held in examples if part.get(words) != fold]
        told = recognise(known, asked, codes, encode, question=project.questions[question].text)
        for text, answer in zip(asked, told.answers, strict=True):
            best = answer.guesses[0]
            if best.code in found.codes:
                guessed[text] = (best.code, best.score, answer.kind is not Kind.DOUBTFUL)
    return guessed


def _choices(coding: QuestionCoding, found: Recoding) -> dict[str, str]:
    """The codes to choose from with their words; beside arguments that were added, every other one."""
    return {
        code.id: f"{code.name} {code.description}".strip()
        for code in coding.open_codes()
        if found.change is Changed.ADDED or code.id in found.codes
    }


def _examples(
    project: Project, question: str, found: Recoding, codes: Mapping[str, str]
) -> list[tuple[str, frozenset[str]]]:
    """Decisions to learn from, as normalised words and codes.

    What is asked about and still stands under the code that was split says nothing about where it belongs: left out.
    """
    decisions, responses = project.coding_of(question).decisions, project.responses(question)
    asked = set(found.keys)
    examples = []
    for key, given in sorted(decisions.items()):
        unread = found.in_question(given) if key in asked else ()
        kept = [a for a in given if not (a.code in found.source and a in unread)]
        held: dict[str, set[str]] = {}
        for a in kept if key in responses else ():
            if a.code in codes or found.change is Changed.ADDED:
                words = normalise(responses[key].verbatim[a.span.start : a.span.end])
                held.setdefault(words, set()).update({a.code} & codes.keys())
        examples += [(words, frozenset(found_here)) for words, found_here in sorted(held.items())]
    return examples
