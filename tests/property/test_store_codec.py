"""Whatever a table of the project can hold is read as it was written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.domain.events import KEYED_BY_RESPONSE, Change, Table
from coding.domain.proposal import ProposalRun
from coding.domain.survey import ResponseKey
from coding.store import codec

KEYS = st.from_type(ResponseKey)


def shown(value: object) -> str:
    """For comparing values in which NaN, which is not equal to itself, and minus nought may occur."""
    return repr(value).replace("-0.0", "0.0")


@pytest.mark.parametrize("table", Table)
@settings(max_examples=15, deadline=None)  # a busy machine is no fault
@given(data=st.data())
def test_changes_come_back_as_they_were(table: Table, data: st.DataObject) -> None:
    values = st.none() | st.from_type(codec._TYPES[table])
    key = data.draw(KEYS if table in KEYED_BY_RESPONSE else st.tuples(st.text(), st.text()))
    changes = (Change(table, key, data.draw(values), data.draw(values)),)
    assert shown(codec.changes_from_bytes(codec.changes_to_bytes(changes))) == shown(changes)


@settings(max_examples=15, deadline=None)  # a busy machine is no fault
@given(run=st.from_type(ProposalRun))
def test_runs_come_back_as_they_were(run: ProposalRun) -> None:
    run = replace(run, settings=dict(run.settings))
    assert shown(codec.run_from_bytes(codec.run_to_bytes(run))) == shown(run)


@given(facts=st.lists(st.dictionaries(st.text(), st.text())))
def test_facts_come_back_as_they_were(facts: list[dict[str, str]]) -> None:
    written = [codec.facts_to_text(one) for one in facts]
    assert codec.many_facts_from_text(written) == facts == [codec.facts_from_text(one) for one in written]
