"""A codebook as a file: what is read, what is refused and where, and what comes of it in a project."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from coding.domain.codebook import Code
from coding.domain.commands import DescribeCode, NewCode, PutUnder
from coding.domain.errors import CommandRefused, ExportError, ImportRefused
from coding.files.codebook_entries import Codebook, Field
from coding.files.read_codebook import guess_columns, joined_rules, split_rules
from coding.services.codebook_files import (
    CodebookFormat,
    codebook_in,
    open_codebook,
    part_for,
    preview,
    save_codebook,
    use_codebook,
)
from coding.services.report import ReportSettings, make_report
from coding.services.workspace import Workspace
from coding.texts import LANGUAGES, error_text
from tests.projects import coded_project, example_project, run
from tests.wave_projects import NEEDED, NOTICE, first_wave


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = first_wave(tmp_path / "p.tienkeer")
    yield opened
    opened.close()


def read(text: str, name: str = "codes.csv") -> Codebook:
    return codebook_in(open_codebook(text.encode(), name))


def workbook(*rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_researchers_own_file_is_understood_without_help() -> None:
    book = read(
        "Nr;Code;Thema;Definitie;Hoort erbij;Hoort er niet bij;Zoekwoorden;Kleur;Voorbeeld 1;Voorbeeld 2\n"
        "1;Te duur;Geld;De prijs is te hoog;huur, kosten;subsidie;te duur;#abc;"
        "Ik kan het niet betalen;veel te prijzig\n"
    )
    net, code = book.codes
    assert (net.name, net.is_net, net.parent) == ("Geld", True, None)
    assert book.made_nets == ("Geld",)
    assert (code.name, code.parent, code.number, code.colour) == ("Te duur", net.id, 1, "#aabbcc")
    assert (code.description, code.include, code.exclude) == ("De prijs is te hoog", "huur, kosten", "subsidie")
    assert code.rules == ("te duur",)
    assert code.examples == ("Ik kan het niet betalen", "veel te prijzig")


def test_a_workbook_with_numbers_and_names_under_code_is_understood() -> None:
    data = workbook(("Code", "Label", "Omschrijving"), (1, "Te duur", "prijs"), (2, "'t Is te ver", None))
    file = open_codebook(data, "codes.xlsx")
    guess = file.guess
    assert guess is not None
    assert (guess.name, dict(guess.fields)) == ("Label", {Field.NUMBER: "Code", Field.DESCRIPTION: "Omschrijving"})
    assert [(code.number, code.name) for code in codebook_in(file).codes] == [(1, "Te duur"), (2, "'t Is te ver")]


def test_a_list_of_names_is_a_codebook() -> None:
    assert [code.name for code in read("Argumenten\nTe duur\nTe ver\n").codes] == ["Te duur", "Te ver"]
    assert [code.name for code in read("Wat we zoeken\nTe duur\nTe ver\n").codes] == ["Te duur", "Te ver"]


def test_names_that_are_numbers_are_names() -> None:
    assert [code.name for code in read("Nummer;Argument\n;2023\n;2024\n").codes] == ["2023", "2024"]
    assert [code.name for code in read("Code;Kleur\n1;\n2;\n").codes] == ["1", "2"]


def test_nets_may_stand_under_nets_in_any_order() -> None:
    book = read("argument,hoofdthema,soort\nA,B,\nB,C,hoofdthema\nC,,\nD,,hoofdthema\n")
    by_name = {code.name: code for code in book.codes}
    assert [code.name for code in book.codes] == ["C", "B", "A", "D"]
    assert by_name["A"].parent == by_name["B"].id
    assert by_name["B"].parent == by_name["C"].id
    assert [by_name[name].is_net for name in "ABCD"] == [False, True, True, True]
    assert book.turned_nets == ("C",)


def test_what_every_question_has_is_left_out() -> None:
    book = read("argument\nTe duur\nOverig\n")
    assert ([code.name for code in book.codes], book.left_out) == (["Te duur"], ("Overig",))


REFUSED: dict[str, tuple[str, dict[str, object]]] = {
    "argument;kleur\na;rood\n": ("codebook.no_colour", {"row": 2, "column": "kleur", "value": "rood"}),
    "argument;omschrijving\na;x\n A ;y\n": ("codebook.duplicate", {"row": 3, "first": 2, "name": "A"}),
    "argument;hoofdthema\na;b\nb;c\nc;a\n": ("codebook.cycle", {"row": 2, "names": "a → b → c → a"}),
    "argument;hoofdthema\na;A\n": ("codebook.cycle", {"row": 2, "names": "a → a"}),
    "argument;omschrijving\na;x\n;y\n": ("codebook.no_name", {"row": 3, "column": "argument"}),
    "argument;soort\na;iets\n": ("codebook.no_kind", {"row": 2, "column": "soort", "value": "iets"}),
    f"argument;omschrijving\na;{'x' * 5001}\n": ("codebook.too_long", {"row": 2, "column": "omschrijving"}),
    "argument;omschrijving\nOverig;rest\n": ("codebook.empty", {}),
    "argument;omschrijving\n": ("codebook.header_only", {}),
    " \n": ("codebook.empty", {}),
    "argument;omschrijving\n" + "".join(f"a{i};x\n" for i in range(2001)): ("codebook.too_many", {"limit": 2000}),
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_says_where_and_what(text: str) -> None:
    key, facts = REFUSED[text]
    with pytest.raises(ImportRefused) as refused:
        read(text)
    assert refused.value.key == key
    assert facts.items() <= refused.value.facts.items()
    for language in LANGUAGES:
        sentence = error_text(refused.value, language)
        assert all(str(value) in sentence for value in facts.values())


def test_a_number_that_is_none_is_refused_when_that_column_was_chosen() -> None:
    file = open_codebook(b"argument;nummer\na;1.2\nb;A1\n", "x.csv")
    guess = file.guess
    assert guess is not None
    assert guess.fields == {}  # not numbers, so not guessed
    with pytest.raises(ImportRefused, match=r"codebook\.no_number"):
        codebook_in(file, type(guess)("argument", {Field.NUMBER: "nummer"}))
    with pytest.raises(ImportRefused, match=r"codebook\.column_twice"):
        codebook_in(file, type(guess)("argument", {Field.NUMBER: "argument"}))


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("x.pdf", b"%PDF-1.4", "codebook.unknown_kind"),
        ("x.json", b"{}", "codebook.unknown_kind"),
        ("x.qdc", b"", "codebook.empty"),
        ("x.qdc", b"geen xml", "codebook.not_qdc"),
        ("x.qdc", b"<Project/>", "codebook.not_qdc"),
        ("x.qdc", b"<CodeBook/>", "codebook.empty"),
        ("x.qdc", b'<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes/></CodeBook>', "codebook.not_qdc"),
        ("x.xlsx", b"PK\x03\x04 stuk", "import_damaged"),
        ("x.csv", b"\x00\x01\x02" * 50, "import_nul_bytes"),
    ],
)
def test_what_is_no_codebook_is_refused(name: str, data: bytes, key: str) -> None:
    with pytest.raises(ImportRefused, match=re.escape(key)):
        codebook_in(open_codebook(data, name))


def test_a_codebook_of_another_program_comes_in_with_its_tree() -> None:
    data = b"""<?xml version="1.0" encoding="utf-8"?>
    <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo"><Codes>
      <Code guid="00000000-0000-0000-0000-000000000001" name="Geld" isCodable="true" color="#FF0000">
        <Description>alles over kosten
Wel: dit blijft staan</Description>
        <Code guid="00000000-0000-0000-0000-000000000002" name="Te duur &amp; meer" isCodable="true"/>
      </Code></Codes></CodeBook>"""
    file = open_codebook(data, "nvivo.qdc")
    assert [part.name for part in file.parts] == [""]
    book = codebook_in(file)
    net, code = book.codes
    assert (net.name, net.is_net, net.colour) == ("Geld", True, "#FF0000")
    assert net.description == "alles over kosten\nWel: dit blijft staan"
    assert (code.name, code.parent) == ("Te duur & meer", net.id)
    assert book.turned_nets == ("Geld",)


def test_our_own_refi_codebook_comes_back_per_question() -> None:
    from coding.files.write_qdc import write_qdc

    project = run(example_project(), NewCode("mist", "m1", "Geld"))
    file = open_codebook(write_qdc(make_report(project, ReportSettings(), "2026-11-22")), "codeboek.qdc")
    assert [part.name for part in file.parts] == [
        "Waaraan merk je dat?",
        "Mis je nog iets in deze vragenlijst?",
    ]
    assert part_for(file, " mis je nog iets in deze vragenlijst? ") == 1
    assert part_for(file, "iets anders") == 0
    merkt = [replace(code, number=None) for code in project.coding_of("merkt").codes.values()]  # .qdc has no numbers
    assert shape(codebook_in(file, part=0).codes) == shape(merkt, colour="#7f8c8d")


def shape(codes: Sequence[Code], colour: str = "") -> set[tuple[object, ...]]:
    """What codes say, without ids."""
    names = {code.id: code.name for code in codes}
    return {
        (
            code.name,
            names.get(code.parent or ""),
            code.is_net,
            code.description,
            code.include,
            code.exclude,
            code.number,
            code.colour or colour,
            code.rules,
        )
        for code in codes
    }


@pytest.mark.parametrize("form", list(CodebookFormat))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_codebook_goes_to_another_question_and_back(
    workspace: Workspace, form: CodebookFormat, language: str
) -> None:
    first, second = sorted(workspace.project.coding_of(NEEDED).codes.values(), key=lambda code: code.name)[:2]
    workspace.dispatch(NewCode(NEEDED, "net", "Contact", is_net=True))
    workspace.dispatch(PutUnder(NEEDED, (first.id, second.id), "net"))
    told = {"include": "x\ny", "colour": "#102030", "number": 4, "rules": ("wijk*", "a; b")}
    workspace.dispatch(DescribeCode(NEEDED, first.id, description="=Uitleg", **told))  # type: ignore[arg-type]  # a dict of many kinds
    here = tuple(workspace.project.coding_of(NEEDED).codes.values())
    data = save_codebook(workspace.project, NEEDED, form, "nl" if language == "nl" else "en")
    book = codebook_in(open_codebook(data, f"codebook.{form.value}"))
    assert shape(book.codes) == shape(here)
    seen = preview(workspace.project, NOTICE, book)
    assert seen.known == ()
    before = workspace.project.coding_of(NOTICE)
    workspace.dispatch(use_codebook(NOTICE, book, "codebook"))
    there = {code.name: code for code in workspace.project.coding_of(NOTICE).codes.values()}
    assert there[first.name].parent == there["Contact"].id
    assert {code.name for code in preview(workspace.project, NOTICE, book).codebook.codes} <= there.keys()
    assert preview(workspace.project, NOTICE, book).new == ()
    workspace.undo()
    assert workspace.project.coding_of(NOTICE) == before


def test_examples_are_saved_only_when_asked_for(workspace: Workspace) -> None:
    code = next(iter(workspace.project.coding_of(NEEDED).codes.values()))
    workspace.dispatch(DescribeCode(NEEDED, code.id, examples=("een eigen voorbeeld",)))
    without = save_codebook(workspace.project, NEEDED, CodebookFormat.CSV, "nl").decode()
    assert "Voorbeeld" not in without
    assert "een eigen voorbeeld" not in without
    given = save_codebook(workspace.project, NEEDED, CodebookFormat.CSV, "nl", examples=True)
    back = {one.name: one for one in codebook_in(open_codebook(given, "x.csv")).codes}[code.name]
    assert back.examples[0] == "een eigen voorbeeld"
    assert 1 < len(back.examples) <= 5


def test_nothing_to_save_is_said() -> None:
    with pytest.raises(ExportError, match=r"codebook\.nothing_to_save"):
        save_codebook(coded_project([("a", [])]), "q", CodebookFormat.CSV, "nl")


def test_codes_do_not_come_under_what_is_no_net_here() -> None:
    project = coded_project([("a", ["Geld"])])
    with pytest.raises(CommandRefused, match=r"command\.not_a_net"):
        run(project, use_codebook("q", read("argument;hoofdthema\nTe duur;Geld\n"), "x"))


@pytest.mark.parametrize("rules", [(), ("a",), ("a b", "c*"), ("a; b", 'zeg "ja"', "d"), ('"', ";"), ("'", "")])
def test_rules_in_one_cell_come_back(rules: tuple[str, ...]) -> None:
    assert split_rules(joined_rules(rules)) == tuple(rule for rule in rules if rule)


def test_guesses_never_use_a_column_twice() -> None:
    file = open_codebook(b"Code,Naam,Naam code,Thema,Groep,Quote 1,Quote 2\n1,a,b,c,d,e,f\n", "x.csv")
    assert file.table is not None
    guess = guess_columns(file.table)
    used = [guess.name, *guess.fields.values(), *guess.examples]
    assert len(used) == len(set(used))
    assert (guess.name, guess.fields[Field.NUMBER], guess.fields[Field.NET]) == ("Naam", "Code", "Thema")
    assert guess.examples == ("Quote 1", "Quote 2")
