"""The life of a codebook: its versions, what differs between two, and a codebook as a file for another project.

A version is a revision of the project in which a code was made, renamed, merged, described, moved or retired. The file
is JSON with the names, descriptions, rules and nets of the codes and, if wanted, example answers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import uuid4

from coding.analysis.coded_data import in_order
from coding.domain.codebook import Code, CodeStatus
from coding.domain.commands import UseCodebook
from coding.domain.errors import ImportRefused
from coding.domain.events import Change, Event, Table
from coding.domain.project import Project
from coding.services.workspace import Workspace

FORMAT: Final = "tienkeer-codebook-1"
_EXAMPLES: Final = 5
_TEXTS: Final = ("name", "description", "include", "exclude", "colour")
_LONGEST: Final = 2000  # characters of any text in a codebook file
_MOST_EVENTS: Final = 5000


@dataclass(frozen=True, slots=True)
class Version:
    """A revision in which the codebook of a question changed; ``event`` tells it in words. ``codes`` are open codes."""

    revision: int
    event: Event
    codes: int


@dataclass(frozen=True, slots=True)
class CodebookChange:
    """What differs between two versions: names of codes; renamed ones as (before, after)."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    described: tuple[str, ...]


def versions(workspace: Workspace, question: str) -> tuple[Version, ...]:
    """Every version of a question's codebook, latest first."""
    found = []
    open_codes = len(_open(workspace.project, question))
    for told in workspace.history(question, _MOST_EVENTS):
        event = workspace.event(told.revision)
        changes = _codebook_changes(event, question)
        if not changes:
            continue
        found.append(Version(event.revision, replace(told, changes=()), open_codes))
        open_codes += sum(_is_open(c.before) - _is_open(c.after) for c in changes)
    return tuple(found)


def codebook_revisions(workspace: Workspace, question: str, *, since: int = 0) -> tuple[int, ...]:
    """The revisions after ``since`` in which the codebook changed, in order: the first is version 1."""
    told = [e.revision for e in workspace.history(question, _MOST_EVENTS) if e.revision > since]
    return tuple(revision for revision in reversed(told) if _codebook_changes(workspace.event(revision), question))


def _codebook_changes(event: Event, question: str) -> tuple[Change, ...]:
    return tuple(c for c in event.changes if c.table is Table.CODES and c.key[0] == question)


def difference(workspace: Workspace, question: str, first: int, second: int) -> CodebookChange:
    """What changed in the codebook from revision ``first`` to ``second``."""
    before, after = (_open(workspace.at(revision), question) for revision in (first, second))
    both = before.keys() & after.keys()
    plain = {code: replace(before[code], name="", number=None, colour="") for code in both}
    changed = [code for code in both if plain[code] != replace(after[code], name="", number=None, colour="")]
    return CodebookChange(
        added=_names(after[code] for code in after.keys() - before.keys()),
        gone=_names(before[code] for code in before.keys() - after.keys()),
        renamed=tuple(
            sorted((before[c].name, after[c].name) for c in both if before[c].name != after[c].name),
        ),
        described=_names(after[code] for code in changed),
    )


def write_codebook(project: Project, question: str, *, examples: bool = False) -> bytes:
    """The open codes of a question as a file (UTF-8 JSON), nets before what stands under them."""
    coding, responses = project.coding_of(question), project.responses(question)
    known = _open(project, question)
    codes = []
    for code in in_order(coding):
        if code.id not in known:
            continue
        entry: dict[str, Any] = {name: getattr(code, name) for name in _TEXTS if getattr(code, name)}
        entry |= {"net": True} if code.is_net else {}
        entry |= {"under": known[code.parent].name} if code.parent in known else {}
        entry |= {"rules": list(code.rules)} if code.rules else {}
        if examples:
            keys = coding.assigned_members.get(code.id, ())[:_EXAMPLES]
            entry |= {"examples": [responses[key].verbatim for key in keys if key in responses]} if keys else {}
        codes.append(entry)
    document = {"format": FORMAT, "question": project.questions[question].text, "codes": codes}
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8")


def read_codebook(data: bytes, file: str, question: str) -> UseCodebook:
    """The command that adds the codes of a file to a question. Raises ImportRefused when it is no codebook."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as problem:
        raise ImportRefused("codebook_file.unreadable", file=file, reason=str(problem)[:200]) from problem
    if (
        not isinstance(document, dict)
        or document.get("format") != FORMAT
        or not isinstance(document.get("codes"), list)
    ):
        raise ImportRefused("codebook_file.unreadable", file=file, reason=FORMAT)
    entries = [_entry(entry, file) for entry in document["codes"]]
    ids = {entry["name"].casefold(): uuid4().hex[:10] for entry in entries}
    codes = tuple(_code(entry, ids) for entry in {e["name"].casefold(): e for e in entries}.values())
    return UseCodebook(question, codes, file)


def _entry(entry: object, file: str) -> Mapping[str, Any]:
    """One code of a file, checked."""
    fair = isinstance(entry, dict) and all(
        isinstance(entry.get(name, ""), str) and len(entry.get(name, "")) <= _LONGEST for name in (*_TEXTS, "under")
    )
    if not fair or not isinstance(entry, dict) or not entry.get("name", "").strip():
        raise ImportRefused("codebook_file.unreadable", file=file, reason="codes")
    rules = entry.get("rules", [])
    if not isinstance(rules, list) or not all(isinstance(rule, str) and len(rule) <= _LONGEST for rule in rules):
        raise ImportRefused("codebook_file.unreadable", file=file, reason="rules")
    return entry


def _code(entry: Mapping[str, Any], ids: Mapping[str, str]) -> Code:
    texts: dict[str, Any] = {name: " ".join(entry.get(name, "").split()) for name in _TEXTS}
    under = ids.get(entry.get("under", "").casefold())
    own = ids[entry["name"].casefold()]
    return Code(
        own,
        **texts,
        status=CodeStatus.WORKING,
        parent=under if under != own else None,
        is_net=entry.get("net") is True,
        rules=tuple(dict.fromkeys(entry.get("rules", ()))),
    )


def _open(project: Project, question: str) -> dict[str, Code]:
    codes = project.coding_of(question).codes
    return {code.id: code for code in codes.values() if code.status is not CodeStatus.RETIRED}


def _is_open(value: object) -> int:
    return int(isinstance(value, Code) and value.status is not CodeStatus.RETIRED)


def _names(codes: Iterable[Code]) -> tuple[str, ...]:
    return tuple(sorted((code.name for code in codes), key=str.casefold))
