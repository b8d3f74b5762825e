"""The composition root of the app: joins the services with the encoders of ``models`` and the user's data folder.

Resources that are expensive and read-only (loaded encoders) are kept in ``st.cache_resource`` for the whole process;
nothing heavy is imported before it is used.
"""

from __future__ import annotations

import gc
import threading
from pathlib import Path

import streamlit as st

from coding.composition import ProjectEncoder, TextsDone, cost_of, fetch_encoder, project_encoder, vectors_path
from coding.domain.errors import ProjectFileError
from coding.services.library import Library, data_folder
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from models import registry
from models.bundled import NAME as BUNDLED
from models.cache import EmbeddingCache
from models.protocol import Encoder
from models.registry import KNOWN, EncoderCard, card

__all__ = ["BUNDLED", "KNOWN", "EncoderCard", "card", "cost_of", "fetch_encoder"]


def folder() -> Path:
    """Where this person's projects are kept; the environment variable TIENKEER_HOME overrides it."""
    return data_folder()


def library() -> Library:
    """The projects on this machine."""
    return _library(folder())


@st.cache_resource(show_spinner=False)
def _library(place: Path) -> Library:
    return Library(place)


def open_workspace(project: str, coder: str) -> Workspace:
    """Open the project whose file is called ``project`` (without ending) in the data folder.

    Raises ProjectFileError when there is none of that name, or when it cannot be read.
    """
    path = project_path(project)
    opened = Workspace(ProjectStore.open(path), coder, purge_vectors=EmbeddingCache(vectors_path(path)).forget)
    settle()
    return opened


def project_path(project: str) -> Path:
    """The file of a project; ``project`` may come from the address bar, so it must not lead out of the folder."""
    path = library().folder / f"{project}{SUFFIX}"
    if path.parent != library().folder or not path.is_file():
        raise ProjectFileError("project_file.missing", file=f"{project}{SUFFIX}")
    return path


def project_name(path: Path) -> str:
    """The reverse of ``project_path``."""
    return path.name.removesuffix(SUFFIX)


def create_project(name: str) -> Path:
    """A new project with the bundled encoder. Raises CommandRefused when the name is empty."""
    return library().create(name, BUNDLED, _loaded(BUNDLED).version)


def delete_project(project: str) -> None:
    """Delete a project and the vectors of its answers for good."""
    path = project_path(project)
    library().delete(path)
    vectors_path(path).unlink(missing_ok=True)


def encoder(project: str, name: str, progress: TextsDone | None = None) -> ProjectEncoder:
    """The encoder ``name`` with the vectors that ``project`` has already; nothing is loaded before it is needed."""
    return project_encoder(project_path(project), name, progress, _loaded)


@st.cache_resource(max_entries=2, show_spinner=False)
def _loaded(name: str) -> Encoder:
    """One loaded model per name for all windows: the bundled one, and one that the researcher chose."""
    return registry.load(name)


def settle() -> None:
    """Take all that is loaded now out of Python's search for rings of unused objects, until the next time.

    Streamlit starts that search after every drawing; over an open project of 20,000 answers it takes 0.1 to 0.6 s.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def settle_latest() -> None:
    """The same for what was made since the last time alone, which takes a fraction."""
    gc.collect()
    gc.freeze()


@st.cache_resource(show_spinner=False)
def first_start_lock() -> threading.Lock:
    """Held while the examples are set up, so that two windows do not both do it."""
    return threading.Lock()
