"""Colours and shapes of groups on the map."""

from __future__ import annotations

from coding.ui.board.map import looks


def test_groups_keep_their_look_when_they_change_places_in_size() -> None:
    first = looks(("bus", "green", "shops"), {})
    assert first == {"bus": 0, "green": 1, "shops": 2}
    assert looks(("shops", "bus", "green"), first) == first


def test_a_group_that_comes_takes_the_look_of_the_one_that_went() -> None:
    assert looks(("light", "shops", "bus"), {"bus": 0, "green": 1, "shops": 2}) == {"bus": 0, "light": 1, "shops": 2}


def test_a_full_map_gives_every_group_a_look_of_its_own() -> None:
    groups = tuple("abcdefgh")
    before = looks(groups, {})
    after = looks(tuple("zyabcdef"), before)
    assert sorted(after.values()) == list(range(8))
    assert all(after[group] == before[group] for group in "abcdef")
