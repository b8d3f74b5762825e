"""Setting up the example projects on the first start of all."""

from __future__ import annotations


def set_up_examples() -> None:
    """Make the example projects, with progress on the screen, unless that was done before on this machine."""
