"""What a report says of itself: whom it is for, what to know of its numbers, and how they were made."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple, Self

from coding import __version__
from coding.domain.assignments import DECIDED, Assignment, Origin, ResponseState
from coding.domain.crosstab import BaseFlag
from coding.domain.project import Project
from coding.domain.report import Fact, Report, ReportLanguage, Section
from coding.domain.report_settings import ReportSettings
from coding.domain.survey import Wave
from coding.services.report_waves import agreement_facts
from coding.texts import text
from coding.texts.encoders import encoder_text
from coding.texts.report_wording import count_of, long_date, number, percent

_STARTED: Final = (Origin.GROUP, Origin.SUGGESTION)
"""Decisions that began with what the computer proposed."""


def about(settings: ReportSettings) -> tuple[Fact, ...]:
    """Client, author and period, as far as they were filled in."""
    given = {"client": settings.client, "author": settings.author, "fieldwork": settings.fieldwork}
    return tuple(
        Fact(text(f"report.about.{name}", settings.language), " ".join(value.split()))
        for name, value in given.items()
        if value.strip()
    )


def preamble(project: Project, settings: ReportSettings, report: Report) -> tuple[str, ...]:
    """What a reader of the summary should know first: how many people, how it was counted, how sure it is."""
    language = settings.language
    people = text("report.preamble.people", language, people=count_of("respondents", report.person_count, language))
    if repeated := _in_several_waves(project, report.waves):
        form = ".one" if repeated == 1 else ""
        facts = {"count": number(repeated, language), "times": number(report.respondent_count, language)}
        people += " " + text(f"report.preamble.panel{form}", language, **facts)
    excluded = sum(person.excluded for wave in report.waves for person in project.respondents(wave.id))
    if excluded:
        form = "one" if excluded == 1 else "many"
        people += " " + text(f"report.preamble.excluded.{form}", language, count=number(excluded, language))
    level = percent(settings.options.level, language)
    sure = text("report.preamble.level", language, level=level)
    told = _Decided.of(report)
    counted = told.decided and settings.options.unit is None
    numbers = text("report.preamble.numbers", language) if counted else ""
    lines = [" ".join(filter(None, (people, told.sentence(language), numbers))), f"{sure} {_sample(settings)}"]
    if any(column.flag is not BaseFlag.ENOUGH for table in report.crosstabs() for column in table.columns[1:]):
        lines.append(text("report.preamble.small", language))
    return tuple(lines)


def people_of(project: Project, wave: Wave) -> set[str]:
    """The ids of the respondents of a wave who count."""
    return {person.id for person in project.respondents(wave.id) if not person.excluded}


def _in_several_waves(project: Project, waves: tuple[Wave, ...]) -> int:
    """How many respondents count in more than one of the waves."""
    found = Counter(person for wave in waves for person in people_of(project, wave))
    return sum(times > 1 for times in found.values())


class _Decided(NamedTuple):
    """Of how many answers to the questions of a report people decided what they say, and how many wait for that."""

    decided: int
    waiting: int

    @classmethod
    def of(cls, report: Report) -> Self:
        """Questions that are shown as quotes only have nothing to decide."""
        lists = (section.counted for section in report.sections if not section.counted.question.quotes_only)
        counts = [line.counts for counted in lists for line in counted.ledger]
        decided = sum(found[state] for found in counts for state in DECIDED)
        return cls(decided, sum(found[ResponseState.UNCODED] for found in counts))

    def sentence(self, language: ReportLanguage) -> str:
        """Who put the answers under arguments; "" where there are none."""
        if not self.decided and not self.waiting:
            return ""
        form = "none" if not self.decided else "some" if self.waiting else "all"
        facts = {"decided": number(self.decided, language), "total": number(self.decided + self.waiting, language)}
        return text(f"report.decided.{form}", language, **(facts if form == "some" else {}))


def unseen_text(section: Section, language: ReportLanguage) -> str:
    """Which numbers of a sentence by hand changed since somebody looked at it."""
    told = [
        text("report.unseen.gone", language, before=change.before)
        if change.after is None
        else text("report.unseen.number", language, before=change.before, after=change.after)
        for change in section.unseen
    ]
    return text("report.unseen", language, question=section.counted.question.text, numbers=", ".join(told))


def _sample(settings: ReportSettings) -> str:
    return text(f"report.sample.{'random' if settings.random_sample else 'not_random'}", settings.language)


def method(project: Project, settings: ReportSettings, report: Report) -> tuple[Fact, ...]:
    """How the figures came about."""
    language, options = settings.language, settings.options
    waves, made_on = report.waves, report.made_on
    questions = tuple(dict.fromkeys(section.counted.question.id for section in report.sections))

    def fact(heading: str, sentence: str) -> Fact:
        return Fact(text(f"report.method.{heading}", language), sentence)

    facts = [fact("data", _wave_sentence(project, wave, language)) for wave in waves]
    facts += [fact("coding", sentence) for sentence in _coding_sentences(project, report, questions)]
    if options.include_proposals:
        facts.append(fact("coding", text("report.method.proposals", language)))
    coders = sorted({decision.coder for decision in _decisions(project, report, questions)})
    if coders:
        facts.append(fact("coders", ", ".join(coders)))
    facts += agreement_facts(project, questions, language)
    facts.append(fact("counting", text(_counting(options.unit), language)))
    if _in_several_waves(project, waves):
        facts.append(fact("counting", text("report.method.panel", language)))
    if options.threshold > 1:
        facts.append(fact("counting", text("report.method.threshold", language, threshold=options.threshold)))
    level = percent(options.level, language)
    facts.append(fact("intervals", text("report.method.intervals.text", language, level=level)))
    facts.append(fact("intervals", _sample(settings)))
    if options.population is not None:
        size = number(options.population, language)
        facts.append(fact("intervals", text("report.method.population", language, population=size)))
    if settings.banner:
        facts.append(fact("intervals", text("report.crosstab.note", language, level=level)))
        if settings.hide_below > 1:
            facts.append(fact("intervals", text("report.crosstab.hiding", language, least=settings.hide_below)))
    facts.append(fact("quotes", " ".join(_quote_sentences(report))))
    named = {"name": encoder_text(project.info.encoder, language), "version": project.info.encoder_version}
    key = "report.method.encoder.text" if named["version"] else "report.method.encoder.bare"
    facts.append(fact("encoder", text(key, language, **named)))
    made = {"version": __version__, "date": long_date(made_on, language), "revision": project.revision}
    facts.append(fact("made", text("report.method.made.text", language, **made)))
    return _merged(facts)


def _counting(unit: str | None) -> str:
    return "report.method.counting.text" if unit is None else "report.method.counting.cases"


def _merged(facts: list[Fact]) -> tuple[Fact, ...]:
    """One fact per heading."""
    by_heading: dict[str, list[str]] = {}
    for fact in facts:
        by_heading.setdefault(fact.heading, []).append(fact.text)
    return tuple(Fact(heading, " ".join(texts)) for heading, texts in by_heading.items())


def _wave_sentence(project: Project, wave: Wave, language: ReportLanguage) -> str:
    people = project.respondents(wave.id)
    excluded = sum(person.excluded for person in people)
    day = long_date(wave.imported_at, language)
    facts = {"name": wave.name, "file": wave.source, "people": count_of("respondents", len(people), language)}
    form = {0: ".all", 1: ".one"}.get(excluded, "")
    left_out = {} if form else {"excluded": number(excluded, language)}
    return text(f"report.method.data.wave{form}", language, **facts, **left_out, date=day)


def _coding_sentences(project: Project, report: Report, questions: tuple[str, ...]) -> list[str]:
    """Who put the answers under arguments, what the computer had to do with it, and how decisions were made."""
    language, told = report.language, _Decided.of(report)
    sentence = told.sentence(language)
    if not sentence:
        return []
    origins = Counter(decision.origin for decision in _decisions(project, report, questions))
    if not origins:
        return [sentence, text("report.method.coding.waiting", language)]
    made = [
        text(f"report.origin.{origin.value}", language, count=number(origins[origin], language))
        for origin in Origin
        if origins[origin]
    ]
    start = [text("report.method.coding.start", language)] if any(map(origins.get, _STARTED)) else []
    counted = text("report.method.coding.text", language)
    total = number(origins.total(), language)
    decided = text("report.method.decisions", language, total=total, origins=", ".join(made))
    return [sentence, *start, counted, decided]


def _decisions(project: Project, report: Report, questions: tuple[str, ...]) -> list[Assignment]:
    """The decisions on answers to these questions in the waves of the report."""
    waves = {wave.id for wave in report.waves}
    return [
        assignment
        for question in questions
        for key, assignments in project.coding_of(question).decisions.items()
        if key.wave in waves
        for assignment in assignments
    ]


def _quote_sentences(report: Report) -> list[str]:
    """What quotes are, and who chose them where people did not choose all."""
    language = report.language
    told = [text("report.method.quotes.text", language)]
    lists = (section.counted for section in report.sections)
    offered = [counted.rows for counted in lists if counted.options.proposed_quotes and not counted.options.all_remarks]
    picked = Counter(quote.picked for rows in offered for row in rows for quote in row.quotes)
    if picked[False]:
        facts = {"picked": number(picked[True], language), "proposed": number(picked[False], language)}
        told.append(text("report.method.quotes.proposed", language, **facts))
    return told
