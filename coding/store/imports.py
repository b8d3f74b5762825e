"""Imported batches in their tables: written once, read when a project is opened."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from coding.domain.survey import Batch, Intake, Respondent, Response, ResponseKey
from coding.store import codec
from coding.store.schema import batches, respondents, responses


def add_batch(connection: Connection, batch: Batch, revision: int) -> None:
    """Write a batch that comes with the event of ``revision``."""
    connection.execute(insert(batches), {"id": batch.id, "revision": revision})
    people = [
        {
            "batch": batch.id,
            "position": position,
            "id": person.id,
            "row": person.row,
            "background": codec.facts_to_text(person.values),
            "weight": person.weight,
            "excluded": person.excluded,
        }
        for position, person in enumerate(batch.respondents)
    ]
    answers = [
        {
            "batch": batch.id,
            "position": position,
            **response.key._asdict(),
            "verbatim": response.verbatim,
            "normalised": response.normalised,
            "intake": response.intake.value,
        }
        for position, response in enumerate(batch.responses)
    ]
    if people:
        connection.execute(insert(respondents), people)
    if answers:
        connection.execute(insert(responses), answers)


def load_batch(connection: Connection, batch: str) -> Batch | None:
    """A batch as it was imported, but for people who were erased since; None if there is none."""
    if connection.execute(select(batches).where(batches.c.id == batch)).first() is None:
        return None
    people = connection.execute(
        select(
            respondents.c.id, respondents.c.row, respondents.c.background, respondents.c.weight, respondents.c.excluded
        )
        .where(respondents.c.batch == batch)
        .order_by(respondents.c.position)
    )
    answers = connection.execute(
        select(
            responses.c.wave,
            responses.c.question,
            responses.c.respondent,
            responses.c.verbatim,
            responses.c.normalised,
            responses.c.intake,
        )
        .where(responses.c.batch == batch)
        .order_by(responses.c.position)
    )
    rows = people.all()
    backgrounds = codec.many_facts_from_text([row.background for row in rows])
    return Batch(
        batch,
        tuple(
            Respondent(row.id, row.row, background, row.weight, row.excluded)
            for row, background in zip(rows, backgrounds, strict=True)
        ),
        tuple(
            Response(ResponseKey(wave, question, person), verbatim, normalised, Intake(intake))
            for wave, question, person, verbatim, normalised, intake in answers
        ),
    )


def batch_ids(connection: Connection, since: int, until: int) -> tuple[str, ...]:
    """The ids of the batches that came after revision ``since`` up to ``until``, in that order."""
    came = batches.c.revision
    query = select(batches.c.id).where(came > since, came <= until).order_by(came)
    return tuple(connection.execute(query).scalars())
