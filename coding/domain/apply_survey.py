"""Commands on the project itself: its name, encoder, waves, questions and the sentences of its summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from coding.domain.commands import AddWave, ChangeQuestion, ChooseEncoder, RenameProject, WriteSentence
from coding.domain.errors import CommandRefused
from coding.domain.events import Change, Table
from coding.domain.outcome import Outcome
from coding.domain.project import Project, ProjectInfo
from coding.domain.survey import Question, Variable


def rename_project(project: Project, command: RenameProject, coder: str) -> Outcome:  # noqa: ARG001 - one shape
    """Give the project another name."""
    name = command.name.strip()
    if not name:
        raise CommandRefused("command.empty_name")
    info = ProjectInfo(name, project.info.encoder, project.info.encoder_version)
    changes = (Change(Table.INFO, (), project.info, info),) if info != project.info else ()
    return Outcome("rename_project", changes, facts={"before": project.info.name, "after": name})


def choose_encoder(project: Project, command: ChooseEncoder, coder: str) -> Outcome:  # noqa: ARG001 - one shape
    """Use another encoder; decisions stay."""
    info = ProjectInfo(project.info.name, command.encoder, command.version)
    changes = (Change(Table.INFO, (), project.info, info),) if info != project.info else ()
    return Outcome("choose_encoder", changes, facts={"before": project.info.encoder, "after": command.encoder})


def add_wave(project: Project, command: AddWave, coder: str) -> Outcome:  # noqa: ARG001 - one shape
    """Add an import. The caller has put its batch into the project first."""
    if command.wave.id in project.waves:
        raise CommandRefused("command.wave_exists", name=project.waves[command.wave.id].name)
    if any(wave.name.casefold() == command.wave.name.casefold() for wave in project.waves.values()):
        raise CommandRefused("command.wave_name_taken", name=command.wave.name)
    same = [wave for wave in project.waves.values() if wave.digest and wave.digest == command.wave.digest]
    if same:
        raise CommandRefused("command.wave_same_file", name=same[0].name)
    changes = [Change(Table.WAVES, (command.wave.id,), None, command.wave)]
    changes += [
        Change(Table.QUESTIONS, (q.id,), known, after)
        for q in command.questions
        if (after := _with_heading(known := project.questions.get(q.id), q)) != known
    ]
    changes += [
        Change(Table.VARIABLES, (v.id,), before, learned)
        for v in command.variables
        if (learned := _with_categories(before := project.variables.get(v.id), v)) != before
    ]
    facts = {"name": command.wave.name, "source": command.wave.source, "count": str(len(command.batch.respondents))}
    return Outcome("add_wave", tuple(changes), facts=facts)


def _with_heading(known: Question | None, imported: Question) -> Question:
    """A question the project knows, with its heading in this file remembered; else the new one."""
    if known is None:
        return imported
    if imported.column in (known.column, *known.aliases):
        return known
    return replace(known, aliases=(*known.aliases, imported.column))


def _with_categories(known: Variable | None, imported: Variable) -> Variable:
    """A variable the project knows, with its heading, new categories and renamed ones remembered; else the new one."""
    if known is None:
        return imported
    renamed = dict((*known.renamed, *imported.renamed))
    aliases = (*known.aliases, imported.column) if imported.column != known.column else known.aliases
    return replace(
        known,
        aliases=tuple(dict.fromkeys(aliases)),
        categories=tuple(dict.fromkeys((*known.categories, *imported.categories))),
        renamed=tuple(renamed.items()),
        parts=tuple((dict(imported.parts) | dict(known.parts)).items()),
        separator=imported.separator or known.separator,
    )


def change_question(project: Project, command: ChangeQuestion, coder: str) -> Outcome:  # noqa: ARG001 - one shape
    """Replace a question's settings."""
    before = project.questions.get(command.question.id)
    if before is None:
        raise CommandRefused("command.question_gone")
    if not command.question.text.strip():
        raise CommandRefused("command.empty_name")
    changed = before != command.question
    changes = (Change(Table.QUESTIONS, (before.id,), before, command.question),) if changed else ()
    return Outcome("change_question", changes, before.id, {"name": command.question.text})


def write_sentence(project: Project, command: WriteSentence, coder: str) -> Outcome:  # noqa: ARG001 - one shape
    """Keep a sentence by hand, or go back to the one that the summary makes."""
    sentence = command.sentence
    question = project.questions.get(sentence.question)
    if question is None:
        raise CommandRefused("command.question_gone")
    before = project.sentences.get(sentence.id)
    after = sentence if sentence.text.strip() else None
    changes = (Change(Table.SENTENCES, (sentence.id,), before, after),) if before != after else ()
    action = "see_sentence" if command.seen else "write_sentence" if after else "drop_sentence"
    return Outcome(action, changes, question.id, {"name": question.text})


HANDLERS: dict[type, Callable[[Project, Any, str], Outcome]] = {
    RenameProject: rename_project,
    ChooseEncoder: choose_encoder,
    AddWave: add_wave,
    ChangeQuestion: change_question,
    WriteSentence: write_sentence,
}
