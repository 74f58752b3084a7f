"""What the use cases need from outside, in our words. Every call happens inside one transaction, synchronously."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from screening.agent import Agent, Mapping
from screening.duties.ll144 import Bias
from screening.screening import Screening
from screening.scripts.script import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One delivery to be made. Same `key`: only once, ever. `after`: the key of a delivery that must be done first."""

    key: str
    way: str
    lane: str
    payload: dict[str, Any] = field(default_factory=dict)
    screening: str = ""
    priority: int = 0
    turn: int = 0
    after: str = ""


class Records(Protocol):
    """The repositories."""

    def screening(self, id: str) -> Screening | None: ...
    def open_of_phone(self, phone: str) -> Screening | None: ...
    def latest_of_phone(self, phone: str) -> Screening | None: ...
    def of_application(self, job: int, candidate: int) -> Screening | None: ...
    def begin(self, screening: Screening) -> bool:
        """Insert it; False where the phone has an open screening."""
        ...

    def save(self, screening: Screening) -> None: ...
    def chain(self, screening: Screening, what: Any, at: int) -> Screening:
        """Seal what happened (plain data) in the screening's audit chain; gives it with its new head."""
        ...

    def consented(self, candidate: int, phone: str, job: int, source: str, shown: str, actor: str, at: int) -> None:
        """Keep why this person may be texted about that job; once per person, job and source."""
        ...

    def script(self, hash: str) -> Script | None: ...
    def agent(self, name: str) -> Agent | None: ...
    def mapping(self, job: int) -> Mapping | None: ...
    def bias(self, job: int) -> Bias | None:
        """What is recorded for a job in New York City; None for any other."""
        ...

    def opted_out(self, phone: str) -> str: ...
    def opt_out(self, phone: str, why: str, at: int) -> None: ...
    def opt_in(self, phone: str) -> None: ...
    def first_seen(self, sid: str, phone: str, text: str, at: int) -> bool:
        """Store an inbound text; False where its id is known."""
        ...

    def order(self, order: Order, at: int) -> None: ...
    def drop_texts(self, phone: str, why: str) -> None: ...
    def note(self, candidate: int, phone: str, job: int, code: str, sentence: str, at: int) -> None:
        """Remember why something did not happen, for `why`."""
        ...

    def queue(self, candidate: int, job: int, phone: str, application: int, at: int) -> None:
        """Remember someone who waits until the phone's open conversation is over."""
        ...
