"""Text that people typed, shown exactly as it is: the only place that turns it into HTML or Markdown.

Two audited helpers: ``verbatim`` for answers and quotes (escaped HTML, marks included), and ``plain`` for a name that
must appear inside a Streamlit label (buttons, tabs, expanders and captions read their label as Markdown).
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import streamlit as st

from coding.domain.segments import Span

MarkStyle = Literal["segment", "suggested", "other", "hit", "hidden"]

# As few as possible: a screen reader is given the label of a field with its backslashes.
_MARKDOWN: Final = re.compile(r"[$&*<>\[\\\]_`{|}~]|^[#+=-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# What Streamlit interprets in spite of Markdown's own escapes: emoji and icon names, links, arrows and dashes.
_INTERPRETED: Final = re.compile(r":(?=\S)|@|www(?=\.)|[-<>=~](?=[-<>=~])", re.IGNORECASE)
_WORD_JOINER: Final = "\u2060"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an answer that stand out.

    ``style``: "segment" carries the argument that is on screen, "suggested" is proposed for it, "other" carries another
    one, "hit" matches a search, "hidden" will not be printed. ``label`` says so in words (tooltip and screen reader).
    """

    span: Span
    style: MarkStyle = "segment"
    label: str = ""


def plain(text: str, longest: int | None = None) -> str:
    """``text`` as Markdown that shows exactly its characters, on one line; cut off with "…" after ``longest``.

    An invisible word joiner keeps ``:smile:``, ``www.example.org`` and ``->`` what they are.
    """
    line = " ".join(_printable(text).split())
    if longest is not None and len(line) > longest:
        line = line[: longest - 1].rstrip() + "…"
    return _MARKDOWN.sub(r"\\\g<0>", _INTERPRETED.sub(lambda found: found.group() + _WORD_JOINER, line))


def verbatim_html(text: str, marks: Sequence[Mark] = ()) -> str:
    """``text`` escaped, with its marks as ``<mark>`` elements. Marks may overlap: words then carry both."""
    text = _printable(text)
    cuts = sorted({0, len(text), *(min(end, len(text)) for mark in marks for end in mark.span)})
    parts = []
    for start, end in pairwise(cuts):
        here = [mark for mark in marks if mark.span.start <= start and end <= mark.span.end]
        piece = html.escape(text[start:end])
        parts.append(_marked(piece, here) if here else piece)
    return "".join(parts)


def verbatim(
    text: str,
    marks: Sequence[Mark] = (),
    *,
    lines: int | None = None,
    quoted: bool = False,
    kind: Literal["", "tk-name", "tk-quiet"] = "",
) -> None:
    """Show an answer exactly as it was written, white space and line breaks included.

    ``lines`` cuts it off after so many lines on screen; ``quoted`` puts it between “ ”; ``kind`` is for text that is
    not an answer: a name, or a quiet remark.
    """
    body = verbatim_html(text, marks)
    body = f"“{body}”" if quoted else body
    clamp = f' style="-webkit-line-clamp:{int(lines)}"' if lines else ""
    classes = " ".join(["tk-verbatim", *(["tk-clamped"] if lines else []), *([kind] if kind else [])])
    st.html(f'<div class="{classes}" dir="auto"{clamp}>{body}</div>')


def text_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    caption: str,
    scroll: int | None = None,
    wide: bool = False,
) -> None:
    """A table of plain text, one that a screen reader can read; ``caption`` says what it holds.

    ``scroll`` limits its height to so many pixels; ``wide`` lets it be wider than the page and cuts cells off after
    three lines.
    """
    kind = ' class="tk-wide"' if wide else ""

    def cell(tag: str, content: str) -> str:
        return f"<{tag}{kind}><span>{verbatim_html(content)}</span></{tag.split()[0]}>"

    head = "".join(cell('th scope="col"', name) for name in columns)
    body = "".join("<tr>" + "".join(cell("td", content) for content in row) + "</tr>" for row in rows)
    height = f' style="max-height:{int(scroll)}px"' if scroll else ""
    label = html.escape(caption)
    st.html(
        f'<div class="tk-scroll" tabindex="0" role="region" aria-label="{label}"{height}>'
        f'<table class="tk-table"><caption>{verbatim_html(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _marked(piece: str, marks: Sequence[Mark]) -> str:
    styles = " ".join(dict.fromkeys(f"tk-mark-{mark.style}" for mark in marks))
    label = html.escape("; ".join(dict.fromkeys(mark.label for mark in marks if mark.label)))
    title = f' title="{label}"' if label else ""
    return f'<mark class="tk-mark {styles}"{title}>{piece}</mark>'


def _printable(text: str) -> str:
    """Control characters and lone surrogates cannot be sent to a browser; each becomes one visible sign."""
    return _UNPRINTABLE.sub("\ufffd", text)
