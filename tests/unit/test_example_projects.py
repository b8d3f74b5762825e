"""The example surveys become projects with the bases that their README states."""

from __future__ import annotations

from pathlib import Path

from coding.domain.survey import Intake
from coding.services.examples import EXAMPLES, import_example
from coding.services.library import Library
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore


def test_the_dutch_example_has_the_bases_of_the_report(tmp_path: Path) -> None:
    path = Library(tmp_path).create("Voorbeeld")
    workspace = Workspace(ProjectStore.open(path), "Anna")
    import_example(workspace, next(example for example in EXAMPLES if example.file.startswith("communicatie")))
    project = workspace.project
    answered = {
        question.column: sum(
            project.intake(response) is Intake.ANSWER for response in project.responses(question.id).values()
        )
        for question in project.questions_in_order()
    }
    workspace.close()
    assert answered["Hoe heet je organisatie?"] == 115
    assert answered["Voor wat voor organisatie werk je? Anders, namelijk:"] == 19
    assert answered["Waaraan merk je dat? Ja, namelijk:"] == 58
    assert answered["Hoe kan communicatie helpen? Ja, namelijk:"] == 70
    assert answered["Wat is er nodig? Ja, namelijk:"] == 63
    assert answered["Licht je antwoord toe"] == 53
    assert answered["Wat heb je daarvoor nodig?"] == 55
