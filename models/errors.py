"""What can go wrong with a language model.

ModelError
├── ModelNotFound        no such folder or hub name
├── HubUnreachable       the model is not on this machine, and there is no way to fetch it now
├── ModelNotUsable       found, but it cannot be loaded or is not a sentence-transformers model
└── LibraryMissing       the library that the model needs is not installed
"""

from __future__ import annotations


class ModelError(Exception):
    """A language model cannot be found, loaded or used. ``key`` and ``facts`` name the sentence to show."""

    key = "model_not_usable"

    def __init__(self, name: str, reason: str = "") -> None:
        super().__init__(f"{name}: {reason}" if reason else name)
        self.name = name
        self.reason = reason

    @property
    def facts(self) -> dict[str, object]:
        """The facts that fill the placeholders of the sentence."""
        return {"name": self.name, "reason": self.reason}


class ModelNotFound(ModelError):
    """There is no folder or open hub model of this name."""

    key = "model_not_found"


class HubUnreachable(ModelError):
    """The model is not on this machine, and the hub cannot be reached, or not any more."""

    key = "model_hub_unreachable"


class ModelNotUsable(ModelError):
    """The model was found but cannot be loaded, or does not turn texts into vectors."""

    key = "model_not_usable"


class LibraryMissing(ModelError):
    """The library that runs the model is not installed."""

    key = "model_library_missing"
