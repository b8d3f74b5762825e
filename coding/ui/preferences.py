"""What Tienkeer remembers of a person on this machine: the name to sign decisions with, the language of the screen."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Final

from coding.domain.errors import ProjectFileError

_FILE: Final = "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Empty strings mean: not asked yet. ``examples`` holds the file names of examples that were set up once."""

    coder: str = ""
    language: str = ""
    examples: str = ""


def load(folder: Path) -> Preferences:
    """The preferences kept in ``folder``; the defaults when there are none yet.

    Raises ProjectFileError when the file is there but cannot be read.
    """
    path = folder / _FILE
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError) as damaged:
        raise ProjectFileError("preferences.damaged", path=path) from damaged
    if not isinstance(stored, dict):
        raise ProjectFileError("preferences.damaged", path=path)
    known = {field.name for field in fields(Preferences)}
    return Preferences(**{name: str(value) for name, value in stored.items() if name in known})


def change(folder: Path, **changes: str) -> None:
    """Change some of the preferences kept in ``folder``. Raises ProjectFileError as ``load`` and ``save`` do."""
    save(folder, replace(load(folder), **changes))


def save(folder: Path, preferences: Preferences) -> None:
    """Keep the preferences; the old file is replaced at once, never half written.

    Raises ProjectFileError when the folder cannot be written to.
    """
    path = folder / _FILE
    fresh = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(preferences), ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(path)
    except OSError as refused:
        raise ProjectFileError("preferences.not_written", path=path, reason=refused.strerror or "") from refused
