"""Quotes of a group: proposed with a reason, edited with visible marks, and checked before they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coding.analysis.personal_data import Finding, PersonalData, find_personal_data
from coding.analysis.quotes import propose_quotes
from coding.domain.answers import normalise
from coding.domain.codebook import OTHER, Quote, QuoteCandidate
from coding.domain.counted_list import CountedList, PrintedQuote
from coding.domain.project import Project
from coding.domain.segments import Span, merged
from coding.domain.survey import ResponseKey
from coding.services.memo import per_coding
from coding.services.question_model import QuestionModel, pieces_of, words_of


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """What to look at before a quote is printed: personal data that still shows, and other codes it stands under."""

    personal: tuple[Finding, ...]
    also_under: tuple[str, ...]


@per_coding
def quote_proposals(
    project: Project, question: str, model: QuestionModel, group: str, k: int = 4
) -> tuple[QuoteCandidate, ...]:
    """Up to ``k`` quotes for a group as it is now, of as many answers: typical, short, different, exact."""
    pieces = pieces_of(project, question, group)
    responses = project.responses(question)
    pieces = tuple(piece for piece in pieces if piece[1].of(responses[piece[0]].verbatim).strip())
    if not pieces:
        return ()
    vectors = model.encode([normalise(words) for words in words_of(project, question, pieces)])
    found = propose_quotes([responses[key].verbatim for key, _ in pieces], [span for _, span in pieces], vectors, 2 * k)
    best: dict[ResponseKey, QuoteCandidate] = {}
    for one in found:
        key = pieces[one.index][0]
        best.setdefault(key, QuoteCandidate(key, one.span, one.reason.value))
    return tuple(best.values())[:k]


def check(project: Project, question: str, code: str, quote: Quote) -> QuoteCheck:
    """What to look at before ``quote`` is printed under ``code``."""
    text = quote.span.of(project.responses(question)[quote.response].verbatim)
    gone = (*quote.hidden, *quote.cuts)
    found = (
        Finding(one.kind, Span(one.span.start + quote.span.start, one.span.end + quote.span.start))
        for one in find_personal_data(text)
    )
    shown = tuple(one for one in found if not any(span.covers(one.span) for span in gone))
    coding = project.coding_of(question)
    others = tuple(
        other
        for other, quotes in coding.quotes.items()
        if other != code
        and (other == OTHER or coding.group_name(other) is not None)
        and any(q.response == quote.response and q.span.overlaps(quote.span) for q in quotes)
    )
    return QuoteCheck(shown, others)


def replacement(candidates: Sequence[QuoteCandidate], picked: Sequence[Quote], at: int) -> Quote | None:
    """Another proposed quote for the place of ``picked[at]``: the next in line, so that all get their turn.

    None when every proposal is picked already.
    """
    responses = [one.response for one in candidates]
    here = responses.index(picked[at].response) + 1 if picked[at].response in responses else 0
    taken = {quote.response for quote in picked}
    free = [one for one in (*candidates[here:], *candidates[:here]) if one.response not in taken]
    return Quote(free[0].response, free[0].span) if free else None


def personal_in(counted: CountedList) -> tuple[tuple[str, PrintedQuote, tuple[PersonalData, ...]], ...]:
    """The quotes that are printed and seem to hold personal data: the name they stand under ("" for loose quotes)."""
    printed = [(row.name, quote) for row in counted.rows for quote in row.quotes]
    printed += [("", quote) for quote in counted.loose_quotes]
    found = ((name, quote, find_personal_data(quote.text)) for name, quote in printed)
    return tuple((name, quote, tuple(dict.fromkeys(one.kind for one in here))) for name, quote, here in found if here)


def cut(quote: Quote, span: Span) -> Quote:
    """The quote with words left out; they print as "(…)"."""
    inside = _within(quote, span)
    return replace(quote, cuts=merged((*quote.cuts, inside)), hidden=_without(quote.hidden, inside))


def hide(quote: Quote, *spans: Span) -> Quote:
    """The quote with names or places hidden; they print as "[…]"."""
    inside = tuple(_within(quote, span) for span in spans)
    cuts = quote.cuts
    for span in inside:
        cuts = _without(cuts, span)
    return replace(quote, hidden=merged((*quote.hidden, *inside)), cuts=cuts)


def narrow(quote: Quote, span: Span) -> Quote:
    """The quote of other words of the same answer; marks outside them go."""
    return replace(
        quote,
        span=span,
        cuts=tuple(one for one in quote.cuts if span.covers(one)),
        hidden=tuple(one for one in quote.hidden if span.covers(one)),
    )


def restore(quote: Quote) -> Quote:
    """The quote with nothing left out or hidden."""
    return replace(quote, cuts=(), hidden=())


def _within(quote: Quote, span: Span) -> Span:
    return Span(max(span.start, quote.span.start), min(span.end, quote.span.end))


def _without(spans: tuple[Span, ...], gone: Span) -> tuple[Span, ...]:
    return tuple(span for span in spans if not span.overlaps(gone))
