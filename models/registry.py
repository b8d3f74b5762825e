"""Which encoders there are by name, and what each would cost before it is loaded.

Download sizes are those of the weights on the hub. Time and memory of the bundled encoder and of all-MiniLM-L6-v2 were
measured: processor time on one core for 1,000 answers of ten words, peak memory of a process that does nothing else.
For the others time is estimated from all-MiniLM-L6-v2, in proportion to the weights of the layers (layers times width
squared), which is what the time of a transformer on short texts goes by; memory is that of the libraries and one and a
half times the weights.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from models.bundled import NAME as BUNDLED
from models.bundled import BundledEncoder
from models.download import look_up
from models.protocol import Encoder
from models.sentence_transformer import SentenceTransformerEncoder


@dataclass(frozen=True)
class EncoderCard:
    """What a researcher should know before choosing an encoder. None means unknown."""

    name: str
    languages: str
    """ISO 639-1 codes joined by spaces, or "many"."""
    dimensions: int | None
    download_megabytes: int | None
    """To be downloaded at the first use; 0 for what is on this machine already."""
    memory_megabytes: int | None
    seconds_per_1000: float | None
    """Processor time on one core to encode 1,000 answers of ten words, once loaded."""
    needs_torch: bool
    measured: bool = False
    """Whether time and memory were measured; otherwise they are estimates."""


_MINI_SECONDS: Final = 10.9
_MINI_WORK: Final = 6 * 384**2
_LIBRARIES_MEGABYTES: Final = 500
_MEGABYTE: Final = 1_000_000


def _estimated(name: str, languages: str, layers: int, width: int, megabytes: int) -> EncoderCard:
    """The card of a transformer on the hub; see the module for the basis."""
    seconds = _MINI_SECONDS * layers * width**2 / _MINI_WORK
    return EncoderCard(name, languages, width, megabytes, _memory(megabytes), round(seconds), needs_torch=True)


def _memory(megabytes: int) -> int:
    return int(round(_LIBRARIES_MEGABYTES + 1.5 * megabytes, -1))


KNOWN: Final[tuple[EncoderCard, ...]] = (
    EncoderCard(
        BUNDLED, "nl en de fr es it pt pl ru tr ar th ja ko zh", 512, 0, 160, 1.1, needs_torch=False, measured=True
    ),
    _estimated("intfloat/multilingual-e5-small", "many", 12, 384, 471),
    _estimated("sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2", "many", 12, 384, 471),
    _estimated("intfloat/multilingual-e5-base", "many", 12, 768, 1112),
    _estimated("sentence-transformers/LaBSE", "many", 12, 768, 1883),
    _estimated("BAAI/bge-m3", "many", 24, 1024, 2271),
    EncoderCard(
        "sentence-transformers/all-MiniLM-L6-v2", "en", 384, 91, 630, _MINI_SECONDS, needs_torch=True, measured=True
    ),
)


def card(name: str) -> EncoderCard:
    """What the encoder ``name`` costs; for a folder or an unlisted hub name most is unknown."""
    for known in KNOWN:
        if known.name == name:
            return known
    folder = Path(name)
    if folder.is_dir():
        size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
        return EncoderCard(folder.name, "many", None, 0, _memory(size // _MEGABYTE), None, needs_torch=True)
    return EncoderCard(name, "many", None, None, None, None, needs_torch=True)


def looked_up(name: str) -> EncoderCard:
    """The card of a hub model with its size as the hub gives it; makes a connection unless the model is here already.

    Raises ModelNotFound, HubUnreachable or LibraryMissing.
    """
    megabytes = -(-look_up(name).to_fetch // _MEGABYTE)
    known = card(name)
    memory = known.memory_megabytes or (_memory(megabytes) if megabytes else None)
    return replace(known, download_megabytes=megabytes, memory_megabytes=memory)


def load(name: str = BUNDLED) -> Encoder:
    """The encoder of this name: ``bundled``, a hub name, or a local folder.

    Nothing heavy happens before the first ``encode``; what can go wrong is raised there as a
    ``models.errors.ModelError``.
    """
    if name == BUNDLED:
        return BundledEncoder()
    return SentenceTransformerEncoder(name)
