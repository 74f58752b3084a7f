"""Replies in many wordings, and one group of examples for every rule: breaking a rule fails the test that bears its name."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from screening.understanding.cli_rows import row
from tests.screening.understanding.readings import NOW, asked, hear

HERE = Path(__file__).parent


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def grouped(name: str, key: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in lines(name):
        found[line[key]].append(line)
    return found


WEIGHED = {
    "yesno": 0.012
}  # of these the learned model weighs all that is not plain, so that a few may turn with a new training
WORDINGS = grouped("wordings.jsonl", "kind")
RULES = grouped("rules.jsonl", "rule")


@pytest.mark.parametrize("kind", sorted(WORDINGS))
def test_every_known_wording_is_read_as_a_person_reads_it(kind: str) -> None:
    wrong = []
    for line in WORDINGS[kind]:
        answer = row({"reference_time": NOW.isoformat(), "locale": "en-US"} | line)
        if (answer["intent"], answer["value"]) != (line["intent"], line["value"]):
            wrong.append((line["question"], line["text"], answer["intent"], answer["value"]))
    assert len(wrong) <= WEIGHED.get(kind, 0) * len(WORDINGS[kind]), wrong


@pytest.mark.parametrize("rule", sorted(RULES))
def test_each_rule_reads_its_examples(rule: str) -> None:
    for line in RULES[rule]:
        question = asked(line["kind"], line["question"], tuple(line.get("options", ())))
        heard = hear(line["text"], question, line.get("locale", "en-US"))
        read = heard.reading
        assert (line["text"], heard.intent, read.value if read else None, read.rule if read else heard.rule) == (
            line["text"],
            line["intent"],
            line["value"],
            rule,
        )


@pytest.mark.parametrize("kind", sorted(WORDINGS))
def test_every_quote_is_an_exact_part_of_the_reply(kind: str) -> None:
    for line in WORDINGS[kind]:
        heard = hear(line["text"], asked(kind, line["question"], tuple(line.get("options", ()))))
        assert heard.reading is None or heard.reading.quote in line["text"]
