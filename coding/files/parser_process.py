"""Runs the parsers of compiled file formats in a process of their own (see ``workbook_child``)."""

from __future__ import annotations

import marshal
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from coding.domain.errors import ImportRefused

LEAST_SECONDS: Final = 20.0
SECONDS_PER_MEGABYTE: Final = 3.0
"""Ten times what 600,000 cells in a file of 4 MB take; longer means that damage sends the parser in circles."""

_CHILD: Final = Path(__file__).with_name("workbook_child.py")
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def parse(data: bytes, kind: str, file: str, wanted: str = "") -> dict[str, Any]:
    """What the child process made of ``data``.

    Raises ImportRefused when the parser fails, ends, runs out of memory or takes too long; when the workbook has a
    password, is of another kind, or has no sheet called ``wanted``.
    """
    damaged = "import_damaged_sav" if kind == "sav" else "import_damaged"
    try:
        done = subprocess.run(  # noqa: S603 - our own script with our own interpreter; the file goes in as bytes
            [sys.executable, "-I", str(_CHILD), kind, wanted],
            input=data,
            capture_output=True,
            timeout=LEAST_SECONDS + SECONDS_PER_MEGABYTE * len(data) / 1024**2,
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ImportRefused(damaged, file=file) from None
    if done.returncode != 0:
        raise ImportRefused(damaged, file=file)
    answer: dict[str, Any] = marshal.loads(done.stdout)  # noqa: S302 - written by our own process
    error = answer.get("error")
    if error == "memory":
        raise ImportRefused("import_unpacks_too_large", file=file)
    if error == "password":
        raise ImportRefused("import_password", file=file)
    if error == "other_kind":
        raise ImportRefused("import_other_kind", file=file, kind="XLS")
    if error == "sheet":
        raise ImportRefused("import_no_such_sheet", file=file, sheet=wanted, sheets=", ".join(answer["sheets"]))
    return answer
