"""A mapping made of what was asked for, asked for again, and said in words."""

from typing import Any

from bot.slack.desk import MapRequest
from bot.slack.text import escape
from screening.agent import Mapping
from screening.people import Opportunity


def mapping_of(request: MapRequest, role: Opportunity, trigger: str, statuses: tuple[int, ...], *, by: str) -> Mapping:
    """What is kept."""
    return Mapping(
        job=role.id,
        agent=request.agent,
        channel=request.channel,
        statuses=statuses,
        trigger=trigger,
        title=role.title,
        client=role.client,
        confidential=request.confidential,
        advance=request.advance,
        write_back=request.write_back,
        record=request.record,
        by=by,
    )


def said_of(m: Mapping, role: Opportunity, there: int) -> str:
    """What was mapped, in words, and who stands there already."""
    client = f" ({escape(role.client)})" if role.client else ""
    said = (
        f"Job {m.job} *{escape(role.title)}*{client} → agent *{escape(m.agent)}*, trigger *{escape(m.trigger)}*. "
        "Whoever reaches it from now on is texted."
    )
    said += f" {there} people stand there already; `backfill {m.job}` takes them." if there else ""
    return said + ("" if role.is_open else " The job is closed in Tracker: nobody is texted until it is open again.")


def request_of(job: int, row: dict[str, Any]) -> MapRequest:
    """The request that makes this mapping again."""
    statuses = row["statuses"]
    category = str(row["trigger"]).removeprefix("any status of ")
    return MapRequest(
        job=str(job),
        agent=row["agent"],
        stage=f"status:{statuses[0]}" if len(statuses) == 1 else f"category:{category}",
        channel=row["channel"],
        advance=row["advance"],
        write_back=row["write_back"],
        record=row["record"],
        confidential=row["confidential"],
    )
