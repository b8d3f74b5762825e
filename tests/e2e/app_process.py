"""The app in a process of its own, which has imported everything before it starts.

A browser test wants an app of its own, and most of the time until it answers goes to imports. The standard library's
fork server does these once (``app_imports``); each app is then a fork, with its own data folder. The first start is
tested with the real command.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path

from streamlit.web import cli

ROOT = Path(__file__).parents[2]


def started(port: int, home: Path, output: Path, *, by_command: bool = False) -> BaseProcess:
    """The app on ``port`` with its data in ``home``; what it prints goes to ``output``.

    ``by_command``: with the command that people start it with, so that it imports everything itself.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.e2e.app_imports"])
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
