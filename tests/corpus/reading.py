"""The corpus as rows: what stands in the .tsv files of this folder, texts that differ only in a slot counted once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from screening.understanding.words import flat

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One text of the corpus: what it is, the construction it belongs to, the question it answers where there is one."""

    label: str
    family: str
    text: str
    question: str = ""
    kind: str = ""  # of the question, where the file says it ("none": nothing was asked)
    options: tuple[str, ...] = ()


def rows(*names: str) -> Iterator[Row]:
    """The rows of the named files (without .tsv); a missing file holds none."""
    for name in names:
        place = HERE / f"{name}.tsv"
        if not place.is_file():
            continue
        for line in place.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 6:
                options = tuple(cells[4].split(" | ")) if cells[4] else ()
                yield Row(
                    label=cells[0], family=cells[1], kind=cells[2], question=cells[3], options=options, text=cells[5]
                )
            elif len(cells) == 4:
                yield Row(label=cells[0], family=cells[1], question=cells[2], text=cells[3])
            elif len(cells) == 3:
                yield Row(label=cells[0], family=cells[1], text=cells[2])


def once(found: Sequence[Row]) -> list[Row]:
    """Without those that differ only in numbers, names, punctuation or spaces from an earlier one."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for row in found:
        shape = (flat(row.question), re.sub(r"\d+", "0", re.sub(r"\b[A-Z][a-z]+\b(?<!^)", "N", row.text)).casefold())
        shape = (shape[0], re.sub(r"[^\w0]+", " ", shape[1]).strip() or row.text)
        if shape not in seen:
            seen.add(shape)
            kept.append(row)
    return kept
