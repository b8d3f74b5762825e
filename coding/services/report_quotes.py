"""The machine's proposed quotes for codes: from the runs that their groups came from, or from the answers there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from coding.analysis.lexical import fit_lexical
from coding.analysis.quotes import propose_quotes
from coding.analysis.tabulate import Candidates
from coding.domain.answers import normalise
from coding.domain.codebook import QuoteCandidate
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.services.memo import per_coding
from coding.services.question_model import pieces_of, words_of

_DIMENSIONS: Final = 60
_LOOKED_AT: Final = 400  # of the answers of a code: among so many there are typical ones


def quote_candidates(project: Project, run: Callable[[str], ProposalRun]) -> dict[str, Candidates]:
    """Per question the candidates of every code; ``run`` gives a run or raises KeyError.

    A code that was once a cluster has the quotes of its run. One that a person made, split off or filled anew has none
    of those: its candidates are typical by the words they share, which takes no encoder.
    """
    runs: dict[str, ProposalRun | None] = {}
    found: dict[str, Candidates] = {}
    for question, coding in project.coding.items():
        candidates = {}
        for code in coding.codes:
            run_id, _, node = code.rpartition(".")
            if run_id not in runs:
                runs[run_id] = _run(run, run_id)
            made = runs[run_id]
            quotes: tuple[QuoteCandidate, ...] = ()
            if made is not None and node.isdecimal() and int(node) < len(made.nodes):
                quotes = made.nodes[int(node)].quotes
            members = {*coding.assigned_members.get(code, ()), *coding.suggested_members.get(code, ())}
            if not any(quote.response in members for quote in quotes):
                quotes = _by_words(project, question, code)
            candidates[code] = quotes
        found[question] = candidates
    return found


@per_coding
def _by_words(project: Project, question: str, code: str) -> tuple[QuoteCandidate, ...]:
    """Up to four quotes for a code, by the letters that its answers share."""
    responses = project.responses(question)
    pieces = [
        piece for piece in pieces_of(project, question, code) if piece[1].of(responses[piece[0]].verbatim).strip()
    ][:_LOOKED_AT]
    if not pieces:
        return ()
    _, vectors = fit_lexical([normalise(words) for words in words_of(project, question, pieces)], _DIMENSIONS)
    found = propose_quotes([responses[key].verbatim for key, _ in pieces], [span for _, span in pieces], vectors)
    return tuple(QuoteCandidate(pieces[one.index][0], one.span, one.reason.value) for one in found)


def _run(run: Callable[[str], ProposalRun], run_id: str) -> ProposalRun | None:
    try:
        return run(run_id)
    except KeyError:
        return None  # a code that a person made has no run
