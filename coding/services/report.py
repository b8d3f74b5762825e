"""Makes a report of a project: tabulates, words and gathers what the formats write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from coding import __version__
from coding.analysis.coded_data import codebook_entries, coded_data
from coding.analysis.tabulate import Candidates, per_wave, tabulate
from coding.analysis.tabulate_closed import tabulate_closed
from coding.analysis.tabulate_crosstab import crosstab, crosstab_closed
from coding.domain.assignments import Origin
from coding.domain.codebook import QuoteCandidate
from coding.domain.counted_list import CountedList, ListOptions
from coding.domain.crosstab import CrosstabOptions
from coding.domain.errors import ExportError
from coding.domain.project import Project
from coding.domain.report import Fact, Look, Report, ReportLanguage, Section, Show
from coding.domain.survey import VariableRole, Wave
from coding.services.memo import per_coding
from coding.services.summary import summary_sentence
from coding.texts import text
from coding.texts.report_wording import long_date, number, percent

Progress = Callable[[float, str], None]
"""Called with the share done (0–1) and the text of the question at hand."""


@dataclass(frozen=True)
class ReportSettings:
    """What the researcher chose for a report.

    ``questions`` None means all, in the order of the questionnaire. ``options`` apply to every question unless
    ``own_options`` has others for it. ``title`` "" means the project's name. ``per_wave`` gives every
    wave its own list. ``banner`` are the variables that arguments and closed questions are set out by; cells of fewer
    than ``hide_below`` respondents are not printed. ``summary`` writes a sentence per question unless ``sentences``
    has one by hand.
    """

    language: ReportLanguage = "nl"
    questions: tuple[str, ...] | None = None
    options: ListOptions = field(default_factory=ListOptions)
    own_options: Mapping[str, ListOptions] = field(default_factory=dict)
    title: str = ""
    subtitle: str = ""
    show: Show = Show.COUNT
    look: Look = field(default_factory=Look)
    per_wave: bool = False
    summary: bool = True
    banner: tuple[str, ...] = ()
    hide_below: int = 0
    sentences: Mapping[str, str] = field(default_factory=dict)


def make_report(
    project: Project,
    settings: ReportSettings,
    made_on: str,
    candidates: Mapping[str, Candidates] | None = None,
    progress: Progress | None = None,
    *,
    lists_only: bool = False,
) -> Report:
    """The report of ``project``; ``made_on`` is a date (YYYY-MM-DD), ``candidates`` proposed quotes per question.

    ``lists_only`` leaves the coded data, codebook and method out, for a quick preview. Raises ExportError when the
    project has no waves, when no question is chosen, or when a chosen question, wave or unit is not in it.
    """
    questions = _questions(project, settings)
    waves = _waves(project, settings)
    sections: list[Section] = []
    for done, question in enumerate(questions):
        if progress is not None:
            progress(done / len(questions), project.questions[question].text)
        lists = _lists(project, question, settings, (candidates or {}).get(question, {}))
        sections += [_section(project, counted, settings) for counted in lists]
    report = Report(
        project=project.id,
        title=settings.title.strip() or project.info.name,
        subtitle=settings.subtitle.strip(),
        language=settings.language,
        show=settings.show,
        look=settings.look,
        made_on=made_on,
        waves=waves,
        sections=tuple(sections),
        summary=tuple(section.sentence for section in sections if section.sentence),
    )
    return report if lists_only else _completed(report, project, settings, questions)


def _section(project: Project, counted: CountedList, settings: ReportSettings) -> Section:
    options = _crosstab_options(settings)
    own = settings.sentences.get(counted.question.id, "").strip()
    sentence = own or (summary_sentence(counted, settings.language, settings.show) if settings.summary else "")
    if settings.per_wave and sentence and not own:
        wave = counted.waves[0].name
        sentence = text("report.summary.wave", settings.language, wave=wave, sentence=sentence)
    tables = tuple(crosstab(project, counted, variable, options) for variable in settings.banner if counted.rows)
    return Section(counted, sentence, tables)


def _completed(report: Report, project: Project, settings: ReportSettings, questions: tuple[str, ...]) -> Report:
    """The report with what stands around the lists."""
    variables = sorted(project.variables.values(), key=lambda variable: (variable.position, variable.id))
    closed = [variable.id for variable in variables if variable.role is VariableRole.CLOSED]
    other = text("report.other", report.language)
    once = tuple(dict.fromkeys(questions))
    return replace(
        report,
        closed=tuple(tabulate_closed(project, variable, report.waves) for variable in closed),
        closed_crosstabs=tuple(
            crosstab_closed(project, question, variable, report.waves, _crosstab_options(settings))
            for question in closed
            for variable in settings.banner
            if variable != question
        ),
        method=_method(project, settings, report.waves, questions, report.made_on),
        codebook=codebook_entries(project, [section.counted for section in report.sections]),
        coded=coded_data(project, once, report.waves, other, variables),
    )


def _lists(
    project: Project, question: str, settings: ReportSettings, candidates: Candidates
) -> tuple[CountedList, ...]:
    options = settings.own_options.get(question, settings.options)
    other = text("report.other", settings.language)
    offered = tuple(sorted(candidates.items())) if options.proposed_quotes else ()
    return _counted(project, question, options, other, offered, settings.per_wave)


@per_coding
def _counted(
    project: Project,
    question: str,
    options: ListOptions,
    other: str,
    offered: tuple[tuple[str, tuple[QuoteCandidate, ...]], ...],
    apart: bool,
) -> tuple[CountedList, ...]:
    """The lists of one question; remembered, because a preview is drawn again at every click."""
    candidates = dict(offered)
    if apart:
        return per_wave(project, question, options=options, other_name=other, candidates=candidates)
    return (tabulate(project, question, options=options, other_name=other, candidates=candidates),)


def _crosstab_options(settings: ReportSettings) -> CrosstabOptions:
    return CrosstabOptions(settings.options.level, settings.options.population, settings.hide_below)


def _questions(project: Project, settings: ReportSettings) -> tuple[str, ...]:
    if not project.waves:
        raise ExportError("export.no_answers")
    known = tuple(question.id for question in project.questions_in_order())
    chosen = known if settings.questions is None else settings.questions
    for question in chosen:
        if question not in project.questions:
            raise ExportError("export.unknown_question", name=question, known=", ".join(known))
    if not chosen:
        raise ExportError("export.no_questions")
    return chosen


def _waves(project: Project, settings: ReportSettings) -> tuple[Wave, ...]:
    options = settings.options
    known = project.waves_in_order()
    for wave in options.waves or ():
        if wave not in project.waves:
            raise ExportError("export.unknown_wave", name=wave, known=", ".join(w.id for w in known))
    if options.waves is not None and not options.waves:
        raise ExportError("export.no_waves")
    if options.unit is not None and options.unit not in project.variables:
        raise ExportError("export.unknown_variable", name=options.unit, known=", ".join(project.variables))
    for variable in settings.banner:
        if variable not in project.variables:
            raise ExportError("export.unknown_variable", name=variable, known=", ".join(project.variables))
    return known if options.waves is None else tuple(wave for wave in known if wave.id in options.waves)


def _method(
    project: Project, settings: ReportSettings, waves: tuple[Wave, ...], questions: tuple[str, ...], made_on: str
) -> tuple[Fact, ...]:
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
    facts.append(fact("counting", text("report.method.counting.text", language)))
    if options.threshold > 1:
        facts.append(fact("counting", text("report.method.threshold", language, threshold=options.threshold)))
    level = percent(options.level, language)
    facts.append(fact("intervals", text("report.method.intervals.text", language, level=level)))
    if options.population is not None:
        size = number(options.population, language)
        facts.append(fact("intervals", text("report.method.population", language, population=size)))
    if settings.banner:
        facts.append(fact("intervals", text("report.crosstab.note", language, level=level)))
    facts.append(fact("quotes", text("report.method.quotes.text", language)))
    encoder, version = project.info.encoder, project.info.encoder_version or "–"
    facts.append(fact("encoder", text("report.method.encoder.text", language, name=encoder, version=version)))
    made = {"version": __version__, "date": long_date(made_on, language), "revision": project.revision}
    facts.append(fact("made", text("report.method.made.text", language, **made)))
    return _merged(facts)


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
    facts = {"name": wave.name, "file": wave.source, "count": len(people), "excluded": excluded}
    return text("report.method.data.wave", language, **facts, date=day)


def _decision_sentences(project: Project, questions: tuple[str, ...], language: ReportLanguage) -> list[str]:
    origins = Counter(
        assignment.origin
        for question in questions
        for assignments in project.coding_of(question).decisions.values()
        for assignment in assignments
    )
    if not origins:
        return []
    counts = {origin.value: origins[origin] for origin in Origin}
    return [text("report.method.decisions", language, total=origins.total(), **counts)]


def _coders(project: Project, questions: tuple[str, ...]) -> list[str]:
    return sorted(
        {
            assignment.coder
            for question in questions
            for assignments in project.coding_of(question).decisions.values()
            for assignment in assignments
        }
    )
