"""Writes the codebook as REFI-QDA (.qdc), which NVivo, ATLAS.ti, MAXQDA and others read.

REFI-QDA Standard 1.5 (2019), codebook exchange. Each question is a code that cannot be used itself; its nets and codes
are below it. Ids follow from the project, so that a later export names the same codes.
"""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from coding.domain.report import CodebookEntry, Report
from coding.files.printable import one_line, printable
from coding.texts import text

_SPACE: Final = "urn:QDA-XML:codebook:1.0"
_IDS: Final = UUID("6f1c2a2e-6f0b-5d43-9c53-3c1d5b8f0a10")
_DEFAULT: Final = "#7f8c8d"
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def write_qdc(report: Report) -> bytes:
    """The codebooks of the questions of a report as REFI-QDA XML."""
    root = Element("CodeBook", {"xmlns": _SPACE, "origin": "Tienkeer"})
    codes = SubElement(root, "Codes")
    for question in dict.fromkeys(entry.question for entry in report.codebook):
        entries = [entry for entry in report.codebook if entry.question == question]
        asked = _code(codes, report, question, "", entries[0].question_text, codable=False)
        placed: dict[str | None, Element] = {}
        for entry in entries:  # a net comes before what is under it
            above = placed.get(entry.code.parent, asked)
            placed[entry.code.id] = _entry(above, report, entry)
    indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode").encode("utf-8") + b"\n"


def guid(project: str, question: str, code: str) -> str:
    """The id of a code in any export of this project; "" as code stands for the question itself."""
    return str(uuid5(_IDS, f"{project}\0{question}\0{code}"))


def _entry(above: Element, report: Report, entry: CodebookEntry) -> Element:
    code = entry.code
    made = _code(above, report, entry.question, code.id, code.name, codable=not code.is_net, colour=code.colour)
    told = _description(report, entry)
    if told:
        SubElement(made, "Description").text = told
    return made


def _code(
    above: Element, report: Report, question: str, code: str, name: str, *, codable: bool, colour: str = ""
) -> Element:
    attributes = {
        "guid": guid(report.project, question, code),
        "name": one_line(name),
        "isCodable": "true" if codable else "false",
        "color": colour if _COLOUR.fullmatch(colour) else _DEFAULT,
    }
    return SubElement(above, "Code", attributes)


def _description(report: Report, entry: CodebookEntry) -> str:
    code = entry.code
    parts = [code.description]
    for key, words in (("include", code.include), ("exclude", code.exclude), ("rules", "; ".join(code.rules))):
        if words:
            parts.append(f"{text(f'report.col.{key}', report.language)}: {words}")
    return "\n".join(printable(part) for part in parts if part)
