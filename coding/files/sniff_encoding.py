"""Bytes to text: which encoding a CSV file is in."""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from coding.domain.errors import ImportRefused

_BOMS: Final = (  # the longer first: the UTF-32 mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES: Final = 200_000
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_WESTERN: Final = re.compile("[À-ÖØ-öø-ÿŒœŠšŸ€‘’“”‚„–—…•°²³½¼¾£§«»´¨·\xa0¡¿©®™ºª]")


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding.

    A byte order mark decides; else what is valid UTF-8 is UTF-8; else UTF-16 without a mark is known by its zero bytes;
    else Windows-1252, when what comes out is mostly what western text has; else what charset-normalizer finds.
    Raises ImportRefused for a file that is none of these, and for UTF-8 with some broken bytes in it.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, file), encoding.removesuffix("-sig")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as broken:
        _refuse_nearly_utf8(data, broken.start, file)
    else:
        if "\x00" not in text:
            return text, "utf-8"
    wide = _utf16_without_mark(data)
    if wide:
        return _strictly(data, wide, file), wide
    if b"\x00" in data:
        raise ImportRefused("import_nul_bytes", file=file, row=data.count(b"\n", 0, data.index(b"\x00")) + 1)
    return _single_byte(data, file)


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as broken:
        row = data[: broken.start].decode(encoding, errors="ignore").count("\n") + 1
        raise ImportRefused("import_broken_text", file=file, encoding=encoding.upper(), row=row) from None


def _refuse_nearly_utf8(data: bytes, position: int, file: str) -> None:
    """Refuse UTF-8 with a few broken bytes: read as Windows-1252 it would silently become 'Ã©' for 'é'."""
    letters = _MULTIBYTE.findall(data)
    broken = len(_HIGH.findall(data)) - sum(map(len, letters))
    if len(letters) > 3 * broken:
        row = data.count(b"\n", 0, position) + 1
        raise ImportRefused("import_broken_text", file=file, encoding="UTF-8", row=row)


def _utf16_without_mark(data: bytes) -> str:
    """'utf-16-le' or 'utf-16-be' when nearly every second byte is zero, else ''."""
    sample = data[: _SAMPLE_BYTES // 2 * 2]
    if len(data) % 2 or len(sample) < 4:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.05 else ""


def _looks_western(text: str) -> bool:
    """Whether ``text`` has accents, quotes and dashes as western languages do, and plain letters in between.

    Every Cyrillic or Greek byte is an accented letter in Windows-1252: they are then most of the letters.
    """
    high = "".join(character for character in text if character > "\x7f")
    accented, letters = sum(map(str.isalpha, high)), sum(map(str.isalpha, text))
    return len(_WESTERN.findall(high)) >= 0.9 * len(high) and accented <= 0.3 * letters


def _single_byte(data: bytes, file: str) -> tuple[str, str]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _looks_western(text):
        return text, "windows-1252"
    best = from_bytes(data[:_SAMPLE_BYTES], threshold=0.2).best()
    if best is None:
        raise ImportRefused("import_unknown_encoding", file=file)
    return _strictly(data, best.encoding, file), best.encoding.replace("_", "-")
