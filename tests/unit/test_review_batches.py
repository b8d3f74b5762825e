"""What can be decided together, argument by argument, and finishing a question: with vectors that need no model."""

from __future__ import annotations

import pytest

from coding.domain.assignments import Origin, ResponseState
from coding.domain.codebook import NO_CODE
from coding.domain.commands import Assign, RenameGroup
from coding.domain.project import Project
from coding.domain.survey import ResponseKey
from coding.services.question_model import QuestionModel, build_model
from coding.services.review_batches import Offer, OfferKind, doubtful, finish, offers, standing, take_offer
from coding.services.review_search import board_of
from tests.projects import run
from tests.review_projects import BOOS, CIJFERS, KLACHTEN, SOCIAAL, proposed_project
from tests.word_vectors import WordVectors

Q = "q1"
MIXED = (
    *((f"boos {word}", BOOS) for word in ("aan de telefoon", "in mails", "op straat", "thuis", "in brieven")),
    *((f"klacht {word}", KLACHTEN) for word in ("over wachten", "over geld", "over regels", "over brieven", "op zich")),
    ("een klacht, alweer", BOOS),
    ("klacht en boos", KLACHTEN),
    *((f"media {word}", SOCIAAL) for word in ("online", "op papier")),
    ("een klacht erbij", None),
    ("niets van dit alles", None),
)


@pytest.fixture
def project() -> Project:
    """Anger and complaints are named; the rest nobody touched."""
    made = proposed_project(MIXED)
    return run(made, *(RenameGroup(Q, group(made, name), name.lower()) for name in (BOOS, KLACHTEN)))


@pytest.fixture
def model(project: Project) -> QuestionModel:
    found = build_model(project, Q, WordVectors())
    assert found is not None
    return found


def group(project: Project, name: str) -> str:
    return next(row.id for row in board_of(project, Q).rows if row.name.casefold() == name.casefold())


def verbatims(project: Project, offer: Offer) -> list[str]:
    return [project.responses(Q)[item.row.key].verbatim for item in offer.items]


def offer_of(project: Project, model: QuestionModel, name: str, kind: OfferKind) -> Offer:
    code = group(project, name)
    return next(one for one in offers(project, Q, model) if (one.code, one.kind) == (code, kind))


def key_of(project: Project, verbatim: str) -> ResponseKey:
    return next(key for key, response in project.responses(Q).items() if response.verbatim == verbatim)


def test_nothing_is_offered_before_an_argument_was_named(model: QuestionModel) -> None:
    untouched = proposed_project(MIXED)

    assert offers(untouched, Q, model) == ()
    assert {row.verbatim for row in doubtful(untouched, Q, model)} == {text for text, _ in MIXED}


def test_an_answer_is_judged_by_the_others_and_offered_elsewhere(project: Project, model: QuestionModel) -> None:
    offer = offer_of(project, model, KLACHTEN, OfferKind.INSTEAD)

    assert set(verbatims(project, offer)[:2]) == {"een klacht, alweer", "een klacht erbij"}
    source = {item.row.verbatim: item.source for item in offer.items}
    assert source["een klacht, alweer"] == group(project, BOOS)
    assert source["een klacht erbij"] is None
    assert all(0 <= item.score <= 1 for item in offer.items)


def test_taking_an_offer_moves_what_was_chosen_and_nothing_else(project: Project, model: QuestionModel) -> None:
    offer = offer_of(project, model, KLACHTEN, OfferKind.INSTEAD)
    command = take_offer(project, Q, offer, [offer.items[0].row])
    assert command is not None
    after = run(project, command)
    taken, left = (item.row.key for item in offer.items[:2])

    assert [a.code for a in after.coding_of(Q).decisions[taken]] == [offer.code]
    assert taken not in after.coding_of(Q).suggestions
    assert left not in after.coding_of(Q).decisions
    assert take_offer(project, Q, offer, []) is None


def test_an_argument_beside_another_leaves_that_standing(project: Project, model: QuestionModel) -> None:
    offer = offer_of(project, model, BOOS, OfferKind.ALSO)
    assert verbatims(project, offer)[0] == "klacht en boos"
    command = take_offer(project, Q, offer, [offer.items[0].row])
    assert command is not None
    after = run(project, command)
    key = offer.items[0].row.key

    assert [(a.code, a.origin) for a in after.coding_of(Q).decisions[key]] == [(offer.code, Origin.SUGGESTION)]
    assert [s.group for s in after.coding_of(Q).suggestions[key]] == [group(project, KLACHTEN)]
    known = standing(after, Q, model, after.coding_of(Q).codes)
    assert known[model.row_of["klacht en boos"]] == (frozenset({offer.code, group(project, KLACHTEN)}),)


def test_what_a_hand_decided_is_not_offered_and_not_doubted(project: Project, model: QuestionModel) -> None:
    key = key_of(project, "een klacht, alweer")
    decided = run(project, Assign(Q, (key,), group(project, BOOS)))

    assert all(item.row.key != key for offer in offers(decided, Q, model) for item in offer.items)
    assert all(row.key != key for row in doubtful(decided, Q, model))


def test_the_answer_that_fits_least_is_doubted_first(project: Project, model: QuestionModel) -> None:
    order = [row.verbatim for row in doubtful(project, Q, model)]

    assert order.index("een klacht, alweer") < order.index("boos thuis")
    assert order.index("een klacht, alweer") < order.index("klacht over geld")


def test_finishing_confirms_what_was_named_and_leaves_nothing_undecided(project: Project) -> None:
    command = finish(project, Q)
    assert command is not None
    after = run(project, command)
    coding = after.coding_of(Q)

    named = sum(name in (BOOS, KLACHTEN) for _, name in MIXED)
    assert dict(command.facts) == {"count": str(named), "left": str(len(MIXED) - named)}
    assert len(coding.assigned_members[NO_CODE]) == len(MIXED) - named
    assert not coding.clusters
    assert not any(coding.suggestions.values())
    assert {after.state(key) for key in after.responses(Q)} == {ResponseState.CODED, ResponseState.NO_CODE}
    assert finish(after, Q) is None


def test_finishing_leaves_decisions_as_they_are(project: Project) -> None:
    key, social = key_of(project, "niets van dit alles"), group(project, SOCIAAL)
    decided = run(project, Assign(Q, (key,), social))
    before = decided.coding_of(Q).decisions[key]
    command = finish(decided, Q)
    assert command is not None

    assert run(decided, command).coding_of(Q).decisions[key] == before
    assert CIJFERS not in {code.name for code in decided.coding_of(Q).codes.values()}
