"""Commands on groups: propose, rename, merge, split, dissolve, confirm, describe, put under a net."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from coding.domain.assignments import Origin, Suggestion
from coding.domain.codebook import PSEUDO_CODES, Code, CodeStatus
from coding.domain.commands import (
    ConfirmGroups,
    DescribeCode,
    DissolveGroups,
    JoinGroups,
    MergeGroups,
    NewCode,
    Propose,
    PutUnder,
    RenameGroup,
    SplitGroup,
)
from coding.domain.draft import Draft
from coding.domain.errors import CommandRefused
from coding.domain.events import Table
from coding.domain.outcome import Outcome
from coding.domain.project import Board, Project
from coding.domain.survey import ResponseKey


def people(keys: Iterable[ResponseKey]) -> int:
    """How many respondents the responses, to one question, come from."""
    return len(set(keys))


def propose(project: Project, command: Propose, coder: str) -> Outcome:
    """Put clusters on the board; words that carry a decision or stand in a working code are left alone."""
    draft = Draft(project, coder, command.question)
    old = draft.base
    # A proposal takes a while: someone may have been erased since it was begun.
    fresh = {key: made for key, made in command.suggestions if project.response(key) is not None}
    used: set[str] = set()
    for key in dict.fromkeys((*old.suggestions, *fresh)):
        kept = tuple(s for s in draft.suggestions(key) if s.group in old.codes)
        taken = [s.span for s in kept] + [a.span for a in draft.decisions(key)]
        new = tuple(s for s in fresh.get(key, ()) if not any(s.span.overlaps(span) for span in taken))
        used |= {s.group for s in new}
        draft.put_suggestions(key, (*kept, *new))
    clusters = {cluster.id: cluster for cluster in command.clusters if cluster.id in used}
    if clusters.keys() & old.codes.keys():
        raise ValueError("A cluster may not have the id of a code.")
    for cluster_id in dict.fromkeys((*old.clusters, *clusters)):
        draft.put_cluster(cluster_id, clusters.get(cluster_id))
    draft.put(Table.BOARD, (command.question,), Board(command.run, command.level))
    facts = {"count": str(len(clusters))}
    return Outcome("propose", draft.finish(), command.question, facts)


def join_groups(project: Project, command: JoinGroups, coder: str) -> Outcome:
    """Add suggestions for later answers, and new groups among them; what has a decision or a group is left alone."""
    draft = Draft(project, coder, command.question)
    new = {cluster.id: cluster for cluster in command.clusters}
    if new.keys() & (draft.base.codes.keys() | draft.base.clusters.keys()):
        raise ValueError("The 'clusters' of JoinGroups must have ids that are not in use.")
    # Joining takes a while: a group may have been merged or dissolved since it was begun.
    known = new.keys() | draft.base.clusters.keys() | {code.id for code in draft.base.open_codes()}
    joined: dict[ResponseKey, tuple[Suggestion, ...]] = {}
    for key, made in command.suggestions:
        free = project.response(key) is not None and not draft.decisions(key) and not draft.suggestions(key)
        if free and (kept := tuple(s for s in made if s.group in known)):
            joined[key] = kept
            draft.put_suggestions(key, kept)
    used = {s.group for made in joined.values() for s in made}
    for cluster_id, cluster in new.items():
        if cluster_id in used:
            draft.put_cluster(cluster_id, cluster)
    draft.put(Table.BOARD, (command.question,), replace(draft.base.board, run=command.run))
    facts = {"count": str(people(joined)), "groups": str(len(used & new.keys()))}
    return Outcome("join_groups", draft.finish(), command.question, facts)


def rename_group(project: Project, command: RenameGroup, coder: str) -> Outcome:
    """Name a group."""
    draft = Draft(project, coder, command.question)
    name = _free_name(draft, command.name, but=(command.group,))
    code = draft.adopt(command.group)
    draft.put_code(replace(code, name=name))
    return Outcome("rename_group", draft.finish(), command.question, {"before": code.name, "after": name})


def merge_groups(project: Project, command: MergeGroups, coder: str) -> Outcome:
    """Put groups together: suggestions, assignments, quotes, descriptions and rules move to ``into``."""
    draft = Draft(project, coder, command.question)
    groups = tuple(dict.fromkeys(command.groups))
    if len(groups) < 2 or command.into not in groups:
        raise CommandRefused("command.merge_needs_two")
    name = _free_name(draft, command.name, but=groups)
    names = [draft.base.group_name(group) or "" for group in groups]
    moved = {group: draft.members(group) for group in groups}
    target = draft.adopt(command.into)
    parts = [target, *(draft.adopt(group) for group in groups if group != command.into)]
    if any(part.is_net != target.is_net for part in parts):
        raise CommandRefused("command.net_and_code")
    confirmed = any(part.status is CodeStatus.CONFIRMED for part in parts)
    draft.put_code(
        replace(
            target,
            name=name,
            status=CodeStatus.CONFIRMED if confirmed else CodeStatus.WORKING,
            description=_joined(part.description for part in parts),
            include=_joined(part.include for part in parts),
            exclude=_joined(part.exclude for part in parts),
            keywords=tuple(dict.fromkeys(word for part in parts for word in part.keywords)),
            rules=tuple(dict.fromkeys(rule for part in parts for rule in part.rules)),
            examples=tuple(dict.fromkeys(example for part in parts for example in part.examples)),
            parent=None if target.parent in groups else target.parent,
        )
    )
    for part in parts[1:]:
        _retire(draft, part.id)
        for child in draft.base.codes.values():
            if child.parent == part.id and child.id not in groups:
                draft.put_code(replace(draft.code(child.id) or child, parent=target.id))
        _move(draft, moved[part.id], part.id, target.id)
        _move_independent(draft, part.id, target.id)
        quotes = (*draft.quotes(target.id), *draft.quotes(part.id))
        draft.put_quotes(target.id, tuple({(q.response, q.span): q for q in quotes}.values()))
        draft.put_quotes(part.id, ())
    counts = " + ".join(str(people(moved[group])) for group in groups)
    facts = {"names": " + ".join(f"'{n}'" for n in names), "after": name, "counts": counts}
    return Outcome("merge_groups", draft.finish(), command.question, facts)


def new_code(project: Project, command: NewCode, coder: str) -> Outcome:
    """Make an empty code."""
    draft = Draft(project, coder, command.question)
    if command.code in PSEUDO_CODES or draft.code(command.code) or draft.cluster(command.code):
        raise ValueError("The 'code' of NewCode must be an id that is not in use.")
    name = _free_name(draft, command.name)
    draft.put_code(Code(command.code, name, is_net=command.is_net))
    return Outcome("new_net" if command.is_net else "new_code", draft.finish(), command.question, {"after": name})


def dissolve_groups(project: Project, command: DissolveGroups, coder: str) -> Outcome:
    """Undo groups; their answers become undecided."""
    draft = Draft(project, coder, command.question)
    groups = frozenset(command.groups)
    names = [draft.adopt(group).name for group in command.groups]
    members = dict.fromkeys(key for group in command.groups for key in draft.members(group))
    for group in command.groups:
        _retire(draft, group)
    for key in members:
        draft.put_suggestions(key, [s for s in draft.suggestions(key) if s.group not in groups])
        draft.put_decisions(key, [a for a in draft.decisions(key) if a.code not in groups])
    for child in draft.base.codes.values():
        if child.parent in groups and child.id not in groups:
            draft.put_code(replace(child, parent=None))
    facts = {"count": str(people(members))}
    if len(names) == 1:
        return Outcome("dissolve_group", draft.finish(), command.question, {"before": names[0], **facts})
    facts["names"] = ", ".join(f"'{name}'" for name in names)
    return Outcome("dissolve_groups", draft.finish(), command.question, facts)


def confirm_groups(project: Project, command: ConfirmGroups, coder: str) -> Outcome:
    """One assignment per proposed member."""
    draft = Draft(project, coder, command.question)
    for group in command.groups:
        code = draft.adopt(group)
        draft.put_code(replace(code, status=CodeStatus.CONFIRMED))
    members: dict[ResponseKey, None] = {}
    for group in command.groups:
        for key in draft.base.suggested_members.get(group, ()):
            members[key] = None
            mine = [s for s in draft.suggestions(key) if s.group == group]
            draft.put_suggestions(key, (s for s in draft.suggestions(key) if s.group != group))
            new = (draft.assignment(group, s.span, Origin.GROUP) for s in mine)
            draft.put_decisions(key, (*draft.decisions(key), *new))
    names = ", ".join(f"'{draft.adopt(group).name}'" for group in command.groups)
    facts = {"names": names, "count": str(people(members))}
    return Outcome("confirm_groups", draft.finish(), command.question, facts)


def describe_code(project: Project, command: DescribeCode, coder: str) -> Outcome:
    """Change what the codebook says of a code."""
    draft = Draft(project, coder, command.question)
    code = draft.adopt(command.code)
    fields = ("description", "include", "exclude", "colour", "number", "rules", "examples")
    given = {name: getattr(command, name) for name in fields if getattr(command, name) is not None}
    draft.put_code(replace(code, **given))
    return Outcome("describe_code", draft.finish(), command.question, {"name": code.name})


def put_under(project: Project, command: PutUnder, coder: str) -> Outcome:
    """Put codes under a net; a net may stand under another net, never under itself."""
    draft = Draft(project, coder, command.question)
    parent = draft.adopt(command.parent) if command.parent is not None else None
    if parent is not None and not parent.is_net:
        raise CommandRefused("command.not_a_net", name=parent.name)
    above = parent
    while above is not None:
        if above.id in command.codes:
            raise CommandRefused("command.net_in_itself", name=above.name)
        above = draft.code(above.parent) if above.parent else None
    for code in command.codes:
        draft.put_code(replace(draft.adopt(code), parent=command.parent))
    names = ", ".join(f"'{draft.adopt(code).name}'" for code in command.codes)
    facts = {"names": names, "after": parent.name if parent else ""}
    return Outcome("put_under" if parent else "put_under_none", draft.finish(), command.question, facts)


def split_group(project: Project, command: SplitGroup, coder: str) -> Outcome:
    """Each part becomes a code with its members; an emptied group goes, else answers were set apart from it."""
    draft = Draft(project, coder, command.question)
    members = frozenset(draft.members(command.group))
    split = draft.adopt(command.group)
    left = set(members)
    for part_id, wanted_name, keys in command.parts:
        if not members.issuperset(keys) or not left.issuperset(keys):
            raise CommandRefused("command.split_changed")
        left -= set(keys)
        name = _free_name(draft, wanted_name, but=(command.group,) if not left else ())
        draft.put_code(Code(part_id, name, status=split.status, parent=split.parent))
        _move(draft, keys, command.group, part_id)
        own = frozenset(keys)
        draft.put_quotes(part_id, tuple(q for q in draft.base.quotes.get(command.group, ()) if q.response in own))
    if not left:
        _retire(draft, command.group)
    facts = {"before": split.name, "names": ", ".join(f"'{name}'" for _, name, _ in command.parts)}
    if left or len(command.parts) == 1:
        facts["count"] = str(len(members) - len(left))
        return Outcome("set_apart", draft.finish(), command.question, facts)
    return Outcome("split_group", draft.finish(), command.question, facts)


def _move(draft: Draft, keys: Iterable[ResponseKey], old: str, new: str) -> None:
    for key in keys:
        draft.put_suggestions(key, (s._replace(group=new) if s.group == old else s for s in draft.suggestions(key)))
        draft.put_decisions(key, (a._replace(code=new) if a.code == old else a for a in draft.decisions(key)))


def _move_independent(draft: Draft, old: str, new: str) -> None:
    """What coders decided alone follows a merge, so that it can still be compared."""
    for key, alone in draft.base.independent.items():
        if any(a.code == old for a in alone):
            moved = (a._replace(code=new) if a.code == old else a for a in alone)
            draft.put(Table.INDEPENDENT, key, tuple(dict.fromkeys(moved)))


def _retire(draft: Draft, group: str) -> None:
    """A code that was ever stored is kept as retired; a cluster that was adopted only just now simply goes."""
    code = draft.adopt(group)
    if group in draft.base.codes:
        draft.put_code(replace(code, status=CodeStatus.RETIRED, parent=None))
    else:
        draft.put(Table.CODES, (draft.question, group), None)


def _free_name(draft: Draft, name: str, but: tuple[str, ...] = ()) -> str:
    name = " ".join(name.split())
    if not name:
        raise CommandRefused("command.empty_name")
    for code in draft.base.codes.values():
        if code.id not in but and code.status is not CodeStatus.RETIRED and code.name.casefold() == name.casefold():
            raise CommandRefused("command.name_taken", name=code.name)
    return name


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))


HANDLERS: dict[type, Callable[[Project, Any, str], Outcome]] = {
    Propose: propose,
    JoinGroups: join_groups,
    RenameGroup: rename_group,
    MergeGroups: merge_groups,
    NewCode: new_code,
    DissolveGroups: dissolve_groups,
    ConfirmGroups: confirm_groups,
    DescribeCode: describe_code,
    PutUnder: put_under,
    SplitGroup: split_group,
}
