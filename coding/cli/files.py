"""Files that commands read."""

from __future__ import annotations

from pathlib import Path

from coding.domain.errors import ImportRefused


def bytes_of(path: Path) -> bytes:
    """The contents of a file. Raises ImportRefused when it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError:
        raise ImportRefused("import_cannot_open", file=str(path)) from None
