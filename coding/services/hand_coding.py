"""A coding made elsewhere, brought in: a file with one row per answer, the codes joined by '|'.

Columns: question (or vraag), respondent, codes; and wave (or meting) if the file holds several. '-' or nothing means
that the answer was read and no argument applies. A coding can be taken over as the decisions that count, or kept apart
as that of a second coder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from coding.domain.codebook import OTHER, Code, CodeStatus
from coding.domain.commands_waves import CodeMany
from coding.domain.errors import ImportRefused
from coding.domain.project import Project
from coding.domain.survey import Intake, ResponseKey
from coding.files.raw_table import RawTable
from coding.services.wave_names import wave_called

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "question": ("question", "vraag"),
    "respondent": ("respondent", "respondent_id", "id"),
    "codes": ("codes", "code", "argumenten", "argument"),
    "wave": ("wave", "meting"),
}
_NOTHING: Final = frozenset({"", "-"})
_NOT_CODABLE: Final = frozenset({Intake.BLANK, Intake.NOT_ASKED, Intake.EXCLUDED})


@dataclass(frozen=True, slots=True)
class HandCoding:
    """A coding ready to be taken over: one command per question.

    ``rows`` were read; of those ``left_out`` belong to answers that cannot be coded (empty, not asked, excluded).
    """

    commands: tuple[CodeMany, ...]
    rows: int
    left_out: int


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    question: str
    respondent: str
    names: tuple[str, ...]
    wave: str


def read_hand_coding(
    project: Project,
    table: RawTable,
    *,
    wave: str | None = None,
    alone: bool = False,
    new_id: Callable[[], str] = lambda: uuid4().hex[:10],
) -> HandCoding:
    """The commands that take over the coding in ``table``.

    ``wave`` is the name or id of the wave it is of; without it, and without a column for it, the first wave that has
    every respondent of the file. Names that the codebook does not have become new codes. Raises ImportRefused when a
    column, question or respondent is unknown or an answer is there twice.
    """
    rows = _rows(table)
    default = _wave_of(project, rows, wave, table.name)
    decided: dict[str, dict[ResponseKey, tuple[str, ...]]] = {}
    left_out = 0
    for row in rows:
        question = _question(project, row, table.name)
        key = ResponseKey(wave_called(project, row.wave) if row.wave else default, question, row.respondent)
        facts = {"file": table.name, "row": row.number, "respondent": row.respondent}
        response = project.response(key)
        if response is None:
            raise ImportRefused("hand_coding.unknown_respondent", **facts, wave=project.waves[key.wave].name)
        if response.intake in _NOT_CODABLE:
            left_out += 1
            continue
        if key in decided.setdefault(question, {}):
            raise ImportRefused("hand_coding.twice", **facts, question=row.question)
        decided[question][key] = row.names
    commands = tuple(_command(project, q, given, alone, new_id) for q, given in decided.items() if given)
    return HandCoding(commands, len(rows), left_out)


def _rows(table: RawTable) -> list[_Row]:
    plain = {column.strip().casefold(): column for column in table.columns}
    at = {role: next((plain[name] for name in names if name in plain), None) for role, names in _NAMES.items()}
    if any(at[role] is None for role in ("question", "respondent", "codes")):
        raise ImportRefused("hand_coding.no_columns", file=table.name, columns=", ".join(table.columns))
    cells = {role: table.cells(column) if column else ("",) * len(table.rows) for role, column in at.items()}
    return [
        _Row(number, question.strip(), respondent.strip(), _codes_in(codes), wave.strip())
        for number, question, respondent, codes, wave in zip(
            table.row_numbers, cells["question"], cells["respondent"], cells["codes"], cells["wave"], strict=True
        )
    ]


def _codes_in(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in cell.split("|") if (name := part.strip()) not in _NOTHING))


def _wave_of(project: Project, rows: Iterable[_Row], wave: str | None, file: str) -> str:
    if wave is not None:
        return wave_called(project, wave)
    wanted = {row.respondent for row in rows if not row.wave}
    for candidate in project.waves_in_order():
        if wanted <= {person.id for person in project.respondents(candidate.id)}:
            return candidate.id
    known = {person.id for w in project.waves.values() for person in project.respondents(w.id)}
    stray = next((row for row in rows if row.respondent not in known), None)
    facts = {"row": stray.number if stray else 1, "respondent": stray.respondent if stray else "…"}
    names = ", ".join(w.name for w in project.waves_in_order())
    raise ImportRefused("hand_coding.unknown_respondent", file=file, wave=names, **facts)


def _question(project: Project, row: _Row, file: str) -> str:
    for question in project.questions_in_order():
        if row.question in (question.id, question.text, question.column, *question.aliases):
            return question.id
    raise ImportRefused("hand_coding.unknown_question", file=file, row=row.number, question=row.question)


def _command(
    project: Project,
    question: str,
    given: Mapping[ResponseKey, tuple[str, ...]],
    alone: bool,
    new_id: Callable[[], str],
) -> CodeMany:
    codes = project.coding_of(question).codes.values()
    ids = {code.name.casefold(): code.id for code in codes if code.status is not CodeStatus.RETIRED and not code.is_net}
    new: list[Code] = []
    for name in dict.fromkeys(name for names in given.values() for name in names):
        if name.casefold() not in ids:
            new.append(Code(new_id(), name))
            ids[name.casefold()] = new[-1].id
    decided = tuple((key, tuple(ids[name.casefold()] for name in names) or (OTHER,)) for key, names in given.items())
    return CodeMany(question, decided, tuple(new), alone)
