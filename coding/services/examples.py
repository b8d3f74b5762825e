"""The made-up example surveys that come with Tienkeer, and how each becomes a project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from coding.files.read_table import read_table
from coding.services.add_wave import add_wave
from coding.services.importing import ImportReport
from coding.services.mapping import guess_mapping
from coding.services.workspace import Workspace

FOLDER: Final = Path(__file__).parents[2] / "examples"
CODER: Final = "Tienkeer"
"""Who signs the making of an example, so that the researcher's own undo begins with an empty list."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example survey: its file, the name of its project per language of the screen, and what cannot be guessed.

    ``for_everyone`` are the columns that were asked before the control questions, so that nobody is left out of them.
    """

    file: str
    names: Mapping[str, str] = field(default_factory=dict)
    for_everyone: tuple[str, ...] = ()


EXAMPLES: Final = (
    Example(
        "neighbourhood_2025.csv",
        {"nl": "Voorbeeld (Engels): een buurt", "en": "Example: a neighbourhood"},
    ),
    Example(
        "communicatie_2025.csv",
        {"nl": "Voorbeeld: luisterende overheid", "en": "Example (Dutch): listening government"},
        for_everyone=("Voor wat voor organisatie werk je? Anders, namelijk:", "Hoe heet je organisatie?"),
    ),
)
"""In the order in which they are made; the last stands on top of the list of projects."""


def import_example(workspace: Workspace, example: Example) -> ImportReport:
    """Read an example's file into an empty project, with the mapping that Tienkeer guesses itself."""
    table = read_table((FOLDER / example.file).read_bytes(), example.file)
    mapping = guess_mapping(table)
    questions = tuple(replace(q, everyone=q.column in example.for_everyone) for q in mapping.questions)
    return add_wave(workspace, table, replace(mapping, questions=questions))
