"""The methods that are compared: each turns the answers to one question into the groups of each answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.coded_files import is_answer
from coding.analysis.encoder import Vectors
from coding.analysis.pieces import pieces
from coding.analysis.propose import ProposeSettings, propose
from coding.domain.answers import normalise

Encode = Callable[[Sequence[str]], Vectors]
Groups = list[list[str]]
NON_ANSWERS = "-"
REFERENCE_N_GRAMS: Mapping[str, Any] = {"analyzer": "char_wb", "ngram_range": (3, 5), "sublinear_tf": True}


def tienkeer(texts: Sequence[str], encode: Encode) -> Groups:
    """What ``python -m coding propose`` does."""
    answers = [i for i, text in enumerate(texts) if is_answer(text)]
    spans = pieces([texts[i] for i in answers]).spans
    parts = [(i, normalise(span.of(texts[i]))) for i, found in zip(answers, spans, strict=True) for span in found]
    proposal = propose([text for _, text in parts], encode, ProposeSettings(draws=0))
    nodes = proposal.at(proposal.default_level)
    found: list[dict[str, float]] = [{} for _ in texts]
    for (i, _), node, score in zip(parts, nodes, proposal.scores, strict=True):
        if node >= 0:
            found[i][str(node)] = max(float(score), found[i].get(str(node), 0.0))
    groups = [sorted(scores, key=lambda node: (-scores[node], node)) for scores in found]
    for i, text in enumerate(texts):
        if not is_answer(text) and text.strip():
            groups[i] = [NON_ANSWERS]
    return groups


def reference(
    texts: Sequence[str],
    encode: Encode,
    n_grams: Mapping[str, Any] = REFERENCE_N_GRAMS,
    weight: float = 0.5,
    rounding: Callable[[float], int] = round,
) -> Groups:
    """A dozen lines of scikit-learn: centred vectors and centred character TF-IDF, average linkage, 1.5 √n groups."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform
    from sklearn.feature_extraction.text import TfidfVectorizer

    n = len(texts)
    if n < 2:
        return [["0"]] * n
    try:
        letters = TfidfVectorizer(**n_grams).fit_transform(texts).toarray()
    except ValueError:  # no n-gram occurs often enough
        letters = np.zeros((n, 1))
    similarity = weight * _cosines(encode(texts)) + (1 - weight) * _cosines(letters)
    distance = np.clip(1 - (similarity + similarity.T) / 2, 0, None)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    return [[str(label)] for label in fcluster(tree, max(1, rounding(1.5 * float(np.sqrt(n)))), "maxclust")]


def _cosines(rows: NDArray[Any]) -> NDArray[np.float64]:
    centred = np.asarray(rows - rows.mean(axis=0), dtype=np.float64)
    centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
    return centred @ centred.T


def bertopic(texts: Sequence[str], encode: Encode) -> Groups:
    """BERTopic with its defaults, but for the smallest topic: a twentieth of the answers, 2 to 10; outliers have no
    group.
    """
    topics = bertopic_topics(texts, encode(texts), max(2, min(10, len(texts) // 20)))
    return [[str(topic)] if topic >= 0 else [] for topic in topics]


def bertopic_topics(texts: Sequence[str], vectors: Vectors, smallest: int, seed: int | None = 0) -> list[int]:
    """The topic of each text; a question that UMAP cannot lay out is one topic. Without ``seed`` its layout uses all
    cores, and topics differ from run to run.
    """
    from bertopic import BERTopic
    from umap import UMAP

    if len(texts) < 5:
        return [0] * len(texts)
    # BERTopic's own UMAP settings; spectral initialisation needs more points than dimensions.
    layout = UMAP(
        n_neighbors=min(15, len(texts) - 1),
        n_components=5,
        min_dist=0.0,
        metric="cosine",
        random_state=seed,
        init="spectral" if len(texts) > 15 else "random",
    )
    model = BERTopic(umap_model=layout, min_topic_size=smallest, calculate_probabilities=False)
    topics, _ = model.fit_transform(list(texts), embeddings=vectors)
    return [int(topic) for topic in topics]
