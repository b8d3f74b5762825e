"""The sentence that a report says of each question in its summary."""

from __future__ import annotations

from coding.domain.counted_list import CountedList, ListRow
from coding.domain.report import ReportLanguage, Show
from coding.texts import text
from coding.texts.report_wording import heading, number, percent

_WORTH_SAYING = 0.1  # share of the base from which a non-answer is told
_NAMED = 3  # arguments in a sentence: the two largest "mostly", the third "also"


def summary_sentence(counted: CountedList, language: ReportLanguage, show: Show = Show.COUNT) -> str:
    """What respondents answered, in one or two sentences: the closed share first, then the largest arguments."""
    parts = [_closed(counted, language), _arguments(counted, language, show), _non_answers(counted, language)]
    return " ".join(part for part in parts if part)


def _closed(counted: CountedList, language: ReportLanguage) -> str:
    gate = counted.gate
    if gate is None or not gate.n:
        return ""
    values = text("report.summary.or", language).join(f"‘{value}’" for value in gate.gate_values)
    share = percent(gate.gate_share, language)
    n = number(gate.n, language)
    return text("report.summary.gate", language, share=share, values=values, question=gate.label, n=n)


def _arguments(counted: CountedList, language: ReportLanguage, show: Show) -> str:
    rows = [row for row in counted.rows if row.level == 0 and row.counted and row.respondent_count][:_NAMED]
    one = "one" if counted.n == 1 else "many"
    asked, n = counted.question.text, number(counted.n, language)
    if not rows:
        return text(f"report.summary.answered.{one}", language, question=asked, n=n) if counted.n else ""
    named = _named(rows, language, show)
    if counted.gate is not None and counted.gate.n:
        return text(f"report.summary.they.{one}", language, arguments=named)
    return text(f"report.summary.mention.{one}", language, question=asked, n=n, arguments=named)


def _named(rows: list[ListRow], language: ReportLanguage, show: Show) -> str:
    """ "A (10x) en B (10x), en ook C (6x)"."""
    names = [heading(row, language, show) for row in rows]
    first = text("report.summary.and", language).join(names[:2])
    return text("report.summary.also", language, first=first, third=names[2]) if len(names) == _NAMED else first


def _non_answers(counted: CountedList, language: ReportLanguage) -> str:
    if not counted.non_answers:
        return ""
    line = counted.non_answers[0]
    if line.share < _WORTH_SAYING:
        return ""
    key = "report.summary.non_answer.one" if line.respondent_count == 1 else "report.summary.non_answer.many"
    return text(key, language, count=number(line.respondent_count, language), label=line.label)
