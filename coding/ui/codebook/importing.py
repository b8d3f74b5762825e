"""Taking over a codebook from a file: choose it, say which column is what, see what comes in, take it over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coding.domain.errors import TienkeerError
from coding.domain.project import Project
from coding.files.codebook_entries import Codebook, Field
from coding.files.raw_table import RawTable
from coding.files.read_codebook import CodebookColumns, guess_columns
from coding.services.codebook_files import (
    KINDS,
    CodebookFile,
    CodebookPreview,
    codebook_in,
    open_codebook,
    part_for,
    preview,
    use_codebook,
)
from coding.services.workspace import Workspace
from coding.texts import error_text
from coding.ui import session
from coding.ui.components.plain import plain, text_table
from coding.ui.components.uploads import Upload, uploaded
from coding.ui.session import t

_OPEN: Final = "codebook.open"
_READ: Final = "codebook.read"
_UPLOAD: Final = "codebook_upload"
_FIELDS: Final = (
    Field.NET,
    Field.DESCRIPTION,
    Field.INCLUDE,
    Field.EXCLUDE,
    Field.RULES,
    Field.NUMBER,
    Field.COLOUR,
    Field.KIND,
)
_SHOWN: Final = 200  # characters of a cell in the preview


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read last, so that drawing the page again does not read it again."""

    source: tuple[str, int, int, str]
    file: CodebookFile


def open_import(question: str) -> None:
    """Callback: show the import on the review page of ``question``."""
    session.remember(_OPEN, question)


def close_import() -> None:
    """Callback: back to the review page."""
    session.forget(_OPEN)
    session.forget(_READ)


def import_is_open(question: str) -> bool:
    """Whether the import is to be shown in place of the board."""
    return session.recall(_OPEN, "") == question


def show_import(workspace: Workspace, question: str, *, on_board: bool = False) -> None:
    """Draw the import; ``on_board`` adds a heading and a way back."""
    if on_board:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(t("codebook.import_title"), anchor=False)
            st.button(t("shell.cancel"), key="codebook_cancel", on_click=close_import)
    st.caption(t("codebook.import_why"))
    st.file_uploader(t("codebook.file"), type=[kind.lstrip(".") for kind in KINDS], key=_UPLOAD)
    upload = uploaded(_UPLOAD)
    if upload is None:
        return
    outcome = st.container()  # what comes of it stands above the choices that lead to it
    try:
        _show_file(workspace, question, upload, outcome)
    except TienkeerError as refused:
        outcome.error(error_text(refused, session.language()), icon=":material/error:")


def _show_file(workspace: Workspace, question: str, upload: Upload, outcome: DeltaGenerator) -> None:
    first = _opened(upload, "")
    if first.table is None:
        part = _choose_part(first, workspace.project.questions[question].text)
        book = codebook_in(first, part=part)
    else:
        sheets = first.table.format.sheets
        sheet = ""
        if len(sheets) > 1:
            sheet = st.selectbox(
                t("codebook.sheet_choice"), sheets, index=sheets.index(first.table.format.sheet), key="codebook_sheet"
            )
        read = first if sheet in ("", first.table.format.sheet) else _opened(upload, sheet)
        book = codebook_in(read, _choose_columns(read, read.table or first.table))
    with outcome:
        _show_preview(workspace.project, question, book, first.name)


def _opened(upload: Upload, sheet: str) -> CodebookFile:
    source = (upload.name, len(upload.data), hash(upload.data), sheet)
    known: dict[str, _Read] = session.recall(_READ, {})
    found = known.get(sheet)
    if found is None or found.source != source:
        found = _Read(source, open_codebook(upload.data, upload.name, sheet=sheet or None))
        session.remember(_READ, {**known, sheet: found})
    return found.file


def _choose_part(file: CodebookFile, asked: str) -> int:
    if len(file.parts) < 2:
        return 0
    return st.selectbox(
        t("codebook.part_choice"),
        range(len(file.parts)),
        index=part_for(file, asked),
        format_func=lambda at: file.parts[at].name,
        key="codebook_part",
    )


# Columns --------------------------------------------------------------------------------------------------------------


def _choose_columns(file: CodebookFile, table: RawTable) -> CodebookColumns:
    """The guess, to be corrected; open when it does not work. Another file or sheet starts from its own guess."""
    guess = guess_columns(table)
    key = f"codebook_{hash((table.name, table.format.sheet, table.columns))}"
    with st.expander(t("codebook.columns"), expanded=not _works(file)):
        chosen: dict[Field, str] = {}
        grid = st.columns(5)
        with grid[0]:
            name = st.selectbox(
                t("codebook.col.name"),
                table.columns,
                index=table.columns.index(guess.name),
                key=f"{key}_name",
            )
        for at, of in enumerate(_FIELDS, 1):
            with grid[at % len(grid)]:
                column = st.selectbox(
                    t(f"codebook.col.{of.value}"),
                    table.columns,
                    index=table.columns.index(guess.fields[of]) if of in guess.fields else None,
                    placeholder=t("codebook.columns_none"),
                    key=f"{key}_{of.value}",
                )
            if column is not None:
                chosen[of] = column
        examples = st.multiselect(
            t("codebook.columns_examples"),
            table.columns,
            default=list(guess.examples),
            placeholder=t("codebook.columns_examples_none"),
            key=f"{key}_examples",
        )
    return CodebookColumns(name, chosen, tuple(examples))


def _works(file: CodebookFile) -> bool:
    """Whether the file can be read as it is guessed."""
    try:
        codebook_in(file)
    except TienkeerError:
        return False
    return True


# What would come in ---------------------------------------------------------------------------------------------------


def _show_preview(project: Project, question: str, book: Codebook, file: str) -> None:
    seen = preview(project, question, book)
    nets = sum(code.is_net for code in book.codes)
    count = len(book.codes) - nets
    if nets:
        key = "codebook.found_in_one_net" if nets == 1 else "codebook.found_nets"
        st.markdown(t(key, count=count, nets=nets))
    else:
        st.markdown(t("codebook.found.one" if count == 1 else "codebook.found.many", count=count))
    lists = {
        "made_nets": book.made_nets,
        "turned_nets": book.turned_nets,
        "left_out": book.left_out,
        "known": seen.known,
    }
    for key, names in lists.items():
        if names:
            st.caption(t(f"codebook.{key}", names=", ".join(plain(name, 60) for name in names)))
    _take_button(question, seen, file)
    _preview_table(book)


def _preview_table(book: Codebook) -> None:
    by_id = {code.id: code for code in book.codes}
    told = {Field.NUMBER, Field.INCLUDE, Field.EXCLUDE, Field.RULES, Field.EXAMPLE, Field.DESCRIPTION}
    rows = []
    for code in book.codes:
        depth, at = 0, code.parent
        while at is not None:
            depth, at = depth + 1, by_id[at].parent
        said: Mapping[Field, str] = {
            Field.NUMBER: "" if code.number is None else str(code.number),
            Field.NAME: "\u2003" * depth + code.name,
            Field.DESCRIPTION: code.description,
            Field.INCLUDE: code.include,
            Field.EXCLUDE: code.exclude,
            Field.RULES: "; ".join(code.rules),
            Field.EXAMPLE: " / ".join(code.examples),
        }
        rows.append(said)
    shown = [of for of in rows[0] if of not in told or any(row[of] for row in rows)]
    text_table(
        [t(f"codebook.col.{of.value}") for of in shown],
        [[_short(row[of]) for of in shown] for row in rows],
        caption=t("codebook.preview"),
        scroll=260,
    )


def _short(cell: str) -> str:
    return cell if len(cell) <= _SHOWN else f"{cell[: _SHOWN - 1].rstrip()}…"


def _take_button(question: str, seen: CodebookPreview, file: str) -> None:
    count = sum(not code.is_net for code in seen.new)
    if not seen.new:
        st.info(t("codebook.nothing_new"), icon=":material/check:")
        return
    st.button(
        t("codebook.take.one" if count == 1 else "codebook.take.many", count=count),
        key="codebook_take",
        type="primary",
        icon=":material/playlist_add:",
        on_click=_take,
        args=(question, seen.codebook, file, count),
    )


def _take(question: str, book: Codebook, file: str, count: int) -> None:
    """Callback: take it over as one step."""
    if session.dispatch(use_codebook(question, book, file)):
        close_import()
        session.notify("success", "codebook.used.one" if count == 1 else "codebook.used.many", count=count, file=file)
