"""The agent modal: a script written in Slack, read before it is taken."""

from typing import Any

from bot.slack import blocks as b
from bot.slack.modals import state_value
from bot.slack.text import cut, escape
from screening.scripts.reader import problems_of

PART = 3000  # Slack's limit of one field
PARTS = ("script", "script_2", "script_3")
EXAMPLE = """format = 1
name = "picker"
title = "Warehouse picker"
steps = ["sms"]
intro = "Hi {{ first_name }}, thanks for applying for {{ job }}."
closing = "Thanks {{ first_name }}! A recruiter will be in touch."

[[question]]
key = "lifting"
kind = "yes_no"
ask = "Can you lift 50 lb?"
knockout = "no"

[[question]]
key = "start"
kind = "date"
ask = "When could you start?"
points = [{ within_days = 14, points = 5 }, { points = 2 }]
"""


def agent_view(channel: str, script: str = EXAMPLE) -> b.Block:
    """The form with a script in it, over as many fields as it takes."""
    parts = split(script)
    labels = ("Script", "Script, continued", "Script, continued further")
    fields = [
        b.field(label, b.text_input(name, initial=part, several_lines=True, most=PART), optional=name != "script")
        for name, label, part in zip(PARTS, labels, parts, strict=True)
    ]
    said = b.section("Published as written; whoever is being screened now keeps the questions they began with.")
    return b.modal("agent", "Publish an agent", [said, *fields], submit="Publish", kept=channel)


def split(script: str) -> list[str]:
    """The script in three parts, broken at lines where that is possible."""
    parts, rest = [], script
    for _ in PARTS:
        end = len(rest) if len(rest) <= PART else (rest.rfind("\n", 0, PART) + 1 or PART)
        parts.append(rest[:end])
        rest = rest[end:]
    return parts


def fits(script: str) -> bool:
    """Whether the form can hold the script."""
    return "".join(split(script)) == script


def script_of(view: dict[str, Any]) -> str:
    """The script that was written."""
    return "\n".join(part for part in (state_value(view, name) for name in PARTS) if part) + "\n"


def problems(view: dict[str, Any]) -> dict[str, str]:
    """What keeps the script from being published, every problem with its line."""
    found = [str(problem) for problem in problems_of(script_of(view)) if problem.error]
    return {"script": cut(escape("; ".join(found)), 1500)} if found else {}
