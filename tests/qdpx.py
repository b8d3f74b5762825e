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
