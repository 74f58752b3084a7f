"""Before a screening: who reached a stage, may be texted about it, and is taken."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from screening.agent import Mapping
from screening.events import Began
from screening.people import Candidate, Opportunity
from screening.ports import Order, Records
from screening.screener import apply
from screening.screening import Screening


class Taken(StrEnum):
    """What became of an arrival."""

    STARTED = "started"
    KNOWN = "known"
    NO_PHONE = "no_phone"
    OPTED_OUT = "opted_out"
    DO_NOT_USE = "do_not_use"
    NO_CONSENT = "no_consent"
    JOB_CLOSED = "job_closed"
    WAITING = "waiting"
    NO_AGENT = "no_agent"


SENTENCES = {
    Taken.KNOWN: "was screened for this job before; `start` begins again by hand",
    Taken.NO_PHONE: "has no usable mobile number in Tracker",
    Taken.OPTED_OUT: "opted out of our texts",
    Taken.DO_NOT_USE: "is marked Do Not Use in Tracker",
    Taken.NO_CONSENT: "has given no consent to be texted",
    Taken.JOB_CLOSED: "the job is closed in Tracker",
    Taken.WAITING: "is in another screening already; this job waits until that one is over",
    Taken.NO_AGENT: "the mapping's agent is not published",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Someone who reached the trigger stage of a mapped job."""

    mapping: Mapping
    candidate: Candidate
    job: Opportunity
    application: int
    id: str  # the GR- id a screening would get
    brand: str
    zone: str
    by: str = ""  # the Slack user who began it by hand
    asked: str = ""  # the text by which they asked for it themselves
    applied: bool = True  # whether they stand on the job in Tracker
    opted_in: str = ""  # where and when they opted in, as a recruiter's list says


def verdict(records: Records, a: Arrival, *, explicit_consent: bool = False, again: bool = False) -> Taken:
    """What would become of this arrival."""
    agent = records.agent(a.mapping.agent)
    if agent is None or not agent.published or records.script(agent.script) is None:
        return Taken.NO_AGENT
    if not a.job.is_open:
        return Taken.JOB_CLOSED
    if a.candidate.do_not_use:
        return Taken.DO_NOT_USE
    if not a.candidate.phone:
        return Taken.NO_PHONE
    if records.opted_out(a.candidate.phone) or a.candidate.marketing.lower() == "opted out":
        return Taken.OPTED_OUT
    if not again and records.of_application(a.job.id, a.candidate.id) is not None:
        return Taken.KNOWN
    said_so = bool(a.asked or a.opted_in) or a.candidate.marketing.lower() == "opted in"
    if not said_so and (explicit_consent or not a.applied):
        return Taken.NO_CONSENT
    if records.open_of_phone(a.candidate.phone) is not None:
        return Taken.WAITING
    return Taken.STARTED


def take(records: Records, a: Arrival, now: int, *, explicit_consent: bool = False, again: bool = False) -> Taken:
    """Start a screening for this arrival, or record why not."""
    taken = verdict(records, a, explicit_consent=explicit_consent, again=again)
    if taken is Taken.STARTED and not _start(records, a, now):
        taken = Taken.WAITING
    if taken is Taken.WAITING:
        records.queue(a.candidate.id, a.job.id, a.candidate.phone, a.application, now)
    if taken is Taken.NO_CONSENT:
        _needs_consent(records, a, now)
    if taken in SENTENCES:
        sentence = f"{a.candidate.name}, job {a.job.id} {a.job.title}: {SENTENCES[taken]}"
        records.note(a.candidate.id, a.candidate.phone, a.job.id, taken.value, sentence, now)
    return taken


def _needs_consent(records: Records, a: Arrival, now: int) -> None:
    text = f"{a.candidate.name} needs consent before they may be texted about job {a.job.id} {a.job.title}."
    payload = {"text": text, "channel": a.mapping.channel}
    key = f"notice:consent:{a.job.id}:{a.candidate.id}"
    records.order(Order(key=key, way="notice", lane=f"notice:{a.job.id}", payload=payload), now)


def _consent(a: Arrival) -> tuple[str, str]:
    """Why this person may be texted: the source, and what it rests on in words."""
    if a.candidate.marketing.lower() == "opted in":
        return "opt-in", "Tracker's marketing field says that they opted in"
    if a.asked:
        return "inbound text", f"they texted “{a.asked}” themselves"
    if a.opted_in:
        return "opt-in", a.opted_in
    if a.by:
        return "recruiter", f"a recruiter began the screening for job {a.job.id} by hand and stands for the consent"
    return "application", f"they applied to job {a.job.id}; applying counts as consent to be texted about it here"


def _unscored(records: Records, a: Arrival, now: int) -> str:
    """Why this screening may not be scored."""
    bias = records.bias(a.job.id)
    return bias.why_not(datetime.fromtimestamp(now / 1000, ZoneInfo(a.zone)).date()) if bias else ""


def _start(records: Records, a: Arrival, now: int) -> bool:
    agent = records.agent(a.mapping.agent)
    script = records.script(agent.script) if agent else None
    if agent is None or script is None:
        return False
    s = Screening(
        id=a.id,
        script=script.hash,
        agent=agent.name,
        brand=a.brand,
        candidate=a.candidate,
        job=a.job,
        language=script.language,
        zone=a.zone,
        began_at=now,
        application=a.application,
        unscored=_unscored(records, a, now),
    )
    if not records.begin(s):
        return False
    source, shown = _consent(a)
    records.consented(a.candidate.id, a.candidate.phone, a.job.id, source, shown, a.by, now)
    apply(records, s, Began(asked=bool(a.asked)), now)
    return True
