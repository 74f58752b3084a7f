"""Builders for tests: every argument has a default."""

from screening.agent import Mapping
from screening.events import Sent
from screening.machine import Step, step
from screening.people import Candidate, Opportunity
from screening.screening import Screening
from screening.scripts.reader import read_script
from screening.scripts.script import Script

NOON = 1_795_284_000_000  # 2026-11-21 18:00 UTC: noon in Chicago
TEXT = """format = 1
name = "dock"
title = "Dock hand"
steps = [{steps}]
{more}
[[question]]
key = "licence"
kind = "yes_no"
ask = "Do you hold a valid forklift licence?"
weight = 3
knockout = "no"

[[question]]
key = "years"
kind = "number"
ask = "How many years have you driven a forklift?"
unit = "years"
range = [0, 50]
weight = 2
points = [{{ at_least = 5, points = 5 }}, {{ at_least = 2, points = 3 }}, {{ points = 1 }}]
"""
STORY = """
[[question]]
key = "story"
kind = "text"
ask = "Tell me about a time you spotted something unsafe at work."
[[question.rubric]]
name = "stopped the work"
evidence = ["stopped", "parked", "shut it down"]
points = 2
"""


def a_script(*steps: str, more: str = "", questions: str = "") -> Script:
    """Licence (a must-have) and years, and whatever `questions` adds."""
    names = ", ".join(f'"{step}"' for step in steps or ("sms",))
    return read_script(TEXT.format(steps=names, more=more) + questions)


def a_screening(script: Script, **changes: object) -> Screening:
    """Ana's way through the script, about to begin."""
    s = Screening(
        id="GR-TEST01",
        script=script.hash,
        agent=script.name,
        brand="Acme",
        language=script.language,
        zone="America/Chicago",
        began_at=NOON,
        candidate=Candidate(
            id=2001, first_name="Ana", name="Ana Alder", phone="+13125550101", zones=("America/Chicago",)
        ),
        job=Opportunity(id=1020, title="Forklift operator"),
    )
    return s.having(**changes)


def a_mapping(**changes: object) -> Mapping:
    """Job 1020 to the agent `dock`."""
    fields: dict[str, object] = {
        "job": 1020,
        "agent": "dock",
        "channel": "C0001",
        "statuses": (11,),
        "trigger": "Phone Screen",
        "title": "Forklift operator",
    }
    return Mapping(**{**fields, **changes})  # type: ignore[arg-type]


def sent(done: Step, script: Script, now: int = NOON) -> Step:
    """The same step once its texts have gone out: only what was seen can be answered."""
    return Step(screening=gone_out(done.screening, script, now), effects=done.effects)


def gone_out(s: Screening, script: Script, now: int = NOON) -> Screening:
    """The screening once every text of ours has gone out."""
    for message in s.messages:
        if message.state == "queued":
            s = step(s, script, Sent(message=message.id), now).screening
    return s
