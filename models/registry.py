"""Which encoders there are by name, and what each would cost before it is loaded.

Sizes are those of the weights on the hub. Times were measured on two cores with answers of 10 words; None where not
measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.bundled import NAME as BUNDLED
from models.bundled import BundledEncoder
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
    """Time to encode 1,000 answers of about ten words on two cores, once loaded."""
    needs_torch: bool


KNOWN: Final[tuple[EncoderCard, ...]] = (
    EncoderCard(BUNDLED, "nl en de fr es it pt pl ru tr ar th ja ko zh", 512, 0, 150, 1.0, needs_torch=False),
    EncoderCard("intfloat/multilingual-e5-small", "many", 384, 471, 1500, None, needs_torch=True),
    EncoderCard(
        "sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2", "many", 384, 471, 1500, None, needs_torch=True
    ),
    EncoderCard("intfloat/multilingual-e5-base", "many", 768, 1112, 2300, None, needs_torch=True),
    EncoderCard("sentence-transformers/LaBSE", "many", 768, 1883, 3000, None, needs_torch=True),
    EncoderCard("BAAI/bge-m3", "many", 1024, 2271, 4000, None, needs_torch=True),
    EncoderCard("sentence-transformers/all-MiniLM-L6-v2", "en", 384, 91, 700, None, needs_torch=True),
)


def card(name: str) -> EncoderCard:
    """What the encoder ``name`` costs; for a folder or an unlisted hub name most is unknown."""
    for known in KNOWN:
        if known.name == name:
            return known
    folder = Path(name)
    if folder.is_dir():
        size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
        return EncoderCard(folder.name, "many", None, 0, 600 + size // 500_000, None, needs_torch=True)
    return EncoderCard(name, "many", None, None, None, None, needs_torch=True)


def load(name: str = BUNDLED) -> Encoder:
    """The encoder of this name: ``bundled``, a hub name, or a local folder.

    Nothing heavy happens before the first ``encode``; what can go wrong is raised there as a
    ``models.errors.ModelError``.
    """
    if name == BUNDLED:
        return BundledEncoder()
    return SentenceTransformerEncoder(name)
