"""Writes a project as REFI-QDA (.qdpx): codes, coders, answers and which words of them carry which code.

REFI-QDA Standard 1.5 (2019), project exchange: a zip file with ``project.qde`` and a folder ``sources``. One text
source per respondent and wave, with the questions as headings, is how NVivo, ATLAS.ti and MAXQDA import surveys
themselves (docs/decisions/0030). Positions count Unicode code points of the source.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, SubElement
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from coding.domain.assignments import Assignment, ResponseState
from coding.domain.codebook import NO_CODE, OTHER
from coding.domain.report import CodedRecord, Report
from coding.domain.segments import Span
from coding.domain.survey import CHOICES
from coding.files.printable import one_line, printable
from coding.files.refi_qda import add_codes, as_xml, code_element, guid, guid_of
from coding.texts import text

_SPACE: Final = "urn:QDA-XML:project:1.0"
_SAID: Final = frozenset(ResponseState) - {ResponseState.NOT_ASKED, ResponseState.EXCLUDED, ResponseState.BLANK}
_PSEUDO: Final = {OTHER: "report.other", NO_CODE: "report.state.no_code"}
_NAME: Final = 60  # characters of the words of a segment in its name
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that zip knows: the same project gives the same bytes


@dataclass(frozen=True, slots=True)
class _Segment:
    """Words of a source with all that was decided on them."""

    question: str
    span: Span
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """What one respondent wrote in one wave."""

    record: CodedRecord
    name: str
    text: str
    segments: tuple[_Segment, ...]


def write_qdpx(report: Report) -> bytes:
    """The coded answers of a report as a REFI-QDA project. Respondents who wrote nothing have no source in it."""
    sources = tuple(_sources(report))
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_entry("project.qde"), as_xml(_project(report, sources)))
        for source in sources:
            archive.writestr(_entry(f"sources/{_source_id(report, source)}.txt"), source.text.encode("utf-8"))
    return buffer.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIRST_DAY)
    entry.compress_type = ZIP_DEFLATED
    return entry


# What there is to write -----------------------------------------------------------------------------------------------


def _sources(report: Report) -> Iterator[_Source]:
    asked = {section.counted.question.id: section.counted.question.text for section in report.sections}
    waves = {wave.id: wave.name for wave in report.waves}
    for record in report.coded.records:
        parts: list[str] = []
        segments: list[_Segment] = []
        at = 0
        for question, words in asked.items():
            answer = record.answers.get(question)
            if answer is None or answer.state not in _SAID:
                continue
            heading = f"{one_line(words)}\n"
            at += len(heading)
            segments += _segments(question, answer.verbatim, answer.assignments, at)
            body = f"{printable(answer.verbatim)}\n\n"
            at += len(body)
            parts += [heading, body]
        if parts:
            name = one_line(record.respondent)
            name = f"{one_line(waves[record.wave])} – {name}" if len(waves) > 1 else name
            yield _Source(record, name, "".join(parts), tuple(segments))


def _segments(question: str, verbatim: str, assignments: Iterable[Assignment], start: int) -> Iterator[_Segment]:
    by_span: dict[Span, list[Assignment]] = {}
    for assignment in assignments:
        by_span.setdefault(assignment.span, []).append(assignment)
    for span, here in sorted(by_span.items()):
        # Line ends of two characters become one, so what is before a position may be shorter than it was.
        first, last = (start + len(printable(verbatim[:position])) for position in span)
        yield _Segment(question, Span(first, last), tuple(here))


# The document ---------------------------------------------------------------------------------------------------------


def _project(report: Report, sources: tuple[_Source, ...]) -> Element:
    root = Element("Project", {"xmlns": _SPACE, "name": one_line(report.title), "origin": "Tienkeer"})
    _add_users(root, report, sources)
    _add_codebook(root, report, sources)
    variables = _variables(report)
    if variables:
        declared = SubElement(root, "Variables")
        for variable, (name, kind) in variables.items():
            attributes = {"guid": guid_of(report.project, "variable", variable), "name": name, "typeOfVariable": kind}
            SubElement(declared, "Variable", attributes)
    if sources:
        cases, written = SubElement(root, "Cases"), SubElement(root, "Sources")
        for source in sources:
            _add_case(cases, report, source, variables)
            _add_source(written, report, source)
    _add_sets(root, report, sources)
    return root


def _add_users(root: Element, report: Report, sources: Iterable[_Source]) -> None:
    coders = sorted({a.coder for source in sources for segment in source.segments for a in segment.assignments})
    if coders:
        users = SubElement(root, "Users")
        for coder in coders:
            SubElement(users, "User", {"guid": _user_id(report, coder), "name": one_line(coder)})


def _add_codebook(root: Element, report: Report, sources: Iterable[_Source]) -> None:
    """The codes of the report and, where they were used, Overig and "no argument" as codes of their question."""
    used = {(segment.question, a.code) for s in sources for segment in s.segments for a in segment.assignments}
    if not report.codebook and not used:
        return
    codes = SubElement(SubElement(root, "CodeBook"), "Codes")
    asked = add_codes(codes, report)
    for section in report.sections:
        question = section.counted.question
        for code, key in _PSEUDO.items():
            if (question.id, code) not in used:
                continue
            if question.id not in asked:
                asked[question.id] = code_element(codes, report, question.id, "", question.text, codable=False)
            name = text(key, report.language)
            code_element(asked[question.id], report, question.id, code, name, codable=True)
            used.discard((question.id, code))  # a question with a list per wave has several sections


def _variables(report: Report) -> dict[str, tuple[str, str]]:
    """The background, by id: name and kind. Names are made different, as other programs want them."""
    found: dict[str, tuple[str, str]] = {}
    if len(report.waves) > 1:
        found["\0wave"] = (text("report.col.wave", report.language), "Text")
    if any(record.weight != 1.0 for record in report.coded.records):
        found["\0weight"] = (text("report.col.weight", report.language), "Float")
    taken = {name for name, _ in found.values()}
    for variable in report.coded.variables:
        name = plain = one_line(variable.label) or variable.id
        at = 2
        while name in taken:
            name, at = f"{plain} ({at})", at + 1
        taken.add(name)
        found[variable.id] = (name, "Text")
    return found


def _add_case(cases: Element, report: Report, source: _Source, variables: Iterable[str]) -> None:
    record = source.record
    case = SubElement(cases, "Case", {"guid": _id(report, "case", record), "name": source.name})
    waves = {wave.id: wave.name for wave in report.waves}
    for variable in variables:
        values = {"\0wave": waves[record.wave], "\0weight": repr(record.weight)}
        value = one_line(values.get(variable, record.values.get(variable, "").strip(CHOICES).replace(CHOICES, "; ")))
        if value:
            told = SubElement(case, "VariableValue")
            SubElement(told, "VariableRef", {"targetGUID": guid_of(report.project, "variable", variable)})
            SubElement(told, "FloatValue" if variable == "\0weight" else "TextValue").text = value
    SubElement(case, "SourceRef", {"targetGUID": _source_id(report, source)})


def _add_source(sources: Element, report: Report, source: _Source) -> None:
    own = _source_id(report, source)
    attributes = {"guid": own, "name": source.name, "plainTextPath": f"internal://{own}.txt"}
    element = SubElement(sources, "TextSource", attributes)
    for segment in source.segments:
        start, end = segment.span
        place = guid_of(own, str(start), str(end))
        attributes = {
            "guid": place,
            "name": one_line(source.text[start:end])[:_NAME],
            "startPosition": str(start),
            "endPosition": str(end),
            "creatingUser": _user_id(report, segment.assignments[0].coder),
        }
        selection = SubElement(element, "PlainTextSelection", attributes)
        for assignment in segment.assignments:
            code = guid(report.project, segment.question, assignment.code)
            attributes = {"guid": guid_of(place, code), "creatingUser": _user_id(report, assignment.coder)}
            SubElement(SubElement(selection, "Coding", attributes), "CodeRef", {"targetGUID": code})


def _add_sets(root: Element, report: Report, sources: tuple[_Source, ...]) -> None:
    """The sources of each wave together, when there are several."""
    if len(report.waves) < 2 or not sources:
        return
    sets = SubElement(root, "Sets")
    for wave in report.waves:
        attributes = {"guid": guid_of(report.project, "wave", wave.id), "name": one_line(wave.name)}
        made = SubElement(sets, "Set", attributes)
        for source in sources:
            if source.record.wave == wave.id:
                SubElement(made, "MemberSource", {"targetGUID": _source_id(report, source)})


def _id(report: Report, kind: str, record: CodedRecord) -> str:
    return guid_of(report.project, kind, record.wave, record.respondent)


def _source_id(report: Report, source: _Source) -> str:
    return _id(report, "source", source.record)


def _user_id(report: Report, coder: str) -> str:
    return guid_of(report.project, "coder", coder)
