"""What must be known of a workbook before a parser may see it: that it is one, and fits in memory."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import Final

from coding.domain.errors import ImportRefused
from coding.files.raw_table import MAX_CELLS, MAX_UNPACKED_BYTES, FileKind

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP: Final = b"PK\x03\x04"
_CHUNK: Final = 1024**2
_LOCAL_HEADER: Final = struct.Struct("<26xHH")
_REFERENCE: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,8})[\"']")
_SPREADSHEET_PARTS: Final[dict[FileKind, str]] = {"xlsx": "xl/workbook", "ods": "content.xml"}


def check_workbook(data: bytes, kind: FileKind, file: str) -> None:
    """Let an ordinary workbook pass.

    Raises ImportRefused for one that is not a workbook of this ``kind``, is damaged, is a ZIP with a password, unpacks
    to more than ``MAX_UNPACKED_BYTES`` (counted, not believed), or has cells so far out that its sheet is larger than
    ``MAX_CELLS``.
    """
    if data.startswith(OLE):
        return  # an old workbook or one with a password: the parser tells, in its own process
    if kind == "xls" or not data.startswith(ZIP):
        raise ImportRefused("import_not_a_workbook", file=file)
    _check_zip(data, kind, file)


def _check_zip(data: bytes, kind: FileKind, file: str) -> None:
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, struct.error, OSError):
        raise ImportRefused("import_damaged", file=file) from None
    if any(member.flag_bits & 1 for member in members):
        raise ImportRefused("import_password", file=file)
    if not any(member.filename.startswith(_SPREADSHEET_PARTS[kind]) for member in members):
        raise ImportRefused("import_not_a_workbook", file=file)
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise ImportRefused("import_unpacks_too_large", file=file)
    unpacked = 0
    for member in members:
        sheet = kind == "xlsx" and member.filename.startswith("xl/worksheets/")
        unpacked += _unpack(data, member, MAX_UNPACKED_BYTES - unpacked, measure=sheet, file=file)


def _unpack(data: bytes, member: zipfile.ZipInfo, allowed: int, *, measure: bool, file: str) -> int:
    """How many bytes ``member`` really unpacks to; of a sheet, the corners are measured on the way."""
    start = member.header_offset + _LOCAL_HEADER.size
    if member.header_offset < 0 or start > len(data):
        raise ImportRefused("import_damaged", file=file)
    start += sum(_LOCAL_HEADER.unpack_from(data, member.header_offset))
    packed = memoryview(data)[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        inflated = [bytes(packed)]
        return _measured(inflated, measure=measure, file=file)
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise ImportRefused("import_damaged", file=file)
    inflater = zlib.decompressobj(-15)
    total, tail, corner = 0, b"", (0, 0)
    pending = bytes(packed)
    try:
        while pending or not inflater.eof:
            chunk = inflater.decompress(pending, _CHUNK)
            pending = inflater.unconsumed_tail
            total += len(chunk)
            if total > allowed:
                raise ImportRefused("import_unpacks_too_large", file=file)
            if measure:
                corner = _corner(tail + chunk, corner, file)
                tail = chunk[-40:]
            if not chunk and not pending:
                break
    except zlib.error:
        raise ImportRefused("import_damaged", file=file) from None
    return total


def _measured(parts: list[bytes], *, measure: bool, file: str) -> int:
    if measure:
        _corner(b"".join(parts), (0, 0), file)
    return sum(map(len, parts))


def _corner(xml: bytes, known: tuple[int, int], file: str) -> tuple[int, int]:
    """The furthest column and row that have a cell. Raises ImportRefused when the sheet up to there is too large."""
    columns, rows = known
    seen = set(_REFERENCE.findall(xml))
    for letters, digits in seen:
        columns = max(columns, _column_number(letters))
        rows = max(rows, int(digits))
    if columns * rows > MAX_CELLS:
        raise ImportRefused("import_sheet_too_large", file=file, rows=rows, columns=columns)
    return columns, rows


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
