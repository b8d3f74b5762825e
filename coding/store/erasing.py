"""Erasing a person from a project file: the one thing that rewrites the journal.

Everything the person gave or that was made from it goes: background, verbatims, normalised texts, decisions, quotes,
segments and map points of proposal runs, checkpoints, and words of this person alone in labels. What counted the person
in an action of the past ("7 + 3 respondents") stays: it is a number. Afterwards the pages that held all this are
overwritten and the file is written anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from coding.domain.answers import normalise
from coding.domain.events import Event, evolve
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import CHOICES, Batch, Response, ResponseKey
from coding.store import journal
from coding.store.project_store import CHECKPOINT_CHANGES, CHECKPOINT_EVENTS, ProjectStore
from coding.store.schema import checkpoints, meta, respondents, responses, runs
from coding.store.scrub import Scrubber, words

_ERASING = {"key": "erasing", "value": "1"}


@dataclass(frozen=True, slots=True)
class Traces:
    """What a project holds of one person: how many responses, and the texts that nobody else gave."""

    response_count: int
    texts: frozenset[str]
    scrubber: Scrubber


def traces_of(store: ProjectStore, respondent: str) -> Traces | None:
    """What there is of a person in all imports, also of waves that were taken back; None if nothing."""
    with store.reading():
        project = store.load()
        batches = tuple(project.batches.values())
        if not any(person.id == respondent for batch in batches for person in batch.respondents):
            return None
        mine = [r for batch in batches for r in batch.responses if r.key.respondent == respondent]
        others = [r for batch in batches for r in batch.responses if r.key.respondent != respondent]
        given = {text for response in mine for text in _texts(response, _spans(store, project, response.key))}
    common = {text for response in others for text in (response.verbatim, response.normalised)}
    scrubber = Scrubber(
        respondent,
        frozenset(_words_of(mine) - _words_of(others) - _words_of_survey(project)),
        frozenset({r.normalised for r in mine} - {r.normalised for r in others}),
        _lone_values(batches, respondent),
    )
    return Traces(len(mine), frozenset(given - common - {""}), scrubber)


def _spans(store: ProjectStore, project: Project, key: ResponseKey) -> Iterator[Span]:
    coding = project.coding_of(key.question)
    yield from (suggestion.span for suggestion in coding.suggestions.get(key, ()))
    yield from (assignment.span for assignment in coding.decisions.get(key, ()))
    for run_id in store.runs(key.question):
        yield from (segment.span for segment in store.run(run_id).segments if segment.response == key)


def _texts(response: Response, spans: Iterator[Span]) -> Iterator[str]:
    yield from (response.verbatim, response.normalised)
    for span in spans:
        yield from (span.of(response.verbatim), normalise(span.of(response.verbatim)))


def _words_of(some: list[Response]) -> Set[str]:
    return {word for response in some for text in (response.verbatim, response.normalised) for word in words(text)}


def _words_of_survey(project: Project) -> Set[str]:
    labels = [q.text for q in project.questions.values()] + [v.label for v in project.variables.values()]
    return {word for label in labels for word in words(label)}


def _lone_values(batches: tuple[Batch, ...], respondent: str) -> dict[str, frozenset[str]]:
    mine: set[tuple[str, str]] = set()
    others: set[tuple[str, str]] = set()
    for batch in batches:
        for person in batch.respondents:
            here = mine if person.id == respondent else others
            for name, value in person.values.items():
                here.update((name, part) for part in (value, *value.split(CHOICES)))
    lone = mine - others
    return {name: frozenset(value for of, value in lone if of == name) for name, _ in lone}


def erase(store: ProjectStore, scrubber: Scrubber, erased: Event) -> None:
    """Take a person out of the file and add ``erased``, which says only that it happened, in one transaction.

    Until ``ProjectStore.clear_remains`` has run, remains may be left in unused parts of the file.
    """
    with store.writing() as connection:
        connection.execute(insert(meta), _ERASING)
        store.mark_remains()
        connection.execute(delete(responses).where(responses.c.respondent == scrubber.respondent))
        connection.execute(delete(respondents).where(respondents.c.id == scrubber.respondent))
        connection.execute(delete(checkpoints).where(checkpoints.c.revision > 0))
        for run_id in connection.execute(select(runs.c.id)).scalars().all():
            store.add_run(scrubber.run(store.run(run_id)))
        _rewrite_journal(store, scrubber)
        store.append(erased)
        connection.execute(delete(meta).where(meta.c.key == _ERASING["key"]))


def _rewrite_journal(store: ProjectStore, scrubber: Scrubber) -> None:
    """Scrub event by event, and make the checkpoints of what comes out."""
    project = store.at(0)
    events = changes = 0
    for header in store.headers():
        event = store.event(header.revision)
        scrubbed = scrubber.event(event)
        if scrubbed != event:
            with store.writing() as connection:
                journal.rewrite(connection, scrubbed)
        project = evolve(project, scrubbed.changes).at_revision(header.revision)
        events, changes = events + 1, changes + len(scrubbed.changes)
        if events >= CHECKPOINT_EVENTS or changes >= CHECKPOINT_CHANGES:
            store.add_checkpoint(project)
            events = changes = 0
