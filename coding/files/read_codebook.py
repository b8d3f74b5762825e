"""A codebook in a table (CSV or workbook): which column says what, guessed first and then read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from coding.domain.errors import ImportRefused
from coding.files.codebook_entries import MAX_CODES, Entry, Field
from coding.files.printable import unguarded
from coding.files.raw_table import RawTable
from coding.files.read_table import KINDS, read_table

TABLE_KINDS: Final = tuple(kind for kind, form in KINDS.items() if form != "sav")
_REFUSED_OTHERWISE: Final = {
    "import_header_only": "codebook.header_only",
    "import_empty": "codebook.empty",
    "import_no_header": "codebook.no_header",
}
_NET_WORDS: Final = frozenset(
    {"hoofdthema", "thema", "net", "hoofdcode", "groep", "theme", "group", "parent", "main theme"}
)
_CODE_WORDS: Final = frozenset({"", "argument", "code", "subcode", "subthema", "categorie", "category", "item"})
_HEADINGS: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.NAME: (
        "argument", "argumenten", "code", "codes", "codenaam", "code naam", "code name", "naam", "name", "label",
        "codelabel", "code label", "categorie", "category", "titel", "title", "onderwerp", "topic", "subthema",
        "subcode", "subtheme",
    ),
    Field.NET: (
        "hoofdthema", "hoofdcode", "hoofdcategorie", "net", "thema", "theme", "main theme", "parent", "parent code",
        "valt onder", "onder", "under", "groep", "group", "codegroep", "code group", "overkoepelend thema",
        "hoofdargument",
    ),
    Field.KIND: ("soort", "kind", "type", "niveau", "level"),
    Field.NUMBER: (
        "codenummer", "code nummer", "code number", "code nr", "codenr", "nummer", "number", "nr", "no", "volgnummer",
        "waarde", "value", "code",
    ),
    Field.DESCRIPTION: (
        "omschrijving", "beschrijving", "definitie", "toelichting", "uitleg", "memo", "description", "definition",
        "explanation", "comment", "betekenis", "meaning",
    ),
    Field.INCLUDE: (
        "wel", "hoort erbij", "wel coderen", "inclusie", "inclusieregel", "inclusiecriteria", "include", "inclusion",
        "inclusion rule", "inclusion criteria", "when to use",
    ),
    Field.EXCLUDE: (
        "niet", "hoort er niet bij", "niet coderen", "exclusie", "exclusieregel", "exclusiecriteria", "exclude",
        "exclusion", "exclusion rule", "exclusion criteria", "when not to use",
    ),
    Field.RULES: (
        "trefwoordregels", "trefwoorden", "trefwoord", "zoekwoorden", "zoektermen", "sleutelwoorden", "keyword rules",
        "keywords", "keyword", "rules", "regels", "search terms",
    ),
    Field.COLOUR: ("kleur", "colour", "color"),
    Field.EXAMPLE: (
        "voorbeeld", "voorbeelden", "voorbeeldantwoord", "voorbeeldantwoorden", "example", "examples", "example answer",
        "example answers", "quote", "quotes", "citaat", "citaten", "typisch antwoord",
    ),
}  # fmt: skip
_AT_END: Final = re.compile(r"[\s._:#-]*\d*$")


@dataclass(frozen=True, slots=True)
class CodebookColumns:
    """Which column of a table holds what; ``examples`` may be several columns, one example each."""

    name: str
    fields: Mapping[Field, str]
    examples: tuple[str, ...] = ()


def read_codebook_table(data: bytes, file: str, *, sheet: str | None = None) -> RawTable:
    """The table of a codebook file. Raises ImportRefused, in words about codebooks."""
    try:
        table = read_table(data, file, sheet=sheet)
    except ImportRefused as refused:
        if refused.key in _REFUSED_OTHERWISE:
            raise ImportRefused(_REFUSED_OTHERWISE[refused.key], **refused.facts) from refused
        raise
    if len(table.rows) > 2 * MAX_CODES:
        raise ImportRefused("codebook.too_many", file=table.name, limit=MAX_CODES)
    return table


def guess_columns(table: RawTable) -> CodebookColumns:
    """The columns as their headings suggest; without a heading for names, the first column of words holds them."""
    free = {column: _plain(column) for column in table.columns}
    fields: dict[Field, str] = {}
    numeric = {column for column in table.columns if _numeric(table.cells(column))}
    for of in (Field.NUMBER, Field.NET, Field.NAME, *Field):
        if of in fields or of is Field.EXAMPLE:
            continue
        fitting = [
            (column in numeric, _HEADINGS[of].index(plain), at, column)
            for at, (column, plain) in enumerate(free.items())
            if plain in _HEADINGS[of]
            and column not in fields.values()
            and (of is not Field.NUMBER or column in numeric)
        ]
        if fitting:
            fields[of] = min(fitting)[-1]
    examples = tuple(
        column for column, plain in free.items() if plain in _HEADINGS[Field.EXAMPLE] and column not in fields.values()
    )
    name = fields.pop(Field.NAME, None) or _first_words(table, {*fields.values(), *examples} | numeric)
    return CodebookColumns(name, {of: column for of, column in fields.items() if column != name}, examples)


def table_entries(table: RawTable, columns: CodebookColumns) -> tuple[Entry, ...]:
    """The entries of a table; rows without a name are left out when they say nothing else either.

    Raises ImportRefused when a column is used twice or is not in the table, or a cell of the kind is not understood.
    """
    used = [columns.name, *columns.fields.values(), *columns.examples]
    for column in used:
        if column not in table.columns:
            raise ImportRefused("waves.not_a_column", file=table.name, column=column)
        if used.count(column) > 1:
            raise ImportRefused("codebook.column_twice", file=table.name, column=column)
    headings = {Field.NAME: columns.name, **columns.fields}
    if columns.examples:
        headings[Field.EXAMPLE] = columns.examples[0]
    read = unguarded if table.format.kind == "csv" else str
    found = []
    for number, cells in zip(table.row_numbers, table.rows, strict=True):
        row = {column: read(cell) for column, cell in zip(table.columns, cells, strict=True)}
        if any(row[column].strip() for column in used):
            found.append(_entry(number, row, columns, headings, table.name))
    return tuple(found)


def split_rules(cell: str) -> tuple[str, ...]:
    """The keyword rules in a cell: one per line, or separated by semicolons; quotes keep a semicolon in a rule."""
    try:
        lines = list(csv.reader(cell.splitlines(), delimiter=";", skipinitialspace=True, strict=True))
    except csv.Error:
        lines = [line.split(";") for line in cell.splitlines()]
    return tuple(rule.strip() for line in lines for rule in line if rule.strip())


def joined_rules(rules: Sequence[str]) -> str:
    """Keyword rules in one cell, separated by semicolons; a rule that holds one is put between quotes."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="").writerow(rules)
    return buffer.getvalue() if rules else ""


def _entry(
    number: int, row: Mapping[str, str], columns: CodebookColumns, headings: Mapping[Field, str], file: str
) -> Entry:
    said = {of: row[column] for of, column in columns.fields.items()}
    return Entry(
        row=number,
        name=row[columns.name],
        under=said.get(Field.NET, ""),
        is_net=_is_net(said.get(Field.KIND, ""), number, headings.get(Field.KIND, ""), file),
        number=said.get(Field.NUMBER, ""),
        description=said.get(Field.DESCRIPTION, ""),
        include=said.get(Field.INCLUDE, ""),
        exclude=said.get(Field.EXCLUDE, ""),
        rules=split_rules(said.get(Field.RULES, "")),
        colour=said.get(Field.COLOUR, ""),
        examples=_examples([row[column] for column in columns.examples]),
        headings=headings,
    )


def _examples(cells: Sequence[str]) -> tuple[str, ...]:
    """One example per column; a single column may hold one per line."""
    if len(cells) == 1:
        return tuple(cells[0].splitlines())
    return tuple(cells)


def _is_net(kind: str, row: int, column: str, file: str) -> bool:
    plain = " ".join(kind.casefold().split())
    if plain not in _NET_WORDS | _CODE_WORDS:
        raise ImportRefused("codebook.no_kind", file=file, row=row, column=column, value=kind.strip()[:60])
    return plain in _NET_WORDS


def _plain(heading: str) -> str:
    """A heading to compare: without capitals, signs, and a number behind it."""
    return " ".join(re.sub(r"[^\w]+", " ", _AT_END.sub("", heading.casefold())).split())


def _numeric(cells: Sequence[str]) -> bool:
    given = [cell.strip() for cell in cells if cell.strip()]
    return bool(given) and all(re.fullmatch(r"\d{1,9}([.,]0+)?", cell) for cell in given)


def _first_words(table: RawTable, taken: set[str]) -> str:
    free = [column for column in table.columns if column not in taken]
    return next((column for column in free if any(cell.strip() for cell in table.cells(column))), table.columns[0])
