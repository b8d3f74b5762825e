"""The machine's proposed quotes for codes: from the runs that their groups came from."""

from __future__ import annotations

from collections.abc import Callable

from coding.analysis.tabulate import Candidates
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun


def quote_candidates(project: Project, run: Callable[[str], ProposalRun]) -> dict[str, Candidates]:
    """Per question the candidates of every code that was once a cluster; ``run`` gives a run or raises KeyError."""
    runs: dict[str, ProposalRun | None] = {}
    found: dict[str, Candidates] = {}
    for question, coding in project.coding.items():
        candidates = {}
        for code in coding.codes:
            run_id, _, node = code.rpartition(".")
            if run_id not in runs:
                runs[run_id] = _run(run, run_id)
            made = runs[run_id]
            if made is not None and node.isdecimal() and int(node) < len(made.nodes):
                candidates[code] = made.nodes[int(node)].quotes
        found[question] = candidates
    return found


def _run(run: Callable[[str], ProposalRun], run_id: str) -> ProposalRun | None:
    try:
        return run(run_id)
    except KeyError:
        return None  # a code that a person made has no run
