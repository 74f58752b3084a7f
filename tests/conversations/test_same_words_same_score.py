"""Metamorphic: the same 40 interviews told neatly and told messily give the same score. How somebody writes never counts."""

from datetime import datetime
from itertools import product
from typing import Any

import pytest

from bot.rehearsal import Rehearsal
from screening.duties.window import Window
from tests.conversations.playing import START, script_of

# question: meaning -> (neat, messy, messier)
WAYS: dict[str, list[tuple[str, str, str]]] = {
    "card": [("Yes, I do.", "yea i do lol 👍", "YESSS got my card!!!"), ("Yes.", "yup", "ya sure do 😊")],
    "years": [
        ("6 years.", "abt 6 yrs", "six yrs haha"),
        ("2 years.", "2yrs i guess", "TWO YEARS 😅"),
        ("8 years.", "like 8 yrs or so", "8 yeras"),
        ("3 years.", "3", "ummm 3 yrs"),
    ],
    "shift": [
        ("Afternoons.", "afternoons pls", "AFTERNONS"),
        ("Nights.", "nites no wait nights", "nights 🌙🌙"),
        ("Mornings.", "the mornings", "mornings!!! thx"),
    ],
    "pay": [
        ("$20 an hour.", "20", "20/hr 💵"),
        ("$23 an hour.", "23 bucks an hr", "$23"),
        ("$27 an hour.", "27 an hour", "27 dollars"),
    ],
    "start": [
        ("March 16.", "mar 16", "march 16th!!"),
        ("Tomorrow.", "tmrw", "TOMORROW 🙌"),
        ("April 2.", "apr 2", "april 2nd i think"),
    ],
    "travel": [("25 minutes.", "25 minutes ish", "abt 25 minutes"), ("40 minutes.", "40", "40 minutes 😩")],
    "damage": [
        (
            "I stop, tape off the aisle and tell my supervisor.",
            "stop tape it n tell my supervisor lol",
            "ok so first of all i STOP right there bc thats how ppl get hurt, then tape the aisle off, and after that i go tell my supervisor about it 👷",
        ),
        ("I stop and report it.", "stop. report.", "i would stop an report it i guess 🤷"),
        ("I would ask my brother.", "ask my bro", "hmmm honestly?? id ask my brother he knows everything 😂😂"),
    ],
}
OTHERS: dict[str, dict[str, list[tuple[str, str, str]]]] = {  # three other kinds of job, told neatly, messily, messier
    "driver": {
        "cdl": [("Yes, I do.", "yep got it", "YES SIR!! class A 💪")],
        "dui": [("No.", "nope never", "naw man, clean record 🙏")],
        "years": [
            ("6 years.", "abt 6 yrs", "6yrs lol"),
            ("18 months.", "18 mo", "bout a year n a half"),
            ("Half a year.", "6 months", "6 mos or so"),
        ],
        "freight": [
            ("Reefer.", "reefer mostly", "REEFR"),
            ("Flatbed.", "flat bed", "3"),
            ("Dry van.", "the 1st one", "dryvan"),
        ],
        "nights_out": [("No, none.", "nope", "no prob at all 👍")],
        "start": [("March 16.", "3/16", "mar 16th!!"), ("April 2.", "apr 2", "april 2nd i guess")],
    },
    "nurse": {
        "license": [("Yes.", "yup active", "yess its active 😊")],
        "discipline": [("No, never.", "nope", "never!!")],
        "years": [("6 years.", "6 yrs", "six yrs haha"), ("Two years.", "2", "2 yrs i think")],
        "shifts": [("Nights.", "nites pls", "NIGHTS 🌙"), ("Days or weekends.", "days n weekends", "weekends/days")],
        "pay": [("$44 an hour.", "44", "44/hr 💵"), ("$50 an hour.", "fifty", "50 bucks an hr")],
        "start": [("March 23.", "mar 23", "3/23 🙌")],
        "story": [
            (
                "I assessed him and called the rapid response team.",
                "assessed him n called rapid response",
                "ok so i ASSESSED him right away then rapid response came 🏃 scary day lol",
            )
        ],
    },
    "office": {
        "authorized": [("Yes.", "yea", "ya i am 👍")],
        "sponsor": [("No.", "nope", "nah")],
        "excel": [("Advanced.", "advanced lol", "ADVANCD"), ("Basic.", "basic tbh", "just the basics")],
        "years": [("5 years.", "5yrs", "FIVE years"), ("1 year.", "a year", "1 yr!!")],
        "salary": [("$50,000 a year.", "50k", "50000"), ("$58,000 a year.", "58k ish", "58,000 plz")],
        "notice": [("March 23.", "mar 23", "3/23")],
        "mixup": [
            (
                "I talked to both and wrote an email.",
                "talked to both n sent an email",
                "lol ok so i TALKED to both of them, then email to everyone 😅",
            )
        ],
    },
}
KEYS = list(WAYS)
SLOW = ["20m", "3h", "26h", "5m", "9h", "50m"]


def interviews() -> list[list[tuple[str, str, str]]]:
    """Forty ways through the script, each a row of meanings."""
    every = [list(row) for row in product(*(WAYS[key] for key in KEYS))]
    return every[:: len(every) // 40][:40]


def elsewhere() -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Every other of the ways through three more scripts."""
    return [(job, list(row)) for job, ways in OTHERS.items() for row in list(product(*ways.values()))[::2]]


def told(texts: list[str], *, slow: bool, script: str = "packer") -> dict[str, Any]:
    r = Rehearsal(
        script_of(script),
        datetime.fromisoformat(START),
        window=Window.read("08:00-20:00"),
        brand="Harbor Staffing",
        pause=6,
        out=lambda _: None,
    )
    for number, text in enumerate(texts):
        if slow:
            r.advance({"m": 60_000, "h": 3_600_000}[SLOW[number % 6][-1]] * int(SLOW[number % 6][:-1]))
        r.say(text)
    return r.end()


def gist(end: dict[str, Any]) -> dict[str, Any]:
    card = end["scorecard"]
    points = {a["question"]: a["points"] for a in card["answers"]}
    return {k: card[k] for k in ("status", "score", "recommendation", "confidence")} | {"points": points}


@pytest.mark.parametrize("row", interviews(), ids=[f"interview-{n:02}" for n in range(1, 41)])
def test_neat_and_messy_words_give_the_same_score(row: list[tuple[str, str, str]]) -> None:
    neat = gist(told([ways[0] for ways in row], slow=False))
    assert neat["status"] == "completed" and neat["score"] is not None
    assert gist(told([ways[1] for ways in row], slow=False)) == neat
    assert gist(told([ways[2] for ways in row], slow=False)) == neat


@pytest.mark.parametrize(
    ("job", "row"), elsewhere(), ids=[f"{job}-{n:02}" for n, (job, _) in enumerate(elsewhere(), 1)]
)
def test_neat_and_messy_words_give_the_same_score_for_every_job(job: str, row: list[tuple[str, str, str]]) -> None:
    neat, *messy = (gist(told([ways[n] for ways in row], slow=False, script=job)) for n in range(3))
    assert neat["status"] == "completed" and neat["score"] is not None
    assert messy == [neat, neat]


@pytest.mark.parametrize("row", interviews()[::8], ids=[f"interview-{n:02}" for n in range(1, 41, 8)])
def test_slow_answers_give_the_same_score(row: list[tuple[str, str, str]]) -> None:
    today = [
        ways for key, ways in zip(KEYS, row, strict=True) if key != "start"
    ]  # a day counts from the day of its answer
    fixed = [("March 16.", "mar 16", "march 16th!!")]
    row = [*today[:4], *fixed, *today[4:]]
    prompt, slow = told([w[0] for w in row], slow=False), told([w[1] for w in row], slow=True)
    assert gist(slow)["score"] == gist(prompt)["score"]
    assert gist(slow)["recommendation"] == gist(prompt)["recommendation"]


def test_there_are_forty_different_interviews() -> None:
    assert len({tuple(map(tuple, row)) for row in interviews()}) == 40
    scores = {gist(told([w[0] for w in row], slow=False))["score"] for row in interviews()}
    assert len(scores) > 8  # they do differ among themselves
