"""A project: one study with its questions, waves, codebooks and coding, as one immutable value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from coding.domain.assignments import Assignment, ResponseState, Suggestion, state_of
from coding.domain.codebook import Cluster, Code, CodeStatus, Quote
from coding.domain.sentences import Sentence
from coding.domain.survey import Batch, Intake, Question, Respondent, Response, ResponseKey, Variable, Wave, in_order
from coding.domain.waves import Check, Recognition, Sample


@dataclass(frozen=True, slots=True)
class ProjectInfo:
    """What the whole project shares. ``encoder`` and ``encoder_version`` made its vectors."""

    name: str
    encoder: str = "bundled"
    encoder_version: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Which proposal run and which level a question's clusters were cut from."""

    run: str | None = None
    level: int = 0


@dataclass(frozen=True)
class QuestionCoding:
    """Everything decided and proposed for one question; replaced as a whole whenever anything in it changes.

    ``clusters`` and ``suggestions`` are the machine's; ``codes``, ``decisions``, ``quotes`` and ``detached`` people's.
    A working code keeps the id of the cluster it came from, so suggestions of that group follow it.
    ``independent`` is what each coder decided alone, apart from the decisions that count; ``samples`` are the answers
    drawn for that. ``recognised`` tells per wave how its answers were recognised, ``checks`` which of those somebody
    looked at.
    """

    codes: Mapping[str, Code] = field(default_factory=dict)
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    decisions: Mapping[ResponseKey, tuple[Assignment, ...]] = field(default_factory=dict)
    suggestions: Mapping[ResponseKey, tuple[Suggestion, ...]] = field(default_factory=dict)
    quotes: Mapping[str, tuple[Quote, ...]] = field(default_factory=dict)
    detached: Mapping[ResponseKey, bool] = field(default_factory=dict)
    independent: Mapping[ResponseKey, tuple[Assignment, ...]] = field(default_factory=dict)
    samples: Mapping[str, Sample] = field(default_factory=dict)
    recognised: Mapping[str, Recognition] = field(default_factory=dict)
    checks: Mapping[ResponseKey, Check] = field(default_factory=dict)
    board: Board = field(default_factory=Board)

    @cached_property
    def suggested_members(self) -> Mapping[str, tuple[ResponseKey, ...]]:
        """Per group the responses the machine proposes for it, in a fixed order."""
        members: dict[str, list[ResponseKey]] = {}
        for key in in_order(self.suggestions):
            for group in dict.fromkeys(suggestion.group for suggestion in self.suggestions[key]):
                members.setdefault(group, []).append(key)
        return MappingProxyType({group: tuple(keys) for group, keys in members.items()})

    @cached_property
    def assigned_members(self) -> Mapping[str, tuple[ResponseKey, ...]]:
        """Per code (pseudo-codes included) the responses a person put under it, in a fixed order."""
        members: dict[str, list[ResponseKey]] = {}
        for key in in_order(self.decisions):
            for code in dict.fromkeys(assignment.code for assignment in self.decisions[key]):
                members.setdefault(code, []).append(key)
        return MappingProxyType({code: tuple(keys) for code, keys in members.items()})

    def group_name(self, group: str) -> str | None:
        """The name of a code or cluster, None if there is no such group."""
        found = self.codes.get(group) or self.clusters.get(group)
        return found.name if found else None

    def open_codes(self) -> tuple[Code, ...]:
        """Codes that can still take answers: not retired, not merely a net."""
        return tuple(c for c in self.codes.values() if c.status is not CodeStatus.RETIRED and not c.is_net)


EMPTY_CODING = QuestionCoding()


@dataclass(frozen=True)
class Project:
    """One study. ``revision`` counts the events it has been through; ``batches`` hold the immutable imports.

    ``sentences`` are those of the summary that a person wrote, by ``sentence_id``.
    """

    id: str
    info: ProjectInfo
    questions: Mapping[str, Question] = field(default_factory=dict)
    variables: Mapping[str, Variable] = field(default_factory=dict)
    waves: Mapping[str, Wave] = field(default_factory=dict)
    sentences: Mapping[str, Sentence] = field(default_factory=dict)
    batches: Mapping[str, Batch] = field(default_factory=dict)
    coding: Mapping[str, QuestionCoding] = field(default_factory=dict)
    revision: int = 0

    @cached_property
    def _index(self) -> Mapping[str, Mapping[ResponseKey, Response]]:
        """Responses per question, of the waves that are in the project, in the order of waves and file rows."""
        index: dict[str, dict[ResponseKey, Response]] = {question: {} for question in self.questions}
        for wave in self.waves_in_order():
            for response in self.batches[wave.batch].responses:
                if response.key.question in index:
                    index[response.key.question][response.key] = response
        return index

    @cached_property
    def _respondents(self) -> Mapping[tuple[str, str], Respondent]:
        return {
            (wave.id, respondent.id): respondent
            for wave in self.waves.values()
            for respondent in self.batches[wave.batch].respondents
        }

    def waves_in_order(self) -> tuple[Wave, ...]:
        """Waves from first to last."""
        return tuple(sorted(self.waves.values(), key=lambda wave: (wave.position, wave.id)))

    def questions_in_order(self) -> tuple[Question, ...]:
        """Open questions in the order of the questionnaire."""
        return tuple(sorted(self.questions.values(), key=lambda question: (question.position, question.id)))

    def coding_of(self, question: str) -> QuestionCoding:
        """The coding of a question; empty when nothing happened yet."""
        return self.coding.get(question, EMPTY_CODING)

    def responses(self, question: str) -> Mapping[ResponseKey, Response]:
        """All responses to a question (also blank and not asked), by key, in file order."""
        return self._index.get(question, {})

    def response(self, key: ResponseKey) -> Response | None:
        """One response, None when there is none (never asked in that wave, or erased)."""
        return self.responses(key.question).get(key)

    def respondent(self, key: ResponseKey) -> Respondent:
        """The person behind a response."""
        return self._respondents[key.wave, key.respondent]

    def respondents(self, wave: str) -> tuple[Respondent, ...]:
        """All respondents of a wave in file order."""
        return self.batches[self.waves[wave].batch].respondents

    def intake(self, response: Response) -> Intake:
        """The intake of a response, with the researcher's own non-answers for the question taken into account."""
        if (
            response.intake is Intake.ANSWER
            and response.normalised in self.questions[response.key.question].non_answers
        ):
            return Intake.NON_ANSWER
        return response.intake

    def state(self, key: ResponseKey) -> ResponseState:
        """The state of a response."""
        response = self.responses(key.question)[key]
        decided = self.coding_of(key.question).decisions.get(key, ())
        return state_of(self.intake(response), [assignment.code for assignment in decided])

    def states(self, question: str) -> dict[ResponseState, int]:
        """Responses to a question per state, every state named: as they came in, then moved by what was decided."""
        states = dict.fromkeys(ResponseState, 0)
        for intake, responses in self._by_intake(question).items():
            states[state_of(intake, ())] += len(responses)
        known = self.responses(question)
        decided = [
            (self.intake(response), tuple([assignment.code for assignment in assignments]))
            for key, assignments in self.coding_of(question).decisions.items()
            if (response := known.get(key)) is not None
        ]
        for (intake, codes), count in Counter(decided).items():
            states[state_of(intake, ())] -= count
            states[state_of(intake, codes)] += count
        return states

    def answers(self, question: str) -> Iterator[Response]:
        """The responses that can be coded: answered, not excluded, not a non-answer."""
        return iter(self._by_intake(question).get(Intake.ANSWER, ()))

    def _by_intake(self, question: str) -> Mapping[Intake, tuple[Response, ...]]:
        cache = self._intake_cache
        if question not in cache:
            found: dict[Intake, list[Response]] = {}
            for response in self.responses(question).values():
                found.setdefault(self.intake(response), []).append(response)
            cache[question] = {intake: tuple(responses) for intake, responses in found.items()}
        return cache[question]

    def identical(self, key: ResponseKey) -> tuple[ResponseKey, ...]:
        """The responses of one decision: same question and normalised text, not detached; ``key`` itself first.

        A detached response stands alone.
        """
        same = self._twins(key.question).get(key)
        if same is None:
            return (key,)
        detached = self.coding_of(key.question).detached
        if key in detached:
            return (key,)
        return (key, *(other for other in same if other != key and other not in detached))

    def _twins(self, question: str) -> Mapping[ResponseKey, tuple[ResponseKey, ...]]:
        """The responses with the same normalised text, of each that has any."""
        cache = self._twin_cache
        if question not in cache:
            by_text: dict[str, list[ResponseKey]] = {}
            for response in self.responses(question).values():
                if self.intake(response) in (Intake.ANSWER, Intake.NON_ANSWER):
                    by_text.setdefault(response.normalised, []).append(response.key)
            several = [tuple(keys) for keys in by_text.values() if len(keys) > 1]
            cache[question] = {key: keys for keys in several for key in keys}
        return cache[question]

    @cached_property
    def _intake_cache(self) -> dict[str, Mapping[Intake, tuple[Response, ...]]]:
        return {}

    @cached_property
    def _twin_cache(self) -> dict[str, Mapping[ResponseKey, tuple[ResponseKey, ...]]]:
        return {}

    def with_coding(self, question: str, coding: QuestionCoding) -> Project:
        """The same project with another coding of one question; what is derived from the imports is kept."""
        changed = replace(self, coding={**self.coding, question: coding})
        return self._share_derived(changed)

    def _share_derived(self, changed: Project) -> Project:
        """Hands indexes that depend on imports and questions alone on to a copy that has the same ones."""
        if changed.waves is self.waves and changed.questions is self.questions and changed.batches is self.batches:
            for name in ("_index", "_respondents", "_twin_cache", "_intake_cache"):
                if name in self.__dict__:
                    changed.__dict__[name] = self.__dict__[name]
        return changed

    def at_revision(self, revision: int) -> Project:
        """The same project with another revision number."""
        return self._share_derived(replace(self, revision=revision))
