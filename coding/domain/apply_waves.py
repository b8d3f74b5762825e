"""Commands on new waves and further coders: recognise, check, decide in bulk, code apart, decide together, recode."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from coding.domain.apply_groups import people
from coding.domain.assignments import Assignment, Origin, Suggestion
from coding.domain.codebook import NO_CODE, PSEUDO_CODES, CodeStatus
from coding.domain.commands_waves import (
    CheckSuggestion,
    CodeMany,
    DecideTogether,
    DrawSample,
    ProposeWave,
    Recode,
    UseCodebook,
)
from coding.domain.draft import Draft
from coding.domain.errors import CommandRefused
from coding.domain.events import Table
from coding.domain.outcome import Outcome
from coding.domain.project import Project, QuestionCoding
from coding.domain.survey import ResponseKey
from coding.domain.waves import Check


def propose_wave(project: Project, command: ProposeWave, coder: str) -> Outcome:
    """Replace what the machine proposes for a wave; decisions, other waves and groups in the making stay."""
    draft = Draft(project, coder, command.question)
    wave = command.recognition.wave
    if wave not in project.waves:
        raise CommandRefused("command.wave_gone")
    fresh = {key: made for key, made in command.suggestions if project.response(key) is not None}
    if any(key.wave != wave or key.question != command.question for key in fresh):
        raise ValueError("The 'suggestions' of ProposeWave must be for the wave and the question it names.")
    # A recognition takes a while: a code may have been merged or retired since it was begun.
    known = {c.id for c in draft.base.open_codes()} | {c.id for c in command.clusters} | PSEUDO_CODES
    for key in project.responses(command.question):
        if key.wave == wave:
            _propose_for(draft, key, tuple(s for s in fresh.get(key, ()) if s.group in known))
    standing = {s.group for key in dict.fromkeys((*draft.base.suggestions, *fresh)) for s in draft.suggestions(key)}
    clusters = {cluster.id: cluster for cluster in command.clusters if cluster.id in standing}
    if clusters.keys() & draft.base.codes.keys():
        raise ValueError("A cluster may not have the id of a code.")
    for cluster_id in draft.base.clusters:
        if cluster_id not in standing:
            draft.put_cluster(cluster_id, None)
    for cluster_id, cluster in clusters.items():
        draft.put_cluster(cluster_id, cluster)
    draft.put(Table.RECOGNISED, (command.question, wave), command.recognition)
    recognised = sum(any(s.group not in clusters for s in made) for made in fresh.values())
    facts = {"name": project.waves[wave].name, "count": str(recognised), "groups": str(len(clusters))}
    return Outcome("propose_wave", draft.finish(), command.question, facts)


def _propose_for(draft: Draft, key: ResponseKey, fresh: tuple[Suggestion, ...]) -> None:
    if draft.decisions(key):
        return
    kept = tuple(s for s in draft.suggestions(key) if _in_the_making(draft.base, s.group))
    new = tuple(s for s in fresh if not any(s.span.overlaps(own.span) for own in kept))
    draft.put_suggestions(key, (*kept, *new))


def _in_the_making(coding: QuestionCoding, group: str) -> bool:
    """Whether a person made a code of a proposed group and has decided on none of its answers yet."""
    code = coding.codes.get(group)
    return code is not None and code.status is CodeStatus.WORKING and group not in coding.assigned_members


def check_suggestion(project: Project, command: CheckSuggestion, coder: str) -> Outcome:
    """Decide on a drawn answer and keep whether the suggestion was right."""
    draft = Draft(project, coder, command.question)
    drawn = command.responses[0]
    suggested = draft.suggestions(drawn)
    if not suggested:
        raise CommandRefused("command.nothing_suggested")
    groups = tuple(dict.fromkeys(s.group for s in suggested))
    codes = groups if command.right else command.codes
    _adopt(draft, codes)
    origin = Origin.SUGGESTION if command.right else Origin.HAND
    for key in command.responses:
        draft.put_suggestions(key, ())
        draft.put_decisions(key, _carrying(draft, key, codes, origin))
    draft.put(Table.CHECKS, drawn, Check(groups, command.right, coder))
    facts = {"count": str(people(command.responses))}
    return Outcome("check_right" if command.right else "check_wrong", draft.finish(), command.question, facts)


def code_many(project: Project, command: CodeMany, coder: str) -> Outcome:
    """Decide on many answers; what was decided on them before is replaced."""
    draft = Draft(project, coder, command.question)
    taken = {code.name.casefold() for code in draft.base.codes.values() if code.status is not CodeStatus.RETIRED}
    for code in command.new:
        if code.name.casefold() in taken:
            raise CommandRefused("command.name_taken", name=code.name)
        draft.put_code(code)
    _adopt(draft, (code for _, codes in command.decided for code in codes))
    for key, codes in command.decided:
        carried = _carrying(draft, key, codes or (NO_CODE,), Origin.HAND)
        if command.alone:
            _put_independent(draft, key, coder, carried)
        else:
            draft.put_suggestions(key, ())
            draft.put_decisions(key, carried)
    facts = {"count": str(people(key for key, _ in command.decided))}
    return Outcome("code_alone" if command.alone else "code_many", draft.finish(), command.question, facts)


def draw_sample(project: Project, command: DrawSample, coder: str) -> Outcome:
    """Keep the drawn answers."""
    draft = Draft(project, coder, command.question)
    if not command.sample.responses:
        raise CommandRefused("command.sample_empty")
    for key in command.sample.responses:
        draft.whole(key)
    draft.put(Table.SAMPLES, (command.question, command.sample.id), command.sample)
    return Outcome("draw_sample", draft.finish(), command.question, {"count": str(people(command.sample.responses))})


def decide_together(project: Project, command: DecideTogether, coder: str) -> Outcome:
    """The consensus counts; who had decided before keeps that decision among those made alone."""
    draft = Draft(project, coder, command.question)
    key = command.response
    before = draft.decisions(key)
    alone = draft.base.independent.get(key, ())
    draft.put(Table.INDEPENDENT, key, (*alone, *_as_decided_alone(before, {a.coder for a in alone})))
    codes = command.codes or (NO_CODE,)
    _adopt(draft, codes)
    spans = {a.code: a.span for a in (*alone, *before)}
    agreed = (draft.assignment(code, spans.get(code, draft.whole(key)), Origin.CONSENSUS) for code in codes)
    draft.put_suggestions(key, ())
    draft.put_decisions(key, agreed)
    return Outcome("decide_together", draft.finish(), command.question, {"row": str(project.respondent(key).row)})


def _as_decided_alone(before: tuple[Assignment, ...], authors: set[str]) -> tuple[Assignment, ...]:
    """What counted so far, under the name of who decided last; nothing if that is known or was a consensus itself."""
    if not before or any(a.origin is Origin.CONSENSUS for a in before):
        return ()
    last = max(before, key=lambda a: a.codebook_version).coder
    return () if last in authors else tuple(a._replace(coder=last) for a in before)


def recode(project: Project, command: Recode, coder: str) -> Outcome:
    """Move answers between codes, words and all; a move to the code they carry only says that somebody looked again."""
    draft = Draft(project, coder, command.question)
    _adopt(draft, (new for _, _, new in command.moves))
    by_answer: dict[ResponseKey, dict[str, str]] = {}
    for key, old, new in command.moves:
        by_answer.setdefault(key, {})[old] = new
    for key, moves in by_answer.items():
        decisions = draft.decisions(key)
        if not moves.keys() <= {a.code for a in decisions}:
            raise CommandRefused("command.response_moved")
        draft.put_decisions(key, [_recoded(draft, a, moves.get(a.code)) for a in decisions])
    moved = people(key for key, old, new in command.moves if old != new)
    facts = {"count": str(moved), "stayed": str(len(by_answer) - moved)}
    return Outcome("recode", draft.finish(), command.question, facts)


def _recoded(draft: Draft, old: Assignment, code: str | None) -> Assignment:
    if code is None:
        return old
    return draft.assignment(code, old.span, old.origin if code == old.code else Origin.SUGGESTION)


def use_codebook(project: Project, command: UseCodebook, coder: str) -> Outcome:
    """Add codes; those whose name is in use are left out, with what stands under them put under the one there is."""
    draft = Draft(project, coder, command.question)
    known = {c.name.casefold(): c.id for c in draft.base.codes.values() if c.status is not CodeStatus.RETIRED}
    place = {code.id: known.get(code.name.casefold(), code.id) for code in command.codes}
    added = [code for code in command.codes if place[code.id] == code.id]
    for code in added:
        if code.id in PSEUDO_CODES or draft.code(code.id) or draft.cluster(code.id):
            raise ValueError("The 'codes' of UseCodebook must have ids that are not in use.")
        parent = place.get(code.parent or "")
        above = draft.base.codes.get(parent or "")
        if above is not None and not above.is_net:
            raise CommandRefused("command.not_a_net", name=above.name)
        draft.put_code(replace(code, parent=parent))
    count = sum(not code.is_net for code in added) or len(added)
    facts = {"count": str(count), "source": command.source}
    return Outcome("use_codebook", draft.finish(), command.question, facts)


def _adopt(draft: Draft, codes: Iterable[str]) -> None:
    """Make working codes of clusters among ``codes``; refuse what takes no answers."""
    for code in dict.fromkeys(codes):
        if code not in PSEUDO_CODES and (found := draft.adopt(code)).is_net:
            raise CommandRefused("command.net_takes_no_answers", name=found.name)


def _carrying(draft: Draft, key: ResponseKey, codes: Iterable[str], origin: Origin) -> tuple[Assignment, ...]:
    """One assignment of the whole answer per code."""
    whole = draft.whole(key)
    return tuple(draft.assignment(code, whole, origin) for code in dict.fromkeys(codes))


def _put_independent(draft: Draft, key: ResponseKey, coder: str, carried: tuple[Assignment, ...]) -> None:
    others = tuple(a for a in draft.base.independent.get(key, ()) if a.coder != coder)
    ordered = sorted((*others, *carried), key=lambda a: (a.coder, a.span, a.code))
    draft.put(Table.INDEPENDENT, key, tuple(ordered))


HANDLERS: dict[type, Callable[[Project, Any, str], Outcome]] = {
    ProposeWave: propose_wave,
    CheckSuggestion: check_suggestion,
    CodeMany: code_many,
    DrawSample: draw_sample,
    DecideTogether: decide_together,
    Recode: recode,
    UseCodebook: use_codebook,
}
