"""Small projects for tests, made with the same commands that the interface sends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from coding.domain.answers import AnswerKind, kind_of, normalise
from coding.domain.apply import apply
from coding.domain.assignments import Suggestion
from coding.domain.codebook import NO_CODE, OTHER, Cluster, Quote, QuoteCandidate
from coding.domain.commands import (
    AddWave,
    Assign,
    Command,
    ConfirmGroups,
    DescribeCode,
    NewCode,
    Propose,
    PutUnder,
    SetQuotes,
)
from coding.domain.events import KEYED_BY_RESPONSE, PROJECT_TABLES, Change, Event, Table, evolve
from coding.domain.project import Project, ProjectInfo
from coding.domain.segments import Span
from coding.domain.survey import (
    Batch,
    Gate,
    Intake,
    Question,
    Respondent,
    Response,
    ResponseKey,
    Variable,
    VariableRole,
    Wave,
)
from coding.store.project_store import ProjectStore


@dataclass(frozen=True)
class Person:
    """One respondent to be: answers by question id; a question that is missing was not asked."""

    answers: Mapping[str, str]
    values: Mapping[str, str] = field(default_factory=dict)
    weight: float = 1.0
    excluded: bool = False


def run(project: Project, *commands: Command, coder: str = "Anna") -> Project:
    """The project after ``commands``, each one revision."""
    for command in commands:
        outcome = apply(project, command, coder)
        project = evolve(project, outcome.changes).at_revision(project.revision + 1)
    return project


def empty_project(name: str = "Vertrouwen in de gemeente") -> Project:
    """A project without questions or waves."""
    return Project("p1", ProjectInfo(name, "bundled", "use-3"))


def with_wave(
    project: Project,
    people: Sequence[Person],
    questions: Sequence[Question],
    variables: Sequence[Variable] = (),
    wave: str = "w1",
    name: str = "2023",
) -> Project:
    """The project with one more wave; respondents are called r1, r2, …, rows count from 1."""
    respondents = tuple(
        Respondent(f"r{row}", row, dict(person.values), person.weight, person.excluded)
        for row, person in enumerate(people, 1)
    )
    responses = tuple(
        _response(ResponseKey(wave, question.id, f"r{row}"), person, question)
        for row, person in enumerate(people, 1)
        for question in questions
    )
    batch = Batch(f"batch-{wave}", respondents, responses)
    project = replace(project, batches={**project.batches, batch.id: batch})
    added = Wave(wave, name, batch.id, f"{name}.csv", "2023-10-02T09:00:00+00:00", len(project.waves))
    return run(project, AddWave(added, batch, tuple(questions), tuple(variables)))


def _response(key: ResponseKey, person: Person, question: Question) -> Response:
    verbatim = person.answers.get(question.id)
    if person.excluded:
        intake = Intake.EXCLUDED
    elif verbatim is None:
        intake = Intake.NOT_ASKED
    else:
        intake = _INTAKES[kind_of(verbatim, question.non_answers)]
    text = verbatim or ""
    return Response(key, text, normalise(text), intake)


_INTAKES = {AnswerKind.BLANK: Intake.BLANK, AnswerKind.NON_ANSWER: Intake.NON_ANSWER, AnswerKind.ANSWER: Intake.ANSWER}


def coded_project(
    answers: Iterable[tuple[str, Sequence[str]]],
    question: str = "q",
    text: str = "Waaraan merk je dat?",
) -> Project:
    """One question, one wave: each pair is an answer and the names of the codes it gets ("Overig", "-" also)."""
    pairs = list(answers)
    asked = Question(question, text, question)
    project = with_wave(empty_project(), [Person({question: answer}) for answer, _ in pairs], [asked])
    return code_answers(project, question, [codes for _, codes in pairs])


def code_answers(project: Project, question: str, codes: Sequence[Sequence[str]], wave: str = "w1") -> Project:
    """The project with the answers of a wave coded, in row order; codes are made when their name is new."""
    ids = {code.name: code.id for code in project.coding_of(question).codes.values()}
    for row, names in enumerate(codes, 1):
        for name in names:
            target = {"Overig": OTHER, "-": NO_CODE}.get(name)
            if target is None:
                if name not in ids:
                    ids[name] = f"{question}-c{len(ids) + 1}"
                    project = run(project, NewCode(question, ids[name], name))
                target = ids[name]
            project = run(project, Assign(question, (ResponseKey(wave, question, f"r{row}"),), target))
    return project


def code_named(project: Project, question: str, name: str) -> str:
    """The id of a code."""
    return next(code.id for code in project.coding_of(question).codes.values() if code.name == name)


def quote(project: Project, question: str, row: int, words: str = "", wave: str = "w1") -> Quote:
    """A quote of ``words`` (the whole answer if empty) from the answer in ``row``."""
    key = ResponseKey(wave, question, f"r{row}")
    verbatim = project.responses(question)[key].verbatim
    start = verbatim.index(words) if words else 0
    return Quote(key, Span(start, start + len(words or verbatim)))


FELLER, BALIE, SOCIAL, CIJFERS, BRIEVEN, CONTACT = (
    "Inwoners reageren feller dan vroeger",
    "Er komen meer klachten aan de balie",
    "Het is te zien op sociale media",
    "Mensen geloven onze cijfers niet",
    "Brieven worden niet meer gelezen",
    "Het contact verandert",
)

_MERKT: tuple[tuple[str, Sequence[str]], ...] = (
    ("Mensen worden sneller boos aan de telefoon", (FELLER,)),
    ("ze reageren feller, ook op kleine dingen", (FELLER,)),
    ("De toon is harder geworden", (FELLER,)),
    ("boze mails", (FELLER,)),
    ("Veel meer klachten aan de balie en een hardere toon", (BALIE, FELLER)),
    ("meer klachten", (BALIE,)),
    ("Meer klachten.", (BALIE,)),
    ("Aan de balie is het elke dag raak", (BALIE,)),
    ("op facebook wordt alles afgekraakt", (SOCIAL,)),
    ("sociale media", (SOCIAL,)),
    ("Je leest het terug op Twitter en Facebook", (SOCIAL,)),
    ("Sociale media!", (SOCIAL,)),
    ("onze cijfers worden niet geloofd", (CIJFERS,)),
    ("Als wij een cijfer noemen zegt men: dat zal wel", (CIJFERS,)),
    ("brieven gaan ongelezen weg", (BRIEVEN,)),
    ("De sfeer in de wijk", ("Overig",)),
    ("Moeilijk uit te leggen, het is een gevoel dat blijft hangen", ("Overig",)),
    ("dat staat in mijn vorige rapport", ("-",)),
    ("lastig, maar toch", ()),
    ("", ()),
    ("geen idee", ()),
    ("Nee", ()),
)
_MIST: tuple[tuple[str, Sequence[str]], ...] = (
    ("Nee", ()),
    ("nee hoor", ()),
    ("Een vraag over de wethouder", ("Overig",)),
    ("Neen", ()),
    ("Iets over geld", ("Overig",)),
    ("-", ()),
    ("n.v.t.", ()),
    ("", ()),
)
_KINDS = ("Gemeente", "Zorg", "Ministerie")


def example_project() -> Project:
    """Thirty people, two questions: one behind a gate with a net, Overig, proposals and quotes, one mostly "nee"."""
    gate = Variable("merkt_ja", "Merk je dat het vertrouwen daalt?", "merkt", VariableRole.CLOSED, ("Ja", "Nee"), 0)
    kind = Variable("soort", "Soort organisatie", "soort", VariableRole.BACKGROUND, _KINDS, 1)
    merkt = Question("merkt", "Waaraan merk je dat?", "merkt_toelichting", 0, Gate("merkt_ja", ("Ja",)))
    mist = Question("mist", "Mis je nog iets in deze vragenlijst?", "mist", 1)
    project = with_wave(empty_project(), [_person(row) for row in range(30)], [merkt, mist], [gate, kind])
    project = code_answers(project, "merkt", [codes for _, codes in _MERKT])
    project = code_answers(project, "mist", [codes for _, codes in _MIST])
    return _finish(project)


def _person(row: int) -> Person:
    answers: dict[str, str] = {}
    if row < len(_MERKT):
        answers["merkt"] = _MERKT[row][0]
    answers["mist"] = _MIST[row][0] if row < len(_MIST) else ""
    values = {"merkt_ja": "Ja" if row < len(_MERKT) else "Nee", "soort": _KINDS[row % 7 % 3]}
    return Person(answers, values, weight=1.5 if row % 5 == 0 else 1.0, excluded=row == 29)


def _finish(project: Project) -> Project:
    ids = {name: code_named(project, "merkt", name) for name in (FELLER, BALIE, SOCIAL, CIJFERS, BRIEVEN)}
    open_answer = ResponseKey("w1", "merkt", "r19")
    candidate = QuoteCandidate(open_answer, Span(0, 6), "short")
    return run(
        project,
        NewCode("merkt", "merkt-net", CONTACT, is_net=True),
        PutUnder("merkt", (ids[FELLER], ids[BALIE]), "merkt-net"),
        ConfirmGroups("merkt", (ids[FELLER], ids[SOCIAL])),
        DescribeCode(
            "merkt",
            ids[FELLER],
            description="De toon van inwoners is harder.",
            include="boos, fel, hard",
            exclude="klachten zonder toon",
            colour="#2f6f73",
            number=10,
            rules=("boze mails",),
        ),
        SetQuotes("merkt", ids[FELLER], (quote(project, "merkt", 2), quote(project, "merkt", 5, "een hardere toon"))),
        SetQuotes("merkt", ids[BALIE], (quote(project, "merkt", 5), quote(project, "merkt", 8))),
        SetQuotes("merkt", ids[SOCIAL], (_redacted(quote(project, "merkt", 11)),)),
        SetQuotes("merkt", ids[BRIEVEN], (quote(project, "merkt", 15),)),
        SetQuotes("merkt", OTHER, (quote(project, "merkt", 17, "het is een gevoel dat blijft hangen"),)),
        Propose(
            "merkt",
            "run1",
            0,
            (Cluster("run1.0", "Lastig te zeggen", quotes=(candidate,)),),
            ((open_answer, (Suggestion("run1.0", Span(0, 6), 0.61),)),),
        ),
    )


def _redacted(whole: Quote) -> Quote:
    """The quote with the name after "terug op" hidden."""
    start = whole.span.start + len("Je leest het terug op ")
    return replace(whole, hidden=(Span(start, start + len("Twitter")),))


def store_project(project: Project, path: Path) -> Path:
    """A project file at ``path`` that holds ``project``: one event per wave, and one for all that was coded."""
    with ProjectStore.create(path, project.id, project.info) as store:
        for revision, wave in enumerate(project.waves_in_order(), 1):
            added = Change(Table.WAVES, (wave.id,), None, wave)
            told = {"name": wave.name, "source": wave.source, "count": str(len(project.respondents(wave.id)))}
            event = Event(revision, "add_wave", "Anna", wave.imported_at, (added,), facts=told)
            store.append(event, project.batches[wave.batch])
        changes = tuple(change for change in _everything(project) if change.table is not Table.WAVES)
        at, facts = "2023-10-03T09:00:00+00:00", {"names": "alles", "count": str(len(changes))}
        store.append(Event(len(project.waves) + 1, "confirm_groups", "Anna", at, changes, facts=facts))
    return path


def _everything(project: Project) -> Iterator[Change]:
    for table in PROJECT_TABLES:
        for key, value in getattr(project, table.value).items():
            yield Change(table, (key,), None, value)
    for question, coding in project.coding.items():
        for table in set(Table) - PROJECT_TABLES - {Table.INFO, Table.BOARD}:
            for key, value in getattr(coding, table.value).items():
                full = tuple(key) if table in KEYED_BY_RESPONSE else (question, key)
                yield Change(table, full, None, value)
