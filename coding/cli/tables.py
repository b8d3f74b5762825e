"""Reading and writing the plain CSV files of the command line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from coding.domain.errors import ExportError, ImportRefused


def read_columns(path: Path, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The cells of ``columns``, one tuple per data row, in order. UTF-8 with or without a byte order mark.

    Raises ImportRefused if the file cannot be read, is not UTF-8, or lacks a column.
    """
    csv.field_size_limit(2**31 - 1)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            have = reader.fieldnames or []
            for column in columns:
                if column not in have:
                    raise ImportRefused("cli_column_missing", file=path.name, column=column, columns=", ".join(have))
            return [tuple(row[column] or "" for column in columns) for row in reader]
    except UnicodeDecodeError as problem:
        raise ImportRefused("cli_not_utf8", file=path.name) from problem
    except csv.Error as problem:
        raise ImportRefused("cli_not_csv", file=path.name, reason=str(problem)) from problem
    except OSError as problem:
        raise ImportRefused("cli_cannot_read", file=path.name, reason=problem.strerror or "") from problem


def write_rows(path: Path, header: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
    """Write a CSV file, whole or not at all. Raises ExportError if it cannot be written."""
    with _whole_file(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


@contextmanager
def _whole_file(path: Path) -> Iterator[TextIO]:
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    except OSError as problem:
        raise ExportError("cli_cannot_write", file=path.name, reason=problem.strerror or "") from problem
    finally:
        part.unlink(missing_ok=True)
