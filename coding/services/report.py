"""Makes a report of a project: tabulates, words and gathers what the formats write."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from itertools import product
from typing import Any, NamedTuple

from coding.analysis.coded_data import codebook_entries, coded_data
from coding.analysis.tabulate import Candidates, per_wave, tabulate
from coding.analysis.tabulate_closed import tabulate_closed
from coding.analysis.tabulate_crosstab import crosstab, crosstab_closed, crosstab_read
from coding.analysis.tabulate_recoded import closed_answers
from coding.domain.codebook import QuoteCandidate
from coding.domain.counted_list import Base, ClosedTable, CountedList, ListOptions
from coding.domain.crosstab import Crosstab, CrosstabOptions
from coding.domain.errors import ExportError
from coding.domain.project import Project
from coding.domain.reading import Reading, reading_of
from coding.domain.report import Report, Section
from coding.domain.report_settings import QuestionOptions, ReportSettings
from coding.domain.survey import Variable, VariableRole, Wave
from coding.services.memo import per_coding
from coding.services.report_waves import wave_chapters
from coding.services.report_words import about, method, people_of, preamble, unseen_text
from coding.services.sentences import shown_sentence
from coding.texts import text
from coding.texts.report_wording import side_text

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

    ``lists_only`` leaves the coded data and the codebook out, for a quick preview. Raises ExportError when the
    project has no waves, when no question is chosen, or when a chosen question, wave or unit is not in it.
    """
    questions = _questions(project, settings)
    waves = _waves(project, settings)
    sections: list[Section] = []
    for done, question in enumerate(questions):
        if progress is not None:
            progress(done / len(questions), project.questions[question].text)
        lists = _lists(project, question, settings, (candidates or {}).get(question, {}))
        sections += [_section(project, counted, tables, settings) for counted, tables in lists]
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
        respondent_count=sum(len(people_of(project, wave)) for wave in waves),
        person_count=len(set().union(*(people_of(project, wave) for wave in waves))),
    )
    report = _with_closed(report, project, settings)
    report = replace(
        report,
        preamble=preamble(project, settings, report) if settings.summary else (),
        unseen=tuple(unseen_text(section, report.language) for section in sections if section.unseen),
    )
    report = replace(report, method=method(project, settings, report))
    report = replace(report, chapters=wave_chapters(project, settings, waves, questions))
    return report if lists_only else _completed(report, project, questions)


def _section(project: Project, counted: CountedList, tables: tuple[Crosstab, ...], settings: ReportSettings) -> Section:
    own = settings.sentences.get(counted.question.id, "").strip()
    if own or not settings.summary:
        return Section(counted, own, tables)
    shown = shown_sentence(project, counted, settings.language, settings.show)
    sentence = shown.sentence.text
    if not (settings.per_wave and sentence):
        return Section(counted, sentence, tables, shown.changes)
    told = text("report.summary.wave", settings.language, wave=counted.waves[0].name, sentence=sentence)
    before = len(told) - len(sentence)
    moved = tuple(replace(c, start=c.start + before, end=c.end + before) for c in shown.changes)
    return Section(counted, told, tables, moved)


def _with_closed(report: Report, project: Project, settings: ReportSettings) -> Report:
    """The report with its closed questions, and those by background."""
    variables = tuple(sorted(project.variables.values(), key=lambda variable: (variable.position, variable.id)))
    recoded = tuple(closed_answers(project, variable.id, report.waves).key for variable in variables)
    options = _crosstab_options(settings)
    base = settings.options.base
    wanted = (variables, settings.banner, options, base, recoded)
    apart = settings.per_wave and len(report.waves) > 1
    tables, crossed = _closed(project, "", report.waves, apart, *wanted)
    return replace(report, closed=tables, closed_crosstabs=crossed)


@per_coding
def _closed(
    project: Project,
    _: str,
    waves: tuple[Wave, ...],
    apart: bool,
    variables: tuple[Variable, ...],
    banner: tuple[str, ...],
    options: CrosstabOptions,
    base: Base,
    _recoded: tuple[Hashable, ...],
) -> tuple[tuple[ClosedTable, ...], tuple[Crosstab, ...]]:
    """All closed questions, and those by each variable of the banner; remembered as lists are.

    With ``apart`` each wave has its own, unless nobody answered the question in it. ``_recoded`` is what of them
    depends on the coding of open questions.
    """
    roles = {VariableRole.CLOSED, VariableRole.MULTIPLE}
    closed = [variable.id for variable in variables if variable.role in roles]
    counted = [((wave,), wave.name) for wave in waves] if apart else [(waves, "")]
    tables, crossed = [], []
    for question, (within, name) in product(closed, counted):
        table = replace(tabulate_closed(project, question, within, base=base), wave=name)
        if apart and not table.n:
            continue
        tables.append(table)
        by_each = (crosstab_closed(project, question, by, within, options, base) for by in banner if by != question)
        crossed += [replace(one, title=table.title, wave=name) for one in by_each if _tells(one)]
    return tuple(tables), tuple(crossed)


def _completed(report: Report, project: Project, questions: tuple[str, ...]) -> Report:
    """The report with what stands behind the lists: the data of every respondent, and the codebook."""
    variables = sorted(project.variables.values(), key=lambda variable: (variable.position, variable.id))
    other = text("report.other", report.language)
    once = tuple(dict.fromkeys(questions))
    return replace(
        report,
        codebook=codebook_entries(project, [section.counted for section in report.sections]),
        coded=coded_data(project, once, report.waves, other, variables),
    )


Tabulated = tuple[tuple[CountedList, tuple[Crosstab, ...]], ...]
"""The lists of a question, one or one per wave, each with its crosstabs."""


def _lists(project: Project, question: str, settings: ReportSettings, candidates: Candidates) -> Tabulated:
    options = settings.own.get(question, QuestionOptions()).over(settings.options)
    other = text("report.other", settings.language)
    offered = tuple(sorted(candidates.items())) if options.proposed_quotes else ()
    banner = tuple(project.variables[variable] for variable in settings.banner)
    sides = _sides(project, question, settings) if settings.by_position else None
    wanted = _Wanted(options, other, offered, settings.per_wave, banner, _crosstab_options(settings), sides)
    return _counted(project, question, wanted)


class _Wanted(NamedTuple):
    """What a question is tabulated with."""

    options: ListOptions
    other: str
    offered: tuple[tuple[str, tuple[QuoteCandidate, ...]], ...]
    apart: bool
    banner: tuple[Variable, ...]
    crosstabs: CrosstabOptions
    sides: tuple[Reading, tuple[str, ...]] | None = None


def _sides(project: Project, question: str, settings: ReportSettings) -> tuple[Reading, tuple[str, ...]] | None:
    """How the question is read, with the names of the sides; None when it is read as a whole."""
    reading = reading_of(project, question)
    return None if reading is None else (reading, tuple(side_text(side, settings.language) for side in reading.sides))


@per_coding
def _counted(project: Project, question: str, wanted: _Wanted) -> Tabulated:
    """The lists of one question; remembered, because a preview is drawn again at every click."""
    given: dict[str, Any] = {
        "options": wanted.options,
        "other_name": wanted.other,
        "candidates": dict(wanted.offered),
    }
    many = per_wave(project, question, **given) if wanted.apart else (tabulate(project, question, **given),)
    return tuple((counted, _crosstabs(project, counted, wanted)) for counted in many)


def _crosstabs(project: Project, counted: CountedList, wanted: _Wanted) -> tuple[Crosstab, ...]:
    if not any(row.counted for row in counted.rows):
        return ()
    read = () if wanted.sides is None else (crosstab_read(project, counted, *wanted.sides, wanted.crosstabs),)
    tables = (crosstab(project, counted, by.id, wanted.crosstabs) for by in wanted.banner)
    return (*read, *(table for table in tables if _tells(table)))


def _tells(table: Crosstab) -> bool:
    """Whether anything is printed beside the total: where all is too small to show there is nothing to look at."""
    return any(cell.shown and cell.count for row in table.rows for cell in row.cells[1:])


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
    for variable in (*settings.banner, *filter(None, (options.unit,))):
        if project.variables[variable].several:
            raise ExportError("export.several_divides", name=project.variables[variable].label)
    return known if options.waves is None else tuple(wave for wave in known if wave.id in options.waves)
