"""After work that makes very many objects, those are left out of Python's search for unused ones; after less, not."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from coding.services.no_search import no_search


@pytest.fixture(autouse=True)
def _searched_afterwards() -> Iterator[None]:
    gc.collect()
    yield
    gc.unfreeze()
    assert gc.isenabled()


@pytest.mark.parametrize(("objects", "left_out"), [(50_000, True), (50, False)])
def test_only_what_many_objects_were_made_for_is_left_out(objects: int, left_out: bool) -> None:
    before = gc.get_freeze_count()
    with no_search():
        assert not gc.isenabled()
        made = [[number] for number in range(objects)]
    assert (gc.get_freeze_count() - before >= objects) is left_out
    assert len(made) == objects


def test_what_was_made_is_left_out_while_other_work_goes_on() -> None:
    with no_search():
        with no_search():
            made = [[number] for number in range(50_000)]
        assert gc.get_freeze_count() >= len(made)
        assert not gc.isenabled()


def test_what_is_left_out_still_goes_when_nothing_holds_it() -> None:
    with no_search():
        made = [[number] for number in range(50_000)]
    held = gc.get_freeze_count()
    made.clear()
    assert gc.get_freeze_count() <= held - 50_000
