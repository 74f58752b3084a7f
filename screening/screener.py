"""The use cases around one screening. Each is synchronous and runs inside one transaction: save, then act."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from screening.applying import Wish, read_wish
from screening.chain import happened
from screening.effects import (
    PublishResult,
)
from screening.events import Due, Event, Failed, OptedOut, Proposed, Sent, Settled, Texted
from screening.machine import Step, step
from screening.ordering import place
from screening.phrases import STRANGER, STRANGER_HELP
from screening.ports import Order, Records
from screening.puzzles import Puzzle, puzzle
from screening.scoring import score
from screening.screening import Proposal, Screening
from screening.scripts.script import Script
from screening.seal import digest
from screening.understanding import ENGINE, opts_out
from screening.understanding.reading import Context, Intent
from screening.understanding.rights import Right, asks_erasure, right
from screening.understanding.understand import understand

BY_HAND = {  # what a recruiter is told of a right, and the command that does it
    Right.DATA: ("asks for the data that is held about them", "export"),
    Right.DELETE: ("asks for their data to be erased", "erase"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundText:
    """A text as it came in; `at` in ms UTC, `taken` as in Message."""

    sid: str
    phone: str
    text: str
    at: int
    media: bool = False
    taken: int = 0


def apply(records: Records, screening: Screening, event: Event, now: int) -> Screening:
    """Follow one event: the changed screening and its effects are saved together."""
    script = records.script(screening.script)
    if script is None:
        raise LookupError(f"script {screening.script[:12]} of {screening.id} is missing")
    done = step(screening, script, event, now)
    saved = records.chain(done.screening, happened(event, screening, done.screening, _result(done, script)), now)
    records.save(saved)
    for effect in done.effects:
        place(records, saved, effect, now)
    return saved


def _result(done: Step, script: Script) -> dict[str, object] | None:
    """The result that this step publishes, as its revision and digest; the engine that scored it is part of it."""
    for effect in done.effects:
        if isinstance(effect, PublishResult) and effect.card:
            seal = digest(score(done.screening, script, ENGINE))
            return {"revision": effect.revision, "sha256": seal, "engine": ENGINE}
    return None


def hear(records: Records, inbound: InboundText, pause: int, brand: str) -> str:
    """A text came in; `pause` in ms. Repeats do nothing; an opt-out is decided at once, screening or not. Answers what happened."""
    if not records.first_seen(inbound.sid, inbound.phone, inbound.text, inbound.at):
        return "repeat"
    s = records.open_of_phone(inbound.phone) or records.latest_of_phone(inbound.phone)
    stopped = _stopped(records, inbound, s)
    if stopped:
        return stopped
    if records.opted_out(inbound.phone) and not _starts(records, inbound, s):
        _right_of_the_silent(records, inbound, s)
        return "opted_out"
    wish = read_wish(inbound.text) if s is None or not s.open else None
    if wish is not None:
        return _applies(records, inbound, wish)
    if s is None:
        return _stranger(records, inbound, brand)
    apply(records, s, replace(_texted(inbound), pause=pause), inbound.at)
    return "heard"


def _texted(inbound: InboundText) -> Texted:
    return Texted(message=inbound.sid, text=inbound.text, media=inbound.media, taken=inbound.taken)


def _context(inbound: InboundText, s: Screening | None) -> Context:
    ours = tuple(m.text for m in s.messages if m.who == "bot")[-5:] if s else ()
    return Context(now=datetime.fromtimestamp(inbound.at / 1000, UTC), language=s.language if s else "en", ours=ours)


def _stopped(records: Records, inbound: InboundText, s: Screening | None) -> str:
    if opts_out(inbound.text, _context(inbound, s)) is not Intent.OPT_OUT:
        return ""
    said = understand(inbound.text, None, _context(inbound, s))
    already = bool(records.opted_out(inbound.phone))
    records.opt_out(inbound.phone, f"texted “{inbound.text[:80]}”", inbound.at)
    records.drop_texts(inbound.phone, "opted out")
    if s is not None:
        s = apply(records, s, _texted(inbound), inbound.at)
        confirm = not said.rule.startswith("keyword") and not already
        s = apply(records, s, OptedOut(why="asked us to stop", confirm=confirm), inbound.at)
        if asks_erasure(inbound.text):
            _asks_by_hand(records, s, inbound, Right.DELETE)
    return "opted_out"


def _right_of_the_silent(records: Records, inbound: InboundText, s: Screening | None) -> None:
    """Who opted out is not texted, but a right that they ask for is told to a recruiter."""
    wanted = right(inbound.text, None)
    if s is not None and wanted in BY_HAND:
        _asks_by_hand(records, s, inbound, wanted)


def _asks_by_hand(records: Records, s: Screening, inbound: InboundText, wanted: Right) -> None:
    what, command = BY_HAND[wanted]
    text = f"{s.candidate.name}, who gets no texts any more, {what}: `{command} {s.candidate.id}` does it."
    key = f"notice:right:{inbound.sid}"
    records.order(
        Order(key=key, way="notice", lane=f"notice:{s.id}", payload={"text": text}, screening=s.id), inbound.at
    )


def _starts(records: Records, inbound: InboundText, s: Screening | None) -> bool:
    if understand(inbound.text, None, _context(inbound, s)).intent is not Intent.START:
        return False
    records.opt_in(inbound.phone)
    return True


def hear_past(records: Records, inbound: InboundText) -> None:
    """A text from before we ran: only an opt-out counts."""
    if records.first_seen(inbound.sid, inbound.phone, inbound.text, inbound.at):
        _stopped(records, inbound, None)


def _applies(records: Records, inbound: InboundText, wish: Wish) -> str:
    """Somebody applies by text: Tracker gets to know them, then they are screened."""
    payload = {"phone": inbound.phone, "job": wish.job, "name": wish.name, "text": inbound.text[:120]}
    order = Order(key=f"apply:{inbound.sid}", way="apply", lane=f"apply:{inbound.phone}", payload=payload)
    records.order(order, inbound.at)
    return "applies"


def _stranger(records: Records, inbound: InboundText, brand: str) -> str:
    day = inbound.at // 86_400_000
    heard = understand(inbound.text, None, _context(inbound, None))
    kind, words = ("stranger_help", STRANGER_HELP) if heard.intent is Intent.HELP else ("stranger", STRANGER)
    payload = {
        "kind": kind,
        "started": False,
        "to": inbound.phone,
        "body": words.format(brand=brand),
        "heard_at": inbound.taken or inbound.at,
    }
    records.order(
        Order(key=f"sms:{kind}:{inbound.phone}:{day}", way="sms", lane=f"phone:{inbound.phone}", payload=payload),
        inbound.at,
    )
    last = inbound.phone[-4:]
    records.order(
        Order(
            key=f"ops:stranger:{inbound.sid}",
            way="ops",
            lane="ops",
            payload={"text": f"A text from a number nobody knows (…{last}): {inbound.text[:200]}"},
        ),
        inbound.at,
    )
    return "stranger"


def due(records: Records, id: str, now: int) -> None:
    """Follow what is due in this screening."""
    s = records.screening(id)
    if s is None or s.due is None or s.due > now:
        return None
    if s.settle_at is not None and s.settle_at <= now:
        s = _settled(records, s, now)
    for kind, at in (("publish", s.publish_at), ("call", s.call_at)):
        if at is not None and at <= now:
            s = apply(records, s, Due(kind=kind, turn=s.turn), now)
    for kind, at in (("resume", s.resume_at), ("remind", s.remind_at), ("expire", s.expire_at)):
        if at is not None and at <= now and s.settle_at is None:
            s = apply(records, s, Due(kind=kind, turn=s.turn), now)
            return _cleared(records, s, kind)
    return None


def _settled(records: Records, s: Screening, now: int) -> Screening:
    """Read what waits. What would take up a finished screening while the phone is in another is told to a recruiter."""
    other = None if s.open else records.open_of_phone(s.candidate.phone)
    script = records.script(s.script) if other else None
    if other is None or script is None or not step(s, script, Settled(), now).screening.open:
        return apply(records, s, Settled(), now)
    return apply(records, s, Settled(elsewhere=other.id), now)


def _cleared(records: Records, s: Screening, kind: str) -> None:
    """A timer that changed nothing (ended or taken over) must not come up again."""
    field = f"{kind}_at"
    if not s.open or s.taken_over:
        records.save(s.having(**{field: None}))


def puzzled(records: Records, id: str, now: int) -> Puzzle | None:
    """What is due to be read in this screening and understood by no reader."""
    s = records.screening(id)
    script = records.script(s.script) if s else None
    if s is None or script is None or s.settle_at is None or s.settle_at > now:
        return None
    return puzzle(s, script, now)


def proposed(records: Records, id: str, proposal: Proposal, now: int) -> None:
    """A language model proposes what the waiting texts mean."""
    s = records.screening(id)
    if s is not None:
        apply(records, s, Proposed(proposal=proposal), now)


def delivered(records: Records, id: str, message: str, at: int) -> None:
    """One of our texts went out."""
    s = records.screening(id)
    if s is not None:
        apply(records, s, Sent(message=message), at)


def unsent(records: Records, id: str, message: str, optout: str, now: int) -> None:
    """The gate dropped one of our texts; where the number opted out (`optout` says so), the screening ends with it."""
    s = records.screening(id)
    said = s.message(message) if s is not None else None
    if s is None or said is None:
        return
    s = s.with_message(replace(said, state="dropped"))
    records.save(s)
    if optout and s.open:
        apply(records, s, OptedOut(why=optout), now)


def undeliverable(records: Records, id: str, message: str, why: str, now: int) -> None:
    """One of our texts will never go out."""
    s = records.screening(id)
    if s is not None:
        apply(records, s, Failed(message=message, why=why), now)
