"""What python-docx lacks: fields, bookmarks, a table of contents, styles in the client's colour."""

from __future__ import annotations

from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from coding.files.colours import checked_colour
from coding.files.printable import one_line, printable, right_to_left

FONT: Final = "Arial"
QUOTE: Final = "Tienkeer Quote"
NOTE: Final = "Tienkeer Note"
_QUIET: Final = "5B6468"
_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}
_SIZES: Final = {"Title": 28, "Heading 1": 20, "Heading 2": 15, "Heading 3": 11.5, "Caption": 9}


def set_up(document: Any, colour: str, language: str) -> None:
    """Page, fonts, colours and language of the whole document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    ink = RGBColor.from_string(checked_colour(colour)[1:].upper())
    normal = document.styles["Normal"]
    _font(normal, 10.5)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.2
    for name, size in _SIZES.items():
        style = document.styles[name]
        _font(style, size)
        style.font.bold, style.font.italic = name != "Caption", False
        style.font.color.rgb = RGBColor.from_string(_QUIET) if name == "Caption" else ink
        style.paragraph_format.keep_with_next = True
    document.styles["Heading 1"].paragraph_format.space_before = Pt(0)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(16)
    document.styles["Heading 3"].paragraph_format.space_before = Pt(12)
    document.styles["Heading 3"].font.color.rgb = RGBColor(0x1D, 0x23, 0x26)
    for border in document.styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    _own_styles(document)
    _speak(document, language)


def _font(style: Any, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)


def _own_styles(document: Any) -> None:
    quote = document.styles.add_style(QUOTE, WD_STYLE_TYPE.PARAGRAPH)
    quote.base_style = document.styles["Normal"]
    quote.paragraph_format.left_indent = Cm(0.6)
    quote.paragraph_format.space_after = Pt(4)
    note = document.styles.add_style(NOTE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    note.font.size, note.font.color.rgb = Pt(9), RGBColor.from_string(_QUIET)


def _speak(document: Any, language: str) -> None:
    """Set the language, so that spelling and hyphenation are right, and hyphenate long words."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for lang in defaults.iter(qn("w:lang")):
        lang.set(qn("w:val"), _LANGUAGES[language])
    settings = document.settings.element
    hyphenate = OxmlElement("w:autoHyphenation")
    settings.insert_element_before(
        hyphenate, "w:consecutiveHyphenLimit", "w:defaultTabStop", "w:characterSpacingControl"
    )


def write(paragraph: Any, words: str, **look: Any) -> Any:
    """Add ``words`` to a paragraph as characters only, line breaks kept; gives the run."""
    shown = printable(words)
    run = paragraph.add_run(shown)
    for name, value in look.items():
        setattr(run.font, name, value)
    if right_to_left(shown):
        paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True
    return run


def field(paragraph: Any, code: str, shown: str, dirty: bool = False) -> None:
    """Add a field with its present result. ``code`` is ours alone: nothing a person typed may stand in it."""
    _mark(paragraph, "begin", dirty)
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    _mark(paragraph, "separate")
    paragraph.add_run(shown)
    _mark(paragraph, "end")


def _mark(paragraph: Any, kind: str, dirty: bool = False) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    if dirty:
        mark.set(qn("w:dirty"), "true")
    paragraph.add_run()._r.append(mark)


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Put a bookmark around a paragraph."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def contents(document: Any, entries: list[tuple[str, str]]) -> None:
    """A real table of contents: a field that Word renews on opening, with links to the headings until then.

    ``entries`` are (bookmark, heading). Page numbers are Word's to add: nobody else knows where its pages end.
    """
    first = last = None
    for name, heading in entries:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(3)
        if first is None:
            first = paragraph
            _mark(paragraph, "begin", dirty=True)
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = ' TOC \\o "1-1" \\h \\z \\u '
            paragraph.add_run()._r.append(instruction)
            _mark(paragraph, "separate")
        _link(paragraph, name, " ".join(heading.split()))
        last = paragraph
    if last is not None:
        _mark(last, "end")


def describe_picture(paragraph: Any, title: str, told: str) -> None:
    """The alternative text of the picture in a paragraph."""
    for properties in paragraph._p.iter(qn("wp:docPr")):
        properties.set("title", one_line(title))
        properties.set("descr", one_line(told))


def _link(paragraph: Any, name: str, words: str) -> None:
    """A link to a bookmark of this document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.append(write(paragraph, words)._r)
    paragraph._p.append(link)


def rule_rows(table: Any, colour: str) -> None:
    """Thin lines between rows, a stronger one under the heading, none beside cells; the heading row repeats."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "insideH", "bottom"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "D9DEE0")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.append(borders)
    rows = table._tbl.tr_lst
    rows[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    ink = checked_colour(colour)[1:].upper()
    for row in rows:
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell in rows[0].tc_lst:
        edges = OxmlElement("w:tcBorders")
        line = OxmlElement("w:bottom")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "0"), ("color", ink)):
            line.set(qn(f"w:{name}"), value)
        edges.append(line)
        cell.get_or_add_tcPr().append(edges)
