"""A codebook in the REFI-QDA format (.qdc), as NVivo, ATLAS.ti, MAXQDA and Tienkeer itself write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

from coding.domain.errors import ImportRefused
from coding.files.codebook_entries import MAX_CODES, Entry, Field
from coding.files.read_codebook import split_rules
from coding.texts import LANGUAGES, text

MAX_BYTES: Final = 20 * 1024**2
_MAX_DEPTH: Final = 50
_OWN: Final = "Tienkeer"
_PARTS: Final = (Field.INCLUDE, Field.EXCLUDE, Field.RULES)


@dataclass(frozen=True, slots=True)
class QdcPart:
    """The codes of one question in a file of Tienkeer; in a file of another program the whole codebook (name "")."""

    name: str
    entries: tuple[Entry, ...]


def read_qdc(data: bytes, file: str) -> tuple[QdcPart, ...]:
    """The codebooks in a file. Raises ImportRefused when it is no REFI-QDA codebook.

    Entities and document types are not looked at: a file that brings its own is refused.
    """
    if not data.strip():
        raise ImportRefused("codebook.empty", file=file)
    if len(data) > MAX_BYTES:
        raise ImportRefused("import_too_large", file=file, limit=MAX_BYTES // 1024**2)
    root = _root(data, file)
    if _tag(root) != "CodeBook":
        raise ImportRefused("codebook.not_qdc", file=file, reason=f"<{_tag(root)[:60]}>")
    top = [code for codes in root if _tag(codes) == "Codes" for code in codes if _tag(code) == "Code"]
    own = root.get("origin") == _OWN
    by_question = own and top and all(code.get("isCodable") == "false" for code in top)
    trees = [(code.get("name", ""), list(_below(code))) for code in top] if by_question else [("", top)]
    parts = tuple(QdcPart(name, tuple(_entries(codes, own, file))) for name, codes in trees)
    if not any(part.entries for part in parts):
        raise ImportRefused("codebook.empty", file=file)
    return tuple(part for part in parts if part.entries)


def _root(data: bytes, file: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise ImportRefused("codebook.not_qdc", file=file, reason=str(problem)[:200]) from problem
    if root.getroottree().docinfo.doctype:
        raise ImportRefused("codebook.not_qdc", file=file, reason="<!DOCTYPE>")
    return root


def _entries(codes: list[Any], own: bool, file: str) -> Iterator[Entry]:
    """Every code with the name of the one above it, in the order of the file."""
    todo = [(code, "", 1) for code in reversed(codes)]
    row = 0
    while todo:
        code, under, depth = todo.pop()
        row += 1
        if row > MAX_CODES or depth > _MAX_DEPTH:
            raise ImportRefused("codebook.too_many", file=file, limit=MAX_CODES)
        name = code.get("name", "")
        description = next((child.text or "" for child in code if _tag(child) == "Description"), "")
        entry = Entry(row, name, under, code.get("isCodable") == "false", colour=code.get("color", ""))
        yield _told(entry, description) if own else replace(entry, description=description)
        todo += [(child, name, depth + 1) for child in reversed(list(_below(code)))]


def _told(entry: Entry, description: str) -> Entry:
    """What ``refi_qda`` put together in a description, taken apart again."""
    prefixes = {text(f"report.col.{of.value}", lang): of for lang in LANGUAGES for of in _PARTS}
    begins = re.compile("|".join(rf"^{re.escape(prefix)}: " for prefix in prefixes), re.MULTILINE)
    marks = list(begins.finditer(description))
    if not marks:
        return replace(entry, description=description)
    ends = [*(mark.start() for mark in marks[1:]), len(description)]
    said = {
        prefixes[mark.group()[:-2]]: description[mark.end() : end].strip("\n")
        for mark, end in zip(marks, ends, strict=True)
    }
    return replace(
        entry,
        description=description[: marks[0].start()].strip("\n"),
        include=said.get(Field.INCLUDE, ""),
        exclude=said.get(Field.EXCLUDE, ""),
        rules=split_rules(said.get(Field.RULES, "")),
    )


def _below(code: Any) -> Iterator[Any]:
    return (child for child in code if _tag(child) == "Code")


def _tag(element: Any) -> str:
    """The name of an element without its namespace; "" for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
