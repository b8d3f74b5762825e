"""Divides lines over slides: a heading stays with what follows, a block stays whole if it can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from coding.files.pptx_deck import ROOM, Line
from coding.files.text_fit import LINE_SPACING, height, pieces


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, under a heading if there is one; ``notes`` has one note per line, or none."""

    lines: Sequence[Line]
    head: Line | None = None
    notes: Sequence[str] = ()


@dataclass
class Page:
    """What stands on one slide."""

    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    used: float = 0.0

    def add(self, line: Line, note: str = "") -> None:
        """Put one more line on the slide; the first has no white space above it."""
        line = line if self.lines else replace(line, before=0.0)
        self.used += tall(line)
        self.lines.append(line)
        if note and note not in self.notes:
            self.notes.append(note)


def tall(line: Line) -> float:
    """The height of a line with the white space above it, in points."""
    return height(line.text, line.size, ROOM - line.indent - line.hang, line.bold) + line.before


def paginate(blocks: Sequence[Block], room: float) -> Iterator[Page]:
    """Slides of ``room`` points high; a block that is too tall for one is divided, its heading said again."""
    return quote_pages(blocks, room, again="")


def quote_pages(blocks: Sequence[Block], room: float, again: str) -> Iterator[Page]:
    """As ``paginate``; ``again`` stands behind a heading that is said again."""
    page = Page()
    for block in blocks:
        whole = sum(tall(line) for line in (*((block.head,) if block.head else ()), *block.lines))
        if page.lines and page.used + whole > room:
            yield page
            page = Page()
        if whole <= room:
            _put(page, block)
            continue
        yield from _divided(block, room, again)
        page = Page()
    if page.lines:
        yield page


def _put(page: Page, block: Block) -> None:
    if block.head is not None:
        page.add(block.head)
    for at, line in enumerate(block.lines):
        page.add(line, block.notes[at] if block.notes else "")


def _divided(block: Block, room: float, again: str) -> Iterator[Page]:
    """The slides of a block that is too tall for one."""
    page = Page()
    if block.head is not None:
        page.add(block.head)
    head = replace(block.head, text=f"{block.head.text} {again}".strip()) if block.head else None
    for at, line in enumerate(block.lines):
        for part in _parts(line, room, head):
            if page.used + tall(part) > room and len(page.lines) > (head is not None):
                yield page
                page = Page()
                if head is not None:
                    page.add(head)
            page.add(part, block.notes[at] if block.notes else "")
    yield page


def _parts(line: Line, room: float, head: Line | None) -> Iterator[Line]:
    """A line that is too tall for a slide in parts that are not."""
    left = room - (tall(head) if head else 0.0)
    if tall(line) <= left:
        yield line
        return
    most = max(1, int((left - line.before) / (line.size * LINE_SPACING)))
    for words in pieces(line.text, line.size, ROOM - line.indent - line.hang, most):
        yield replace(line, text=words)
