"""A codebook survives a file as it was, and no file brings the import down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from coding.domain.codebook import Code
from coding.domain.errors import TienkeerError
from coding.files.codebook_entries import HAVE_OTHER, Entry, codebook_of
from coding.files.printable import guarded, printable, unguarded
from coding.files.write_codebook import write_codebook_csv, write_codebook_xlsx
from coding.services.codebook_files import codebook_in, open_codebook
from tests.hostile import NASTY

CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def tidy(text: str) -> str:
    return " ".join(printable(text).split())


def held(text: str) -> str:
    """Text as a description holds it."""
    return printable(text).strip()


WORDS = st.one_of(st.sampled_from(NASTY), st.text(st.characters(), max_size=20))
LINES = WORDS.map(tidy).filter(bool)
RULES = LINES.filter(lambda text: tidy(text) == text)


@st.composite
def codebooks(draw: st.DrawFn) -> tuple[Code, ...]:
    """A codebook as Tienkeer can hold it: nets above codes, names all different."""
    names = draw(st.lists(LINES, min_size=1, max_size=6, unique_by=str.casefold))
    assume(not HAVE_OTHER.intersection(name.casefold() for name in names))
    nets = draw(st.integers(0, len(names) - 1))
    codes = []
    for at, name in enumerate(names):
        above = draw(st.none() | st.integers(0, min(at, nets) - 1)) if min(at, nets) else None
        codes.append(
            Code(
                id=str(at),
                name=name,
                description=held(draw(WORDS)),
                include=held(draw(WORDS)),
                exclude=held(draw(WORDS)),
                colour=draw(st.sampled_from(["", "#102030", "#AbCdEf"])),
                number=draw(st.none() | st.integers(0, 999_999_999)),
                parent=None if above is None else str(above),
                is_net=at < nets,
                rules=tuple(draw(st.lists(RULES, max_size=3, unique=True))),
                examples=tuple(draw(st.lists(LINES, max_size=3, unique=True))),
            )
        )
    return tuple(codes)


def told(codes: Sequence[Code]) -> list[Code]:
    """Codes with names for ids, by name."""
    names = {code.id: code.name for code in codes}
    return sorted(
        (replace(code, id=code.name, parent=names.get(code.parent or "")) for code in codes),
        key=lambda code: code.name,
    )


@given(codebooks(), st.sampled_from(["nl", "en"]))
@CALM
def test_a_codebook_survives_a_csv_file(codes: tuple[Code, ...], language: str) -> None:
    data = write_codebook_csv(codes, "nl" if language == "nl" else "en")
    assert told(codebook_in(open_codebook(data, "codebook.csv")).codes) == told(codes)


@given(codebooks())
@settings(CALM, max_examples=8)  # a workbook is read in a process of its own
def test_a_codebook_survives_a_workbook(codes: tuple[Code, ...]) -> None:
    data = write_codebook_xlsx(codes, "nl")
    assert told(codebook_in(open_codebook(data, "codebook.xlsx")).codes) == told(codes)


@given(st.text(st.characters(), max_size=40) | st.sampled_from(NASTY))
@CALM
def test_a_guarded_cell_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


CELLS = st.sampled_from(
    ["argument", "Code", "hoofdthema", "kleur", "nummer", "soort", "A", "B", "a", "#fff", "7", "", "x\ny"]
)


@given(
    st.lists(st.lists(CELLS | WORDS, min_size=1, max_size=4), max_size=6),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
@settings(CALM, max_examples=200)
def test_any_table_is_a_codebook_or_refused_in_words(rows: list[list[str]], sign: str, encoding: str) -> None:
    quoted = (sign.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    check("\r\n".join(quoted).encode(encoding, errors="replace"), "codes.csv")


XML = st.recursive(
    st.sampled_from(
        ["<Code name='a' isCodable='true'/>", "<Code/>", "<Description>x</Description>", "<!-- c -->", "&lt;", "<?p?>"]
    ),
    lambda below: st.lists(below, max_size=3).map(
        lambda found: f"<Code name='b' isCodable='x'>{''.join(found)}</Code>"
    ),
    max_leaves=8,
)


@given(st.lists(XML, max_size=4), st.sampled_from(["", " xmlns='urn:QDA-XML:codebook:1.0'", " origin='Tienkeer'"]))
@CALM
def test_any_refi_codebook_is_read_or_refused_in_words(parts: list[str], attributes: str) -> None:
    check(f"<CodeBook{attributes}><Codes>{''.join(parts)}</Codes></CodeBook>".encode(), "codes.qdc")


@given(st.binary(max_size=200), st.sampled_from(["codes.csv", "codes.qdc"]))
@CALM
def test_any_bytes_are_refused_in_words(data: bytes, name: str) -> None:
    check(data, name)


def check(data: bytes, name: str) -> None:
    try:
        book = codebook_in(open_codebook(data, name))
    except TienkeerError:
        return
    names = [code.name.casefold() for code in book.codes]
    ids = {code.id: code for code in book.codes}
    assert len(set(names)) == len(names) == len(ids) > 0
    seen: set[str] = set()
    for code in book.codes:
        assert code.parent is None or (code.parent in seen and ids[code.parent].is_net)
        seen.add(code.id)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from(["", *"abcde"])), max_size=5, unique_by=lambda one: one[0]
    )
)
@CALM
def test_circles_are_refused_and_everything_else_is_a_tree(pairs: list[tuple[str, str]]) -> None:
    above = dict(pairs)

    def circles(name: str) -> bool:
        seen = [name]
        while name := above.get(name, ""):
            if name in seen:
                return True
            seen.append(name)
        return False

    entries = [Entry(row, name, under) for row, (name, under) in enumerate(pairs, 2)]
    try:
        book = codebook_of(entries, "x.csv")
    except TienkeerError:
        book = None
    assert (book is None) == (not pairs or any(circles(name) for name in above))
    if book is None:
        return
    assert {code.name for code in book.codes} == {*above, *(name for name in above.values() if name)}
