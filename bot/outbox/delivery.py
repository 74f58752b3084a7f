"""Delivery: one saved effect on its way out, and the Protocol of the ways out."""

from dataclasses import dataclass
from typing import Any, Final, Protocol

LEASE: Final = 60_000  # ms that a claim lasts unless it is renewed, which a living process does


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One claimed delivery. Instants are ms UTC.

    `claimed`: when it was released, so that only younger things are adopted; `made`: when it was decided; `tries` names
    this very claim.
    """

    row: int
    key: str
    way: str
    payload: dict[str, Any]
    screening: str
    claimed: int
    tries: int
    again: bool  # claimed before: its outcome is unknown, look instead of calling
    made: int = 0
    after_id: str = ""


class Deliverer(Protocol):
    """A way out. Both raise PortFailed with a fate; the answer is the provider's id."""

    stale_ms: int  # how far the provider's list may lag

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        """The provider's id of this very delivery, if it was made after the claim and is not in `taken`."""
        ...

    async def call(self, delivery: Delivery) -> str:
        """Make it."""
        ...
