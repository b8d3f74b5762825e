"""Having groups proposed, with progress and a way to stop; for any page."""

from __future__ import annotations

from coding.services.workspace import Workspace


def make_proposals_button() -> None:
    """The button that asks for proposals for all questions of the open project."""


def run_wanted_proposals(workspace: Workspace) -> None:
    """Make the proposals that were asked for, if any."""
