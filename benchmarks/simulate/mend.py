"""Correcting one answer: the fewest commands that make what stands there equal to what the researcher sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.simulate.desk import Decision, Desk
from benchmarks.simulate.study import QUESTION, Codes
from coding.domain.codebook import NO_CODE
from coding.domain.commands import Assign, Detach, TakeOut
from coding.domain.survey import ResponseKey


def errors(have: Iterable[str], want: Codes) -> int:
    """Decisions that it takes to make ``have`` into ``want``: a code that takes the place of another is one."""
    has = frozenset(have)
    return max(len(want - has), len(has - want))


def mend(desk: Desk, keys: Sequence[ResponseKey]) -> int:
    """Correct answers that were read, identical ones; returns how many codes were wrong.

    Most people with these words were coded in one way; who was coded otherwise is detached first. Another program than
    ours may have put identical words in different groups: these are corrected apart.
    """
    wanted = desk.look_again(keys)
    usual = max(set(wanted), key=lambda codes: (wanted.count(codes), sorted(codes)))
    other = [(key, want) for key, want in zip(keys, wanted, strict=True) if want != usual]
    if other:
        desk.do(Detach(QUESTION, tuple(key for key, _ in other)))
    alike: dict[tuple[frozenset[str], Codes], list[ResponseKey]] = {}
    for key, want in zip(keys, wanted, strict=True):
        alike.setdefault((frozenset(desk.stands(key)), want), []).append(key)
    return sum(_correct(desk, tuple(same), want) for (_, want), same in alike.items())


def _correct(desk: Desk, keys: tuple[ResponseKey, ...], want: Codes) -> int:
    """Correct responses that stand alike."""
    stands = desk.stands(keys[0])
    wrong = sorted(group for group, name in stands.items() if name not in want)
    missing = sorted(want - frozenset(stands.values()))
    for name in missing:
        code = desk.make_code(name)
        source = wrong.pop() if wrong else None
        desk.do(Assign(QUESTION, keys, code, source=source, copy=True), Decision.ANSWER)
    for group in wrong:
        if want or len(stands) > 1:
            desk.do(TakeOut(QUESTION, keys, group), Decision.ANSWER)
        else:
            desk.do(Assign(QUESTION, keys, NO_CODE, source=group), Decision.ANSWER)
    return errors(stands.values(), want)
