"""Frozen values to bytes and back: JSON, compressed with zlib.

Fields that have their default are left out, so files stay small and a field that is added later can be read from an
older file. A field that this version does not know was written by a newer one, and is refused rather than dropped.
Assignments and suggestions, of which there can be tens of thousands, are written by columns.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import groupby, repeat, starmap
from typing import Any, Final, get_args, get_type_hints

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError

from coding.domain.assignments import Assignment, Origin, Suggestion
from coding.domain.errors import ProjectFileError
from coding.domain.events import KEYED_BY_RESPONSE, TABLE_OF, Change, Table
from coding.domain.project import Project, QuestionCoding
from coding.domain.proposal import ProposalRun
from coding.domain.segments import Span
from coding.domain.sentences import NumberLink
from coding.domain.survey import ResponseKey
from coding.store.columns import cut, from_columns, nested_from_columns, nested_to_columns, to_columns

_PROJECT_MAPS: Final = (Table.QUESTIONS, Table.VARIABLES, Table.WAVES, Table.SENTENCES)
_CODING_MAPS: Final = tuple(Table(field.name) for field in fields(QuestionCoding) if field.name != Table.BOARD)


def _types() -> dict[Table, Any]:
    """What each table holds, as declared by the project itself."""
    hints = {**get_type_hints(Project), **get_type_hints(QuestionCoding)}
    single = (Table.INFO, Table.BOARD)
    return {table: hints[table.value] if table in single else get_args(hints[table.value])[1] for table in Table}


_TYPES: Final = _types()
_UNREADABLE: Final = (zlib.error, BaseValidationError, ValueError, TypeError, KeyError, AttributeError)
_FAST: Final = 1  # zlib level: as small as the highest level within a fifth, in a tenth of the time


_TABLES: Final = {table.value: table for table in Table}
_ORIGINS: Final = {origin.value: origin for origin in Origin}


def _converter() -> Converter:
    converter = Converter(omit_if_default=True, forbid_extra_keys=True, detailed_validation=False)
    for named_tuple in (Span, ResponseKey, NumberLink):
        converter.register_unstructure_hook(named_tuple, list)
    converter.register_structure_hook(Span, lambda value, _: Span(*value))
    converter.register_structure_hook(NumberLink, lambda value, _: NumberLink(*value))
    converter.register_structure_hook(ResponseKey, lambda value, _: ResponseKey(*value))
    return converter


def _assignments(rows: Iterable[tuple[Any, ...]]) -> Iterator[Assignment]:
    for code, start, end, coder, version, origin in rows:
        yield Assignment(code, Span(start, end), coder, version, _ORIGINS[origin])


def _suggestions(rows: Iterable[tuple[Any, ...]]) -> Iterator[Suggestion]:
    for group, start, end, score in rows:
        yield Suggestion(group, Span(start, end), score)


_CONVERTER: Final = _converter()
_OF: Final = {tuple[Assignment, ...]: _assignments, tuple[Suggestion, ...]: _suggestions}
_ROWS: Final = {table: _OF[kind] for table, kind in _TYPES.items() if kind in _OF}
"""How rows are read, of the tables that are written by columns."""


def _packed(value: object) -> bytes:
    # Nothing here holds itself: to look for that takes a third of the time.
    written = json.dumps(value, ensure_ascii=False, check_circular=False, separators=(",", ":"))
    return zlib.compress(written.encode(), _FAST)


def _unpacked(payload: bytes) -> Any:
    return json.loads(zlib.decompress(payload))


def _value(table: Table, stored: Any) -> Any:
    return None if stored is None else _CONVERTER.structure(stored, _TYPES[table])


def _stored(table: Table, value: Any) -> object:
    return None if value is None else _CONVERTER.unstructure(value, _TYPES[table])


def _lists(table: Table, columns: Sequence[Any], count: int) -> Iterator[tuple[Any, ...] | None]:
    """What ``nested_to_columns`` made of the assignments or suggestions of so many answers."""
    counts, rows = nested_from_columns(columns, count)
    return cut(_ROWS[table](rows), counts)


class _Newer(ValueError):
    """Something in the file is not known to this version."""


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Turns whatever bytes that are not ours lead to into a ProjectFileError about ``file``."""
    try:
        yield
    except (ForbiddenExtraKeysError, _Newer) as error:
        raise ProjectFileError("project_file.newer", file=file) from error
    except _UNREADABLE as error:
        raise ProjectFileError("project_file.damaged", file=file) from error


def changes_to_bytes(changes: tuple[Change, ...]) -> bytes:
    """The changes of an event, those of one table together as long as they follow one another."""
    return _packed([[table.value, *_run_stored(table, tuple(run))] for table, run in groupby(changes, key=TABLE_OF)])


def _run_stored(table: Table, run: Sequence[Change]) -> list[object]:
    if table in _ROWS:
        _, keys, before, after = zip(*run, strict=True)
        return [len(run), to_columns(keys), nested_to_columns(before), nested_to_columns(after)]
    return [[[change.key, _stored(table, change.before), _stored(table, change.after)] for change in run]]


def changes_from_bytes(payload: bytes) -> tuple[Change, ...]:
    """What ``changes_to_bytes`` wrote."""
    return tuple([change for name, *run in _unpacked(payload) for change in _run(name, *run)])


def _run(name: str, *run: Any) -> Iterator[Change]:
    if name not in _TABLES:
        raise _Newer(name)
    table = _TABLES[name]
    if table in _ROWS:
        count, keys, before, after = run
        made = starmap(ResponseKey, from_columns(keys, count))
        yield from map(Change, repeat(table), made, _lists(table, before, count), _lists(table, after, count))
        return
    for key, old, new in run[0]:
        inner = ResponseKey(*key) if table in KEYED_BY_RESPONSE else tuple(key)
        yield Change(table, inner, _value(table, old), _value(table, new))


def facts_to_text(facts: Mapping[str, str]) -> str:
    """The facts of an event, or the background of a respondent."""
    return json.dumps(dict(facts), ensure_ascii=False, separators=(",", ":"))


def facts_from_text(stored: str) -> dict[str, str]:
    """What ``facts_to_text`` wrote."""
    return {str(name): str(value) for name, value in json.loads(stored).items()}


def many_facts_from_text(stored: Sequence[str]) -> list[dict[str, str]]:
    """What ``facts_to_text`` wrote for each of many; four times as fast as one by one."""
    found: list[dict[str, str]] = json.loads(f"[{','.join(stored)}]")
    return found


def run_to_bytes(run: ProposalRun) -> bytes:
    """A proposal run."""
    return _packed(_CONVERTER.unstructure(run))


def run_from_bytes(payload: bytes) -> ProposalRun:
    """What ``run_to_bytes`` wrote."""
    return _CONVERTER.structure(_unpacked(payload), ProposalRun)


def project_to_bytes(project: Project) -> bytes:
    """A project without its imports, which are kept apart."""
    return _packed(
        {
            "info": _stored(Table.INFO, project.info),
            **{table.value: _map_stored(table, getattr(project, table.value)) for table in _PROJECT_MAPS},
            "coding": {question: _coding_stored(coding) for question, coding in project.coding.items()},
        }
    )


def project_from_bytes(project_id: str, revision: int, payload: bytes) -> Project:
    """What ``project_to_bytes`` wrote; without imports."""
    stored = _unpacked(payload)
    maps: dict[str, Any] = {table.value: _map_value(table, stored.get(table.value, [])) for table in _PROJECT_MAPS}
    coding = {question: _coding_value(part) for question, part in stored["coding"].items()}
    return Project(project_id, _value(Table.INFO, stored["info"]), **maps, coding=coding, revision=revision)


def _coding_stored(coding: QuestionCoding) -> dict[str, object]:
    maps = {table.value: _map_stored(table, getattr(coding, table.value)) for table in _CODING_MAPS}
    return {**maps, "board": _stored(Table.BOARD, coding.board)}


def _coding_value(stored: Mapping[str, Any]) -> QuestionCoding:
    # A checkpoint of an earlier version lacks the maps that came later.
    maps: dict[str, Any] = {table.value: _map_value(table, stored.get(table.value, [])) for table in _CODING_MAPS}
    return QuestionCoding(**maps, board=_value(Table.BOARD, stored["board"]))


def _map_stored(table: Table, values: Mapping[Any, Any]) -> list[object]:
    if table in _ROWS:
        return [len(values), to_columns(values), nested_to_columns(tuple(values.values()))]
    return [[key, _stored(table, value)] for key, value in values.items()]


def _map_value(table: Table, stored: list[Any]) -> dict[Any, Any]:
    if table in _ROWS:
        count, keys, lists = stored or (0, [], [0])
        return dict(zip(starmap(ResponseKey, from_columns(keys, count)), _lists(table, lists, count), strict=True))
    if table in KEYED_BY_RESPONSE:
        return {ResponseKey(*key): _value(table, value) for key, value in stored}
    return {key: _value(table, value) for key, value in stored}
