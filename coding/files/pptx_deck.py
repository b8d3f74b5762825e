"""A slide deck in the making: 16:9, real title placeholders, a footer with n on every slide, speaker notes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pptx import Presentation
from pptx.dml import color as pptx_color
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from coding.domain.report import Look
from coding.files.colours import checked_colour, readable
from coding.files.printable import printable, right_to_left
from coding.files.text_fit import largest

rgb: Final[Any] = pptx_color.RGBColor  # python-pptx is typed in part
FONT: Final = "Arial"
INK: Final = rgb(0x1D, 0x23, 0x26)
QUIET: Final = rgb(0x5B, 0x64, 0x68)
WIDE, TALL = 960.0, 540.0  # points: 13.33 × 7.5 inches
MARGIN: Final = 54.0
TOP: Final = 124.0
BOTTOM: Final = 492.0
ROOM: Final = WIDE - 2 * MARGIN  # width of a text
HEIGHT: Final = BOTTOM - TOP  # height of the part between title and footer
_TITLE_SIZES: Final = (28.0, 24.0, 20.0, 18.0, 16.0, 14.0)
_TITLE_TOP, _TITLE_TALL = 34.0, 72.0
_FOOTER_SIZES: Final = (12.0, 11.0, 10.0, 9.0)
_FOOTER_TALL: Final = 34.0
_TITLE_ONLY: Final = 5  # index in the default template
_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. ``before`` is white space above it, ``hang`` the width of a number before it, both in points."""

    text: str
    size: float = 18.0
    bold: bool = False
    colour: Any = INK
    before: float = 0.0
    indent: float = 0.0
    hang: float = 0.0
    italic: bool = False


class Deck:
    """Slides with a title, a footer and notes."""

    def __init__(self, look: Look, language: str, title: str) -> None:
        self.presentation: Any = Presentation()
        self.colour = as_rgb(look.colour)
        self.accent = as_rgb(look.accent or look.colour)
        self.titles = as_rgb(readable(look.colour))
        self.look = look
        self.language = _LANGUAGES[language]
        self.presentation.core_properties.title = printable(title)[:255]
        self.presentation.core_properties.author = "Tienkeer"
        self._widen()

    def _widen(self) -> None:
        """Make the default 4:3 template 16:9, its placeholders with it."""
        factor = Pt(WIDE) / self.presentation.slide_width
        self.presentation.slide_width, self.presentation.slide_height = Pt(WIDE), Pt(TALL)
        master = self.presentation.slide_master
        for holder in (master, *master.slide_layouts):
            for shape in holder.placeholders:
                if shape._element.spPr.find(qn("a:xfrm")) is not None:  # others inherit theirs
                    shape.left, shape.width = Emu(int(shape.left * factor)), Emu(int(shape.width * factor))

    def slide(self, title: str, footer: str = "", notes: str = "") -> Any:
        """A slide with ``title``; ``footer`` stands at the bottom left, the page number at the right."""
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[_TITLE_ONLY])
        shape, words = slide.shapes.title, printable(" ".join(title.split()))
        place(shape, MARGIN, _TITLE_TOP, ROOM, _TITLE_TALL)
        size = largest(words, _TITLE_SIZES, ROOM, _TITLE_TALL, bold=True)
        self.write(shape.text_frame, [Line(words, size, bold=True, colour=self.titles)], MSO_ANCHOR.BOTTOM)
        self._rule(slide, _TITLE_TOP + _TITLE_TALL + 4)
        if footer:
            size = largest(footer, _FOOTER_SIZES, ROOM - 80, _FOOTER_TALL)
            box = self.box(slide, MARGIN, BOTTOM + 8, ROOM - 80, _FOOTER_TALL)
            self.write(box, [Line(footer, size, colour=QUIET)])
        self._page_number(slide)
        if notes:
            slide.notes_slide.notes_text_frame.text = printable(notes)
        return slide

    def cover(self, title: str, lines: Sequence[Line]) -> Any:
        """The first slide: a large title in the middle, ``lines`` under it."""
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[_TITLE_ONLY])
        words = printable(" ".join(title.split()))
        place(slide.shapes.title, MARGIN, 110, ROOM, 150)
        size = largest(words, (40.0, 32.0, *_TITLE_SIZES), ROOM, 150, bold=True)
        self.write(slide.shapes.title.text_frame, [Line(words, size, bold=True, colour=self.titles)], MSO_ANCHOR.BOTTOM)
        self._rule(slide, 272)
        self.write(self.box(slide, MARGIN, 290, ROOM, 130), lines)
        return slide

    def box(self, slide: Any, left: float, top: float, wide: float, tall: float) -> Any:
        """An empty text frame without inner margins, in points."""
        return slide.shapes.add_textbox(Pt(left), Pt(top), Pt(wide), Pt(tall)).text_frame

    def write(self, frame: Any, lines: Sequence[Line], anchor: Any = MSO_ANCHOR.TOP) -> None:
        """Fill a text frame. Texts are written as characters only: no fields, links or markup."""
        frame.word_wrap = True
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = anchor
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for at, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            self._paragraph(paragraph, line)

    def _paragraph(self, paragraph: Any, line: Line) -> None:
        paragraph.space_before = Pt(line.before)
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", str(Pt(line.indent + line.hang)))
        properties.set("indent", str(-Pt(line.hang)))
        paragraph.alignment = PP_ALIGN.LEFT
        if right_to_left(line.text):
            properties.set("rtl", "1")
            paragraph.alignment = PP_ALIGN.RIGHT
        for at, words in enumerate(printable(line.text).split("\n")):
            if at:
                paragraph.add_line_break()
            run = paragraph.add_run()
            run.text = words
            font = run.font
            font.size, font.bold, font.italic, font.name = Pt(line.size), line.bold, line.italic, FONT
            font.color.rgb = line.colour
            run._r.get_or_add_rPr().set("lang", self.language)

    def _rule(self, slide: Any, top: float) -> None:
        rule = slide.shapes.add_shape(1, Pt(MARGIN), Pt(top), Pt(48), Pt(3))
        rule.fill.solid()
        rule.fill.fore_color.rgb = self.accent
        rule.line.fill.background()
        rule._element.remove(rule._element.find(qn("p:style")))
        describe(rule, "")

    def _page_number(self, slide: Any) -> None:
        frame = self.box(slide, WIDE - MARGIN - 60, BOTTOM + 8, 60, 22)
        self.write(frame, [Line("", 12, colour=QUIET)])
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.RIGHT
        for run in list(paragraph.runs):
            paragraph._p.remove(run._r)
        field = (
            '<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="{self.language}" sz="1200"><a:solidFill><a:srgbClr val="5B6468"/></a:solidFill>'
            f'<a:latin typeface="{FONT}"/></a:rPr><a:t>{len(self.presentation.slides)}</a:t></a:fld>'
        )
        paragraph._p.append(parse_xml(field))

    def bytes(self) -> bytes:
        """The finished file."""
        buffer = io.BytesIO()
        self.presentation.save(buffer)
        return buffer.getvalue()


def as_rgb(colour: str) -> Any:
    """A colour as slides hold it; the default when it is not written #rrggbb."""
    return rgb.from_string(checked_colour(colour)[1:].upper())


def place(shape: Any, left: float, top: float, wide: float, tall: float) -> None:
    """Put a shape somewhere, in points."""
    shape.left, shape.top, shape.width, shape.height = Pt(left), Pt(top), Pt(wide), Pt(tall)


def describe(shape: Any, words: str) -> None:
    """The alternative text of a shape; "" for one that only decorates."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", printable(words))
