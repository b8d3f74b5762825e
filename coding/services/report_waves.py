"""The chapters of a report on waves, periods and sources, out of the same comparison as the screens."""

from __future__ import annotations

from collections.abc import Sequence

from coding.analysis.compare import LEAST_BASE
from coding.domain.chapter import Cell, Chapter, ChapterTable, Figure
from coding.domain.chart import Slope, SlopeChart
from coding.domain.codebook import OTHER
from coding.domain.counted_list import Base
from coding.domain.project import Project
from coding.domain.report import Fact, ReportLanguage
from coding.domain.report_settings import ReportSettings
from coding.domain.survey import Wave
from coding.services.compare import compare_waves, is_weighted, last_two_of, over_waves
from coding.services.compare_periods import Period, Threads, has_dates, over_periods, threads
from coding.services.compare_words import (
    agreement_sentences,
    comparison_sentences,
    comparison_table,
    name_of,
    percent,
    period_words,
    series_table,
    thread_sentences,
    threads_table,
)
from coding.services.comparison import CodeChange, CompareOptions, Comparison, Series, Verdict
from coding.services.memo import per_coding
from coding.services.second_coder import Compared, coder_pair, compare_coders, readings
from coding.texts import text


def wave_chapters(
    project: Project, settings: ReportSettings, waves: Sequence[Wave], questions: Sequence[str]
) -> tuple[Chapter, ...]:
    """The chapters that are wanted and that the project has anything for."""
    wanted, asked = settings.wave_chapters, tuple(dict.fromkeys(questions))
    options = CompareOptions(settings.options.base, is_weighted(project))
    found = []
    if wanted.compare and len(waves) > 1:
        found.append(_compared(project, asked, waves, options, settings.language))
    if wanted.period and has_dates(project):
        found.append(_periods(project, asked, Period(wanted.period), options, settings.language))
    if wanted.threads:
        found.append(_threads(project, asked, wanted.within, settings.language))
    return tuple(chapter for chapter in found if chapter.tables)


# Waves ----------------------------------------------------------------------------------------------------------------


def _compared(
    project: Project, questions: Sequence[str], waves: Sequence[Wave], options: CompareOptions, language: ReportLanguage
) -> Chapter:
    tables, few = [], []
    for question in questions:
        both = last_two_of(project, question, waves)
        if both is None:
            continue
        found = _two_waves(project, question, *both, options)
        if found.rows:
            if found.too_few:
                few.append(found)
            else:
                tables.append(_comparison(found, language))
            if len(waves) > 2:
                title = text("report.chapter.all_waves", language, question=found.text)
                tables.append(_series(over_waves(project, question, options), title, options, language))
    pairs = dict.fromkeys((one.first.id, one.second.id) for one in few)
    tables += [_not_compared([one for one in few if (one.first.id, one.second.id) == pair], language) for pair in pairs]
    return Chapter("compare", text("report.chapter.compare", language), tuple(tables))


@per_coding
def _two_waves(project: Project, question: str, first: str, second: str, options: CompareOptions) -> Comparison:
    return compare_waves(project, question, first, second, options)


def _comparison(found: Comparison, language: ReportLanguage) -> ChapterTable:
    head, printed = comparison_table(found, language)
    rows = [_compared_row(row, words) for row, words in zip(found.rows, printed, strict=True)]
    return ChapterTable(
        title=found.text,
        note=text("report.chapter.compare_note", language),
        head=head,
        rows=tuple(rows),
        levels=tuple(row.level for row in found.rows),
        sentences=tuple(comparison_sentences(found, language)),
        chart=_slope(found, language) if found.settled else None,
    )


def _not_compared(few: Sequence[Comparison], language: ReportLanguage) -> ChapterTable:
    """The questions with too few answers: a share of three people, and a difference from it, would only mislead."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.text, *(Figure(base, str(base)) for base in one.bases)) for one in few
    )
    head = text("report.chapter.question", language), few[0].first.name, few[0].second.name
    return ChapterTable(
        title=text("report.chapter.too_few", language),
        note=text(f"report.chapter.n_{few[0].options.base.value}", language),
        head=head,
        rows=rows,
        levels=(0,) * len(rows),
        sentences=(text("report.chapter.too_few_why", language, least=LEAST_BASE),),
    )


def _compared_row(row: CodeChange, words: Sequence[str]) -> tuple[Cell, ...]:
    name, first, second, apart, interval, p, verdict = words
    early = row.verdict is Verdict.OPEN
    return (
        name.strip(),
        Figure(row.first.count, first, row.first.share),
        Figure(row.second.count, second, row.second.share),
        Figure(round(100 * row.difference.value, 1), apart),
        interval,
        p if early else Figure(round(row.difference.adjusted_p, 4), p),
        verdict,
    )


def _slope(found: Comparison, language: ReportLanguage) -> SlopeChart | None:
    """A line per argument; None for a single one, which the table says better."""
    rows = [row for row in found.rows if row.code != OTHER and not row.is_net]
    if len(rows) < 2:
        return None
    told = "; ".join(f"{row.name}: {percent(row.first.share)} → {percent(row.second.share)}" for row in rows)
    columns = found.first.name, found.second.name
    return SlopeChart(
        title=text("report.chapter.slope", language, question=found.text, first=columns[0], second=columns[1]),
        note=text("report.chapter.slope_note", language),
        told=told,
        columns=columns,
        slopes=tuple(Slope(row.name, row.first.share, row.second.share, row.significant) for row in rows),
    )


def _base(base: Base, language: ReportLanguage) -> str:
    return text(f"compare.base_{'asked' if base is Base.ASKED else 'answered'}", language)


# Periods and sources --------------------------------------------------------------------------------------------------


def _periods(
    project: Project, questions: Sequence[str], period: Period, options: CompareOptions, language: ReportLanguage
) -> Chapter:
    tables = []
    for question in questions:
        found = over_periods(project, question, period, options)
        if found.rows:
            named = Series(tuple(period_words(name, language) for name in found.columns), found.rows)
            tables.append(_series(named, project.questions[question].text, options, language))
    name = text(f"report.chapter.period.{period.value}", language)
    return Chapter("periods", text("report.chapter.periods", language, period=name), tuple(tables))


def _series(found: Series, title: str, options: CompareOptions, language: ReportLanguage) -> ChapterTable:
    head, printed = series_table(found, language)
    note = text("report.chapter.shares_note", language, base=_base(options.base, language))
    if options.weighted:
        note += " " + text("report.chapter.weighted", language)
    rows: list[tuple[Cell, ...]] = []
    for row, words in zip(found.rows, printed, strict=True):
        figures = (
            Figure(cell.count, shown, cell.share if cell.tells else None)
            for cell, shown in zip(row.cells, words[1:], strict=True)
        )
        rows.append((name_of(row.code, row.name, language), *figures))
    return ChapterTable(title, note, head, tuple(rows), tuple(row.level for row in found.rows))


def _threads(project: Project, questions: Sequence[str], within: str, language: ReportLanguage) -> Chapter:
    tables = []
    for question in questions:
        found = threads(project, question, within=within)
        if len(found.channels) > 1 and (found.everywhere or found.some or found.one):
            tables.append(_thread_table(found, project.questions[question].text, language))
    title = text("report.chapter.threads", language)
    if within:
        title = text("report.chapter.threads_within", language, period=period_words(within, language))
    return Chapter("threads", title, tuple(tables))


def _thread_table(found: Threads, title: str, language: ReportLanguage) -> ChapterTable:
    head, _ = threads_table(found, language)
    ordered = (*found.everywhere, *found.some, *found.one)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.name, *(Figure(count, f"{count}x") for count in one.counts)) for one in ordered
    )
    note = text("report.chapter.threads_note", language)
    return ChapterTable(title, note, head, rows, (0,) * len(rows), tuple(thread_sentences(found, language)))


# Coders ---------------------------------------------------------------------------------------------------------------


def agreement_facts(project: Project, questions: Sequence[str], language: ReportLanguage) -> list[Fact]:
    """For the method page: how far two coders agree on each question that a second one coded, and how to read it."""
    heading = text("report.method.agreement", language)
    facts = []
    for question in dict.fromkeys(questions):
        found = _coders(project, question)
        if found is not None and found.table.answers:
            told = " ".join(agreement_sentences(found, language))
            name = project.questions[question].text
            facts.append(Fact(heading, text("report.method.agreement.question", language, question=name, told=told)))
    return facts


@per_coding
def _coders(project: Project, question: str) -> Compared | None:
    """The first coder and the one who coded most answers alone, None as long as nobody did."""
    if not project.coding_of(question).independent or len(readings(project, question)) < 2:
        return None
    return compare_coders(project, question, *coder_pair(project, question))
