"""The map modal: a job's stage to an agent."""

from collections.abc import Sequence
from typing import Any

from bot.slack import blocks as b
from bot.slack.desk import Choice, Desk, MapRequest
from bot.slack.modals import Views, message_view, skeleton, state_value

TITLE = "Map a job"
WRITE_BACK = (
    Choice(label="When the screening ends", value="completed"),
    Choice(label="Also when first texted", value="contacted"),
    Choice(label="Also at the first reply", value="replied"),
    Choice(label="Only those who were interested", value="interested"),
    Choice(label="Only those recommended to advance", value="passed"),
    Choice(label="Never, unless pushed by hand", value="off"),
)
RECORD = (
    Choice(label="Candidate", value="candidate"),
    Choice(label="Contact", value="contact"),
    Choice(label="Lead", value="lead"),
    Choice(label="Job", value="job"),
)


async def open_map(views: Views, desk: Desk, trigger: str, channel: str, *, job: str = "", agent: str = "") -> None:
    """Opens the form at once and fills it when Tracker's stages are known."""
    view_id = await views.open(trigger, skeleton("map", TITLE, channel))
    try:
        stages = await desk.stage_choices()
    except Exception:
        await views.fill(
            view_id, message_view("map", TITLE, "Tracker's stages could not be read. Close this and try again.")
        )
        raise
    await views.fill(view_id, map_view(stages, channel, job=job, agent=agent))


def map_view(stages: Sequence[Choice], channel: str, *, job: str = "", agent: str = "") -> b.Block:
    """The form, or what to do first where Tracker shows no stages."""
    if not b.grouped(stages):
        return message_view("map", TITLE, "Tracker shows no stages yet. Connect it first.")
    only_stages = [choice for choice in stages if choice.value.startswith("status:")]
    return b.modal("map", TITLE, [*_who(stages, channel, job, agent), *_then(only_stages)], submit="Map", kept=channel)


def _who(stages: Sequence[Choice], channel: str, job: str, agent: str) -> list[b.Block]:
    chosen_job = Choice(label=f"Job {job}", value=job) if job else None
    chosen_agent = Choice(label=agent, value=agent) if agent else None
    return [
        b.field("Job", b.external("job", placeholder="Number or title", initial=chosen_job)),
        b.field("Agent", b.external("agent", placeholder="Name of the agent", initial=chosen_agent)),
        b.field(
            "Screen whoever reaches",
            b.select("trigger", stages, placeholder="A stage or a whole category"),
            hint="Whoever is there already is not texted; backfill does that.",
        ),
        b.field("Results go to", b.channel_select("channel", initial=channel if channel[:1] in "CG" else "")),
    ]


def _then(stages: Sequence[Choice]) -> list[b.Block]:
    made = []
    if b.grouped(stages):
        moves = b.select("advance", stages, placeholder="Ask each time")
        made.append(b.field("The Advance button moves to", moves, optional=True))
    made.append(b.field("Write to Tracker", b.select("write_back", WRITE_BACK, initial="completed")))
    made.append(b.field("Record it on the", b.select("record", RECORD, initial="candidate")))
    return made


def map_request(view: dict[str, Any]) -> MapRequest:
    """What was chosen."""
    return MapRequest(
        job=state_value(view, "job"),
        agent=state_value(view, "agent"),
        stage=state_value(view, "trigger"),
        channel=state_value(view, "channel") or str(view.get("private_metadata") or "")[:40],
        advance=state_value(view, "advance"),
        write_back=state_value(view, "write_back") or "completed",
        record=state_value(view, "record") or "candidate",
    )


def problems(request: MapRequest) -> dict[str, str]:
    """Inputs left empty."""
    needed = {"job": request.job, "agent": request.agent, "trigger": request.stage}
    return {name: "Please choose one." for name, value in needed.items() if not value}
