"""The sentence that a report says of each question in its summary."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from coding.domain.counted_list import CountedList, ListRow
from coding.domain.report import ReportLanguage, Show
from coding.domain.sentences import NumberLink, Sentence
from coding.texts import text
from coding.texts.report_wording import Say, heading, number, percent

_WORTH_SAYING = 0.1  # share of the base from which a non-answer is told
_NAMED = 3  # arguments in a sentence: the two largest "mostly", the third "also"
_MARK: Final = re.compile("\ue000(.*?)\ue001(.*?)\ue002", re.DOTALL)


def summary_sentence(counted: CountedList, language: ReportLanguage, show: Show = Show.COUNT) -> Sentence:
    """What respondents answered, in one or two sentences: the closed share first, then the largest arguments.

    Its links tell which fact of ``facts_of`` each number is.
    """
    parts = [_closed(counted, language), _arguments(counted, language, show), _non_answers(counted, language)]
    words, links = _without_marks(" ".join(part for part in parts if part))
    return Sentence(counted.question.id, language, tuple(wave.id for wave in counted.waves), words, links)


def facts_of(counted: CountedList, language: ReportLanguage) -> dict[str, str]:
    """Every number that a sentence about a list can hold, in words."""
    facts = {"n": number(counted.n, language)}
    if counted.gate is not None:
        facts["gate_n"] = number(counted.gate.n, language)
        facts["gate_share"] = percent(counted.gate.gate_share, language)
    for row in counted.rows:
        if row.counted:
            facts[f"count:{row.code}"] = number(row.respondent_count, language)
            facts[f"share:{row.code}"] = percent(row.weighted_share, language)
    for line in counted.non_answers:
        facts[f"non_answer:{line.label}"] = number(line.respondent_count, language)
    return facts


def _marked(fact: str, words: str) -> str:
    return f"\ue000{fact}\ue001{words}\ue002"


def _without_marks(marked: str) -> tuple[str, tuple[NumberLink, ...]]:
    """The text, and where in it the numbers stand."""
    parts: list[str] = []
    links: list[NumberLink] = []
    at, length = 0, 0
    for found in _MARK.finditer(marked):
        between, words = marked[at : found.start()], found.group(2)
        start = length + len(between)
        parts += [between, words]
        at, length = found.end(), start + len(words)
        links.append(NumberLink(start, length, found.group(1)))
    return "".join((*parts, marked[at:])), tuple(links)


def _closed(counted: CountedList, language: ReportLanguage) -> str:
    gate = counted.gate
    if gate is None or not gate.n:
        return ""
    values = text("report.summary.or", language).join(f"‘{value}’" for value in gate.gate_values)
    share = _marked("gate_share", percent(gate.gate_share, language))
    n = _marked("gate_n", number(gate.n, language))
    return text("report.summary.gate", language, share=share, values=values, question=gate.label, n=n)


def _arguments(counted: CountedList, language: ReportLanguage, show: Show) -> str:
    rows = [row for row in counted.rows if row.level == 0 and row.counted and row.respondent_count][:_NAMED]
    one = "one" if counted.n == 1 else "many"
    asked = counted.question.text
    n = _marked("n", number(counted.n, language))
    if not rows:
        key, named = (f"report.summary.answered.{one}", "")
        if counted.cases is not None:
            key, named = "report.summary.answered.cases", counted.cases.name
        return text(key, language, question=asked, n=n, name=named) if counted.n else ""
    named = _named(rows, language, show, _marked)
    if counted.cases is not None and (counted.gate is None or not counted.gate.n):
        cases = {"n": n, "name": counted.cases.name}
        return text("report.summary.mention.cases", language, question=asked, arguments=named, **cases)
    if counted.gate is not None and counted.gate.n:
        return text(f"report.summary.they.{one}", language, arguments=named)
    return text(f"report.summary.mention.{one}", language, question=asked, n=n, arguments=named)


def _named(rows: list[ListRow], language: ReportLanguage, show: Show, say: Say) -> str:
    """ "‘A’ (10x) en ‘B’ (10x), en ook ‘C’ (6x)"."""
    names = [heading(replace(row, name=f"‘{row.name}’"), language, show, say) for row in rows]
    first = text("report.summary.and", language).join(names[:2])
    return text("report.summary.also", language, first=first, third=names[2]) if len(names) == _NAMED else first


def _non_answers(counted: CountedList, language: ReportLanguage) -> str:
    if not counted.non_answers:
        return ""
    line = counted.non_answers[0]
    if line.share < _WORTH_SAYING:
        return ""
    count = _marked(f"non_answer:{line.label}", number(line.respondent_count, language))
    if counted.cases is not None:
        name = counted.cases.name
        return text("report.summary.non_answer.cases", language, count=count, name=name, label=line.label)
    key = "report.summary.non_answer.one" if line.respondent_count == 1 else "report.summary.non_answer.many"
    return text(key, language, count=count, label=line.label)
