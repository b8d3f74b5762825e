"""Every action is told in words, in both languages."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from coding.domain.events import Event
from coding.texts import LANGUAGES, known_keys
from coding.texts.history import TEXTS, sentence

DOMAIN = Path(__file__).parents[2] / "coding" / "domain"


def actions() -> set[str]:
    """Every literal that is given as the action of an Outcome in the domain."""
    found: set[str] = set()
    for path in DOMAIN.glob("apply_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Outcome":
                found |= literals(node.args[0])
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "action":
                found |= literals(node.value)
    return found


def literals(node: ast.AST) -> set[str]:
    constants = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
    return {value for value in constants if isinstance(value, str)}


def test_every_action_has_its_words() -> None:
    assert {"merge_groups", "assign_move", "attach"} <= actions()
    assert {f"history.{action}" for action in actions()} <= known_keys()


def told(action: str, language: str, **facts: str) -> str:
    event = Event(1, action, "Anna", "2026-11-22", (), None, facts)
    return sentence(event, "nl" if language == "nl" else "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(TEXTS))
def test_every_sentence_can_follow_a_name(key: str, language: str) -> None:
    template = TEXTS[key][language]
    assert template[0].islower()
    assert not template.endswith(".")
    assert "coder" not in {name for _, name, _, _ in string.Formatter().parse(template)}


def test_merging_is_told_as_a_colleague_would() -> None:
    facts = {"names": "'fel' + 'kritisch'", "after": "fel", "counts": "7 + 3"}
    assert told("merge_groups", "nl", **facts) == "voegde 'fel' + 'kritisch' samen tot 'fel' (7 + 3 respondenten)"
    assert told("merge_groups", "en", **facts) == "merged 'fel' + 'kritisch' into 'fel' (7 + 3 respondents)"


def test_one_respondent_is_singular() -> None:
    facts = {"after": "tijd", "before": ""}
    assert told("assign_add", "nl", count="1", **facts) == "zette het antwoord van 1 respondent bij 'tijd'"
    assert told("assign_add", "en", count="2", **facts) == "put answers of 2 respondents under 'tijd'"


def test_undo_and_redo_tell_what() -> None:
    facts = {"undone": "rename_group", "before": "{haakjes}", "after": "rust"}
    assert told("undo", "nl", **facts) == "maakte ongedaan: hernoemde '{haakjes}' tot 'rust'"
    assert told("redo", "en", **facts) == "redid: renamed '{haakjes}' to 'rust'"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(TEXTS))
def test_an_event_without_its_facts_is_still_told(key: str, language: str) -> None:
    action = key.removeprefix("history.").split(".")[0]
    sentence_without = told(action, language)
    assert "{" not in sentence_without
    if action not in ("undo", "redo"):
        assert told("undo", language, undone=action).endswith(sentence_without)
