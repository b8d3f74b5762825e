"""The counted argument list of one question: the one set of numbers that every screen and every file shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coding.domain.assignments import ResponseState
from coding.domain.segments import Span
from coding.domain.survey import Question, ResponseKey, Wave

MAX_QUOTES = 6
_GOES_ON: Final = re.compile(
    r"((zo|indien|if) )?(ja|nee|yes|no|anders|other)\b\W*"
    r"(namelijk|want|omdat|toelichting|please specify|specify|because)?\W*|namelijk\W*",
    re.IGNORECASE,
)
"""Questions that are only the end of the closed one before them."""


def in_full(question: str, before: str) -> str:
    """A question behind the closed one ``before`` it ("" for none), where it only goes on from that.

    "Ja, namelijk:" alone says nothing, and a questionnaire has many of them.
    """
    alone = not before or before == question or not _GOES_ON.fullmatch(question.strip())
    return question if alone else f"{before} {question}"


class Base(StrEnum):
    """The denominator of a share."""

    ANSWERED = "answered"
    """Respondents whose answer can be coded: coded, other, no_code or uncoded. Non-answers that are listed too."""
    ASKED = "asked"
    """Respondents who were asked: all but not_asked and excluded."""


class RowKind(StrEnum):
    """What a row of the list counts."""

    NET = "net"
    CODE = "code"
    PROPOSAL = "proposal"
    """A cluster that nobody touched yet."""
    OTHER = "other"
    """"Overig": decided as other, and codes under the threshold."""


class NetLevel(StrEnum):
    """How nets are listed."""

    ALL = "all"
    NETS = "nets"
    """The top level alone; codes without a net are part of it."""
    CODES = "codes"
    """Codes alone, as if there were no nets."""


class LeftOutReason(StrEnum):
    """Why a picked quote is not printed."""

    PRINTED_ELSEWHERE = "printed_elsewhere"
    """The same answer, or the same words, stand under an argument higher in the list."""
    NOT_UNDER_CODE = "not_under_code"
    """No person's decision puts the answer under this code."""
    OVER_LIMIT = "over_limit"
    """The report prints fewer quotes per argument."""


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What the researcher chose for a list.

    ``waves`` None means all, counted together: a person who took part in two waves counts once in each. ``threshold``
    is the least number of respondents for an argument to be listed. ``quotes`` is the most per argument (0–6);
    ``proposed_quotes`` fills up with the machine's candidates where a person picked none. ``non_answers`` lists 'Nee'
    and the like, and counts them in the base. ``all_remarks`` prints every answer under Overig. ``unit`` is a variable
    whose values are counted instead of respondents ("in 4 of the 9 municipalities"), ``unit_name`` what several of
    them are called ("municipalities"; "" for the label of the variable). ``level`` (0–1) is of the
    confidence intervals; ``population`` the number of people that the sample was drawn from, if known.
    """

    waves: tuple[str, ...] | None = None
    base: Base = Base.ANSWERED
    threshold: int = 1
    include_proposals: bool = False
    quotes: int = 4
    proposed_quotes: bool = False
    non_answers: bool = False
    all_remarks: bool = False
    nets: NetLevel = NetLevel.ALL
    unit: str | None = None
    unit_name: str = ""
    level: float = 0.95
    population: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.quotes <= MAX_QUOTES:
            raise ValueError(f"The 'quotes' of ListOptions must be in 0–{MAX_QUOTES}. Got {self.quotes} instead.")
        if not 0.5 <= self.level < 1:
            raise ValueError(f"The 'level' of ListOptions must be in [0.5, 1). Got {self.level} instead.")
        if self.threshold < 1:
            raise ValueError(f"The 'threshold' of ListOptions must be at least 1. Got {self.threshold} instead.")


@dataclass(frozen=True, slots=True)
class PrintedQuote:
    """A quote as it is printed. ``row`` is the row in the file of its wave, as a spreadsheet numbers it."""

    text: str
    key: ResponseKey
    row: int
    span: Span
    picked: bool


@dataclass(frozen=True, slots=True)
class LeftOutQuote:
    """A picked quote that is not printed, and why."""

    code: str
    key: ResponseKey
    row: int
    span: Span
    reason: LeftOutReason


@dataclass(frozen=True, slots=True)
class Cases:
    """What is counted instead of respondents: how many there are in all, and what they are called."""

    count: int
    name: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of the list.

    ``number`` is "1", "2", … or "1.2" under a net; ``level`` 0 at the top. Counts are of respondents (or of cases, if
    the list counts a unit); ``mention_count`` of segments. Shares are 0–1 of the base; ``weighted_share`` uses the
    respondents' weights (of cases: none); ``low`` and ``high`` bound it (Wilson, on the effective base).
    ``proposed_count`` is of respondents whom only the machine puts here. ``cases`` is how many cases there are in all
    and what they are called, None when respondents are counted.
    """

    kind: RowKind
    code: str
    name: str
    number: str
    level: int
    parent: str | None
    respondent_count: int
    mention_count: int
    share: float
    weighted_share: float
    low: float
    high: float
    proposed_count: int
    members: tuple[ResponseKey, ...]
    quotes: tuple[PrintedQuote, ...] = ()
    cases: Cases | None = None

    @property
    def counted(self) -> bool:
        """Whether the count is printed: always, but not for Overig."""
        return self.kind is not RowKind.OTHER


@dataclass(frozen=True, slots=True)
class NonAnswerLine:
    """How many respondents gave a certain non-answer, as in "'Nee' (12x)"."""

    label: str
    respondent_count: int
    share: float


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """Every respondent of one wave, by the state of the response; the counts add up to ``total``."""

    wave: str
    name: str
    counts: Mapping[ResponseState, int]
    total: int


@dataclass(frozen=True, slots=True)
class BaseSize:
    """The denominator: its definition, the number of respondents (unweighted) and the sum of their weights.

    ``weighted`` tells whether any respondent weighs more or less than one; printed percentages are weighted then.
    """

    definition: Base
    respondent_count: int
    weight: float
    weighted: bool = False


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """How many respondents chose a category of a closed question."""

    category: str
    respondent_count: int
    share: float
    weighted_share: float


@dataclass(frozen=True, slots=True)
class Recoded:
    """What became of the answers "other" to a closed question: ``before`` = ``recoded`` + ``left``, all respondents.

    ``values`` are those answers, ``question`` is the text of the open question that explains them. ``several``
    respondents count under more than one answer now.
    """

    question: str
    values: tuple[str, ...]
    before: int
    recoded: int
    left: int
    several: int


@dataclass(frozen=True, slots=True)
class ClosedTable:
    """The answers to a closed question. ``n`` is the number of respondents in the base, ``weighted`` as in BaseSize.

    ``gate_share`` is the weighted share that was asked the open question after it (0–1). ``several``: a respondent may
    stand under more than one category, so that shares may add up to more than one. Only then can the ``base`` be
    everyone who was asked: parts of a whole are of those who answered. ``wave`` is the name of the wave that was
    counted, "" unless there is such a table for each.
    """

    variable: str
    label: str
    n: int
    categories: tuple[CategoryCount, ...]
    gate_values: tuple[str, ...] = ()
    recoded: Recoded | None = None
    gate_share: float = 0.0
    several: bool = False
    base: Base = Base.ANSWERED
    weighted: bool = False
    wave: str = ""

    @property
    def title(self) -> str:
        """The heading of the table: the question, and the wave if there is a table for each."""
        return of_wave(self.label, self.wave)


def of_wave(asked: str, wave: str) -> str:
    """What was asked, with the wave that it was counted for if there is one."""
    return f"{asked.rstrip(' :')} ({wave})" if wave else asked


@dataclass(frozen=True, slots=True)
class CountedList:
    """The counted argument list of one question.

    ``n`` is the number of respondents who answered, whatever the base; every respondent in a row is one of them.
    ``loose_quotes`` are the answers of a question that is shown as quotes only; it has no rows then. ``cases`` are what
    is counted instead of respondents, if anything. ``apart``: there is such a list for each wave.
    """

    question: Question
    options: ListOptions
    waves: tuple[Wave, ...]
    n: int
    base: BaseSize
    rows: tuple[ListRow, ...]
    non_answers: tuple[NonAnswerLine, ...]
    ledger: tuple[LedgerLine, ...]
    gate: ClosedTable | None = None
    left_out: tuple[LeftOutQuote, ...] = ()
    loose_quotes: tuple[PrintedQuote, ...] = ()
    cases: Cases | None = None
    apart: bool = False

    @property
    def asked(self) -> str:
        """The question in full."""
        return in_full(self.question.text, self.gate.label if self.gate is not None else "")

    @property
    def title(self) -> str:
        """The heading of the list: what was asked, and the wave if apart."""
        return of_wave(self.asked, ", ".join(wave.name for wave in self.waves) if self.apart else "")

    def printed_quotes(self) -> Iterator[PrintedQuote]:
        """Every quote in the order of print."""
        for row in self.rows:
            yield from row.quotes
        yield from self.loose_quotes
