from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coding.domain.segments import Span
from coding.ui.components.plain import Mark, plain, verbatim_html
from tests.hostile import NASTY, texts

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Reader(HTMLParser):
    """What a browser would show, and which elements it would make."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.marked = ""
        self.elements: set[str] = set()
        self._inside = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - one shape
        self.elements.add(tag)
        self._inside += tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "mark"

    def handle_data(self, data: str) -> None:
        self.words += data
        if self._inside:
            self.marked += data


@given(texts(), st.data())
def test_an_answer_is_shown_exactly_and_makes_no_element_but_marks(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=4))
    marks = [Mark(Span(start, end), label=text) for start, end in spans]
    read = Reader(verbatim_html(text, marks))
    assert read.words == UNPRINTABLE.sub("\ufffd", text)
    assert read.elements <= {"mark"}
    assert len(read.marked) == len({at for start, end in spans for at in range(start, end)})


@given(texts())
def test_markdown_reads_a_label_as_one_paragraph_of_its_characters(text: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(plain(text))
    read = Reader(html)
    expected = " ".join(UNPRINTABLE.sub("\ufffd", text).replace("\u2060", "").split())
    assert read.words.replace("\u2060", "").strip() == expected
    assert read.elements <= {"p"}


@pytest.mark.parametrize("text", NASTY)
def test_a_label_has_no_formula_icon_or_link(text: str) -> None:
    shown = re.sub(r"\\\\", "", plain(text))
    assert not re.search(r"(?<!\\)\$|:[a-z+1]|www\.|@\w", shown)


def test_a_long_label_is_cut_off() -> None:
    assert plain("woord " * 20, 12) == "woord woord…"
