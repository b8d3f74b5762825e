"""Using what was learned: offers per argument are read from the top, what is left is corrected where it is doubtful."""

from __future__ import annotations

from typing import Final

from benchmarks.simulate.desk import Decision, Desk
from benchmarks.simulate.levels import identical
from benchmarks.simulate.mend import errors, mend
from benchmarks.simulate.study import QUESTION
from coding.domain.codebook import NO_CODE
from coding.services.question_model import QuestionModel
from coding.services.review_batches import Offer, OfferKind, doubtful, offers, take_offer

PATIENCE: Final = 6
"""Answers read in vain before an offer is left."""
_WORTH: Final = 2
"""Decisions that a batch must save to be accepted: it costs one itself."""
_AT_LEAST: Final = 5
_PARTS: Final = 40
"""Corrections between two looks at the offers: a fortieth of the answers, at least five."""
OPENED: Final = 6
"""Offers that are looked at, the most promising first."""
Declined = dict[tuple[str, OfferKind], frozenset[str]]
"""Per argument and kind of offer the answers that were read in vain."""


def take_offers(desk: Desk, model: QuestionModel, declined: Declined) -> None:
    """Accept what saves decisions, until no offer on screen does."""
    while True:
        for offer in offers(desk.project, QUESTION, model)[:OPENED]:
            if _take(desk, offer, declined):
                break
        else:
            return


def _take(desk: Desk, offer: Offer, declined: Declined) -> bool:
    """Read an offer from the top; accept the part down to where it pays best. An offer read before is passed over."""
    shown = frozenset(item.row.verbatim for item in offer.items[:PATIENCE])
    if shown <= declined.get((offer.code, offer.kind), frozenset()):
        return False
    name = None if offer.code == NO_CODE else desk.coding.codes[offer.code].name
    net, best, upto = 0, 0, 0
    for at, item in enumerate(offer.items, 1):
        want = desk.look(item.row.key)
        have = frozenset(desk.stands(item.row.key).values())
        left = desk.coding.codes.get(item.source) if item.source else None
        gone = {left.name} if left else set()
        would = (have - gone) | ({name} if name else set())
        net += errors(have, want) - errors(would, want)
        if net > best:
            best, upto = net, at
        if at - upto >= PATIENCE:
            break
    if best < _WORTH:
        declined[offer.code, offer.kind] = declined.get((offer.code, offer.kind), frozenset()) | shown
        return False
    accepted = [item.row for item in offer.items[:upto]]
    desk.do(take_offer(desk.project, QUESTION, offer, accepted), Decision.BATCH)
    for row in accepted:
        for same in identical(desk, row.keys):
            if any(frozenset(desk.stands(key).values()) - desk.study.truth[key] for key in same):
                mend(desk, same)
    return True


def correct_some(desk: Desk, model: QuestionModel | None, most: int | None) -> bool:
    """Go through the most doubtful answers and correct the wrong ones, at most so many; False when none is left."""
    rows = doubtful(desk.project, QUESTION, model) if model is not None else ()
    made = 0
    for row in rows:
        for same in identical(desk, row.keys):
            desk.look_once(same[0])
            made += mend(desk, same)
        if most is not None and made >= most:
            return True
    return False


def at_a_time(desk: Desk) -> int:
    """Corrections between two looks at the offers."""
    answers = sum(1 for _ in desk.project.answers(QUESTION))
    return max(_AT_LEAST, answers // _PARTS)
