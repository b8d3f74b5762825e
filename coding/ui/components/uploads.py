"""Files that a person uploaded on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coding.ui import session

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was uploaded: its name and its bytes."""

    name: str
    data: bytes


def uploaded(key: str) -> Upload | None:
    """The file in the uploader ``key``, None when there is none."""
    file: UploadedFile | None = session.value(key, None)
    return None if file is None else Upload(file.name, file.getvalue())
