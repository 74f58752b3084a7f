"""Figures of the bare model on families (for yes and no: questions) that were kept out of its training."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from zlib import crc32

import numpy as np

from tests.corpus.training import Example, TaskData, matrix, weights

FOLDS = 5


def fold_of(family: str) -> int:
    """The fold a family belongs to, the same in every run."""
    return crc32(family.encode()) % FOLDS


def held_out(task: TaskData) -> Iterator[tuple[Example, np.ndarray]]:
    """Each example with the probabilities given by a model that saw nothing of its family."""
    for fold in range(FOLDS):
        seen = [e for e in task.examples if fold_of(e.family) != fold]
        kept = [e for e in task.examples if fold_of(e.family) == fold]
        if not kept:
            continue
        scores = matrix(kept, task.bits) @ weights(replace(task, examples=tuple(seen)), seen)
        shares = np.exp(scores - scores.max(1, keepdims=True))
        yield from zip(kept, shares / shares.sum(1, keepdims=True), strict=True)


def report(tasks: Sequence[TaskData]) -> Iterator[str]:
    """Lines with accuracy, and for each probability bound the share decided and how many of those are right."""
    for task in tasks:
        found = list(held_out(task))
        right = sum(task.labels[int(p.argmax())] in task.of(e) for e, p in found)
        yield f"{task.name}: {right}/{len(found)} = {right / len(found):.3f} on families not in training"
        for bound in (0.5, 0.7, 0.9):
            sure = [(e, p) for e, p in found if p.max() >= bound]
            good = sum(task.labels[int(p.argmax())] in task.of(e) for e, p in sure)
            yield f"  p >= {bound}: decides {len(sure) / len(found):.3f}, right {good / max(1, len(sure)):.3f}"
