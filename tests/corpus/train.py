"""`make model`: trains the compact model on the corpus and writes it where the package finds it; --folds prints figures first."""

import argparse
import sys
from pathlib import Path

import screening.understanding
from tests.corpus.folds import report
from tests.corpus.tasks import all_tasks
from tests.corpus.training import packed, weights

PLACE = Path(screening.understanding.__file__).parent / "data" / "model.bin"


def main(arguments: list[str]) -> None:
    """Train, and write the model."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--folds", action="store_true", help="print figures on constructions kept out of training")
    options = asked.parse_args(arguments)
    tasks = all_tasks()
    if options.folds:
        for line in report(tasks):
            sys.stdout.write(line + "\n")
    data = packed([(task, weights(task, task.examples)) for task in tasks])
    PLACE.write_bytes(data)
    sys.stdout.write(f"{PLACE.name}: {len(data):,} bytes, {sum(len(t.examples) for t in tasks):,} examples\n")


if __name__ == "__main__":
    main(sys.argv[1:])
