"""The researcher's desk: commands go to the product, and every decision is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from benchmarks.simulate.study import QUESTION, Codes, Study
from coding.domain.apply import apply
from coding.domain.codebook import PSEUDO_CODES
from coding.domain.commands import Command, NewCode
from coding.domain.events import evolve
from coding.domain.project import Project, QuestionCoding
from coding.domain.survey import ResponseKey


class Decision(StrEnum):
    """What is counted. Reading is not a decision; ``Desk.read`` counts it apart."""

    NAME = "name"
    """A group is named, or a new code made."""
    MERGE = "merge"
    """A group is put together with a code that exists."""
    LEVEL = "level"
    """All groups that were not touched are shown finer: they are split in one step."""
    ANSWER = "answer"
    """A code is given to an answer, taken from it, or replaced, for identical answers at once."""
    BATCH = "batch"
    """Many suggestions are accepted in one step, or the question is finished."""


class Desk:
    """A project under the researcher's hands, with counts of decisions and of answers read."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.project: Project = study.project
        self.made: Counter[Decision] = Counter()
        self.read = 0
        self._seen: set[str] = set()

    @property
    def coding(self) -> QuestionCoding:
        """The coding as it is now."""
        return self.project.coding_of(QUESTION)

    @property
    def decisions(self) -> int:
        """Decisions so far."""
        return self.made.total()

    @property
    def seen(self) -> int:
        """Different answers read so far."""
        return len(self._seen)

    def do(self, command: Command | None, *decisions: Decision) -> None:
        """Give a command that takes these decisions. Raises CommandRefused if the product does not take it."""
        if command is not None:
            changes = apply(self.project, command, "researcher").changes
            self.project = evolve(self.project, changes).at_revision(self.project.revision + 1)
        self.made.update(decisions)

    def look(self, key: ResponseKey) -> Codes:
        """Read an answer: only now the researcher knows its codes."""
        self.read += 1
        self._seen.add(self.project.responses(QUESTION)[key].normalised)
        return self.study.truth[key]

    def look_once(self, key: ResponseKey) -> Codes:
        """Read an answer unless its words were read before."""
        if self.project.responses(QUESTION)[key].normalised in self._seen:
            return self.study.truth[key]
        return self.look(key)

    def look_again(self, keys: Iterable[ResponseKey]) -> list[Codes]:
        """What is known of answers that were read before; raises LookupError for one that was not."""
        responses = self.project.responses(QUESTION)
        found = []
        for key in keys:
            if responses[key].normalised not in self._seen:
                raise LookupError("Nobody read this answer yet.")
            found.append(self.study.truth[key])
        return found

    def code_named(self, name: str) -> str | None:
        """The id of the open code with this name, None if there is none yet."""
        return next((code.id for code in self.coding.open_codes() if code.name == name), None)

    def make_code(self, name: str) -> str:
        """The id of the code with this name, made (and counted) if it does not exist."""
        known = self.code_named(name)
        if known is None:
            known = f"hand-{len(self.coding.codes)}"
            self.do(NewCode(QUESTION, known, name), Decision.NAME)
        return known

    def stands(self, key: ResponseKey) -> dict[str, str]:
        """The codes that an answer has or is proposed for, name by id; clusters that nobody touched do not count."""
        coding = self.coding
        groups = [assignment.code for assignment in coding.decisions.get(key, ())]
        groups += [suggestion.group for suggestion in coding.suggestions.get(key, ())]
        return {group: coding.codes[group].name for group in groups if group in coding.codes}

    def final_codes(self) -> dict[ResponseKey, Codes]:
        """The decided codes of every answer, by name."""
        codes = self.coding.codes
        return {
            key: frozenset(
                codes[assignment.code].name
                for assignment in self.coding.decisions.get(key, ())
                if assignment.code not in PSEUDO_CODES
            )
            for key in self.study.truth
        }
