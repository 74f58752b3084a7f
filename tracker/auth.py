"""The one living JWT: each exchange of the access token kills the JWT issued before it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias

from tracker.errors import TrackerUnauthorized, TrackerUnreachable

KILLED_AT_MOST: Final = 4
KILLED_PAUSE: Final = 0.25
KILLED: Final = "Tracker ended our session again and again: another program uses the same access token"

Exchange: TypeAlias = Callable[[], Awaitable[str]]
Sleep: TypeAlias = Callable[[float], Awaitable[object]]


class TokenKeeper(Protocol):
    """Keeps one JWT per tenant and access token, for every process that shares it."""

    async def current(self) -> str | None:
        """The living JWT as far as known."""
        ...

    async def renew(self, failed: str | None, exchange: Exchange) -> str:
        """Another JWT than `failed`; exchanges only if the stored one is still the failed one."""
        ...


class Pace(Protocol):
    """Waits until one more call is within the budget."""

    async def __call__(self) -> None:
        """Return when the call may go out."""
        ...

    async def hold(self, seconds: float) -> None:
        """Tracker refused a call as one too many: nobody calls before then, and afterwards more slowly."""
        ...


class MemoryKeeper:
    """Keeps the JWT in this process."""

    def __init__(self, jwt: str | None = None) -> None:
        self._jwt = jwt
        self._lock = asyncio.Lock()

    async def current(self) -> str | None:
        """The JWT last exchanged."""
        return self._jwt

    async def renew(self, failed: str | None, exchange: Exchange) -> str:
        """One exchange at a time; whoever waited takes what the first one got."""
        async with self._lock:
            if self._jwt is None or self._jwt == failed:
                self._jwt = await exchange()
            return self._jwt


@dataclass(frozen=True, slots=True)
class WidgetCredentials:
    """What the older API takes: an API key, with the user name and password of the account."""

    api_key: str = field(repr=False)
    username: str
    password: str = field(repr=False)

    def as_instructions(self) -> dict[str, str]:
        """The older API's `credentials`, without what is empty."""
        given = {"apikey": self.api_key, "username": self.username, "password": self.password}
        return {key: value for key, value in given.items() if value}


@dataclass(slots=True, kw_only=True)
class Session:
    """Hands out the JWT and renews it; a 401 means first that another program exchanged."""

    keeper: TokenKeeper
    exchange: Exchange
    sleep: Sleep

    async def jwt(self) -> str:
        """The living JWT, exchanging where none is known."""
        return await self.keeper.current() or await self.keeper.renew(None, self.exchange)

    async def fresh(self) -> str:
        """A JWT exchanged now, whatever is known: the proof that the access token lives."""
        return await self.keeper.renew(await self.keeper.current(), self.exchange)

    async def after(self, failed: str, killed: int) -> str:
        """The JWT to try after `failed` got its 401, the `killed`th in a row."""
        if killed >= KILLED_AT_MOST:
            raise TrackerUnreachable(KILLED, sent=False)
        if killed > 1:
            await self.sleep(KILLED_PAUSE * (killed - 1))
        return await self.keeper.renew(failed, self.exchange)


def without_token() -> TrackerUnauthorized:
    """What a call gets where no access token was given."""
    return TrackerUnauthorized(401, "no access token was given", revoked=True)
