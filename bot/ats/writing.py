"""How results are written to Tracker, as set in Slack: when, on what, under which type and custom fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.storage.store import Tables
from bot.storage.values import keep_value
from screening.contact import FIELDS as CONTACT

NAME: Final = "writing"
WRITE_BACK: Final = ("completed", "contacted", "replied", "interested", "passed", "off")
RECORDS: Final = ("candidate", "contact", "lead", "job")
FIELDS: Final = {
    "score": "Overall Score",
    "report": "Report link",
    "criteria": "Grading Criteria",
    "feedback": "Feedback",
}
SWITCHES: Final = {"invitations": "contacted", "optouts": "opted_out"}
KEYS: Final = ("agent", "write_back", "record", "activity_type", "protected", *FIELDS, *SWITCHES)
LONGEST_TYPE: Final = 60
ON, OFF = ("on", "yes", "true", "1"), ("off", "no", "false", "0", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What holds for the workspace. `fields`: custom Activity fields by name, where their ids were given."""

    write_back: str = ""
    record: str = ""
    activity_type: str = ""
    fields: Mapping[str, int] = field(default_factory=dict)
    contacted: bool = False
    opted_out: bool = False
    agents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    protected: tuple[str, ...] = ()  # contact fields that are changed in Tracker alone


def writing_of(tables: Tables) -> Writing:
    """What holds now."""
    row = tables["values"].first(name=NAME)
    kept = {k: v for k, v in row.items() if k in Writing.__slots__} if row else {}
    return Writing(**{**kept, "protected": tuple(kept.get("protected", ()))})


def changed(now: Writing, wanted: Mapping[str, str]) -> dict[str, Any] | str:
    """The fields of the workspace's record that change, or what is wrong with what is wanted."""
    if wrong := _wrong(wanted):
        return wrong
    agent = wanted.get("agent", "")
    own = {k: wanted[k].lower() for k in ("write_back", "record") if k in wanted}
    if agent:
        return {"agents": {**now.agents, agent: {**now.agents.get(agent, {}), **own}}}
    ids = {FIELDS[k]: int(wanted[k]) for k in FIELDS if wanted.get(k)}
    kept = {name: id for name, id in now.fields.items() if name not in {FIELDS[k] for k in FIELDS if k in wanted}}
    change: dict[str, Any] = {**own, "fields": {**kept, **ids}}
    change |= {SWITCHES[k]: wanted[k].lower() in ON for k in SWITCHES if k in wanted}
    if "protected" in wanted:
        change["protected"] = _names(wanted["protected"])
    return change | ({"activity_type": wanted["activity_type"].strip()} if "activity_type" in wanted else {})


def _wrong(wanted: Mapping[str, str]) -> str:
    allowed = {"write_back": (*WRITE_BACK, ""), "record": (*RECORDS, ""), **dict.fromkeys(SWITCHES, (*ON, *OFF))}
    for key, value in wanted.items():
        if key in allowed and value.lower() not in allowed[key]:
            words = "on or off" if key in SWITCHES else f"one of {', '.join(allowed[key][:-1])}"
            return f"{key} is {words}."
        if key in FIELDS and value and not (value.isascii() and value.isdigit() and len(value) < 10):
            return f"{key} is the id of a custom field in Tracker, a number such as 448."
    if unknown := set(_names(wanted.get("protected", ""))) - set(CONTACT):
        return f"protected names no field “{min(unknown)[:40]}”. It may have: {', '.join(CONTACT)}."
    if len(wanted.get("activity_type", "")) > LONGEST_TYPE:
        return f"activity_type has at most {LONGEST_TYPE} characters."
    if wanted.get("agent") and set(wanted) - {"agent", "write_back", "record"}:
        return "For one agent, write_back and record can be set."
    return ""


def _names(listed: str) -> list[str]:
    return [name for each in listed.split(",") if (name := each.strip().lower())]


def keep_writing(tables: Tables, change: Mapping[str, Any]) -> None:
    """Change the workspace's record."""
    keep_value(tables, NAME, **change)


def described(now: Writing) -> list[str]:
    """The settings in words, each with where it comes from."""

    def whence(value: object) -> str:
        return "set in Slack" if value else "default"

    lines = [
        f"• `write_back`: {now.write_back or 'completed'} ({whence(now.write_back)}; a mapping's own goes before)",
        f"• `record`: {now.record or 'candidate'} ({whence(now.record)}; a mapping's own goes before)",
        f"• `activity_type`: {now.activity_type or 'Text'} ({whence(now.activity_type)})",
        f"• `invitations` as Activities: {'on' if now.contacted else 'off'} ({whence(now.contacted)})",
        f"• `optouts` as Activities: {'on' if now.opted_out else 'off'} ({whence(now.opted_out)})",
    ]
    lines.append(f"• `protected`: {', '.join(now.protected) or 'none'} ({whence(now.protected)})")
    for short, name in FIELDS.items():
        id = now.fields.get(name)
        lines.append(f"• `{short}` ({name}): {id or 'by its name in Tracker'} ({whence(id)})")
    for agent, own in now.agents.items():
        lines += [f"• agent {agent}, `{key}`: {value} (set in Slack)" for key, value in own.items() if value]
    return lines
