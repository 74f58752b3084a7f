"""Fitting the compact model: multinomial logistic regression on hashed pieces, quantised to bytes."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.optimize
import scipy.sparse as sp

from screening.understanding.features import hashed
from screening.understanding.model import EVIDENCE, Model, decoded

BITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text as the model sees it, and what it is."""

    label: str
    family: str
    pieces: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskData:
    """The examples of one task."""

    name: str
    labels: tuple[str, ...]
    examples: tuple[Example, ...]
    strength: float = 0.1  # of the L2 penalty


def matrix(examples: Sequence[Example]) -> sp.csr_matrix:
    """One row per example: its pieces, scaled to length one, and its evidence."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for example in examples:
        words, beside = hashed(list(example.pieces), BITS), hashed(list(example.evidence), BITS)
        columns += words + beside
        values += [1 / np.sqrt(len(words) or 1)] * len(words) + [EVIDENCE] * len(beside)
        ends.append(len(columns))
    return sp.csr_matrix((values, columns, ends), shape=(len(examples), 1 << BITS))


def weights(data: TaskData, examples: Sequence[Example]) -> np.ndarray:
    """Weights (buckets x labels) that make the examples likely."""
    rows = matrix(examples)
    wanted = np.array([data.labels.index(e.label) for e in examples])
    counts = np.array([e.weight for e in examples])
    shape = (1 << BITS, len(data.labels))
    aim = np.eye(len(data.labels))[wanted]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        scores = rows @ flat.reshape(shape)
        scores -= scores.max(1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(1, keepdims=True)
        likely = -(counts * np.log(shares[np.arange(len(wanted)), wanted] + 1e-12)).sum()
        slope = rows.T @ ((shares - aim) * counts[:, None]) + data.strength * flat.reshape(shape)
        return float(likely + data.strength / 2 * flat @ flat), slope.ravel()

    start = np.zeros(shape[0] * shape[1])
    found = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 40})
    return np.asarray(found.x).reshape(shape)


def packed(tasks: Sequence[tuple[TaskData, np.ndarray]]) -> bytes:
    """The bytes of a model file (see screening.understanding.model)."""
    facts = []
    planes = []
    for data, table in tasks:
        scale = float(np.abs(table).max() / 127) or 1.0
        facts.append({"name": data.name, "labels": list(data.labels), "scale": scale})
        planes.append(np.rint(table / scale).astype(np.int8).T.copy().tobytes())
    head = json.dumps({"bits": BITS, "tasks": facts}, sort_keys=True).encode()
    return zlib.compress(head + b"\n" + b"".join(planes), 9)


def fitted(tasks: Sequence[TaskData]) -> Model:
    """A model trained on all examples of the tasks."""
    return decoded(packed([(data, weights(data, data.examples)) for data in tasks]))
