"""What the effects of an event order: texts, calls, notices, cards and what is written to Tracker, as rows of the outbox."""

from zlib import crc32

from screening.effects import (
    Effect,
    Erase,
    FormLink,
    Milestone,
    PlaceCall,
    Priority,
    PublishResult,
    ReadResume,
    Say,
    SeekRecordings,
    Suppress,
    TellRecruiter,
)
from screening.ports import Order, Records
from screening.scoring import score
from screening.screening import Screening, Status
from screening.understanding import ENGINE

LAST_WORD = 60_000  # ms in which the text that confirms an erasure goes out
SEEK = 600_000  # ms after a call at which we look for recordings that nobody told us of


def place(records: Records, s: Screening, effect: Effect, now: int) -> None:
    """Order the deliveries that this effect asks for; they are saved with the screening."""
    match effect:
        case Say():
            _say(records, s, effect, now)
        case ReadResume():
            order = Order(key=f"resume:{s.id}:{s.turn}", way="resume", lane=f"resume:{s.id}", screening=s.id)
            records.order(order, now)
        case PlaceCall():
            _call(records, s, effect, now)
        case Erase():
            order = Order(key=f"erase:{s.id}", way="erase", lane=f"erase:{s.id}", screening=s.id)
            records.order(order, now + LAST_WORD)
        case SeekRecordings():
            lane = f"seek:{s.id}:{effect.call}"
            payload = {"call": effect.call, "sid": effect.sid}
            records.order(Order(key=lane, way="seek", lane=lane, payload=payload, screening=s.id), now + SEEK)
        case Suppress():
            records.opt_out(s.candidate.phone, effect.why, now)
            records.drop_texts(s.candidate.phone, effect.why)
            _milestone(records, s, Milestone(name="opted_out"), now)
        case TellRecruiter():
            _tell(records, s, effect, now)
        case PublishResult():
            _publish(records, s, effect, now)
        case Milestone():
            _milestone(records, s, effect, now)


def _say(records: Records, s: Screening, effect: Say, now: int) -> None:
    payload: dict[str, object] = {
        "message": effect.message,
        "kind": effect.kind,
        "question": effect.question,
        "started": effect.started,
        "to": s.candidate.phone,
        "body": effect.text,
    }
    if isinstance(effect.link, FormLink):
        payload["link"] = {"round": effect.link.round, "life": effect.link.life}
    elif effect.link is not None:
        payload["data_link"] = {"life": effect.link.life}
    records.order(
        Order(
            key=f"sms:{effect.message}",
            way="sms",
            lane=f"phone:{s.candidate.phone}",
            payload=payload,
            screening=s.id,
            priority=int(effect.priority),
            turn=effect.turn,
        ),
        now,
    )


def _call(records: Records, s: Screening, effect: PlaceCall, now: int) -> None:
    payload = {"to": s.candidate.phone, "call": effect.call, "kind": "call", "started": not effect.asked}
    records.order(
        Order(
            key=f"call:{s.id}:{effect.call}",
            way="call",
            lane=f"call:{s.candidate.phone}",
            payload=payload,
            screening=s.id,
            priority=int(Priority.REPLY if effect.asked else Priority.FIRST),
            turn=s.turn,
            after=f"sms:{effect.after}" if effect.after else "",
        ),
        now,
    )


def _tell(records: Records, s: Screening, effect: TellRecruiter, now: int) -> None:
    count = len(s.messages)
    key = f"notice:{s.id}:{s.turn}:{count}:{crc32(effect.text.encode()):x}"
    payload = {"text": effect.text, "take_over": effect.take_over}
    records.order(Order(key=key, way="notice", lane=f"notice:{s.id}", payload=payload, screening=s.id), now)


def _publish(records: Records, s: Screening, effect: PublishResult, now: int) -> None:
    r = effect.revision
    scored = effect.card
    records.order(
        Order(
            key=f"card:{s.id}:{r}",
            way="card",
            lane=f"card:{s.id}",
            payload={"revision": r, "card": scored},
            screening=s.id,
        ),
        now,
    )
    mapping = records.mapping(s.job.id)
    write = mapping.write_back if mapping else "completed"
    if scored:
        records.order(
            Order(
                key=f"pdf:{s.id}:{r}",
                way="pdf",
                lane=f"card:{s.id}",
                payload={"revision": r},
                screening=s.id,
                after=f"card:{s.id}:{r}",
            ),
            now,
        )
    script = records.script(s.script)
    if wanted(write, s, score(s, script, ENGINE).recommendation if script else ""):
        order_writing(records, s, r, scored, now)


def order_writing(records: Records, s: Screening, revision: int, scored: bool, now: int) -> None:
    """The Activity, and the PDF where there is a score card; where only the job gets a note, nothing is attached."""
    lane, mapping = f"ats:{s.id}", records.mapping(s.job.id)
    if scored and (mapping is None or mapping.record != "job"):
        records.order(
            Order(
                key=f"document:{s.id}:{revision}",
                way="document",
                lane=lane,
                payload={"revision": revision},
                screening=s.id,
            ),
            now,
        )
    records.order(
        Order(
            key=f"activity:{s.id}:{revision}",
            way="activity",
            lane=lane,
            payload={"revision": revision, "card": scored},
            screening=s.id,
        ),
        now,
    )


def wanted(write_back: str, s: Screening, recommendation: str) -> bool:
    """Whether this ending is written to Tracker (interface section 5)."""
    if write_back == "off":
        return False
    if write_back == "interested":
        return bool(s.answers) and s.status not in (Status.NOT_INTERESTED, Status.OPTED_OUT, Status.WRONG_NUMBER)
    if write_back == "passed":
        return recommendation == "Advance"
    return True


def _milestone(records: Records, s: Screening, effect: Milestone, now: int) -> None:
    mapping = records.mapping(s.job.id)
    if mapping and effect.name in (mapping.write_back, *mapping.also):
        records.order(
            Order(
                key=f"milestone:{s.id}:{effect.name}",
                way="milestone",
                lane=f"ats:{s.id}",
                payload={"name": effect.name},
                screening=s.id,
            ),
            now,
        )
