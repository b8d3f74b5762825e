"""Makes a report of a project: tabulates, words and gathers what the formats write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from coding.analysis.coded_data import codebook_entries, coded_data
from coding.analysis.tabulate import Candidates, per_wave, tabulate
from coding.analysis.tabulate_closed import tabulate_closed
from coding.analysis.tabulate_crosstab import crosstab, crosstab_closed
from coding.domain.codebook import QuoteCandidate
from coding.domain.counted_list import CountedList, ListOptions
from coding.domain.crosstab import CrosstabOptions
from coding.domain.errors import ExportError
from coding.domain.project import Project
from coding.domain.report import Report, Section
from coding.domain.report_settings import QuestionOptions, ReportSettings
from coding.domain.survey import VariableRole, Wave
from coding.services.memo import per_coding
from coding.services.report_words import about, method, preamble, unseen_text
from coding.services.sentences import shown_sentence
from coding.texts import text

__all__ = ["Progress", "QuestionOptions", "ReportSettings", "make_report"]

Progress = Callable[[float, str], None]
"""Called with the share done (0–1) and the text of the question at hand."""


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
        about=about(settings),
        cells=settings.cells,
        charts=settings.charts,
        respondent_count=sum(not person.excluded for wave in waves for person in project.respondents(wave.id)),
    )
    report = _with_closed(report, project, settings)
    report = replace(
        report,
        preamble=preamble(project, settings, report) if settings.summary else (),
        unseen=tuple(unseen_text(section, report.language) for section in sections if section.unseen),
    )
    return report if lists_only else _completed(report, project, settings, questions)


def _section(project: Project, counted: CountedList, settings: ReportSettings) -> Section:
    options = _crosstab_options(settings)
    tables = tuple(crosstab(project, counted, variable, options) for variable in settings.banner if counted.rows)
    own = settings.sentences.get(counted.question.id, "").strip()
    if own or not settings.summary:
        return Section(counted, own, tables)
    shown = shown_sentence(project, counted, settings.language, settings.show)
    sentence = shown.sentence.text
    if settings.per_wave and sentence and not shown.by_hand:
        sentence = text("report.summary.wave", settings.language, wave=counted.waves[0].name, sentence=sentence)
    return Section(counted, sentence, tables, shown.changes)


def _with_closed(report: Report, project: Project, settings: ReportSettings) -> Report:
    """The report with its closed questions, and those by background."""
    variables = sorted(project.variables.values(), key=lambda variable: (variable.position, variable.id))
    closed = [variable.id for variable in variables if variable.role is VariableRole.CLOSED]
    options = _crosstab_options(settings)
    return replace(
        report,
        closed=tuple(tabulate_closed(project, variable, report.waves) for variable in closed),
        closed_crosstabs=tuple(
            crosstab_closed(project, question, variable, report.waves, options)
            for question in closed
            for variable in settings.banner
            if variable != question
        ),
    )


def _completed(report: Report, project: Project, settings: ReportSettings, questions: tuple[str, ...]) -> Report:
    """The report with what stands behind the lists."""
    variables = sorted(project.variables.values(), key=lambda variable: (variable.position, variable.id))
    other = text("report.other", report.language)
    once = tuple(dict.fromkeys(questions))
    return replace(
        report,
        method=method(project, settings, report.waves, questions, report.made_on),
        codebook=codebook_entries(project, [section.counted for section in report.sections]),
        coded=coded_data(project, once, report.waves, other, variables),
    )


def _lists(
    project: Project, question: str, settings: ReportSettings, candidates: Candidates
) -> tuple[CountedList, ...]:
    options = settings.own.get(question, QuestionOptions()).over(settings.options)
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
