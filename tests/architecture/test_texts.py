"""Every sentence stands in both languages, with the same facts, and every error has its sentence."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.domain import errors
from coding.texts import LANGUAGES, known_keys
from coding.texts.catalogue import _catalogue

ROOT = Path(__file__).parents[2]
ERRORS = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("key", sorted(known_keys()))
def test_each_text_has_both_languages_with_the_same_placeholders(key: str) -> None:
    texts = _catalogue()[key]
    assert set(texts) == set(LANGUAGES)
    assert all(texts[language].strip() for language in LANGUAGES)
    assert placeholders(texts["nl"]) == placeholders(texts["en"])


def raised_keys() -> Iterator[tuple[str, str, tuple[str, ...] | None]]:
    """Module, key and facts of every error that is raised with a literal key."""
    for path in sorted((ROOT / "coding").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS):
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                facts = [keyword.arg for keyword in node.keywords]
                known = None if None in facts else tuple(sorted(fact for fact in facts if fact))
                yield str(path.relative_to(ROOT)), str(node.args[0].value), known


@pytest.mark.parametrize(("module", "key", "facts"), sorted(set(raised_keys()), key=str))
def test_each_error_has_a_sentence_and_gives_its_facts(module: str, key: str, facts: tuple[str, ...] | None) -> None:
    assert key in known_keys(), f"{module} raises {key}, which has no sentence"
    if facts is not None:
        assert placeholders(_catalogue()[key]["nl"]) <= set(facts)
