"""Collects the texts of all modules of this package and fills their placeholders."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from string import Formatter
from typing import Final, Literal

from coding.domain.errors import TienkeerError

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    merged: dict[str, dict[str, str]] = {}
    package = __name__.rpartition(".")[0]
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        texts: dict[str, dict[str, str]] = getattr(importlib.import_module(f"{package}.{module.name}"), "TEXTS", {})
        twice = merged.keys() & texts.keys()
        if twice:
            raise ValueError(f"Text keys defined twice: {sorted(twice)}")
        merged.update(texts)
    return merged


def known_keys() -> frozenset[str]:
    """All text keys."""
    return frozenset(_catalogue())


def text(key: str, language: Language, **facts: object) -> str:
    """The text under ``key`` in ``language``, with ``facts`` filled in.

    Raises KeyError for an unknown key or a missing fact: a defect in the program, never a matter of user input.
    """
    template = _catalogue()[key][language]
    return template.format(**facts) if facts else template.replace("{{", "{").replace("}}", "}")


def facts_of(key: str, language: Language) -> tuple[str, ...]:
    """The names of the facts that the text under ``key`` wants."""
    return tuple(name for _, name, _, _ in Formatter().parse(_catalogue()[key][language]) if name)


def error_text(error: TienkeerError, language: Language) -> str:
    """The sentence that tells a researcher what is wrong, where, and what to do."""
    return text(error.key, language, **error.facts)
