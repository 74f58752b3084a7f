"""The learned model: hashed pieces of a text to probabilities. Trained by `make model`, shipped as data, plain Python to use.

A model file is zlib-compressed: one line of JSON (a fingerprint of what it was made of; tasks with labels, bits and scale), then per task and label one plane of
2**bits signed bytes. A score is scale * (sum of the plane over the pieces / sqrt(number of pieces) + the same over the evidence)."""

import json
import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from screening.understanding.features import hashed

EVIDENCE = 0.4  # weight of what the rules found beside the words


@dataclass(frozen=True, slots=True)
class Task:
    """One thing the model tells apart: its labels, and a plane of weights for each."""

    labels: tuple[str, ...]
    bits: int
    scale: float
    planes: tuple[memoryview, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """All tasks of one training."""

    tasks: Mapping[str, Task]
    made_of: str = ""

    def probabilities(self, task: str, found: Sequence[str], evidence: Sequence[str] = ()) -> dict[str, float]:
        """The probability of each label of `task` for a text's pieces and what the rules made of it."""
        known = self.tasks[task]
        buckets, beside = hashed(found, known.bits), hashed(evidence, known.bits)
        width = math.sqrt(len(buckets) or 1)
        scores = [
            known.scale
            * (sum(map(plane.__getitem__, buckets)) / width + EVIDENCE * sum(map(plane.__getitem__, beside)))
            for plane in known.planes
        ]
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        return {label: share / sum(shares) for label, share in zip(known.labels, shares, strict=True)}


def decoded(data: bytes) -> Model:
    """A model from the bytes of its file."""
    head, _, body = zlib.decompress(data).partition(b"\n")
    facts = json.loads(head)
    planes = memoryview(body).cast("b")
    tasks: dict[str, Task] = {}
    at = 0
    for task in facts["tasks"]:
        found, size = [], 1 << task["bits"]
        for _ in task["labels"]:
            found.append(planes[at : at + size])
            at += size
        tasks[task["name"]] = Task(tuple(task["labels"]), task["bits"], task["scale"], tuple(found))
    return Model(tasks, facts.get("made_of", ""))


@cache
def shipped() -> Model | None:
    """The model that comes with Greenroom; None where none was trained yet."""
    place = files(__package__).joinpath("data", "model.bin")
    return decoded(place.read_bytes()) if place.is_file() else None
