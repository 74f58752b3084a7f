"""Whole conversations as data, each played through the use cases of the service under a virtual clock."""

import re
from datetime import timedelta
from typing import Any

import pytest

from screening.screening import Who
from tests.conversations.playing import Conversation, Played, conversations, play, script_of

ALL = conversations()


@pytest.mark.parametrize("c", ALL, ids=[c.id for c in ALL])
def test_a_conversation_goes_as_written(c: Conversation) -> None:
    played = play(c)
    problems = [*played.problems, *wrong_end(c, played), *broken_rules(c, played)]
    assert not problems, f"{c.why}\n" + "\n".join([*problems, "", *transcript(played)])


def test_there_are_enough_conversations_and_each_says_why() -> None:
    assert len(ALL) >= 150
    assert sum(len(c.phenomena) >= 2 for c in ALL) >= 60
    assert all(len(c.why) > 10 and c.phenomena for c in ALL)
    assert len({c.told + c.script + c.start for c in ALL}) == len(ALL)


def wrong_end(c: Conversation, p: Played) -> list[str]:
    """What differs from the wanted end."""
    card, found = p.end["scorecard"], []
    got: dict[str, Any] = {
        "status": p.end["end"],
        "score": card["score"] if card["score"] is not None else "none",
        "recommendation": card["recommendation"],
        "told": len(p.notices),
        "unclear": sorted(p.rehearsal.screening.unclear) if p.rehearsal else [],
    }
    for key, want in c.want.items():
        if key == "answers":
            found += [
                f"answer {k}: {p.end['answers'].get(k, 'none')!r}, wanted {v!r}"
                for k, v in want.items()
                if p.end["answers"].get(k, "none") != v
            ]
        elif key == "notice":
            if not any(re.search(want, n, re.I) for n in p.notices):
                found.append(f"no notice holds {want!r}: {p.notices}")
        elif got[key] != want:
            found.append(f"{key}: {got[key]!r}, wanted {want!r}")
    return found


def broken_rules(c: Conversation, p: Played) -> list[str]:
    """The rules that hold in every conversation."""
    texts = [line.text for _, line, _ in p.lines]
    found = [f"{len(t)} characters: {t!r}" for t in texts if len(t) > 320]
    found += [f"two questions: {t!r}" for t in texts if t.count("?") > 1]
    found += [f"twice: {t!r}" for t in {t for t in texts if texts.count(t) > 1}]
    found += [f"a slot is unfilled: {t!r}" for t in texts if re.search(r"[{}]|\bNone\b", t)]
    for _, line, heard in p.lines:
        prompt = heard is not None and line.at - heard <= timedelta(minutes=10)
        if not prompt and not 8 <= line.at.hour < 20:
            found.append(f"at night: {line.at} {line.text!r}")
    return [*found, *_asked_too_often(c, p), *_unquoted(p)]


def _asked_too_often(c: Conversation, p: Played) -> list[str]:
    again = [line.question for _, line, _ in p.lines if line.text.startswith(("Sorry, I did not", "Perdona, no te"))]
    twice = [f"asked again twice: {key}" for key in set(again) if again.count(key) > 1]
    words = {q.key: q.words("en") for q in script_of(c.script).questions}
    plain = [line.text for _, line, _ in p.lines if line.kind == "ask" and line.text == words.get(line.question)]
    return twice + [f"the bare question went out twice: {t}" for t in set(plain) if plain.count(t) > 1]


def _unquoted(p: Played) -> list[str]:
    assert p.rehearsal is not None
    said = {m.id: m.text for m in p.rehearsal.screening.messages if m.who is Who.CANDIDATE}
    return [
        f"{a['quote']!r} is not in {said.get(a['message'])!r}"
        for a in p.end["scorecard"]["answers"]
        if a["quote"] not in said.get(a["message"], "")
    ]


def transcript(p: Played) -> list[str]:
    """The conversation as it went, for whoever mends it."""
    out = []
    for number in range(len(p.inputs) + 1):
        if number:
            out.append(p.inputs[number - 1])
        out += [f"    > {x.at:%a %H:%M} [{x.kind} {x.question}] {x.text}" for n, x, _ in p.lines if n == number]
    return [*out, f"== {p.end.get('end')} {p.end.get('answers')}", *(f"   told: {n}" for n in p.notices)]
