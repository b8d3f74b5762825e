"""A REFI-QDA project, opened again with an independent library and checked against the schema of the standard."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types
from pyrefiqda import RefiProject

SCHEMA = Path(__file__).parent / "golden" / "refi_qda" / "Project.xsd"


@dataclass(frozen=True)
class Coded:
    """One coding of some words, as another program sees it."""

    source: str
    words: str
    code: str
    coder: str


def check_codebook(data: bytes) -> None:
    """Fail unless ``data`` is a codebook (.qdc) by the types that the standard has for codebooks.

    The schema of projects defines them; in a file of its own a codebook is the root, in a space of its own.
    """
    own = SCHEMA.read_bytes().replace(b"urn:QDA-XML:project:1.0", b"urn:QDA-XML:codebook:1.0")
    schema = etree.fromstring(own)
    etree.SubElement(schema, "{http://www.w3.org/2001/XMLSchema}element", name="CodeBook", type="Exchanged")
    kind = etree.SubElement(schema, "{http://www.w3.org/2001/XMLSchema}complexType", name="Exchanged")
    inside = etree.SubElement(kind, "{http://www.w3.org/2001/XMLSchema}complexContent")
    extended = etree.SubElement(inside, "{http://www.w3.org/2001/XMLSchema}extension", base="CodeBookType")
    etree.SubElement(extended, "{http://www.w3.org/2001/XMLSchema}attribute", name="origin", type="xsd:string")
    etree.XMLSchema(schema).assertValid(etree.fromstring(data))


class QdpxFile:
    """What another program finds in a project."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _schema().assertValid(etree.fromstring(archive.read("project.qde")))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "project.qdpx"
            path.write_bytes(data)
            self.project: Any = RefiProject.load(path, extract_dir=folder)
            self.texts = {
                source.name: RefiProject.resolve_source_path(source.plain_text_path, folder).read_bytes().decode()
                for source in self.sources
            }

    @property
    def sources(self) -> list[Any]:
        """The text sources."""
        return self.project.sources.text_source if self.project.sources else []

    def codes(self) -> dict[str, Any]:
        """Every code by its id."""
        return {code.guid: code for code in self._walk(self.project.code_book.codes.code)}

    def _walk(self, codes: list[Any]) -> Iterator[Any]:
        for code in codes:
            yield code
            yield from self._walk(code.code)

    def coded(self) -> list[Coded]:
        """All codings."""
        codes = self.codes()
        coders = {user.guid: user.name for user in self.project.users.user} if self.project.users else {}
        return [
            Coded(
                source.name,
                self.texts[source.name][selection.start_position : selection.end_position],
                codes[coding.code_ref.target_guid].name,
                coders[coding.creating_user],
            )
            for source in self.sources
            for selection in source.plain_text_selection
            for coding in selection.coding
        ]


@cache
def _schema() -> Any:
    return etree.XMLSchema(etree.parse(SCHEMA))
