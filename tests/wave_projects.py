"""The Dutch example as a project file: two waves, hand codings, a second coder."""

from __future__ import annotations

from pathlib import Path

from coding.domain.project import ProjectInfo
from coding.files.read_table import read_table
from coding.services.add_wave import add_wave
from coding.services.hand_coding import read_hand_coding
from coding.services.mapping import guess_mapping
from coding.services.waves import add_matched_wave
from coding.services.waves_match import match_columns
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore

EXAMPLES = Path(__file__).parents[1] / "examples"
NOTICE = "waaraan-merk-je-dat-ja-namelijk"
NEEDED = "wat-is-er-nodig-ja-namelijk"
SUPPORT = "wat-heb-je-daarvoor-nodig"
CONTRACT = "wat-voor-contract-heb-je"
KIND = "voor-wat-voor-organisatie-werk-je"
CODER, SECOND = "Anna", "Bert"


def first_wave(path: Path) -> Workspace:
    """The first wave with its hand coding."""
    store = ProjectStore.create(path, path.stem, ProjectInfo("Luisterende overheid", "bundled", ""))
    workspace = Workspace(store, CODER)
    table = read_table((EXAMPLES / "communicatie_2025.csv").read_bytes(), "communicatie_2025.csv")
    add_wave(workspace, table, guess_mapping(table))
    take_over(workspace, "communicatie_2025_codering.csv")
    return workspace


def take_over(workspace: Workspace, file: str, *, coder: str = CODER, alone: bool = False, wave: str = "2025") -> None:
    """A hand coding of the examples, in a project."""
    coding = read_hand_coding(
        workspace.project, read_table((EXAMPLES / file).read_bytes(), file), wave=wave, alone=alone
    )
    workspace.set_coder(coder)
    for command in coding.commands:
        workspace.dispatch(command)
    workspace.set_coder(CODER)


def second_wave(workspace: Workspace) -> str:
    """Add the second wave as it is matched; its id."""
    table = read_table((EXAMPLES / "communicatie_2026.csv").read_bytes(), "communicatie_2026.csv")
    add_matched_wave(workspace, match_columns(workspace.project, table))
    return workspace.project.waves_in_order()[-1].id


def whole_example(path: Path) -> Workspace:
    """Both waves with their hand codings, and the second coder's."""
    workspace = first_wave(path)
    second_wave(workspace)
    take_over(workspace, "communicatie_2026_codering.csv", wave="2026")
    take_over(workspace, "communicatie_2025_codering_tweede.csv", coder=SECOND, alone=True)
    return workspace
