"""A report: everything that a file for the client or for further analysis shows, counted and in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from coding.domain.assignments import DECIDED, Assignment, ResponseState
from coding.domain.chapter import Chapter
from coding.domain.codebook import Code
from coding.domain.counted_list import ClosedTable, CountedList
from coding.domain.crosstab import Crosstab
from coding.domain.sentences import NumberChange
from coding.domain.survey import Variable, Wave

ReportLanguage = Literal["nl", "en"]


class Show(StrEnum):
    """What stands behind an argument."""

    COUNT = "count"
    SHARE = "share"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Look:
    """The client's colours (``#rrggbb``; ``accent`` "" for the same) and logo (PNG or JPEG bytes)."""

    colour: str = "#1f5f68"
    logo: bytes | None = None
    accent: str = ""


@dataclass(frozen=True, slots=True)
class CodedColumn:
    """One 0/1 column of the coded data: a code, a net, or what was decided as other (``code`` is OTHER)."""

    question: str
    code: str
    name: str
    is_net: bool


@dataclass(frozen=True, slots=True)
class CodedAnswer:
    """One response of the coded data: its exact words, its state and the codes and nets it carries.

    ``decided`` tells whether zeros mean anything: only when a person decided on the answer. ``assignments`` are the
    decisions themselves, pseudo-codes included: which words, by whom.
    """

    verbatim: str
    state: ResponseState
    codes: frozenset[str]
    assignments: tuple[Assignment, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether a person decided what the answer says."""
        return self.state in DECIDED


@dataclass(frozen=True, slots=True)
class CodedRecord:
    """One respondent of one wave."""

    wave: str
    respondent: str
    row: int
    weight: float
    values: Mapping[str, str]
    answers: Mapping[str, CodedAnswer]


@dataclass(frozen=True, slots=True)
class CodedData:
    """The coded data of a report: every respondent, every question, every code."""

    columns: tuple[CodedColumn, ...]
    variables: tuple[Variable, ...]
    records: tuple[CodedRecord, ...]


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """One code with where it stands, its number in print if it is listed, and how many respondents it has."""

    question: str
    question_text: str
    code: Code
    parent_name: str
    number: str
    respondent_count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the method page."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """What a report says of one open question.

    ``sentence`` is its paragraph of the summary; ``unseen`` are the numbers in it that changed since a person wrote it.
    """

    counted: CountedList
    sentence: str = ""
    crosstabs: tuple[Crosstab, ...] = ()
    unseen: tuple[NumberChange, ...] = ()


@dataclass(frozen=True)
class Report:
    """A whole report.

    ``project`` is the project's id; ``made_on`` a date (YYYY-MM-DD). ``about`` tells on the title page whom it is for
    and who made it. ``summary`` opens the report, between ``preamble``: what a reader should know of the numbers, and
    ``unseen``: numbers in sentences by hand that nobody looked at since they changed; ``method`` closes it. ``cells``
    tells what stands in the cells of crosstabs. ``respondent_count`` is of those who count, in all waves together: who
    is in several waves counts in each. ``person_count`` counts everybody once, by respondent id. ``chapters`` are on
    waves, periods and sources.
    """

    project: str
    title: str
    subtitle: str
    language: ReportLanguage
    show: Show
    look: Look
    made_on: str
    waves: tuple[Wave, ...]
    sections: tuple[Section, ...]
    summary: tuple[str, ...] = ()
    closed: tuple[ClosedTable, ...] = ()
    method: tuple[Fact, ...] = ()
    codebook: tuple[CodebookEntry, ...] = ()
    coded: CodedData = CodedData((), (), ())
    closed_crosstabs: tuple[Crosstab, ...] = ()
    about: tuple[Fact, ...] = ()
    preamble: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    cells: Show = Show.SHARE
    charts: bool = True
    respondent_count: int = 0
    person_count: int = 0
    chapters: tuple[Chapter, ...] = ()

    def crosstabs(self) -> tuple[Crosstab, ...]:
        """All crosstabs in the order of print: those of closed questions, then those of each open question."""
        return (*self.closed_crosstabs, *(table for section in self.sections for table in section.crosstabs))
