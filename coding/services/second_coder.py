"""A second coder: answers drawn, coded blind, compared with the first coder and the machine, and decided together.

What a coder decided alone is kept apart from the decisions that count (``QuestionCoding.independent``). A consensus
counts; what each coder had decided before it stays there, so that the agreement does not change by talking.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from coding.analysis.agreement import AgreementTable, Codes, agreement
from coding.analysis.encoder import Encoder, Recall
from coding.analysis.recognise import recognise
from coding.domain.assignments import Assignment, Origin
from coding.domain.codebook import PSEUDO_CODES
from coding.domain.commands_waves import CodeMany, DecideTogether, DrawSample
from coding.domain.errors import CommandRefused
from coding.domain.project import Project
from coding.domain.survey import ResponseKey
from coding.domain.waves import Sample

MACHINE = "Tienkeer"
"""The name under which the machine's suggestions are compared."""
_FOLDS = 5

Reading = Mapping[ResponseKey, Codes]
"""What one coder decided: per answer the codes; empty means that no argument applies."""


@dataclass(frozen=True, slots=True)
class BlindItem:
    """An answer as the second coder sees it: without anything that others or the machine said of it."""

    key: ResponseKey
    verbatim: str
    codes: tuple[str, ...] | None
    """What this coder decided, None if not yet; OTHER when no argument applies."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An answer that two coders coded otherwise; ``consensus`` is what they decided together, None if not yet."""

    key: ResponseKey
    verbatim: str
    row: int
    first: tuple[str, ...]
    second: tuple[str, ...]
    consensus: tuple[str, ...] | None


@dataclass(frozen=True)
class Compared:
    """Two coders beside each other. ``table`` holds code ids; ``disagreements`` are in the order of the file."""

    first: str
    second: str
    table: AgreementTable
    disagreements: tuple[Disagreement, ...]


def draw_sample(
    project: Project, question: str, *, size: int, per_code: int | None, seed: int, at: str, coder: str
) -> DrawSample:
    """Draw answers that were decided on, each text once, in random order.

    ``per_code``: this many from every code (and from those without one), instead of ``size`` from all together.
    """
    coding, responses = project.coding_of(question), project.responses(question)
    by_text = {responses[key].normalised: key for key in sorted(coding.decisions, reverse=True) if key in responses}
    keys = sorted(by_text.values())
    lots = random.Random(seed)  # noqa: S311 - a sample, no secret
    if per_code is None:
        chosen = lots.sample(keys, min(size, len(keys)))
    else:
        strata: dict[str, list[ResponseKey]] = {}
        for key in keys:
            for code in _codes_of(coding.decisions[key]) or frozenset({""}):
                strata.setdefault(code, []).append(key)
        drawn = [
            key for _, members in sorted(strata.items()) for key in lots.sample(members, min(per_code, len(members)))
        ]
        chosen = list(dict.fromkeys(drawn))
        lots.shuffle(chosen)
    return DrawSample(question, Sample(uuid4().hex[:8], tuple(chosen), at, coder, seed, per_code))


def blind_items(project: Project, question: str, sample: str, coder: str) -> tuple[BlindItem, ...]:
    """The answers of a sample as ``coder`` sees them, in the order drawn."""
    coding, responses = project.coding_of(question), project.responses(question)
    return tuple(
        BlindItem(key, responses[key].verbatim, _own(coding.independent.get(key, ()), coder))
        for key in coding.samples[sample].responses
        if key in responses
    )


def code_blind(question: str, key: ResponseKey, codes: Sequence[str]) -> CodeMany:
    """The command by which a second coder decides on one answer; no codes means that no argument applies."""
    return CodeMany(question, ((key, tuple(codes)),), alone=True)


def decide_together(question: str, key: ResponseKey, codes: Sequence[str]) -> DecideTogether:
    """The command that records a consensus."""
    return DecideTogether(question, key, tuple(codes))


def readings(project: Project, question: str) -> dict[str, Reading]:
    """What each coder decided, the one with most decisions that count first.

    An answer that was decided together counts, for each coder, as that coder had it before.
    """
    coding = project.coding_of(question)
    found: dict[str, dict[ResponseKey, Codes]] = {}
    order: Counter[str] = Counter()
    for key, given in coding.decisions.items():
        if given and not any(a.origin is Origin.CONSENSUS for a in given):
            coder = max(given, key=lambda a: a.codebook_version).coder
            found.setdefault(coder, {})[key] = _codes_of(given)
            order[coder] += 1
    for key, alone in coding.independent.items():
        for coder in dict.fromkeys(a.coder for a in alone):
            found.setdefault(coder, {})[key] = _codes_of(a for a in alone if a.coder == coder)
    return {coder: found[coder] for coder in sorted(found, key=lambda coder: (-order[coder], coder))}


def coder_pair(project: Project, question: str) -> tuple[str, str]:
    """The first coder and the one who coded most answers of the first's alone. Raises CommandRefused without one."""
    known = readings(project, question)
    alone = Counter(c for given in project.coding_of(question).independent.values() for c in {a.coder for a in given})
    first = next(iter(known), None)
    others = sorted((c for c in alone if c != first), key=lambda c: (-alone[c], c))
    if first is None or not others:
        raise CommandRefused("agreement.no_second_coder")
    return first, others[0]


def compare_coders(
    project: Project, question: str, first: str, second: str, machine: Reading | None = None, *, level: float = 0.95
) -> Compared:
    """Agreement of two coders on the answers that ``second`` (or else ``first``) coded.

    ``machine`` stands in for the coder called MACHINE. Answers that one of the two did not decide on are left out and
    counted.
    """
    known: dict[str, Reading] = dict(readings(project, question))
    if machine is not None:
        known[MACHINE] = machine
    one, other = known.get(first, {}), known.get(second, {})
    keys = [key for key in project.responses(question) if key in (other if second != MACHINE else one)]
    table = agreement([one.get(key) for key in keys], [other.get(key) for key in keys], level=level)
    apart = [key for key in keys if key in one and key in other and one[key] != other[key]]
    return Compared(first, second, table, tuple(_disagreement(project, key, one[key], other[key]) for key in apart))


def machine_reading(project: Project, question: str, keys: Iterable[ResponseKey], encoder: Encoder) -> Reading:
    """What the machine suggests for ``keys``, having learned from the other decisions alone.

    In five parts: each part is suggested from everything outside it, so that no answer is suggested its own code.
    Raises EncoderError when the encoder cannot be used.
    """
    coding, responses = project.coding_of(question), project.responses(question)
    first = next(iter(readings(project, question).values()), {})
    wanted = [key for key in keys if key in responses]
    texts = sorted({responses[key].normalised for key in wanted})
    part = {text: place % _FOLDS for place, text in enumerate(texts)}
    codes = {code.id: f"{code.name} {code.description}".strip() for code in coding.open_codes()}
    encode = Recall(encoder)
    found: dict[ResponseKey, Codes] = {}
    for fold in range(min(_FOLDS, len(texts))):
        asked = [key for key in wanted if part[responses[key].normalised] == fold]
        known = [
            (responses[key].verbatim, given)
            for key, given in first.items()
            if key in responses and part.get(responses[key].normalised) != fold
        ]
        text = project.questions[question].text
        told = recognise(known, [responses[key].verbatim for key in asked], codes, encode, question=text)
        for key, answer in zip(asked, told.answers, strict=True):
            found[key] = frozenset(guess.code for guess in answer.guesses if guess.code is not None)
    return found


def _codes_of(given: Iterable[Assignment]) -> Codes:
    return frozenset(a.code for a in given) - PSEUDO_CODES


def _own(alone: Iterable[Assignment], coder: str) -> tuple[str, ...] | None:
    mine = tuple(a.code for a in alone if a.coder == coder)
    return mine or None


def _disagreement(project: Project, key: ResponseKey, first: Codes, second: Codes) -> Disagreement:
    decided = project.coding_of(key.question).decisions.get(key, ())
    together = tuple(sorted(a.code for a in decided)) if any(a.origin is Origin.CONSENSUS for a in decided) else None
    verbatim = project.responses(key.question)[key].verbatim
    row = project.respondent(key).row
    return Disagreement(key, verbatim, row, tuple(sorted(first)), tuple(sorted(second)), together)
