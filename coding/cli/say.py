"""What a command tells, on standard output, in the language that ``--language`` asks for."""

from __future__ import annotations

import argparse


def say(options: argparse.Namespace, key: str, **facts: object) -> None:
    """Print the text under ``key``."""
    from coding.texts import text

    print(text(key, options.language, **facts))
