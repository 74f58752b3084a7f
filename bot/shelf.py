"""The records of a rehearsal, in memory."""

from dataclasses import dataclass, field
from typing import Any

from screening.agent import Agent, Mapping
from screening.duties.ll144 import Bias
from screening.ports import Order
from screening.screening import Screening
from screening.scripts.script import Script


@dataclass(slots=True)
class Shelf:
    """The records of one rehearsal, in memory: what `screening.ports.Records` asks for."""

    kept: Script
    mine: dict[str, Screening] = field(default_factory=dict)
    stopped: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    orders: dict[str, Order] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def screening(self, id: str) -> Screening | None:
        """The screening of that id."""
        return self.mine.get(id)

    def open_of_phone(self, phone: str) -> Screening | None:
        """The open screening of that phone."""
        return next((s for s in self.mine.values() if s.open and s.candidate.phone == phone), None)

    def latest_of_phone(self, phone: str) -> Screening | None:
        """The last screening of that phone."""
        return next((s for s in reversed(self.mine.values()) if s.candidate.phone == phone), None)

    def of_application(self, job: int, candidate: int) -> Screening | None:
        """That candidate's screening for that job."""
        return next((s for s in self.mine.values() if (s.job.id, s.candidate.id) == (job, candidate)), None)

    def begin(self, screening: Screening) -> bool:
        """Insert it; False where the phone has an open one."""
        if self.open_of_phone(screening.candidate.phone):
            return False
        self.mine[screening.id] = screening
        return True

    def save(self, screening: Screening) -> None:
        """Save it."""
        self.mine[screening.id] = screening

    def chain(self, screening: Screening, what: Any, at: int) -> Screening:
        """A rehearsal is not audited."""
        return screening

    def consented(self, candidate: int, phone: str, job: int, source: str, shown: str, actor: str, at: int) -> None:
        """Nobody is texted."""

    def script(self, hash: str) -> Script | None:
        """The script."""
        return self.kept if hash == self.kept.hash else None

    def agent(self, name: str) -> Agent | None:
        """The agent of the script."""
        return Agent(name=name, script=self.kept.hash) if name == self.kept.name else None

    def mapping(self, job: int) -> Mapping | None:
        """None: nothing is mapped here."""
        return None

    def bias(self, job: int) -> Bias | None:
        """None: a rehearsal is nowhere."""
        return None

    def opted_out(self, phone: str) -> str:
        """Why the number is opted out."""
        return self.stopped.get(phone, "")

    def opt_out(self, phone: str, why: str, at: int) -> None:
        """The number asked to be left alone."""
        self.stopped.setdefault(phone, why)

    def opt_in(self, phone: str) -> None:
        """START."""
        self.stopped.pop(phone, None)

    def first_seen(self, sid: str, phone: str, text: str, at: int) -> bool:
        """False where the text is known."""
        new = sid not in self.seen
        self.seen.add(sid)
        return new

    def order(self, order: Order, at: int) -> None:
        """A delivery to be made, once per key."""
        self.orders.setdefault(order.key, order)

    def drop_texts(self, phone: str, why: str) -> None:
        """No text that waits goes to this number."""
        for order in self.orders.values():
            if order.way == "sms":
                order.payload.setdefault("done", "dropped")

    def note(self, candidate: int, phone: str, job: int, code: str, sentence: str, at: int) -> None:
        """Why something did not happen."""
        self.notes.append(sentence)

    def queue(self, candidate: int, job: int, phone: str, application: int, at: int) -> None:
        """Nobody waits here."""
