"""A list that can be empty says so in the language of the screen; Streamlit's own words are English."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def lists_that_can_be_empty() -> Iterator[tuple[str, bool]]:
    """Where each stands, and whether it has a placeholder."""
    for path in sorted((ROOT / "coding" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            empty = "index" in given and any(
                isinstance(part, ast.Constant) and part.value is None for part in ast.walk(given["index"])
            )
            if node.func.attr == "multiselect" or (node.func.attr == "selectbox" and empty):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", "placeholder" in given


def test_each_list_that_can_be_empty_has_a_placeholder_of_ours() -> None:
    found = list(lists_that_can_be_empty())
    assert len(found) > 10
    assert [where for where, has in found if not has] == []
