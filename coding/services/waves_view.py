"""What the page of a wave shows of a question: new groups, doubtful answers, certain ones to check, what is gone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from coding.analysis.significance import wilson
from coding.domain.assignments import Suggestion
from coding.domain.codebook import PSEUDO_CODES
from coding.domain.commands import AcceptSuggestions
from coding.domain.commands_waves import CheckSuggestion
from coding.domain.project import Project, QuestionCoding
from coding.domain.survey import ResponseKey
from coding.domain.waves import Recognition
from coding.services.board import AnswerRow, answer_rows
from coding.services.waves import to_code_in, undecided_in


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group of answers that fit nothing known."""

    id: str
    name: str
    keywords: tuple[str, ...]
    rows: tuple[AnswerRow, ...]

    @property
    def count(self) -> int:
        """Respondents in it."""
        return sum(row.count for row in self.rows)


@dataclass(frozen=True, slots=True)
class Checked:
    """Certain suggestions that somebody looked at. ``low`` to ``high`` is the 95% Wilson interval of the error rate."""

    looked_at: int
    wrong: int
    low: float
    high: float

    @property
    def error_share(self) -> float | None:
        """Share of those looked at that were wrong, None when nothing was."""
        return self.wrong / self.looked_at if self.looked_at else None


@dataclass(frozen=True)
class WaveView:
    """A wave's answers to one question. ``answers`` = ``decided`` + the undecided, which are in exactly one part.

    ``doubtful`` has the likeliest first; ``to_check`` are the certain ones in a fixed random order; ``gone`` are the
    names of codes that other waves have and this one neither has nor is certainly recognised to have.
    ``codebook_version`` is that of its decisions, lowest and highest.
    """

    recognition: Recognition | None
    answers: int
    decided: int
    groups: tuple[NewGroup, ...]
    doubtful: tuple[AnswerRow, ...]
    to_check: tuple[AnswerRow, ...]
    checked: Checked
    gone: tuple[str, ...]
    codebook_version: tuple[int, int] | None

    @property
    def certain(self) -> int:
        """Respondents whose answer is certain and undecided."""
        return sum(row.count for row in self.to_check)


def wave_view(project: Project, question: str, wave: str) -> WaveView:
    """What there is to do for ``wave``, and how good its suggestions were so far."""
    coding = project.coding_of(question)
    recognition = coding.recognised.get(wave)
    open_keys = undecided_in(project, question, wave)
    parts: dict[str, list[ResponseKey]] = {"certain": [], "doubtful": []}
    new: dict[str, list[ResponseKey]] = {}
    for key in open_keys:
        suggestions = coding.suggestions.get(key, ())
        group = next((s.group for s in suggestions if s.group in coding.clusters), None)
        if group is not None:
            new.setdefault(group, []).append(key)
        else:
            parts["certain" if is_certain(suggestions, recognition) else "doubtful"].append(key)
    all_answers = len(to_code_in(project, question, wave))
    versions = [a.codebook_version for k, given in coding.decisions.items() if k.wave == wave for a in given]
    return WaveView(
        recognition=recognition,
        answers=all_answers,
        decided=all_answers - len(open_keys),
        groups=_groups(project, question, coding, new),
        doubtful=tuple(sorted(answer_rows(project, question, parts["doubtful"]), key=_likeliest_first)),
        to_check=tuple(sorted(answer_rows(project, question, parts["certain"]), key=lambda row: _lot(row.key))),
        checked=_checked(coding, wave),
        gone=_gone(coding, wave),
        codebook_version=(min(versions), max(versions)) if versions else None,
    )


def is_certain(suggestions: Iterable[Suggestion], recognition: Recognition | None) -> bool:
    """Whether what is suggested for an answer reaches the threshold of its wave."""
    threshold = recognition.threshold if recognition else None
    return any(s.score >= (1.0 if threshold is None else threshold) for s in suggestions)


def accept_certain(project: Project, question: str, wave: str) -> AcceptSuggestions:
    """The command that takes over every certain suggestion of a wave in one step."""
    coding = project.coding_of(question)
    return AcceptSuggestions(
        question,
        tuple(
            (key, suggestion)
            for row in wave_view(project, question, wave).to_check
            for key in row.keys
            for suggestion in coding.suggestions.get(key, ())
        ),
    )


def check(question: str, row: AnswerRow, right: bool, codes: tuple[str, ...] = ()) -> CheckSuggestion:
    """The command that keeps a check of ``row`` and decides on its answer."""
    return CheckSuggestion(question, row.keys, right, codes)


def _likeliest_first(row: AnswerRow) -> tuple[float, str]:
    return -max((mark.score or 0.0 for mark in row.marks), default=0.0), row.verbatim


def _lot(key: ResponseKey) -> str:
    """A random place that is the same on every machine and does not move when others are decided."""
    return hashlib.sha256("\x1f".join(key).encode("utf-8", "surrogatepass")).hexdigest()


def _groups(
    project: Project, question: str, coding: QuestionCoding, new: dict[str, list[ResponseKey]]
) -> tuple[NewGroup, ...]:
    groups = (
        NewGroup(
            group, coding.clusters[group].name, coding.clusters[group].keywords, answer_rows(project, question, keys)
        )
        for group, keys in new.items()
    )
    return tuple(sorted(groups, key=lambda group: (-group.count, group.name.casefold(), group.id)))


def _checked(coding: QuestionCoding, wave: str) -> Checked:
    looked_at = [check for key, check in coding.checks.items() if key.wave == wave]
    wrong = sum(not check.right for check in looked_at)
    low, high = wilson(wrong, len(looked_at)) if looked_at else (0.0, 1.0)
    return Checked(len(looked_at), wrong, low, high)


def _gone(coding: QuestionCoding, wave: str) -> tuple[str, ...]:
    """Codes of other waves that nothing in this one has, or is certainly recognised as."""
    recognition = coding.recognised.get(wave)
    here = {a.code for key, given in coding.decisions.items() if key.wave == wave for a in given}
    for key, made in coding.suggestions.items():
        if key.wave == wave and is_certain(made, recognition):
            here |= {s.group for s in made}
    before = {a.code for key, given in coding.decisions.items() if key.wave != wave for a in given}
    gone = (c.name for c in coding.open_codes() if c.id in before - here - PSEUDO_CODES)
    return tuple(sorted(gone, key=str.casefold))
