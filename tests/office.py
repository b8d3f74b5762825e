"""Reads office files and web pages from their XML, independently of the libraries that write them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import openpyxl
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

_NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
}
_W = "{" + _NS["w"] + "}"


@dataclass
class SlideText:
    """What a slide says: its title, its other paragraphs, its chart, its notes."""

    title: str
    lines: list[str]
    chart: list[tuple[str, float]] = field(default_factory=list)
    notes: str = ""


class PptxFile:
    """The slides of a .pptx in order."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        assert self.zip.testzip() is None
        root = self._xml("ppt/presentation.xml")
        targets = self._targets("ppt/presentation.xml")
        ids = [node.get("{" + _NS["r"] + "}id") for node in root.iterfind(".//p:sldId", _NS)]
        self.tables: list[list[list[str]]] = []
        self.slides = [self._slide("ppt/" + targets[rel].removeprefix("/ppt/")) for rel in ids]

    def _xml(self, name: str) -> Any:
        return etree.fromstring(self.zip.read(name))

    def _targets(self, name: str) -> dict[str, str]:
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self.zip.namelist():
            return {}
        return {node.get("Id"): node.get("Target") for node in self._xml(rels)}

    def external(self) -> list[str]:
        """Targets outside the file."""
        found = []
        for name in self.zip.namelist():
            if name.endswith(".rels"):
                found += [n.get("Target") for n in self._xml(name) if n.get("TargetMode") == "External"]
        return found

    def _slide(self, name: str) -> SlideText:
        root, targets = self._xml(name), self._targets(name)
        title, lines = "", []
        for shape in root.iterfind(".//p:sp", _NS):
            words = [_paragraph(p) for p in shape.iterfind(".//a:p", _NS)]
            if shape.find(".//p:ph[@type='title']", _NS) is not None:
                title = "\n".join(words)
            elif shape.find(".//a:fld", _NS) is None:
                lines += [line for line in words if line]
        for table in root.iterfind(".//a:tbl", _NS):
            self.tables.append(
                [["\n".join(_paragraph(p) for p in cell.iterfind(".//a:p", _NS)) for cell in row.iterfind("a:tc", _NS)]
                 for row in table.iterfind("a:tr", _NS)]
            )  # fmt: skip
        chart: list[tuple[str, float]] = []
        notes = ""
        for target in targets.values():
            path = "ppt/" + target.removeprefix("../")
            if "charts/" in target:
                chart = self._chart(path)
            elif "notesSlides/" in target:
                (body,) = self._xml(path).xpath("//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='body']]", namespaces=_NS)
                notes = "\n".join(_paragraph(p) for p in body.iterfind(".//a:p", _NS))
        return SlideText(title, lines, chart, notes)

    def _chart(self, path: str) -> list[tuple[str, float]]:
        root = self._xml(path)
        found = []
        for series in root.iterfind(".//c:ser", _NS):
            names = [node.text or "" for node in series.iterfind(".//c:cat//c:pt/c:v", _NS)]
            values = [float(node.text) for node in series.iterfind(".//c:val//c:pt/c:v", _NS)]
            found += list(zip(names, values, strict=True))
        return found

    def workbooks(self) -> list[list[tuple[Any, ...]]]:
        """The rows of the workbooks inside the charts, in order of their names; no cell is a formula."""
        found = []
        for name in sorted(n for n in self.zip.namelist() if n.endswith(".xlsx")):
            sheet = openpyxl.load_workbook(io.BytesIO(self.zip.read(name))).worksheets[0]
            assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
            found.append(list(sheet.iter_rows(values_only=True)))
        return found


def _paragraph(paragraph: Any) -> str:
    parts = []
    for node in paragraph.iterfind("*"):
        if node.tag.endswith("}br"):
            parts.append("\n")
        elif node.tag.endswith("}r"):
            parts.append(node.findtext("a:t", "", _NS))
    return "".join(parts)


class DocxFile:
    """The paragraphs (style, text), tables, fields and links of a .docx."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        assert self.zip.testzip() is None
        body = etree.fromstring(self.zip.read("word/document.xml")).find("w:body", _NS)
        self.lines = [(_style(p), _words(p)) for p in body.iterfind("w:p", _NS)]
        self.tables = [
            [["\n".join(_words(p) for p in cell.iterfind("w:p", _NS)) for cell in row.iterfind("w:tc", _NS)]
             for row in table.iterfind("w:tr", _NS)]
            for table in body.iterfind("w:tbl", _NS)
        ]  # fmt: skip
        parts = [n for n in self.zip.namelist() if n.startswith(("word/document", "word/footer"))]
        roots = [etree.fromstring(self.zip.read(name)) for name in parts if name.endswith(".xml")]
        self.fields = [(node.text or "").strip() for root in roots for node in root.iterfind(".//w:instrText", _NS)]
        self.links = {node.get(f"{_W}anchor") for node in body.iterfind(".//w:hyperlink", _NS)}
        self.bookmarks = {node.get(f"{_W}name") for node in body.iterfind(".//w:bookmarkStart", _NS)}
        styles = etree.fromstring(self.zip.read("word/styles.xml"))
        self.language = styles.find(".//w:docDefaults//w:lang", _NS).get(f"{_W}val")

    def external(self) -> list[str]:
        """Targets outside the file."""
        rels = etree.fromstring(self.zip.read("word/_rels/document.xml.rels"))
        return [node.get("Target") for node in rels if node.get("TargetMode") == "External"]


def _style(paragraph: Any) -> str | None:
    node = paragraph.find("w:pPr/w:pStyle", _NS)
    return None if node is None else str(node.get(f"{_W}val"))


def _words(paragraph: Any) -> str:
    parts = []
    for node in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}tab", f"{_W}cr", f"{_W}noBreakHyphen"):
        if node.getparent().tag == f"{_W}tabs":
            continue
        name = node.tag.removeprefix(_W)
        parts.append({"t": node.text or "", "tab": "\t", "noBreakHyphen": "-"}.get(name, "\n"))
    return "".join(parts)


@dataclass
class PageSection:
    """One question of a web page."""

    rows: list[str] = field(default_factory=list)
    n: str = ""
    quotes: list[tuple[str, list[str]]] = field(default_factory=list)


class HtmlFile(HTMLParser):
    """A web page as the standard library reads it."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.sources: list[str] = []
        self.targets: list[str] = []
        self.text_of_policy = ""
        self.table_rows: list[list[str]] = []
        self._sections: dict[str, PageSection] = {}
        self._at: PageSection | None = None
        self._stack: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._collect = 0
        self.feed(data.decode("utf-8"))
        self.close()
        assert not self._stack

    def section(self, name: str) -> PageSection:
        """The question with an id."""
        return self._sections[name]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        assert not [name for name in given if name.startswith("on")]
        if "src" in given:
            self.sources.append(given["src"])
        if "href" in given:
            self.targets.append(given["href"])
        if given.get("http-equiv") == "Content-Security-Policy":
            self.text_of_policy = given["content"]
        if tag in ("meta", "img", "br"):
            return
        if tag == "section" and "id" in given:
            self._at = self._sections[given["id"]] = PageSection()
        kind = given.get("class", "").split(" ")[0] or tag
        self._stack.append((tag, kind))
        if tag == "tr":
            self.table_rows.append([])
        if kind in ("tr-row", "tr-n") or tag in ("h3", "blockquote", "th", "td"):
            self._words = []

    def handle_endtag(self, tag: str) -> None:
        opened, kind = self._stack.pop()
        assert opened == tag
        words = "".join(self._words)
        if tag in ("th", "td"):
            self.table_rows[-1].append(words)
        if self._at is None:
            return
        if kind == "tr-row":
            self._at.rows.append(words)
        elif kind == "tr-number":
            self._words.append(" ")
        elif kind == "tr-n":
            self._at.n = words
        elif tag == "h3":
            self._at.quotes.append((words, []))
        elif tag == "blockquote":
            if not self._at.quotes:
                self._at.quotes.append(("", []))
            self._at.quotes[-1][1].append(words)
        elif tag == "section":
            self._at = None

    def handle_data(self, data: str) -> None:
        if not any(kind == "style" for _, kind in self._stack):
            self._words.append(data)
