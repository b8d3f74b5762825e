"""What can go wrong in a way a researcher can act on.

    TienkeerError
    ├── ImportRefused      a file cannot be read or mapped
    ├── CommandRefused     an action does not apply (any more)
    ├── ProjectFileError   a project file is missing, damaged, or of a newer version
    ├── EncoderError       a language model cannot be loaded or used
    └── ExportError        a report or export cannot be made

An error carries a key and facts, not a sentence: the sentence stands in ``coding.texts`` in Dutch and English,
so that the interface, the command line and the tests all say the same in the language of the reader.
"""

from __future__ import annotations


class TienkeerError(Exception):
    """A problem a researcher can understand and mend.

    ``key`` names the sentence in ``coding.texts``; ``facts`` fill its placeholders (file, row, column, …).
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.key}({facts})"


class ImportRefused(TienkeerError):
    """A file cannot be read, or its columns cannot be mapped. Nothing was imported."""


class CommandRefused(TienkeerError):
    """An action does not apply to the project as it is now. Nothing was changed."""


class ProjectFileError(TienkeerError):
    """A project file is missing, damaged, in use, or made by a newer version."""


class EncoderError(TienkeerError):
    """A language model cannot be found, loaded or used."""


class ExportError(TienkeerError):
    """A report or export cannot be made or written."""
