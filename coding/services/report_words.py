"""What a report says of itself: whom it is for, what to know of its numbers, and how they were made."""

from __future__ import annotations

from collections import Counter

from coding import __version__
from coding.domain.assignments import Origin
from coding.domain.crosstab import BaseFlag
from coding.domain.project import Project
from coding.domain.report import Fact, Report, ReportLanguage, Section
from coding.domain.report_settings import ReportSettings
from coding.domain.survey import Wave
from coding.services.report_waves import agreement_facts
from coding.texts import text
from coding.texts.encoders import encoder_text
from coding.texts.report_wording import count_of, long_date, number, percent


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
    people = text("report.preamble.people", language, people=count_of("respondents", report.respondent_count, language))
    excluded = sum(person.excluded for wave in report.waves for person in project.respondents(wave.id))
    if excluded:
        form = "one" if excluded == 1 else "many"
        people += " " + text(f"report.preamble.excluded.{form}", language, count=number(excluded, language))
    level = percent(settings.options.level, language)
    sure = text("report.preamble.level", language, level=level)
    coding = "report.preamble.coding" if settings.options.unit is None else "report.preamble.coding_cases"
    lines = [f"{people} {text(coding, language)}", f"{sure} {_sample(settings)}"]
    if any(column.flag is not BaseFlag.ENOUGH for table in report.crosstabs() for column in table.columns[1:]):
        lines.append(text("report.preamble.small", language))
    return tuple(lines)


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


def method(
    project: Project, settings: ReportSettings, waves: tuple[Wave, ...], questions: tuple[str, ...], made_on: str
) -> tuple[Fact, ...]:
    """How the figures came about."""
    language, options = settings.language, settings.options

    def fact(heading: str, sentence: str) -> Fact:
        return Fact(text(f"report.method.{heading}", language), sentence)

    facts = [fact("data", _wave_sentence(project, wave, language)) for wave in waves]
    facts.append(fact("coding", text("report.method.coding.text", language)))
    facts += [fact("coding", sentence) for sentence in _decision_sentences(project, questions, language)]
    if options.include_proposals:
        facts.append(fact("coding", text("report.method.proposals", language)))
    coders = _coders(project, questions)
    if coders:
        facts.append(fact("coders", ", ".join(coders)))
    facts += agreement_facts(project, questions, language)
    facts.append(fact("counting", text(_counting(options.unit), language)))
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
    facts.append(fact("quotes", text("report.method.quotes.text", language)))
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


def _decision_sentences(project: Project, questions: tuple[str, ...], language: ReportLanguage) -> list[str]:
    origins = Counter(
        assignment.origin
        for question in questions
        for assignments in project.coding_of(question).decisions.values()
        for assignment in assignments
    )
    if not origins:
        return []
    told = [
        text(f"report.origin.{origin.value}", language, count=number(origins[origin], language))
        for origin in Origin
        if origins[origin]
    ]
    total = number(origins.total(), language)
    return [text("report.method.decisions", language, total=total, origins=", ".join(told))]


def _coders(project: Project, questions: tuple[str, ...]) -> list[str]:
    return sorted(
        {
            assignment.coder
            for question in questions
            for assignments in project.coding_of(question).decisions.values()
            for assignment in assignments
        }
    )
