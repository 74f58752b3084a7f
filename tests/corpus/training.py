"""Fitting the compact model: multinomial logistic regression on hashed pieces, quantised to bytes."""

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import scipy.optimize
import scipy.sparse as sp

from screening.understanding import senses
from screening.understanding.features import hashed
from screening.understanding.model import EVIDENCE, NOUGHT, Model, decoded

NOT_TRAINED_ON = frozenset({"unseen_yesno.tsv", "unseen_plain.tsv", "unseen_intents.tsv"})


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
    iterations: int = 40  # of the fit, after which it is stopped
    bits: int = 16  # of the hash
    either: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # labels of examples that may be one of several

    def of(self, example: Example) -> tuple[str, ...]:
        """The labels an example may have."""
        return self.either.get(example.label, (example.label,))


def matrix(examples: Sequence[Example], bits: int) -> sp.csr_matrix:
    """One row per example: its pieces, scaled to length one, and its evidence."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for example in examples:
        words, beside = hashed(list(example.pieces), bits), hashed(list(example.evidence), bits)
        columns += words + beside
        values += [1 / np.sqrt(len(words) or 1)] * len(words) + [EVIDENCE] * len(beside)
        ends.append(len(columns))
    return sp.csr_matrix((values, columns, ends), shape=(len(examples), 1 << bits))


def weights(data: TaskData, examples: Sequence[Example]) -> np.ndarray:
    """Weights (buckets x labels) that make the examples likely."""
    rows = matrix(examples, data.bits)
    used = np.unique(rows.indices)  # buckets that no example falls into weigh nothing
    rows = rows[:, used].tocsr()
    turned = rows.T.tocsr()
    allowed = np.array([[label in data.of(e) for label in data.labels] for e in examples], dtype=float)
    counts = np.array([e.weight for e in examples])
    shape = (len(used), len(data.labels))

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        scores = rows @ flat.reshape(shape)
        scores -= scores.max(1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(1, keepdims=True)
        meant = shares * allowed
        total = meant.sum(1) + 1e-12
        likely = -(counts * np.log(total)).sum()
        slope = turned @ ((shares - meant / total[:, None]) * counts[:, None]) + data.strength * flat.reshape(shape)
        return float(likely + data.strength / 2 * flat @ flat), slope.ravel()

    start = np.zeros(shape[0] * shape[1])
    found = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": data.iterations})
    table = np.zeros((1 << data.bits, shape[1]))
    table[used] = np.asarray(found.x).reshape(shape)
    return table


def made_of() -> str:
    """A fingerprint of the texts and of what makes pieces of them: another one means that the model is due to be trained anew."""
    here, read = Path(__file__).parent, Path(senses.__file__).parent
    files = [*sorted(here.glob("*.tsv")), *(here / name for name in ("tasks.py", "training.py"))]
    files += [read / name for name in ("features.py", "senses.py", "words.py", "data/senses.txt", "data/topics.txt")]
    mark = hashlib.blake2b(digest_size=8)
    for file in files:
        if file.name not in NOT_TRAINED_ON:
            mark.update(file.name.encode() + b"\0" + file.read_bytes())
    return mark.hexdigest()


def packed(tasks: Sequence[tuple[TaskData, np.ndarray]]) -> bytes:
    """The bytes of a model file (see screening.understanding.model)."""
    facts = []
    bodies = []
    for data, table in tasks:
        scale = float(np.abs(table).max() / 127) or 1.0
        facts.append({"name": data.name, "labels": list(data.labels), "bits": data.bits, "scale": scale})
        bodies.append((np.rint(table / scale) + NOUGHT).astype(np.uint8).tobytes())
    head = json.dumps({"made_of": made_of(), "tasks": facts}, sort_keys=True).encode()
    return zlib.compress(head + b"\n" + b"".join(bodies), 9)


def fitted(tasks: Sequence[TaskData]) -> Model:
    """A model trained on all examples of the tasks."""
    return decoded(packed([(data, weights(data, data.examples)) for data in tasks]))
