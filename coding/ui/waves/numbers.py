"""The number of a version of the codebook: the first is 1."""

from __future__ import annotations

from typing import Final

from coding.services.codebooks import codebook_revisions
from coding.services.workspace import Workspace
from coding.ui import session

_KNOWN: Final = "codebook_revisions"


def version_number(workspace: Workspace, question: str, revision: int) -> int:
    """The number of the codebook that was in use in ``revision``; what was read of the journal is remembered."""
    known: dict[str, tuple[int, tuple[int, ...]]] = session.recall(_KNOWN, {})
    until, revisions = known.get(question, (0, ()))
    if until < workspace.project.revision:
        revisions += codebook_revisions(workspace, question, since=until)
        session.remember(_KNOWN, {**known, question: (workspace.project.revision, revisions)})
    return max(1, sum(each <= revision for each in revisions))
