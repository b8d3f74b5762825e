"""Puts quotes under the rows of a list, each answer once.

The mistakes of lists made by hand cannot happen here: a quote is printed only under a code that a person gave its
answer, in the question of the list; an answer that stands under one argument is never printed under another, or under
Overig; and two respondents with the same words are not quoted twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coding.analysis.tabulate_tree import folded_codes
from coding.domain.answers import normalise
from coding.domain.codebook import Quote, QuoteCandidate
from coding.domain.counted_list import LeftOutQuote, LeftOutReason, ListOptions, ListRow, PrintedQuote, RowKind
from coding.domain.project import Project, QuestionCoding
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey


@dataclass(frozen=True, slots=True)
class PlacedQuotes:
    """The rows with their quotes, and the picked quotes that found no place."""

    rows: tuple[ListRow, ...]
    left_out: tuple[LeftOutQuote, ...]


def place_quotes(
    project: Project,
    question: str,
    rows: tuple[ListRow, ...],
    options: ListOptions,
    candidates: Mapping[str, tuple[QuoteCandidate, ...]],
) -> PlacedQuotes:
    """People's picks first, in the order of the rows; then, if wanted, candidates; then, if wanted, all of Overig."""
    placer = _Placer(project, question, rows, options)
    placer.place_picked()
    if options.proposed_quotes:
        placer.place_candidates(candidates)
    if options.all_remarks:
        placer.place_remarks()
    return PlacedQuotes(placer.result(), tuple(placer.left_out))


def loose_quotes(project: Project, answered: tuple[ResponseKey, ...], question: str) -> tuple[PrintedQuote, ...]:
    """What a question shown as quotes only prints: the picked quotes, or every answer if none is picked."""
    coding, keys = project.coding_of(question), frozenset(answered)
    picked = [q for quotes in coding.quotes.values() for q in quotes if q.response in keys]
    quotes = picked or [_whole(project, key) for key in answered]
    printed: dict[str, PrintedQuote] = {}
    seen: set[ResponseKey] = set()
    for quote in quotes:
        made = _printed(project, quote, picked=bool(picked))
        if quote.response not in seen and made.text:
            seen.add(quote.response)
            printed.setdefault(normalise(made.text), made)
    return tuple(printed.values())


class _Placer:
    """Keeps account of what is printed where."""

    def __init__(self, project: Project, question: str, rows: tuple[ListRow, ...], options: ListOptions) -> None:
        self.project = project
        self.coding: QuestionCoding = project.coding_of(question)
        self.options = options
        self.rows = rows
        self.members = {row.code: frozenset(row.members) for row in rows}
        self.placed: dict[str, list[PrintedQuote]] = {row.code: [] for row in rows}
        self.printed_keys: set[ResponseKey] = set()
        self.printed_words: set[str] = set()
        self.left_out: list[LeftOutQuote] = []
        self.sources = self._sources()

    def _sources(self) -> dict[str, list[str]]:
        """Per row the codes whose quotes it may print: its own, and those that are part of it."""
        sources: dict[str, list[str]] = {row.code: [row.code] for row in self.rows}
        for code, row in folded_codes(self.coding, self.rows).items():
            if row in sources:
                sources[row].append(code)
        return sources

    def place_picked(self) -> None:
        """Print what people picked: for each row its own code's, pinned ones first; then those of codes folded in."""
        for own in (True, False):
            for row in self.rows:
                for code in self.sources[row.code]:
                    if (code == row.code) is own:
                        for quote in sorted(self.coding.quotes.get(code, ()), key=lambda q: not q.pinned):
                            self._place_picked(row, code, quote)

    def _place_picked(self, row: ListRow, code: str, quote: Quote) -> None:
        if self.project.response(quote.response) is None or not self._in_waves(quote.response):
            return
        if not self._stands(row, code, quote.response):
            reason: LeftOutReason | None = LeftOutReason.NOT_UNDER_CODE
        elif self._is_printed(quote):
            reason = LeftOutReason.PRINTED_ELSEWHERE
        elif len(self.placed[row.code]) >= self.options.quotes:
            reason = LeftOutReason.OVER_LIMIT
        else:
            reason = None
        if reason is None:
            self._print(row, quote, picked=True)
        else:
            person = self.project.respondent(quote.response)
            self.left_out.append(LeftOutQuote(code, quote.response, person.row, quote.span, reason))

    def place_candidates(self, candidates: Mapping[str, tuple[QuoteCandidate, ...]]) -> None:
        """Fill up rows where a person picked nothing."""
        for row in self.rows:
            if self.placed[row.code]:
                continue
            for code in self.sources[row.code]:
                for candidate in candidates.get(code, ()) or self._cluster_candidates(code):
                    quote = Quote(candidate.response, candidate.span)
                    known = self.project.response(quote.response)
                    if known is None or not self._stands(row, code, quote.response) or self._is_printed(quote):
                        continue
                    if len(self.placed[row.code]) < self.options.quotes:
                        self._print(row, quote, picked=False)

    def _cluster_candidates(self, group: str) -> tuple[QuoteCandidate, ...]:
        cluster = self.coding.clusters.get(group)
        return cluster.quotes if cluster else ()

    def place_remarks(self) -> None:
        """Print every answer under Overig that stands under no argument."""
        listed = {key for row in self.rows if row.kind is not RowKind.OTHER for key in row.members}
        for row in self.rows:
            if row.kind is RowKind.OTHER:
                for key in row.members:
                    quote = _whole(self.project, key)
                    if key not in listed and not self._is_printed(quote):
                        self._print(row, quote, picked=False)

    def _stands(self, row: ListRow, code: str, key: ResponseKey) -> bool:
        """Whether the answer is counted in the row through ``code``."""
        decided = any(a.code == code for a in self.coding.decisions.get(key, ()))
        if self.options.include_proposals and not decided:
            return any(s.group == code for s in self.coding.suggestions.get(key, ()))
        return decided and key in self.members[row.code]

    def _in_waves(self, key: ResponseKey) -> bool:
        return self.options.waves is None or key.wave in self.options.waves

    def _is_printed(self, quote: Quote) -> bool:
        return quote.response in self.printed_keys or self._words(quote) in self.printed_words

    def _words(self, quote: Quote) -> str:
        return normalise(_printed(self.project, quote, picked=True).text)

    def _print(self, row: ListRow, quote: Quote, *, picked: bool) -> None:
        self.placed[row.code].append(_printed(self.project, quote, picked=picked))
        self.printed_keys.add(quote.response)
        self.printed_words.add(self._words(quote))

    def result(self) -> tuple[ListRow, ...]:
        """The rows with what was placed."""
        return tuple(replace(row, quotes=tuple(self.placed[row.code])) for row in self.rows)


def _whole(project: Project, key: ResponseKey) -> Quote:
    verbatim = project.responses(key.question)[key].verbatim
    start = len(verbatim) - len(verbatim.lstrip())
    return Quote(key, Span(start, max(start, len(verbatim.rstrip()))))


def _printed(project: Project, quote: Quote, *, picked: bool) -> PrintedQuote:
    verbatim = project.responses(quote.response.question)[quote.response].verbatim
    row = project.respondent(quote.response).row
    return PrintedQuote(quote.printed(verbatim), quote.response, row, quote.span, picked)
