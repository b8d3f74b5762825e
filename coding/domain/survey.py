"""What was asked, who was asked, and what they answered: the part of a project that coding never changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from typing import Final, NamedTuple, Protocol

CHOICES: Final = "\n"
"""Stands between the answers of one respondent to a question with several answers, where they are kept."""
SAID_NO: Final = CHOICES
"""Ends what is kept of somebody who said no to a category: then the file tells who got the question, chosen or not."""


class ResponseKey(NamedTuple):
    """Identifies one response: the answer of one respondent to one question in one wave."""

    wave: str
    question: str
    respondent: str


def in_order(keys: Iterable[ResponseKey]) -> list[ResponseKey]:
    """``sorted(keys)`` for the keys of one question; by one part at a time, that takes a fifth of the time."""
    return sorted(sorted(keys, key=itemgetter(2)), key=itemgetter(0))


class Intake(StrEnum):
    """What a response was when it came in, before anyone coded it."""

    ANSWER = "answer"
    NON_ANSWER = "non_answer"
    BLANK = "blank"
    NOT_ASKED = "not_asked"
    EXCLUDED = "excluded"


class VariableRole(StrEnum):
    """What a background column is used for."""

    BACKGROUND = "background"
    CLOSED = "closed"
    MULTIPLE = "multiple"
    """A closed question to which a respondent may give several answers."""
    DATE = "date"
    """The day of answering, kept as YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A closed question that decides who gets an open one, as in "Ja, namelijk: …"."""

    variable: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """An open question. ``column`` is its heading in the file; ``non_answers`` extends the built-in lists.

    ``aliases`` are its headings in the files of other waves.

    ``everyone``: put before the questions that decide who counts, so the filter takes nobody out of it.

    ``counts_in``: the closed question whose answer "other" it explains ("Anders, namelijk: …"), with those answers.
    What is coded here then counts among the answers to the closed question.

    ``read_by``: the closed question by whose answers this one is read (agree, neutral, disagree), "" for none.
    """

    id: str
    text: str
    column: str
    position: int = 0
    gate: Gate | None = None
    language: str = "nl"
    non_answers: tuple[str, ...] = ()
    quotes_only: bool = False
    everyone: bool = False
    aliases: tuple[str, ...] = ()
    counts_in: Gate | None = None
    read_by: str = ""


class HasValues(Protocol):
    """Whoever filled in variables: values by the id of the variable."""

    @property
    def values(self) -> Mapping[str, str]:
        """The values as they are kept."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A background field or a closed question. ``categories`` keeps the order in which they are printed.

    ``aliases`` are its headings in the files of other waves; ``renamed`` holds pairs of a category as another wave's
    file has it and the category it stands for.

    A question with several answers stands in one column of a file, with ``separator`` between the answers in a cell, or
    in several: ``parts`` are pairs of a column and the category that somebody chose who has a mark there. ``column`` is
    the first of those.
    """

    id: str
    label: str
    column: str
    role: VariableRole = VariableRole.BACKGROUND
    categories: tuple[str, ...] = ()
    position: int = 0
    aliases: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    separator: str = ""

    @property
    def several(self) -> bool:
        """Whether a respondent may stand under more than one category."""
        return self.role is VariableRole.MULTIPLE

    @property
    def divides(self) -> bool:
        """Whether the categories divide the respondents: each stands under one at most."""
        return self.role not in {VariableRole.DATE, VariableRole.MULTIPLE}

    def shown_to(self, person: HasValues) -> bool:
        """Whether the file tells that a respondent got the question: by an answer, or by a no to every category."""
        return bool(person.values.get(self.id))

    def answers_of(self, person: HasValues) -> tuple[str, ...]:
        """The categories that a respondent stands under; none if the question was not answered."""
        given = person.values.get(self.id, "").strip()
        if not given:
            return ()
        return tuple(given.split(CHOICES)) if self.several else (given,)


@dataclass(frozen=True, slots=True)
class Wave:
    """One round of data collection. ``batch`` names the import that holds its respondents and responses.

    ``digest`` tells the contents of the imported file, so that the same file is noticed when it comes again.
    ``channel`` names the source of answers that are no survey (e-mails, phone notes), "" for a survey.
    """

    id: str
    name: str
    batch: str
    source: str
    imported_at: str
    position: int = 0
    digest: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Respondent:
    """A person in one wave.

    ``row`` is the row in the imported file as a spreadsheet numbers it, the heading included (in SPSS, which has no
    heading, the number of the case); ``excluded`` that the researcher's filter took the person out; ``weight`` is
    positive.
    """

    id: str
    row: int
    values: Mapping[str, str] = field(default_factory=dict)
    weight: float = 1.0
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """One person's answer to one question, with its exact words and their normalised form."""

    key: ResponseKey
    verbatim: str
    normalised: str
    intake: Intake


@dataclass(frozen=True, slots=True)
class Batch:
    """One imported file: immutable once it is in the project.

    Holds a response for every combination of respondent and open question, so that every state adds up to all
    respondents.
    """

    id: str
    respondents: tuple[Respondent, ...]
    responses: tuple[Response, ...]
