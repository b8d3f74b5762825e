"""Project files for tests of the review page: made-up answers, with groups as the machine would propose them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from coding.domain.assignments import Suggestion
from coding.domain.codebook import Cluster, QuoteCandidate
from coding.domain.commands import AddWave, Propose
from coding.domain.project import Project, ProjectInfo
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.segments import Span
from coding.domain.survey import Question, ResponseKey, Variable, VariableRole
from coding.services.library import Library
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.projects import Person, run, with_wave

_KINDS: Final = ("Gemeente", "Zorg", "Ministerie")
ASKED: Final = "Waaraan merk je dat het vertrouwen daalt?"
BOOS, KLACHTEN, SOCIAAL, CIJFERS = "Mensen zijn sneller boos", "Meer klachten", "Sociale media", "Cijfers niet geloofd"
HOSTILE: Final = "$x$ **sterren** # kop :smile: <script>alert(1)</script> [link](http://x) www.x.nl"
ANSWERS: Final[tuple[tuple[str, str | None], ...]] = (
    ("Mensen zijn sneller boos aan de telefoon", BOOS),
    ("ze reageren feller, ook op kleine dingen", BOOS),
    ("De toon is harder en er komen meer klachten aan de balie", BOOS),
    ("boze mails", BOOS),
    ("meer klachten", KLACHTEN),
    ("Meer klachten.", KLACHTEN),
    ("Aan de balie is het elke dag raak", KLACHTEN),
    ("op facebook wordt alles afgekraakt", SOCIAAL),
    ("sociale media", SOCIAAL),
    (HOSTILE, SOCIAAL),
    ("onze cijfers worden niet geloofd", CIJFERS),
    ("De sfeer in de wijk", None),
    ("geen idee", None),
    ("", None),
)


def proposed_project(answers: Sequence[tuple[str, str | None]] = ANSWERS) -> Project:
    """One question with its answers and a proposed group per name, in memory."""
    project = run(Project("p1", ProjectInfo("Vertrouwen", "words", "1")))
    people = [Person({"q1": text}, {"soort": _KINDS[row % 3]}) for row, (text, _) in enumerate(answers, 1)]
    kind = Variable("soort", "Soort organisatie", "soort", VariableRole.BACKGROUND, _KINDS)
    project = with_wave(project, people, [Question("q1", ASKED, "merkt")], [kind])
    return run(project, _proposal(answers)[1])


def review_project(home: Path, answers: Sequence[tuple[str, str | None]] = ANSWERS, name: str = "Vertrouwen") -> str:
    """The same as a project file in ``home``; gives the name under which the app opens it."""
    path = Library(home).create(name)
    workspace = Workspace(ProjectStore.open(path), "Anna")
    made = proposed_project(answers)
    wave = made.waves["w1"]
    questions, variables = tuple(made.questions.values()), tuple(made.variables.values())
    workspace.dispatch(AddWave(wave, made.batches[wave.batch], questions, variables))
    found, command = _proposal(answers)
    workspace.save_run(found)
    workspace.dispatch(command)
    workspace.close()
    return path.name.removesuffix(SUFFIX)


def _proposal(answers: Sequence[tuple[str, str | None]]) -> tuple[ProposalRun, Propose]:
    """A run with one level, and the command that puts it on the board."""
    names = tuple(dict.fromkeys(group for _, group in answers if group))
    placed = [
        (ResponseKey("w1", "q1", f"r{row}"), Span(0, len(text)), names.index(group), round(0.4 + row % 50 / 100, 2))
        for row, (text, group) in enumerate(answers, 1)
        if group
    ]
    reasons = ("typical", "short", "different")
    quotes = {
        leaf: tuple(
            QuoteCandidate(key, span, reason)
            for (key, span, _, _), reason in zip([p for p in placed if p[2] == leaf], reasons, strict=False)
        )
        for leaf in range(len(names))
    }
    found = ProposalRun(
        "run1",
        "q1",
        "2025-10-02T09:00:00+00:00",
        "bundled",
        "3",
        tuple(RunSegment(*one) for one in placed),
        tuple(RunNode(None, name, quotes=quotes[leaf]) for leaf, name in enumerate(names)),
        (tuple(range(len(names))),),
        0,
    )
    clusters = tuple(Cluster(found.cluster_id(leaf), name, quotes=quotes[leaf]) for leaf, name in enumerate(names))
    suggestions = tuple((key, (Suggestion(found.cluster_id(leaf), span, score),)) for key, span, leaf, score in placed)
    return found, Propose("q1", "run1", 0, clusters, suggestions)
