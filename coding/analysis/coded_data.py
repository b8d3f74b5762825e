"""The coded data of a project: one record per respondent, and the codebook with its counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coding.domain.codebook import OTHER, PSEUDO_CODES, Code, CodeStatus
from coding.domain.counted_list import CountedList
from coding.domain.project import Project, QuestionCoding
from coding.domain.report import CodebookEntry, CodedAnswer, CodedColumn, CodedData, CodedRecord
from coding.domain.survey import ResponseKey, Variable, Wave


def coded_data(
    project: Project, questions: Sequence[str], waves: Iterable[Wave], other_name: str, variables: Sequence[Variable]
) -> CodedData:
    """Every respondent of ``waves`` with the codes decided for ``questions``. A net holds if one of its codes does."""
    columns = tuple(column for question in questions for column in _columns(project, question, other_name))
    above = {question: ancestors(project.coding_of(question)) for question in questions}
    records = []
    for wave in waves:
        for person in project.respondents(wave.id):
            keys = (ResponseKey(wave.id, question, person.id) for question in questions)
            answers = {
                key.question: _answer(project, key, above[key.question])
                for key in keys
                if project.response(key) is not None
            }
            records.append(CodedRecord(wave.id, person.id, person.row, person.weight, person.values, answers))
    return CodedData(columns, tuple(variables), tuple(records))


def _columns(project: Project, question: str, other_name: str) -> list[CodedColumn]:
    codes = [code for code in in_order(project.coding_of(question)) if code.status is not CodeStatus.RETIRED]
    columns = [CodedColumn(question, code.id, code.name, code.is_net) for code in codes]
    return [*columns, CodedColumn(question, OTHER, other_name, False)]


def _answer(project: Project, key: ResponseKey, above: dict[str, tuple[str, ...]]) -> CodedAnswer:
    response = project.responses(key.question)[key]
    assignments = project.coding_of(key.question).decisions.get(key, ())
    decided = {a.code for a in assignments}
    nets = {net for code in decided for net in above.get(code, ())}
    codes = frozenset(decided | nets) - (PSEUDO_CODES - {OTHER})
    return CodedAnswer(response.verbatim, project.state(key), codes, assignments)


def ancestors(coding: QuestionCoding) -> dict[str, tuple[str, ...]]:
    """Per code the nets above it, nearest first."""
    found: dict[str, tuple[str, ...]] = {}
    for code in coding.codes.values():
        chain: list[str] = []
        at = coding.codes.get(code.parent) if code.parent else None
        while at is not None and at.id not in chain:
            chain.append(at.id)
            at = coding.codes.get(at.parent) if at.parent else None
        found[code.id] = tuple(chain)
    return found


def in_order(coding: QuestionCoding) -> list[Code]:
    """Codes as a codebook lists them: by number if they have one, then by name, each net before what is under it."""
    children: dict[str | None, list[Code]] = {}
    for code in coding.codes.values():
        children.setdefault(code.parent if code.parent in coding.codes else None, []).append(code)

    def walk(parent: str | None) -> list[Code]:
        here = sorted(children.get(parent, ()), key=_place)
        return [code for top in here for code in (top, *walk(top.id))]

    return walk(None)


def _place(code: Code) -> tuple[bool, int, str, str]:
    return (code.number is None, code.number or 0, code.name.casefold(), code.id)


def codebook_entries(project: Project, lists: Iterable[CountedList]) -> tuple[CodebookEntry, ...]:
    """The codebooks of the questions of ``lists``, retired codes left out; each question once."""
    by_question: dict[str, CountedList] = {}
    for counted in lists:
        by_question.setdefault(counted.question.id, counted)
    return tuple(
        _entry(project, counted, code)
        for counted in by_question.values()
        for code in in_order(project.coding_of(counted.question.id))
        if code.status is not CodeStatus.RETIRED
    )


def _entry(project: Project, counted: CountedList, code: Code) -> CodebookEntry:
    coding = project.coding_of(counted.question.id)
    waves = {wave.id for wave in counted.waves}
    people = {
        (key.wave, key.respondent)
        for other, nets in ancestors(coding).items()
        if code.id == other or code.id in nets
        for key in coding.assigned_members.get(other, ())
        if key.wave in waves and project.response(key) is not None
    }
    row = next((row for row in counted.rows if row.code == code.id), None)
    parent = coding.codes.get(code.parent) if code.parent else None
    return CodebookEntry(
        question=counted.question.id,
        question_text=counted.question.text,
        code=code,
        parent_name=parent.name if parent else "",
        number=row.number if row else "",
        respondent_count=len(people),
        examples=tuple(quote.text for quote in row.quotes) if row else (),
    )
