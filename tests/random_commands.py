"""Commands drawn at random, most of which apply: for property tests and for processes that work at the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from coding.domain.assignments import Suggestion
from coding.domain.codebook import NO_CODE, OTHER, Cluster, Code, CodeStatus, Quote
from coding.domain.commands import (
    AcceptSuggestions,
    AddWave,
    Assign,
    ChangeQuestion,
    ChooseEncoder,
    Command,
    ConfirmGroups,
    DescribeCode,
    Detach,
    DissolveGroups,
    JoinGroups,
    MergeGroups,
    NewCode,
    Propose,
    PutUnder,
    RenameGroup,
    RenameProject,
    SetQuotes,
    SplitGroup,
    TakeOut,
    Together,
)
from coding.domain.commands_waves import CheckSuggestion, CodeMany, DecideTogether, ProposeWave
from coding.domain.project import Project
from coding.domain.segments import Span
from coding.domain.survey import Batch, Intake, Question, Respondent, Response, ResponseKey, Wave
from coding.domain.waves import Recognition

QUESTION = "q"
ANSWERS = (
    "meer tijd en rust",
    "Meer tijd en rust",
    "geld; en ook lef 😀",
    "een betere planning van het werk",
    "  ruimte om te leren  ",
    "collega's die helpen",
    "niet alles tegelijk",
    "geld",
)
NAMES = ("tijd", "geld", "ruimte", "planning", "collega's", "Tijd ", "")


class Choose(Protocol):
    """Picks one of several, as ``random.Random.choice`` does."""

    def __call__(self, seq: Sequence[Any]) -> Any: ...


def a_wave(wave: str, size: int = 12) -> AddWave:
    """A wave with answers, a blank, a non-answer, someone excluded and someone who was not asked."""
    special = {3: ("", Intake.BLANK), 5: ("nee", Intake.NON_ANSWER), 6: ("geld", Intake.EXCLUDED)}
    special[7] = ("", Intake.NOT_ASKED)
    people = tuple(Respondent(f"r{i}", i + 1, {"leeftijd": str(20 + i)}, excluded=i == 6) for i in range(size))
    texts = [special.get(i, (ANSWERS[i % len(ANSWERS)], Intake.ANSWER)) for i in range(size)]
    responses = tuple(
        Response(ResponseKey(wave, QUESTION, person.id), text, " ".join(text.casefold().split()), intake)
        for person, (text, intake) in zip(people, texts, strict=True)
    )
    question = Question(QUESTION, "Wat heb je nodig?", "nodig")
    added = Wave(wave, f"meting {wave}", f"batch-{wave}", f"{wave}.csv", "2026-01-01T00:00:00+00:00")
    return AddWave(added, Batch(f"batch-{wave}", people, responses), (question,), ())


def a_command(project: Project, choose: Choose, unique: str) -> Command:
    """A command on ``project``; ``unique`` makes the ids of what is new."""
    made: Command = choose(_MAKERS)(project, choose, unique)
    return made


def _groups(project: Project) -> list[str]:
    coding = project.coding_of(QUESTION)
    codes = [code.id for code in coding.codes.values() if code.status is not CodeStatus.RETIRED]
    return [*codes, *coding.clusters] or ["nothing"]


def _keys(project: Project) -> list[ResponseKey]:
    return list(project.responses(QUESTION)) or [ResponseKey("w1", QUESTION, "nobody")]


def _some(choose: Choose, options: Sequence[Any], most: int = 3) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(choose(options) for _ in range(choose(range(1, most + 1)))))


def _span(project: Project, key: ResponseKey, choose: Choose) -> Span:
    response = project.response(key)
    length = len(response.verbatim) if response else 5
    start = choose(range(length + 1))
    return Span(start, choose(range(start, length + 1)))


def _suggestion(project: Project, key: ResponseKey, group: str, choose: Choose) -> Suggestion:
    return Suggestion(group, _span(project, key, choose), choose((0.25, 0.5, 1.0)))


def _assign(project: Project, choose: Choose, _unique: str) -> Command:
    keys = _some(choose, _keys(project))
    code = choose([*_groups(project), OTHER, NO_CODE])
    source = choose([None, None, *_groups(project)])
    span = _span(project, keys[0], choose) if choose((False, False, True)) else None
    return Assign(QUESTION, keys, code, source, span, copy=choose((False, True)))


def _move(project: Project, choose: Choose, _unique: str) -> Command:
    source = choose(_groups(project))
    coding = project.coding_of(QUESTION)
    members = [*coding.assigned_members.get(source, ()), *coding.suggested_members.get(source, ())]
    return Assign(QUESTION, _some(choose, members or _keys(project)), choose([*_groups(project), OTHER]), source)


def _propose(project: Project, choose: Choose, unique: str) -> Command:
    clusters = tuple(Cluster(f"{unique}.{node}", choose(NAMES), ("tijd",), 0.5) for node in range(3))
    suggestions = tuple(
        (key, (_suggestion(project, key, choose(clusters).id, choose),)) for key in _some(choose, _keys(project), 8)
    )
    return Propose(QUESTION, unique, choose((0, 1)), clusters, suggestions)


def _join(project: Project, choose: Choose, unique: str) -> Command:
    cluster = Cluster(f"{unique}.9", choose(NAMES), ("tijd",), 0.5)
    suggestions = tuple(
        (key, (_suggestion(project, key, choose([*_groups(project), cluster.id]), choose),))
        for key in _some(choose, _keys(project), 6)
    )
    return JoinGroups(QUESTION, unique, (cluster,), suggestions)


def _accept(project: Project, choose: Choose, _unique: str) -> Command:
    accepted = tuple(
        (key, _suggestion(project, key, choose([*_groups(project), OTHER]), choose))
        for key in _some(choose, _keys(project))
    )
    return AcceptSuggestions(QUESTION, accepted)


def _split(project: Project, choose: Choose, unique: str) -> Command:
    group = choose(_groups(project))
    coding = project.coding_of(QUESTION)
    members = sorted({*coding.assigned_members.get(group, ()), *coding.suggested_members.get(group, ())})
    at = choose(range(len(members) + 1))
    parts = ((f"{unique}-a", f"{unique} a", tuple(members[:at])), (f"{unique}-b", f"{unique} b", tuple(members[at:])))
    return SplitGroup(QUESTION, group, parts if choose((True, False)) else parts[:1])


def _quotes(project: Project, choose: Choose, _unique: str) -> Command:
    code = choose([*_groups(project), OTHER])
    coding = project.coding_of(QUESTION)
    members = [*coding.assigned_members.get(code, ()), *coding.suggested_members.get(code, ())]
    keys = _some(choose, members or _keys(project))
    return SetQuotes(QUESTION, code, tuple(Quote(key, _span(project, key, choose)) for key in keys))


def _change_question(project: Project, choose: Choose, _unique: str) -> Command:
    known = project.questions.get(QUESTION, Question(QUESTION, "Wat heb je nodig?", "nodig"))
    return ChangeQuestion(replace(known, non_answers=choose(((), ("geld",)))))


def _merge(project: Project, choose: Choose, unique: str) -> Command:
    groups = _some(choose, _groups(project))
    return MergeGroups(QUESTION, groups, choose(groups), f"{choose(NAMES)} {unique}")


def _put_under(project: Project, choose: Choose, _unique: str) -> Command:
    return PutUnder(QUESTION, _some(choose, _groups(project)), choose([None, *_groups(project)]))


def _describe(project: Project, choose: Choose, _unique: str) -> Command:
    return DescribeCode(QUESTION, choose(_groups(project)), choose(NAMES), number=choose((1, 2)))


def _take_out(project: Project, choose: Choose, _unique: str) -> Command:
    keys = _some(choose, _keys(project))
    span = _span(project, keys[0], choose) if choose((False, True)) else None
    return TakeOut(QUESTION, keys, choose([*_groups(project), OTHER]), span)


def _in_one_step(project: Project, choose: Choose, unique: str) -> Command:
    code = f"{unique}-new"
    made = NewCode(QUESTION, code, f"{choose(NAMES)} {unique}", choose((False, True)))
    second = (
        PutUnder(QUESTION, _some(choose, _groups(project)), code) if made.is_net else _assign_to(project, choose, code)
    )
    return Together(QUESTION, "put_under_new" if made.is_net else "assign_new", (made, second))


def _assign_to(project: Project, choose: Choose, code: str) -> Command:
    return Assign(QUESTION, _some(choose, _keys(project)), code)


def _new_code(_project: Project, choose: Choose, unique: str) -> Command:
    return NewCode(QUESTION, unique, f"{choose(NAMES)} {unique}", choose((False, False, True)))


def _code_many(project: Project, choose: Choose, unique: str) -> Command:
    decided = tuple((key, (choose([*_groups(project), OTHER]),)) for key in _some(choose, _keys(project)))
    new = (Code(f"{unique}-new", f"{choose(NAMES)} {unique}"),) if choose((False, False, True)) else ()
    return CodeMany(QUESTION, decided, new, alone=choose((False, True)))


def _together(project: Project, choose: Choose, _unique: str) -> Command:
    return DecideTogether(QUESTION, choose(_keys(project)), (choose([*_groups(project), OTHER]),))


def _recognise(project: Project, choose: Choose, unique: str) -> Command:
    cluster = Cluster(f"{unique}.0", choose(NAMES))
    wave = choose([*project.waves] or ["w1"])
    keys = [key for key in _keys(project) if key.wave == wave]
    suggestions = tuple(
        (key, (_suggestion(project, key, choose([*_groups(project), cluster.id]), choose),))
        for key in (_some(choose, keys, 6) if keys else ())
    )
    recognition = Recognition(wave, "2026-01-01T00:00:00+00:00", "bundled", "1", project.revision, 0.5)
    return ProposeWave(QUESTION, recognition, (cluster,), suggestions)


def _check(project: Project, choose: Choose, _unique: str) -> Command:
    return CheckSuggestion(QUESTION, _some(choose, _keys(project)), choose((True, False)), (OTHER,))


_MAKERS: tuple[Callable[[Project, Choose, str], Command], ...] = (
    _assign,
    _assign,
    _move,
    _propose,
    _join,
    _accept,
    _split,
    _code_many,
    _together,
    _recognise,
    _check,
    _quotes,
    _quotes,
    _merge,
    _merge,
    _change_question,
    _new_code,
    _describe,
    _put_under,
    _take_out,
    _in_one_step,
    lambda project, choose, _: RenameGroup(QUESTION, choose(_groups(project)), choose(NAMES)),
    lambda project, choose, _: DissolveGroups(QUESTION, _some(choose, _groups(project))),
    lambda project, choose, _: ConfirmGroups(QUESTION, _some(choose, _groups(project))),
    lambda project, choose, _: Detach(QUESTION, _some(choose, _keys(project)), choose((True, False))),
    lambda _, choose, __: RenameProject(choose(NAMES)),
    lambda _, choose, __: ChooseEncoder(choose(("bundled", "other")), "1"),
    lambda _, choose, __: a_wave(choose(("w1", "w2", "w3"))),
)
