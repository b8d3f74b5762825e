"""Answers by period and by channel: counts and shares per month, and which arguments run through all channels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coding.domain.codebook import OTHER
from coding.domain.errors import CommandRefused
from coding.domain.project import Project
from coding.domain.survey import ResponseKey, VariableRole, Wave
from coding.services.compare import people_of, restricted, series, undecided_among
from coding.services.comparison import CompareOptions, Series


class Period(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"


@dataclass(frozen=True, slots=True)
class Thread:
    """An argument and the channels in which it occurs, of ``channels`` in which anything was said."""

    code: str
    name: str
    counts: tuple[int, ...]

    @property
    def found_in(self) -> int:
        """In how many channels it occurs."""
        return sum(count > 0 for count in self.counts)


@dataclass(frozen=True, slots=True)
class Threads:
    """Which arguments run through all channels, through some, and through only one.

    ``undecided`` answers of a channel are in its base and under no argument.
    """

    channels: tuple[str, ...]
    bases: tuple[int, ...]
    undecided: tuple[int, ...]
    everywhere: tuple[Thread, ...]
    some: tuple[Thread, ...]
    one: tuple[Thread, ...]


def period_name(day: str, period: Period) -> str:
    """The period a day (YYYY-MM-DD) falls in: "2026-W37", "2026-09", "2026-Q3" or "2026-H2"; names sort by time."""
    when = date.fromisoformat(day)
    if period is Period.WEEK:
        year, week, _ = when.isocalendar()
        return f"{year}-W{week:02d}"
    if period is Period.MONTH:
        return f"{when.year}-{when.month:02d}"
    if period is Period.QUARTER:
        return f"{when.year}-Q{(when.month + 2) // 3}"
    return f"{when.year}-H{1 if when.month <= 6 else 2}"


def has_dates(project: Project) -> bool:
    """Whether any variable holds the day of answering."""
    return any(variable.role is VariableRole.DATE for variable in project.variables.values())


def day_of(project: Project, key: ResponseKey) -> str:
    """The day on which a response was given, "" when it is not known."""
    values = project.respondent(key).values
    dates = (v for v in sorted(project.variables.values(), key=lambda v: v.position) if v.role is VariableRole.DATE)
    return next((values[v.id] for v in dates if values.get(v.id)), "")


def half_years(project: Project) -> tuple[str, ...]:
    """The half-years in which anybody answered, by name, in order."""
    people = (
        ResponseKey(wave.id, "", person.id)
        for wave in project.waves_in_order()
        for person in project.respondents(wave.id)
    )
    return tuple(sorted({period_name(day, Period.HALF_YEAR) for key in people if (day := day_of(project, key))}))


def source_of(wave: Wave) -> str:
    """The channel that a wave came through; a survey is a source of its own."""
    return wave.channel or wave.name


def sources(project: Project) -> tuple[str, ...]:
    """The channels of a project, in order."""
    return tuple(dict.fromkeys(source_of(wave) for wave in project.waves_in_order()))


def over_periods(project: Project, question: str, period: Period, options: CompareOptions | None = None) -> Series:
    """Each argument per period, all waves and channels together. Raises CommandRefused when there are no dates."""
    if not has_dates(project):
        raise CommandRefused("compare.no_dates")
    options = options or CompareOptions()
    people = people_of(project, question, project.waves_in_order(), options)
    by_period: dict[str, list[ResponseKey]] = {}
    for key in people.base_keys:
        if day := day_of(project, key):
            by_period.setdefault(period_name(day, period), []).append(key)
    groups = {name: restricted(people, keys) for name, keys in sorted(by_period.items())}
    return series(project, question, groups, options)


def threads(project: Project, question: str, *, within: str = "", period: Period = Period.HALF_YEAR) -> Threads:
    """The arguments by channel; ``within`` limits to one period by its name ("2026-H2")."""
    options = CompareOptions()
    by_channel: dict[str, list[Wave]] = {}
    for wave in project.waves_in_order():
        by_channel.setdefault(source_of(wave), []).append(wave)
    groups = {}
    for channel, waves in by_channel.items():
        people = people_of(project, question, waves, options)
        if within:
            people = restricted(people, _within(project, people.base_keys, within, period))
        if people.base_keys:
            groups[channel] = people
    table = series(project, question, groups, options)
    found = [Thread(row.code, row.name, tuple(c.count for c in row.cells)) for row in table.rows if row.code != OTHER]
    width = len(groups)
    return Threads(
        table.columns,
        tuple(people.base_count for people in groups.values()),
        tuple(undecided_among(project, people) for people in groups.values()),
        tuple(one for one in found if one.found_in == width and width > 1),
        tuple(one for one in found if 1 < one.found_in < width),
        tuple(one for one in found if one.found_in == 1),
    )


def _within(project: Project, keys: Iterable[ResponseKey], name: str, period: Period) -> list[ResponseKey]:
    return [key for key in keys if (day := day_of(project, key)) and period_name(day, period) == name]
