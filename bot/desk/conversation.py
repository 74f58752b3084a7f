"""The conversation with one candidate: asking a question again, taking over, writing in the thread, handing back."""

from collections.abc import Sequence

from bot.deliveries import order_card
from bot.desk.base import no
from bot.desk.outcomes import Outcomes
from bot.results import Result, held
from bot.slack.desk import Actor, Choice, Said
from bot.slack.text import escape, moment
from bot.storage.repositories import Repositories
from bot.storage.store import Tables
from screening.duties.release import REPLY_ALLOWANCE
from screening.events import HandedBack, Reopened, TakenOver, Wrote
from screening.ports import Order
from screening.screener import apply
from screening.screening import Screening, Who

LONGEST_SMS = 320
REMEMBERED = 6  # messages of the conversation shown to who takes over


class Conversation(Outcomes):
    """A recruiter and a candidate."""

    async def question_choices(self, screening: str) -> Sequence[Choice]:
        """The questions of a screening."""
        r = await self._result(screening)
        return [Choice(label=q.words(r.screening.language), value=q.key) for q in r.script.questions] if r else []

    async def ask_again(self, actor: Actor, screening: str, revision: int, question: str) -> Said:
        """Reopen one question: it goes out by text, and its answer makes a new revision."""
        r = await self._theirs(actor, screening)
        if isinstance(r, Said):
            return r
        asked = r.script.question(question)
        if asked is None:
            return no("There is no such question.")
        why = await self.store.run(lambda t: self._reopen(t, r, revision, question, actor.user))
        if why:
            return no(why)
        name = escape(r.screening.candidate.name)
        return Said(text=f"{name} is asked again: “{escape(asked.words(r.screening.language))}”")

    def _reopen(self, tables: Tables, r: Result, revision: int, question: str, by: str) -> str:
        records, now = self.records(tables), self.now()
        s = records.screening(r.screening.id)
        if s is None or s.open:
            return "The conversation is still going on."
        if revision != s.revision:
            return f"This card shows revision {revision}; revision {s.revision} is the one to decide on."
        if s.decided and not held(s):
            return f"Already done: {s.decided}"
        if why := _unreachable(records, s):
            return why
        s = s.having(decided="")
        records.save(s)
        records.set_value(f"reopened:{s.id}", by=by, at=now, question=question)
        s = apply(records, s, Reopened(question=question, by=by), now)
        order_card(records, s, now, again=f"reopened:{now}")
        return ""

    async def take_over(self, actor: Actor, screening: str) -> Said:
        """The bot stands still."""
        r = await self._theirs(actor, screening)
        if isinstance(r, Said):
            return r
        why = await self.store.run(lambda t: self._take(t, r.screening.id, actor.user))
        if why:
            return no(why)
        name = escape(r.screening.candidate.name)
        return Said(text=f"You have taken {name} over: write in the thread, and it goes out as a text.")

    def _take(self, tables: Tables, id: str, by: str) -> str:
        records, now = self.records(tables), self.now()
        s = records.screening(id)
        if s is None:
            return "The screening is no longer there."
        if s.taken_over:
            holder = records.value(f"taken:{id}").get("by", "")
            return f"Already taken over by <@{holder}>." if holder else "Already taken over."
        if why := _unreachable(records, s):
            return why
        apply(records, s, TakenOver(by=by), now)
        records.set_value(f"taken:{id}", by=by, at=now)
        taken = f"Taken over by <@{by}>, {moment(now)}. Write in this thread: it goes out as a text."
        _redo_calls(tables, records, s, now, taken_by=taken)
        _order_notice(records, s, f"thread:{now}", {"text": "", "ours": _so_far(s), "thread": True}, now)
        return ""

    async def hand_back(self, actor: Actor, screening: str) -> Said:
        """The bot goes on."""
        r = await self._theirs(actor, screening)
        if isinstance(r, Said):
            return r
        why = await self.store.run(lambda t: self._give_back(t, r.screening.id, actor.user))
        return no(why) if why else Said(text="The bot goes on where it was.")

    def _give_back(self, tables: Tables, id: str, by: str) -> str:
        records, now = self.records(tables), self.now()
        s = records.screening(id)
        if s is None or not s.taken_over:
            return "Nobody has taken this conversation over: the bot is at it."
        if why := _unreachable(records, s):
            return why
        records.set_value(f"taken:{id}", by="", at=now)
        s = apply(records, s, HandedBack(by=by), now)
        _redo_calls(tables, records, s, now, since=f"Handed back by <@{by}>, {moment(now)}.")
        return ""

    async def recruiter_wrote(
        self, actor: Actor, thread: str, text: str, message: str, *, files: bool = False
    ) -> Said | None:
        """A message in a candidate's thread becomes a text, if the conversation is taken over."""
        gr = await self.store.read(lambda t: _of_thread(t, actor.channel, thread))
        r = await self._result(gr) if gr else None
        if r is None or not r.screening.taken_over:
            return None
        if refused := await self.may(actor, r.mapping.channel if r.mapping else ""):
            return refused
        if not text.strip():
            return no("A file cannot go out as a text. Nothing was sent; write what it says.")
        if len(text) > LONGEST_SMS:
            return no(f"That has {len(text)} characters, a text holds {LONGEST_SMS}. Nothing was sent.")
        why = await self.store.run(lambda t: self._write(t, actor, r.screening.id, text, message))
        if why:
            return no(why)
        return self._held(r.screening) or (Said(text="Your words go out; the file does not.") if files else None)

    def _held(self, s: Screening) -> Said | None:
        """Told where the words wait for the hours in which we may text."""
        now, window, zones = self.now(), self.config.window, s.candidate.zones
        if now - (s.last_heard or 0) <= REPLY_ALLOWANCE or window.open(now, zones):
            return None
        name, at = escape(s.candidate.name), moment(window.next_open(now, zones))
        return Said(text=f"It is outside the hours in which {name} may be texted. Your words go out {at}.")

    def _write(self, tables: Tables, actor: Actor, id: str, text: str, message: str) -> str:
        records, now = self.records(tables), self.now()
        seen = f"wrote:{actor.channel}:{message}"
        s = records.screening(id)
        if s is None or not s.taken_over or records.value(seen):
            return ""
        if why := _unreachable(records, s):
            return why
        records.set_value(seen, at=now)
        done = apply(records, s, Wrote(text=text, by=actor.user, message=message), now)
        return (
            "" if len(done.messages) > len(s.messages) else "These very words were texted before; say it differently."
        )


def _unreachable(records: Repositories, s: Screening) -> str:
    """Why this person cannot be texted now; empty where they can."""
    name, other = escape(s.candidate.name), records.open_of_phone(s.candidate.phone)
    if records.opted_out(s.candidate.phone):
        return f"{name} opted out of texts; nothing was done."
    if other is not None and other.id != s.id:
        return f"{name} is in another conversation ({other.id}); nothing was done until that is over."
    return ""


def _so_far(s: Screening) -> str:
    """The end of the conversation, for who takes over."""
    who = {Who.BOT: "Greenroom", Who.CANDIDATE: escape(s.candidate.first_name), Who.RECRUITER: "Recruiter"}
    lines = [f"> {who[m.who]}: {escape(' '.join(m.text.split()))[:350]}" for m in s.messages[-REMEMBERED:]]
    return "\n".join(["The conversation so far:", *lines]) if lines else "Nothing was said so far."


def _order_notice(records: Repositories, s: Screening, tail: str, payload: dict[str, object], now: int) -> None:
    key = f"notice:{s.id}:{tail}"
    records.order(Order(key=key, way="notice", lane=f"notice:{s.id}", payload=payload, screening=s.id), now)


def _redo_calls(
    tables: Tables, records: Repositories, s: Screening, now: int, *, taken_by: str = "", since: str = ""
) -> None:
    """The messages that call for a person show who has taken over, or that it was handed back."""
    for row in tables["outbox"].find(screening=s.id):
        if row["way"] != "notice" or not row["payload"].get("take_over") or row["payload"].get("edits"):
            continue
        payload = {**row["payload"], "edits": row["key"], "taken_by": taken_by, "since": since}
        key = f"{row['key']}:shows:{now}"
        lane = f"notice:{s.id}"
        order = Order(key=key, way="notice", lane=lane, payload=payload, screening=s.id, after=row["key"])
        records.order(order, now)


def _of_thread(tables: Tables, channel: str, thread: str) -> str | None:
    """The screening whose message stands at the head of that thread."""
    row = tables["outbox"].first(provider_id=f"{channel}:{thread}")
    return str(row["screening"]) if row and row["screening"] else None
