"""No text of the evaluation rows or conversations beside the checkout may stand in the code, the corpus or the tests."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHORTEST = 16  # characters after folding: shorter texts ("yes please") are everybody's
WORDS = 4


def folded(text: str) -> str:
    """Lower case, one space between words, no other signs."""
    return " ".join(re.findall(r"\w+", text.lower()))


def strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value, keys aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def foreign(shared: Path) -> Iterator[str]:
    """The texts that candidates write in the rows and conversations."""
    for path in shared.glob("nlu/*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield from strings([row.get(key) for key in ("text", "reply", "say", "quote")])
    for path in shared.glob("acceptance/talk/conversations/*.json"):
        yield from _said(json.loads(path.read_text(encoding="utf-8")))


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from strings([value.get("say"), value.get("sheet")])
        for part in value.values():
            yield from _said(part)
    elif isinstance(value, list):
        for part in value:
            yield from _said(part)


def main(shared: Path) -> int:
    """1 where a text was found, each with its file."""
    wanted = {f for text in foreign(shared) if len(f := folded(text)) >= SHORTEST and f.count(" ") + 1 >= WORDS}
    files = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.split("\n")
    found = 0
    for name in files:
        if (
            not name
            or not Path(name).is_file()
            or Path(name).suffix in (".ttf", ".png", ".pdf", ".lock", ".bin", ".gz")
        ):
            continue
        text = folded(Path(name).read_text(encoding="utf-8", errors="replace"))
        for copy in (w for w in wanted if w in text):
            found += 1
            print(f"{name} holds a text of the evaluation: {copy}")
    print(f"{len(wanted)} texts looked for, {found} found")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
