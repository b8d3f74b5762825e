"""The app in a process that has imported everything before it starts.

A browser test wants an app of its own, and more than half of the time until it answers goes to imports. The standard
library's fork server does these once, through this module; each app is then a fork, with its own data folder. The
first start is tested with the real command.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import pkgutil
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path

from streamlit.web import cli

import coding.ui

ROOT = Path(__file__).parents[2]
for _found in pkgutil.walk_packages(coding.ui.__path__, "coding.ui."):
    if not _found.name.startswith("coding.ui.pages"):  # these are scripts: to import one is to draw it
        importlib.import_module(_found.name)


def started(port: int, home: Path, output: Path, *, by_command: bool = False) -> BaseProcess:
    """The app on ``port`` with its data in ``home``; what it prints goes to ``output``.

    ``by_command``: with the command that people start it with, so that it imports everything itself.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=_run, args=(port, str(home), str(output), by_command), daemon=True)
    process.start()
    return process


def _run(port: int, home: str, output: str, by_command: bool) -> None:
    log = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.chdir(ROOT)
    os.environ["TIENKEER_HOME"] = home
    arguments = ["run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    if by_command:
        os.execv(sys.executable, [sys.executable, "-m", "streamlit", *arguments])  # noqa: S606 - no shell wanted
    cli.main(arguments, prog_name="streamlit")
