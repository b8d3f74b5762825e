"""Writes the codebook as REFI-QDA (.qdc), which NVivo, ATLAS.ti, MAXQDA and others read."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement

from coding.domain.errors import ExportError
from coding.domain.report import Report
from coding.files.refi_qda import add_codes, as_xml

_SPACE: Final = "urn:QDA-XML:codebook:1.0"


def write_qdc(report: Report) -> bytes:
    """The codebooks of the questions of a report as REFI-QDA XML. Ids are the same in every export of a project.

    Raises ExportError when there is no code yet: the standard has no empty codebook.
    """
    if not report.codebook:
        raise ExportError("export.no_codes")
    root = Element("CodeBook", {"xmlns": _SPACE, "origin": "Tienkeer"})
    add_codes(SubElement(root, "Codes"), report)
    return as_xml(root)
