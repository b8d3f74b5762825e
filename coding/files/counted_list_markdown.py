"""Writes counted lists as Markdown (CommonMark) in which answers show exactly as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coding.domain.counted_list import CountedList, PrintedQuote
from coding.domain.report import Report
from coding.files.chapters_markdown import chapter_lines
from coding.files.closed_markdown import closed_lines, crosstab_lines
from coding.files.printable import one_line, printable
from coding.texts import text
from coding.texts.report_wording import (
    basis_text,
    gate_text,
    heading,
    n_text,
    non_answer,
    numbered,
    quoted,
)

_MEANINGFUL: Final = re.compile(
    r"[\\`*_{}\[\]<>#|~$^@]|&(?=[\w#])|:(?=[\w+\-/])|(?<=\w)\.(?=\w)|\.(?=\.)|[-=+](?=[-=+])|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]"
)
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-=.!|&~$:^@%/\"'])")


def escape(words: str) -> str:
    """``words`` on one line, with every character that could mean something escaped by a backslash.

    CommonMark lets any ASCII punctuation be escaped, also what only extensions read: ``$`` for formulas, ``:`` for
    emoji names and addresses, ``@`` for mentions.
    """
    return _SPECIAL.sub(r"\\\1", one_line(words))


def readable(words: str) -> str:
    """``words`` on one line with only those characters escaped that Markdown or GitHub's dialect would read.

    For headings and names, which people also read in the source: "1. Naam (10x)" stays as it is.
    """
    return _MEANINGFUL.sub(r"\\\g<0>", one_line(words))


def write_markdown(report: Report) -> bytes:
    """The report's lists, quotes, closed questions, crosstabs, ledgers and method as UTF-8 Markdown."""
    lines = [f"# {readable(report.title)}", ""]
    if report.subtitle:
        lines += [readable(report.subtitle), ""]
    lines += [part for fact in report.about for part in (readable(f"{fact.heading}: {fact.text}"), "")]
    if report.summary:
        lines += [f"## {text('report.summary', report.language)}", ""]
        told = (*report.preamble, *report.summary, *report.unseen)
        lines += [part for sentence in told for part in (readable(sentence), "")]
    for section in report.sections:
        lines += _section(report, section.counted)
        for table in section.crosstabs:
            lines += crosstab_lines(report, table, readable)
    lines += closed_lines(report, readable)
    for chapter in report.chapters:
        lines += chapter_lines(chapter, readable)
    lines += _ledger(report) + _method(report)
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _section(report: Report, counted: CountedList) -> list[str]:
    language = report.language
    lines = [f"## {readable(counted.title)}", ""]
    if counted.gate is not None:
        lines += [f"{readable(counted.gate.label)} {readable(gate_text(counted.gate, language))}", ""]
    lines += [n_text(counted, language), ""]
    lines += [f"*{readable(basis_text(counted, language))}*", ""]
    lines += _list(report, counted)
    for row in counted.rows:
        if row.quotes:
            lines += [f"### {readable(heading(row, language, report.show))}", ""]
            lines += _quotes(report, row.quotes)
    return [*lines, *_quotes(report, counted.loose_quotes)]


def _list(report: Report, counted: CountedList) -> list[str]:
    lines = []
    for row in counted.rows:
        mark, _, rest = numbered(row, report.language, report.show).partition(" ")
        lines.append(f"{'   ' * row.level}{'- ' * (row.level > 0)}{mark} {readable(rest)}")
    if lines:
        lines.append("")
    for non in counted.non_answers:
        lines += [readable(non_answer(non, report.language)), ""]
    return lines


def _quotes(report: Report, quotes: tuple[PrintedQuote, ...]) -> Iterator[str]:
    for quote in quotes:
        yield f"> {_verbatim(quoted(quote, report.language))}"
        yield ""


def _verbatim(words: str) -> str:
    """A text of several lines, each escaped, with hard breaks between them; blank lines fall away."""
    lines = (escape(line) for line in printable(words).split("\n") if line.strip())
    return "\\\n> ".join(lines)


def _ledger(report: Report) -> list[str]:
    language = report.language
    lines = [f"## {text('report.sheet.ledger', language)}", "", text("report.ledger", language), ""]
    for section in report.sections:
        lines += [f"### {readable(section.counted.asked)}", ""]
        for line in section.counted.ledger:
            states = ", ".join(
                f"{text(f'report.state.{state.value}', language)} {count}" for state, count in line.counts.items()
            )
            lines += [f"- {readable(line.name)}: {readable(states)}; {text('report.col.total', language)} {line.total}"]
        lines.append("")
    return lines


def _method(report: Report) -> list[str]:
    lines = [f"## {text('report.method', report.language)}", ""]
    for fact in report.method:
        lines += [f"**{readable(fact.heading)}**: {readable(fact.text)}", ""]
    return lines
