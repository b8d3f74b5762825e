"""The folder with a person's projects."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from platformdirs import user_data_path

from coding.domain.commands import RenameProject
from coding.domain.errors import CommandRefused, ProjectFileError
from coding.domain.project import Project, ProjectInfo
from coding.domain.survey import Intake
from coding.services.workspace import Workspace
from coding.store.database import sync_folder
from coding.store.project_store import SUFFIX, ProjectStore

HOME_VARIABLE: Final = "TIENKEER_HOME"
_BESIDE: Final = ("-wal", "-shm", "-journal")
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED: Final = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_LONGEST_STEM: Final = 60  # characters: leaves room in Windows' 260 for the folder


def data_folder() -> Path:
    """Where projects are kept: $TIENKEER_HOME, else the system's folder for a user's data; it may not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE, "").strip()
    return Path(chosen).expanduser() if chosen else user_data_path("Tienkeer", appauthor=False)


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """A project at a glance.

    ``answers`` are responses that can be coded, over all questions and waves; ``decided_share`` (0–1) is the part of
    them that a person decided on; ``modified`` is UTC. With ``problem`` set the file could not be read, and the
    counts are zero.
    """

    path: Path
    id: str
    name: str
    modified: datetime
    questions: int = 0
    answers: int = 0
    decided_share: float = 0.0
    waves: int = 0
    problem: ProjectFileError | None = None


class Library:
    """The projects in ``folder``, which is made when it is not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._cards: dict[Path, tuple[object, ProjectCard]] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise ProjectFileError("project_file.no_folder", folder=str(folder)) from None

    def list(self) -> tuple[ProjectCard, ...]:
        """All projects, latest modified first. A file that cannot be read has a card that says so."""
        files = [path for path in self.folder.glob(f"*{SUFFIX}") if not path.name.startswith(".")]
        cards = (self._card(path) for path in files)
        return tuple(sorted(cards, key=lambda card: (card.modified, card.name), reverse=True))

    def create(self, name: str, encoder: str = "bundled", encoder_version: str = "") -> Path:
        """A new, empty project; where it is. Raises CommandRefused when the name is empty."""
        name = _checked(name)
        path = self._free_path(name)
        ProjectStore.create(path, uuid4().hex, ProjectInfo(name, encoder, encoder_version)).close()
        return path

    def rename(self, path: Path, name: str, coder: str = "") -> None:
        """Give a project another name, as an action of ``coder``; its file stays where it is."""
        with ProjectStore.open(self._own(path)) as store:
            Workspace(store, coder).dispatch(RenameProject(_checked(name)))

    def duplicate(self, path: Path, name: str, coder: str = "") -> Path:
        """A second project with the same contents and history under another name; where it is."""
        name = _checked(name)
        with self._unfinished() as unfinished:
            with ProjectStore.open(self._own(path)) as store:
                store.copy_to(unfinished)
            with ProjectStore.open(unfinished) as copy:
                copy.set_project_id(uuid4().hex)
                Workspace(copy, coder).dispatch(RenameProject(name))
            return self._finished(unfinished, name)

    def delete(self, path: Path) -> None:
        """Delete a project for good."""
        path = self._own(path)
        try:
            path.unlink()
            for ending in _BESIDE:
                path.with_name(path.name + ending).unlink(missing_ok=True)
        except FileNotFoundError:
            raise ProjectFileError("project_file.missing", file=path.name) from None
        except OSError:
            raise ProjectFileError("project_file.in_use", file=path.name) from None

    def export_copy(self, path: Path) -> bytes:
        """The project as one file to take elsewhere; consistent, also while people are working in it."""
        with self._unfinished() as unfinished:
            with ProjectStore.open(self._own(path)) as store:
                store.copy_to(unfinished)
            return unfinished.read_bytes()

    def import_copy(self, data: bytes, filename: str) -> Path:
        """Put a file that was taken from elsewhere into this folder; where it is.

        When the project is here already, this becomes a second one beside it.
        Raises ProjectFileError, with nothing left behind, when it is no project, damaged, or of a newer version.
        """
        shown = re.split(r"[\\/]", filename)[-1]
        with self._unfinished() as unfinished:
            unfinished.write_bytes(data)
            try:
                with ProjectStore.open(unfinished) as store:
                    if not store.is_intact():
                        raise ProjectFileError("project_file.damaged", file=shown)
                    project = store.load()
                    if any(card.id == project.id for card in self.list()):
                        store.set_project_id(uuid4().hex)
            except ProjectFileError as error:
                raise ProjectFileError(error.key, file=shown) from None
            return self._finished(unfinished, project.info.name)

    def _card(self, path: Path) -> ProjectCard:
        stamp = tuple(_stamp(path.with_name(path.name + ending)) for ending in ("", "-wal"))
        known = self._cards.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        modified = datetime.fromtimestamp(max(at for at, _ in stamp) / 1e9, UTC)
        try:
            with ProjectStore.open(path) as store:
                card = _summary(path, store.load(), modified)
        except ProjectFileError as error:
            card = ProjectCard(path, "", path.stem, modified, problem=error)
        self._cards[path] = (stamp, card)
        return card

    def _own(self, path: Path) -> Path:
        if path.parent.resolve() != self.folder.resolve() or path.suffix != SUFFIX:
            raise ValueError(f"The 'path' parameter must be a project in {self.folder}. Got {path} instead.")
        return path

    def _free_path(self, name: str) -> Path:
        stem = _NOT_IN_NAMES.sub("-", name)[:_LONGEST_STEM].strip(" .-") or "project"
        if _RESERVED.match(stem):
            stem = f"project {stem}"
        taken = {path.name.casefold() for path in self.folder.iterdir()}
        candidates = (stem, *(f"{stem} ({number})" for number in range(2, len(taken) + 3)))
        return next(self.folder / f"{c}{SUFFIX}" for c in candidates if f"{c}{SUFFIX}".casefold() not in taken)

    @contextmanager
    def _unfinished(self) -> Iterator[Path]:
        """A file that is not listed, and gone afterwards unless it was finished."""
        path = self.folder / f".{uuid4().hex}{SUFFIX}"
        try:
            yield path
        except OSError:
            raise ProjectFileError("project_file.cannot_write", file=str(self.folder)) from None
        finally:
            for ending in ("", *_BESIDE):
                path.with_name(path.name + ending).unlink(missing_ok=True)

    def _finished(self, unfinished: Path, name: str) -> Path:
        path = self._free_path(name)
        unfinished.rename(path)
        sync_folder(self.folder)
        return path


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise CommandRefused("command.empty_name")
    return name


def _stamp(path: Path) -> tuple[int, int]:
    """Changes whenever the file does: time in nanoseconds and size in bytes; zeros when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def _summary(path: Path, project: Project, modified: datetime) -> ProjectCard:
    answers = decided = 0
    for question in project.questions:
        decisions = project.coding_of(question).decisions
        for key, response in project.responses(question).items():
            is_decided = key in decisions
            decided += is_decided
            answers += is_decided or project.intake(response) is Intake.ANSWER
    share = decided / answers if answers else 0.0
    return ProjectCard(
        path, project.id, project.info.name, modified, len(project.questions), answers, share, len(project.waves)
    )
