"""A codebook as a file: saved from a question, read for another, by way of a preview and one command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath

from coding.analysis.coded_data import in_order
from coding.domain.codebook import Code, CodeStatus
from coding.domain.commands_waves import UseCodebook
from coding.domain.errors import ExportError, ImportRefused
from coding.domain.project import Project
from coding.files.codebook_entries import Codebook, Entry, codebook_of
from coding.files.raw_table import RawTable
from coding.files.read_codebook import (
    TABLE_KINDS,
    CodebookColumns,
    guess_columns,
    read_codebook_table,
    table_entries,
)
from coding.files.read_qdc import QdcPart, read_qdc
from coding.texts import Language

QDC = ".qdc"
KINDS = (".xlsx", ".csv", QDC, *(kind for kind in TABLE_KINDS if kind not in (".xlsx", ".csv")))
"""What can be read, by file name; the usual ones first."""
_EXAMPLES = 5


class CodebookFormat(StrEnum):
    """In what form a codebook is saved."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class CodebookFile:
    """A file that was read: a ``table`` whose columns are to be told, or ``parts`` that tell themselves."""

    name: str
    table: RawTable | None = None
    parts: tuple[QdcPart, ...] = ()

    @property
    def guess(self) -> CodebookColumns | None:
        """What the columns of the table probably are; None if there is no table."""
        return None if self.table is None else guess_columns(self.table)


@dataclass(frozen=True, slots=True)
class CodebookPreview:
    """What taking over a codebook would do: ``known`` are names the question has already; those stay as they are."""

    codebook: Codebook
    known: tuple[str, ...]

    @property
    def new(self) -> tuple[Code, ...]:
        """The codes and nets that would be added."""
        known = {name.casefold() for name in self.known}
        return tuple(code for code in self.codebook.codes if code.name.casefold() not in known)


def open_codebook(data: bytes, name: str, *, sheet: str | None = None) -> CodebookFile:
    """Read a codebook file. Raises ImportRefused, and nothing else, on any bytes."""
    file = PurePosixPath(name.replace("\\", "/")).name or name
    suffix = PurePosixPath(file).suffix.lower()
    if suffix == QDC:
        return CodebookFile(file, parts=read_qdc(data, file))
    if suffix not in KINDS:
        raise ImportRefused("codebook.unknown_kind", file=file, kinds=", ".join(KINDS))
    return CodebookFile(file, read_codebook_table(data, file, sheet=sheet))


def codebook_in(file: CodebookFile, columns: CodebookColumns | None = None, part: int = 0) -> Codebook:
    """The codes of a file, with ``columns`` as guessed if not given. Raises ImportRefused, which says where and why."""
    entries: Sequence[Entry]
    if file.table is None:
        entries = file.parts[part].entries
    else:
        entries = table_entries(file.table, columns or guess_columns(file.table))
    return codebook_of(entries, file.name)


def part_for(file: CodebookFile, question: str) -> int:
    """The part of the file that is about a question of this text; the first if none is."""
    wanted = " ".join(question.casefold().split())
    names = [" ".join(part.name.casefold().split()) for part in file.parts]
    return names.index(wanted) if wanted in names else 0


def preview(project: Project, question: str, codebook: Codebook) -> CodebookPreview:
    """What of a codebook is new to a question."""
    have = {code.name.casefold() for code in _open(project, question)}
    return CodebookPreview(codebook, tuple(code.name for code in codebook.codes if code.name.casefold() in have))


def use_codebook(question: str, codebook: Codebook, source: str) -> UseCodebook:
    """The command that takes it over: one step, which can be undone."""
    return UseCodebook(question, codebook.codes, source)


def save_codebook(
    project: Project, question: str, form: CodebookFormat, language: Language, *, examples: bool = False
) -> bytes:
    """The open codes of a question as a file, nets before what is under them.

    ``examples`` adds example answers: those of the codebook itself, then some that people put under the code here. They
    are what respondents wrote, so only when asked for. Raises ExportError when there are no codes.
    """
    codes = tuple(
        _with_examples(project, question, code) if examples else replace(code, examples=())
        for code in _open(project, question)
    )
    if not codes:
        raise ExportError("codebook.nothing_to_save")
    return _writer(form)(codes, language)


def _writer(form: CodebookFormat) -> Callable[[Sequence[Code], Language], bytes]:
    from coding.files.write_codebook import write_codebook_csv, write_codebook_xlsx

    return {CodebookFormat.CSV: write_codebook_csv, CodebookFormat.XLSX: write_codebook_xlsx}[form]


def _with_examples(project: Project, question: str, code: Code) -> Code:
    responses = project.responses(question)
    keys = project.coding_of(question).assigned_members.get(code.id, ())
    given = (" ".join(responses[key].verbatim.split()) for key in keys if key in responses)
    return replace(code, examples=tuple(dict.fromkeys((*code.examples, *given)))[: max(_EXAMPLES, len(code.examples))])


def _open(project: Project, question: str) -> tuple[Code, ...]:
    return tuple(code for code in in_order(project.coding_of(question)) if code.status is not CodeStatus.RETIRED)
