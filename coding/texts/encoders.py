"""What language models are called to people."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from coding.texts.catalogue import Language, text

TEXTS: Final[dict[str, dict[str, str]]] = {
    "encoder.bundled": {
        "nl": "Multilingual Universal Sentence Encoder 3 (bij Tienkeer geleverd)",
        "en": "Multilingual Universal Sentence Encoder 3 (comes with Tienkeer)",
    },
}


def encoder_text(name: str, language: Language) -> str:
    """The name of a language model as a reader knows it.

    Of a folder only the last part: the rest of its path may name a person.
    """
    if name == "bundled":
        return text("encoder.bundled", language)
    folder = next((path for path in (PurePosixPath(name), PureWindowsPath(name)) if path.is_absolute()), None)
    return folder.name if folder else name
