"""What the researcher chose for a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from coding.domain.counted_list import MAX_QUOTES, ListOptions
from coding.domain.report import Look, ReportLanguage, Show


@dataclass(frozen=True, slots=True)
class QuestionOptions:
    """What one question has otherwise than the rest of the report; None: as the rest."""

    threshold: int | None = None
    quotes: int | None = None
    all_remarks: bool | None = None

    def __post_init__(self) -> None:
        if self.quotes is not None and not 0 <= self.quotes <= MAX_QUOTES:
            raise ValueError(f"The 'quotes' of QuestionOptions must be in 0–{MAX_QUOTES}. Got {self.quotes} instead.")

    def over(self, options: ListOptions) -> ListOptions:
        """The options of the report with these in their place."""
        own = {
            "threshold": self.threshold,
            "quotes": self.quotes,
            "all_remarks": self.all_remarks,
        }
        return replace(options, **{name: value for name, value in own.items() if value is not None})  # type: ignore[arg-type]  # each by its own name


@dataclass(frozen=True, slots=True)
class WaveSettings:
    """What a report says of waves, periods and sources.

    ``compare`` sets the last two waves beside each other. ``period`` ("week", "month", "quarter", "half-year") counts
    by day of answering, "" does not. ``threads`` tells which arguments run through all sources; ``within`` limits that
    to one half-year ("2026-H2").
    """

    compare: bool = True
    period: str = ""
    threads: bool = False
    within: str = ""


@dataclass(frozen=True)
class ReportSettings:
    """What the researcher chose for a report.

    ``questions`` None means all, in the order of the questionnaire; else those, in that order. ``options`` apply to
    every question, apart from what ``own`` has for it. ``title`` "" means the project's name; ``client``, ``author``
    and ``fieldwork`` (when the answers were given) stand on the title page. ``per_wave`` gives every wave its own list.
    ``by_position`` sets arguments out by the closed question that their question is read by.
    ``banner`` are the variables that arguments and closed questions are set out by; cells of fewer than ``hide_below``
    respondents are not printed; ``cells`` tells what does stand in a cell. ``summary`` writes a sentence per question
    unless the project or ``sentences`` has one by hand. ``random_sample`` tells whether the respondents were drawn at
    random. ``wave_chapters`` tells what is said of waves beside each other.
    """

    language: ReportLanguage = "nl"
    questions: tuple[str, ...] | None = None
    options: ListOptions = field(default_factory=ListOptions)
    own: Mapping[str, QuestionOptions] = field(default_factory=dict)
    title: str = ""
    subtitle: str = ""
    client: str = ""
    author: str = ""
    fieldwork: str = ""
    show: Show = Show.COUNT
    look: Look = field(default_factory=Look)
    per_wave: bool = False
    summary: bool = True
    charts: bool = True
    banner: tuple[str, ...] = ()
    by_position: bool = False
    cells: Show = Show.SHARE
    hide_below: int = 0
    random_sample: bool = False
    sentences: Mapping[str, str] = field(default_factory=dict)
    wave_chapters: WaveSettings = field(default_factory=WaveSettings)
