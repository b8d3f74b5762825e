"""Writes the coded answers as SPSS data (.sav), and the syntax (.sps) that defines the multiple-response sets."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from coding.domain.assignments import ResponseState
from coding.domain.report import CodedColumn, CodedRecord, Report
from coding.domain.survey import Variable
from coding.files.dates import only_dates
from coding.files.printable import one_line, printable
from coding.texts import text

STRING_LIMIT: Final = 32767  # bytes in SPSS
_VARIABLE_LABEL: Final = 255  # bytes
_VALUE_LABEL: Final = 119  # bytes
_NAME: Final = 40  # characters; SPSS allows 64 bytes
_RESERVED: Final = frozenset(["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"])
_DATE: Final = "SDATE10"  # 2026/03/01
_SYNTAX_LINE: Final = 200  # characters; SPSS reads 256


@dataclass(frozen=True)
class _Column:
    """One SPSS variable: its name, label, values (None is system missing), value labels and SPSS format."""

    name: str
    label: str
    values: list[Any]
    labels: dict[float, str] = field(default_factory=dict)
    measure: str = "nominal"
    form: str = ""


def write_sav(report: Report) -> bytes:
    """One case per respondent and wave: background, and per question the answer, its state and 0/1 per code.

    Background that holds nothing but dates is a date, else a number with labels. Where nobody decided anything, 0/1 is
    system missing. Spaces at the end of a text are lost in SPSS.
    """
    import pandas as pd
    import pyreadstat

    columns = _columns(report)
    frame = pd.DataFrame({column.name: pd.Series(column.values, dtype=_dtype(column)) for column in columns})
    with tempfile.TemporaryDirectory() as folder:  # pyreadstat writes to a path only
        path = Path(folder) / "data.sav"
        pyreadstat.write_sav(
            frame,
            path,
            file_label=_bytes(one_line(report.title), 60),
            column_labels={column.name: column.label for column in columns},
            variable_value_labels={column.name: dict(column.labels) for column in columns if column.labels},
            variable_measure={column.name: column.measure for column in columns},
            variable_format={column.name: form for column in columns if (form := _form(column))},
        )
        return path.read_bytes()


def write_sps(report: Report) -> bytes:
    """The syntax: a multiple-response set per question, and the weight if there is one. UTF-8 with a mark."""
    names = _Names()
    _frame_names(report, names)
    lines = ["* Tienkeer. Encoding: UTF-8."]
    for variable in report.coded.variables:
        own = [names.of(("choice", variable.id, c)) for c in variable.categories] if variable.several else []
        if own:
            lines += _set(own[0].rpartition("_")[0], variable.label, own)
    for question, asked, columns in _per_question(report):
        own = [names.of(_key(column)) for column in columns if not column.is_net]
        lines += _set(names.of(("state", question)).removesuffix("_status"), asked, own)
    if _weighted(report):
        lines.append(f"WEIGHT BY {names.of(('weight',))}.")
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-8")


def _set(name: str, label: str, variables: list[str]) -> list[str]:
    """The definition of a multiple-response set."""
    name = f"${name[: _NAME - 1]}"
    told = _quoted(_bytes(one_line(label), _VARIABLE_LABEL))
    lines = ["MRSETS", f"  /MDGROUP NAME={name} LABEL={told} CATEGORYLABELS=VARLABELS"]
    lines += [f"    {line}" for line in _wrapped(["VARIABLES=" + variables[0], *variables[1:], "VALUE=1"])]
    return [*lines, f"  /DISPLAY NAME=[{name}]."]


class _Names:
    """Names that SPSS allows, each given once."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, ...], str] = {}
        self._taken: set[str] = set()

    def give(self, key: tuple[str, ...], wish: str) -> str:
        """A name like ``wish`` for ``key``."""
        base = re.sub(r"[^A-Za-z0-9_]+", "_", wish)[:_NAME].strip("_") or "v"
        base = base if base[0].isalpha() and base.upper() not in _RESERVED else f"v_{base}"
        name, at = base, 1
        while name.upper() in self._taken:
            at += 1
            name = f"{base}_{at}"
        self._taken.add(name.upper())
        self._given[key] = name
        return name

    def of(self, key: tuple[str, ...]) -> str:
        """The name that was given for ``key``."""
        return self._given[key]


def _key(column: CodedColumn) -> tuple[str, ...]:
    return ("code", column.question, column.code)


def _weighted(report: Report) -> bool:
    return any(record.weight != 1.0 for record in report.coded.records)


def _per_question(report: Report) -> Iterable[tuple[str, str, list[CodedColumn]]]:
    asked = {section.counted.question.id: section.counted.question.text for section in report.sections}
    for question, words in asked.items():
        yield question, words, [column for column in report.coded.columns if column.question == question]


def _frame_names(report: Report, names: _Names) -> None:
    """Give every variable its name, in the order of the file."""
    for key in ("wave", "row", "respondent", "weight"):
        names.give((key,), _word(report, key))
    for variable in report.coded.variables:
        if variable.several:
            for at, category in enumerate(variable.categories, 1):
                names.give(("choice", variable.id, category), f"{variable.id[:20]}_{at:02d}")
        else:
            names.give(("variable", variable.id), variable.id)
    for question, _, columns in _per_question(report):
        short = re.sub(r"[^A-Za-z0-9_]+", "_", question)[:20].strip("_") or "q"
        names.give(("answer", question), f"{short}_{_word(report, 'verbatim')}")
        names.give(("state", question), f"{short}_status")
        for at, column in enumerate(columns, 1):
            names.give(_key(column), f"{short}_{at:02d}")


def _word(report: Report, key: str) -> str:
    return text(f"report.col.{key}", report.language).casefold()


def _columns(report: Report) -> list[_Column]:
    names = _Names()
    _frame_names(report, names)
    records = report.coded.records
    waves = {wave.id: at for at, wave in enumerate(report.waves, 1)}
    wave_labels = {float(at): _bytes(one_line(wave.name), _VALUE_LABEL) for at, wave in enumerate(report.waves, 1)}
    found = [
        _Column(names.of(("wave",)), _heading(report, "wave"), [waves[r.wave] for r in records], wave_labels),
        _Column(names.of(("row",)), _heading(report, "row"), [r.row for r in records], measure="scale"),
        _Column(names.of(("respondent",)), _heading(report, "respondent"), [_string(r.respondent) for r in records]),
        _Column(names.of(("weight",)), _heading(report, "weight"), [r.weight for r in records], measure="scale"),
    ]
    for variable in report.coded.variables:
        if variable.several:
            found += _choices(report, names, variable)
        else:
            name = names.of(("variable", variable.id))
            found.append(_variable(name, variable.label, variable.id, variable.categories, records))
    for question, asked, columns in _per_question(report):
        found += _question(report, names, question, asked, columns)
    return found


def _heading(report: Report, key: str) -> str:
    return text(f"report.col.{key}", report.language)


def _variable(
    name: str, label: str, variable: str, categories: Iterable[str], records: Iterable[CodedRecord]
) -> _Column:
    values = [record.values.get(variable, "").strip() for record in records]
    if dates := only_dates(values):
        return _Column(name, _label(label), [dates.get(value) for value in values], measure="scale", form=_DATE)
    known = dict.fromkeys((*categories, *sorted({value for value in values if value})))
    codes = {category: float(at) for at, category in enumerate(known, 1)}
    labels = {code: _bytes(one_line(category), _VALUE_LABEL) for category, code in codes.items()}
    return _Column(name, _label(label), [codes.get(value) for value in values], labels)


def _choices(report: Report, names: _Names, variable: Variable) -> Iterable[_Column]:
    """A question with several answers as 0/1 per category; system missing for who did not get it."""
    chosen = [(variable.shown_to(record), variable.answers_of(record)) for record in report.coded.records]
    for category in variable.categories:
        values = [float(category in here) if asked else None for asked, here in chosen]
        yield _Column(names.of(("choice", variable.id, category)), _label(category), values, _said(report))


def _said(report: Report) -> dict[float, str]:
    return {0.0: text("report.not_mentioned", report.language), 1.0: text("report.mentioned", report.language)}


def _question(
    report: Report, names: _Names, question: str, asked: str, columns: list[CodedColumn]
) -> Iterable[_Column]:
    answers = [record.answers.get(question) for record in report.coded.records]
    verbatims = [_string(answer.verbatim) if answer else "" for answer in answers]
    yield _Column(names.of(("answer", question)), _label(asked), verbatims)
    numbers = {state: float(at) for at, state in enumerate(ResponseState, 1)}
    state_labels = {number: text(f"report.state.{state.value}", report.language) for state, number in numbers.items()}
    states = [numbers[answer.state] if answer else None for answer in answers]
    label = _label(f"{_heading(report, 'state')}: {asked}")
    yield _Column(names.of(("state", question)), label, states, state_labels)
    said = _said(report)
    for column in columns:
        values = [float(column.code in answer.codes) if answer and answer.decided else None for answer in answers]
        yield _Column(names.of(_key(column)), _label(column.name), values, said)


def _dtype(column: _Column) -> str:
    return "object" if column.form or any(isinstance(value, str) for value in column.values) else "float64"


def _form(column: _Column) -> str:
    """The SPSS format: codes and row numbers without decimals; "" leaves it to the writer."""
    if column.form:
        return column.form
    whole = all(value is None or (not isinstance(value, str) and value == int(value)) for value in column.values)
    return "F8.0" if whole else ""


def _label(words: str) -> str:
    return _bytes(one_line(words), _VARIABLE_LABEL)


def _string(words: str) -> str:
    return _bytes(printable(words), STRING_LIMIT)


def _bytes(words: str, most: int) -> str:
    """``words`` in at most ``most`` bytes of UTF-8, cut between characters with "…" behind."""
    if len(words.encode()) <= most:
        return words
    return words.encode()[: most - len("…".encode())].decode(errors="ignore") + "…"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _wrapped(words: Iterable[str]) -> Iterable[str]:
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > _SYNTAX_LINE:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line
