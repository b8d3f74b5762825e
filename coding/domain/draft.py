"""Collects the changes of one command, reading its own writes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final, cast

from coding.domain.assignments import Assignment, Origin, Suggestion
from coding.domain.codebook import Cluster, Code, CodeStatus, Quote
from coding.domain.errors import CommandRefused
from coding.domain.events import KEYED_BY_RESPONSE, Change, Key, Table, Value, current
from coding.domain.project import Project, QuestionCoding
from coding.domain.segments import Span
from coding.domain.survey import Intake, ResponseKey

_NOT_CODABLE: Final = (Intake.BLANK, Intake.NOT_ASKED, Intake.EXCLUDED)


class Draft:
    """The changes a command makes to one question's coding, on top of an immutable project.

    Reads see the changes made so far. ``finish`` returns one change per value that really differs.
    """

    def __init__(self, project: Project, coder: str, question: str) -> None:
        if question not in project.questions:
            raise CommandRefused("command.question_gone")
        self.project = project
        self.coder = coder
        self.question = question
        self.base: QuestionCoding = project.coding_of(question)
        self._responses = project.responses(question)
        self._after: dict[Table, dict[Any, Value | None]] = {table: {} for table in Table}
        # Asked for with each of tens of thousands of answers.
        self._decided, self._suggested = self._after[Table.DECISIONS], self._after[Table.SUGGESTIONS]

    def put(self, table: Table, key: Key, value: Value | None) -> None:
        """Set a value; None or an empty tuple removes it."""
        self._after[table][key] = None if value == () else value

    def _get(self, table: Table, key: Key) -> Value | None:
        after = self._after[table]
        return after[key] if key in after else current(self.project, table, key)

    def code(self, code: str) -> Code | None:
        """A code as it is now."""
        return cast("Code | None", self._get(Table.CODES, (self.question, code)))

    def cluster(self, cluster: str) -> Cluster | None:
        """A cluster as it is now."""
        return cast("Cluster | None", self._get(Table.CLUSTERS, (self.question, cluster)))

    def decisions(self, key: ResponseKey) -> tuple[Assignment, ...]:
        """What people decided on a response."""
        if key in self._decided:
            return cast("tuple[Assignment, ...] | None", self._decided[key]) or ()
        return self.base.decisions.get(key, ())

    def suggestions(self, key: ResponseKey) -> tuple[Suggestion, ...]:
        """What the machine proposes for a response."""
        if key in self._suggested:
            return cast("tuple[Suggestion, ...] | None", self._suggested[key]) or ()
        return self.base.suggestions.get(key, ())

    def quotes(self, code: str) -> tuple[Quote, ...]:
        """The quotes picked for a code."""
        return cast("tuple[Quote, ...] | None", self._get(Table.QUOTES, (self.question, code))) or ()

    def put_code(self, code: Code) -> None:
        """Add or replace a code."""
        self.put(Table.CODES, (self.question, code.id), code)

    def put_cluster(self, cluster_id: str, cluster: Cluster | None) -> None:
        """Add, replace or remove a cluster."""
        self.put(Table.CLUSTERS, (self.question, cluster_id), cluster)

    def put_decisions(self, key: ResponseKey, assignments: Iterable[Assignment]) -> None:
        """Set the decisions on a response, each code and span once."""
        decided = tuple(assignments)
        if len(decided) > 1:
            unique = {(a.code, a.span): a for a in reversed(decided)}
            decided = tuple(sorted(unique.values(), key=lambda a: (a.span, a.code)))
        self._decided[key] = decided or None

    def put_suggestions(self, key: ResponseKey, suggestions: Iterable[Suggestion]) -> None:
        """Set the suggestions for a response, each group and span once."""
        proposed = tuple(suggestions)
        if len(proposed) > 1:
            proposed = tuple({(s.group, s.span): s for s in proposed}.values())
        self._suggested[key] = proposed or None

    def put_quotes(self, code: str, quotes: tuple[Quote, ...]) -> None:
        """Set the quotes of a code."""
        self.put(Table.QUOTES, (self.question, code), quotes)

    def adopt(self, group: str) -> Code:
        """The open code ``group``; a cluster becomes a working code with the same id.

        Raises CommandRefused when there is no such group any more, or it is retired.
        """
        code = self.code(group)
        if code is not None and code.status is not CodeStatus.RETIRED:
            return code
        cluster = self.cluster(group)
        if cluster is None:
            raise CommandRefused("command.group_gone")
        adopted = Code(cluster.id, cluster.name, keywords=cluster.keywords)
        self.put_cluster(group, None)
        self.put_code(adopted)
        return adopted

    def members(self, group: str) -> tuple[ResponseKey, ...]:
        """Every response that was proposed for or assigned to ``group`` when the command began."""
        return tuple(
            dict.fromkeys(
                (*self.base.assigned_members.get(group, ()), *self.base.suggested_members.get(group, ())),
            )
        )

    def whole(self, key: ResponseKey) -> Span:
        """The span of a whole response, without the white space around it.

        Raises CommandRefused when the response cannot be coded: erased, blank, not asked or excluded.
        """
        response = self._responses.get(key)
        if response is None:
            raise CommandRefused("command.response_gone")
        if response.intake in _NOT_CODABLE:
            raise CommandRefused("command.not_codable", row=self.project.respondent(key).row)
        text = response.verbatim
        words = text.strip()
        start = 0 if len(words) == len(text) else len(text) - len(text.lstrip())
        return Span(start, start + len(words))

    def assignment(self, code: str, span: Span, origin: Origin) -> Assignment:
        """An assignment by this coder, under the codebook as it is in the revision that this command makes."""
        return Assignment(code, span, self.coder, self.project.revision + 1, origin)

    def finish(self) -> tuple[Change, ...]:
        """The changes, with quotes that lost their code taken off."""
        self._drop_stray_quotes()
        return tuple(chain.from_iterable(map(self._made, Table)))

    def _made(self, table: Table) -> list[Change]:
        after = self._after[table]
        if table in KEYED_BY_RESPONSE:
            before = getattr(self.base, table.value)
            return [Change(table, key, old, new) for key, new in after.items() if (old := before.get(key)) != new]
        found = [Change(table, key, current(self.project, table, key), new) for key, new in after.items()]
        return [change for change in found if change.before != change.after]

    def _drop_stray_quotes(self) -> None:
        """A quote stands under a code only as long as its response does."""
        codes = dict.fromkeys([*self.base.quotes, *(key[1] for key in self._after[Table.QUOTES])])
        for code in codes:
            quotes = self.quotes(code)
            kept = tuple(quote for quote in quotes if self._stands_under(quote.response, code))
            if kept != quotes:
                self.put_quotes(code, kept)

    def _stands_under(self, key: ResponseKey, code: str) -> bool:
        return any(a.code == code for a in self.decisions(key)) or any(s.group == code for s in self.suggestions(key))
