"""What the REFI-QDA codebook (.qdc) and project (.qdpx) have in common: how a codebook is told, and stable ids.

REFI-QDA Standard 1.5 (2019). Each question is a code that cannot be used itself; its nets and codes are below it.
"""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from coding.domain.report import CodebookEntry, Report
from coding.files.printable import one_line, printable
from coding.texts import text

_IDS: Final = UUID("6f1c2a2e-6f0b-5d43-9c53-3c1d5b8f0a10")
_DEFAULT: Final = "#7f8c8d"
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def guid(project: str, question: str, code: str) -> str:
    """The id of a code in any export of this project; "" as code stands for the question itself."""
    return guid_of(project, question, code)


def guid_of(*parts: str) -> str:
    """The same id for the same parts, in every export."""
    return str(uuid5(_IDS, "\0".join(parts)))


def add_codes(codes: Element, report: Report) -> dict[str, Element]:
    """Put the codebooks of a report under ``codes``; the element of each question that has one."""
    asked: dict[str, Element] = {}
    placed: dict[tuple[str, str | None], Element] = {}
    for entry in report.codebook:  # a net comes before what is under it
        question = entry.question
        if question not in asked:
            asked[question] = code_element(codes, report, question, "", entry.question_text, codable=False)
        above = placed.get((question, entry.code.parent), asked[question])
        placed[question, entry.code.id] = _entry(above, report, entry)
    return asked


def code_element(
    above: Element, report: Report, question: str, code: str, name: str, *, codable: bool, colour: str = ""
) -> Element:
    """A code under ``above``."""
    attributes = {
        "guid": guid(report.project, question, code),
        "name": one_line(name),
        "isCodable": "true" if codable else "false",
        "color": colour if _COLOUR.fullmatch(colour) else _DEFAULT,
    }
    return SubElement(above, "Code", attributes)


def as_xml(root: Element) -> bytes:
    """The document as UTF-8 with its declaration."""
    indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode").encode("utf-8") + b"\n"


def _entry(above: Element, report: Report, entry: CodebookEntry) -> Element:
    code = entry.code
    made = code_element(above, report, entry.question, code.id, code.name, codable=not code.is_net, colour=code.colour)
    told = _description(report, entry)
    if told:
        SubElement(made, "Description").text = told
    return made


def _description(report: Report, entry: CodebookEntry) -> str:
    code = entry.code
    parts = [code.description]
    for key, words in (("include", code.include), ("exclude", code.exclude), ("rules", "; ".join(code.rules))):
        if words:
            parts.append(f"{text(f'report.col.{key}', report.language)}: {words}")
    return "\n".join(printable(part) for part in parts if part)
