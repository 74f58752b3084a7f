"""The learned model: hashed pieces of a text to probabilities. Trained by `make model`, shipped as data, plain Python to use.

A model file is zlib-compressed: one line of JSON (a fingerprint of what it was made of; tasks with labels, bits and scale), then per task 2**bits buckets of
a byte per label, which is a weight and NOUGHT. A score is scale * (sum of the plane over the pieces / sqrt(number of pieces) + the same over the evidence)."""

import json
import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from screening.understanding.features import hashed

NOUGHT = 128
EVIDENCE = 0.4  # weight of what the rules found beside the words


@dataclass(frozen=True, slots=True)
class Task:
    """One thing the model tells apart: its labels, and the buckets as the file holds them."""

    labels: tuple[str, ...]
    bits: int
    scale: float
    weights: bytes

    def sums(self, buckets: Sequence[int]) -> list[int]:
        """What each label has in these buckets, together."""
        wide = len(self.labels)
        rows = [self.weights[bucket * wide : (bucket + 1) * wide] for bucket in buckets]
        return [sum(column) - NOUGHT * len(rows) for column in zip(*rows, strict=True)] or [0] * wide


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """All tasks of one training."""

    tasks: Mapping[str, Task]
    made_of: str = ""

    def probabilities(self, task: str, found: Sequence[str], evidence: Sequence[str] = ()) -> dict[str, float]:
        """The probability of each label of `task` for a text's pieces and what the rules made of it."""
        known = self.tasks[task]
        buckets, beside = _buckets(tuple(found), known.bits), _buckets(tuple(evidence), known.bits)
        width = math.sqrt(len(buckets) or 1)
        sums = zip(known.sums(buckets), known.sums(beside), strict=True)
        scores = [known.scale * (words / width + EVIDENCE * rules) for words, rules in sums]
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        return {label: share / sum(shares) for label, share in zip(known.labels, shares, strict=True)}


_buckets = lru_cache(maxsize=64)(hashed)  # a text is asked about by several tasks


def decoded(data: bytes) -> Model:
    """A model from the bytes of its file."""
    head, _, body = zlib.decompress(data).partition(b"\n")
    facts = json.loads(head)
    tasks: dict[str, Task] = {}
    at = 0
    for task in facts["tasks"]:
        labels = tuple(task["labels"])
        end = at + len(labels) * (1 << task["bits"])
        tasks[task["name"]], at = Task(labels, task["bits"], task["scale"], body[at:end]), end
    return Model(tasks, facts.get("made_of", ""))


@cache
def shipped() -> Model | None:
    """The model that comes with Greenroom; None where none was trained yet."""
    place = files(__package__).joinpath("data", "model.bin")
    return decoded(place.read_bytes()) if place.is_file() else None
