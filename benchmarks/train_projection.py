"""Learns the linear map of the bundled encoder (``models/projection.npy``) from coded files.

    python -m benchmarks.train_projection OUT.npy FILE.csv [FILE.csv …]

Supervised contrastive learning (Khosla et al. 2020) of one 512 × 512 matrix, starting from the identity: within a
question, answers that share a code are pulled together and others pushed apart. Early stopping and mixing with the
identity keep what was learned general. ``models/projection.md`` says what the map in use was made from and what it
does on other files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import coded_files
from coding.analysis.lexical import unit_rows
from coding.domain.answers import normalise
from models.bundled import DIMENSIONS, BundledEncoder

EPOCHS = 3
SEEDS = (0, 1)
QUESTIONS_PER_FILE = 48
BATCH = 128
LEARNING_RATE = 1e-3
TEMPERATURE = 0.1
DROPOUT = 0.1
PULL_TO_IDENTITY = 0.05
SHARE_LEARNED = 0.7

Question = tuple[Any, Any]
"""Centred vectors (n, 512) and membership of codes (n, codes), as tensors."""


def prepared(path: Path, encoder: BundledEncoder) -> list[Question]:
    """The coded answers of each question of a file; the centre is that of all its answers."""
    import torch

    found = []
    for question in coded_files.read(path):
        units = encoder.encode([normalise(text) for text in question.texts])
        centred = unit_rows(units - units.mean(axis=0))
        keep = [i for i, codes in enumerate(question.codes) if codes]
        names = sorted(frozenset().union(*question.codes))
        member = np.array([[name in question.codes[i] for name in names] for i in keep], dtype=np.float32)
        found.append((torch.tensor(centred[keep]), torch.tensor(member)))
    return found


def learn(files: Sequence[list[Question]], seed: int) -> NDArray[np.float32]:
    """One map, shape (512, 512). Every file gives as many questions per epoch, whatever its size."""
    import torch

    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    identity = torch.eye(DIMENSIONS)
    matrix = torch.nn.Parameter(identity.clone())
    optimiser = torch.optim.Adam([matrix], lr=LEARNING_RATE)
    for _ in range(EPOCHS):
        turns = [file[random.integers(len(file))] for file in files for _ in range(QUESTIONS_PER_FILE)]
        for turn in random.permutation(len(turns)):
            loss = _loss(matrix, turns[turn], random)
            if loss is None:
                continue
            loss = loss + PULL_TO_IDENTITY * ((matrix - identity) ** 2).sum() / DIMENSIONS
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return np.asarray(matrix.detach().numpy(), dtype=np.float32)


def _loss(matrix: Any, question: Question, random: np.random.Generator) -> Any:
    """The contrastive loss of one batch, None if no two of its answers share a code."""
    import torch

    vectors, member = question
    batch = torch.tensor(random.choice(len(vectors), min(BATCH, len(vectors)), replace=False))
    vectors, member = torch.nn.functional.dropout(vectors[batch], DROPOUT), member[batch]
    points = torch.nn.functional.normalize(vectors @ matrix, dim=1)
    itself = torch.eye(len(batch), dtype=torch.bool)
    alike = ((member @ member.T) > 0) & ~itself
    has_partner = alike.any(dim=1)
    if not has_partner.any():
        return None
    logits = (points @ points.T / TEMPERATURE).masked_fill(itself, -1e9)
    log_share = logits - torch.logsumexp(logits, dim=1, keepdim=True)
    return -((log_share * alike).sum(dim=1)[has_partner] / alike.sum(dim=1)[has_partner]).mean()


def main() -> None:
    """Learn from the files and write the map in half precision."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    encoder = BundledEncoder(projected=False)
    files = [prepared(path, encoder) for path in options.files]
    learned = np.mean([learn(files, seed) for seed in SEEDS], axis=0)
    mixed = SHARE_LEARNED * learned + (1 - SHARE_LEARNED) * np.eye(DIMENSIONS)
    np.save(options.out, mixed.astype(np.float16))


if __name__ == "__main__":
    main()
