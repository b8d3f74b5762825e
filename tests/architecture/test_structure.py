"""The structure that the layers file cannot say: sizes, entry point, standard library only, no leaks."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*(ROOT / "coding").rglob("*.py"), *(ROOT / "models").rglob("*.py")])
LONGEST_MODULE = 330
LONGEST_FUNCTION = 55
DATA_MODULES = {"coding/domain/non_answers.py"}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [p for p in MODULES if "texts" not in p.parts], ids=relative)
def test_modules_and_functions_stay_readable(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if relative(path) not in DATA_MODULES:
        assert len(source.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or node.lineno) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", sorted((ROOT / "coding" / "domain").glob("*.py")), ids=relative)
def test_the_domain_uses_the_standard_library_alone(path: Path) -> None:
    allowed = set(sys.stdlib_module_names) | {"coding"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert {alias.name.split(".")[0] for alias in node.names} <= allowed
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] in allowed


def test_the_entry_point_only_configures_and_navigates() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 80


def test_starting_the_command_line_imports_nothing_heavy() -> None:
    code = "import sys, coding.cli.main; print(','.join(sorted({m.split('.')[0] for m in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = set(done.stdout.strip().split(","))
    assert not loaded & {"torch", "sentence_transformers", "umap", "streamlit", "hdbscan", "sklearn", "pandas"}


def test_every_requirement_is_pinned_exactly() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            wanted = line.split("#")[0].strip()
            assert not wanted or wanted.startswith("-r ") or "==" in wanted, f"{name}: {line}"
