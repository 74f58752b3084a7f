"""Two Trackers for the same questions: one behind httpx.MockTransport, and the sandbox; by REST and by the older API alone."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, Protocol

import httpx
import pytest

from bot.sandbox.run import an_app
from bot.sandbox.services import Services
from tests.sandbox.conftest import KEYS as SANDBOX_KEYS
from tests.tracker.conftest import OLDER, REST, Naps
from tests.tracker.small import SmallTracker
from tests.tracker.small_older import KEYS, TOKEN
from tracker.auth import WidgetCredentials
from tracker.client import TrackerClient

APPLIED, SCREEN = "Applied", "Phone Screen"


class Ground(Protocol):
    """A Tracker in which a test can do what recruiters do."""

    client: TrackerClient
    stranger: TrackerClient  # with credentials that are wrong

    def apply(self, job: int, status: str) -> tuple[int, int]:
        """Application and candidate of somebody new on the job."""
        ...

    def move(self, application: int, status: str) -> None:
        """A recruiter moves somebody."""
        ...

    def stands(self, application: int) -> str:
        """The status in Tracker's own books."""
        ...

    def logged(self) -> list[tuple[str, str]]:
        """Subject and note of every Activity."""
        ...


@dataclass(slots=True)
class Mocked:
    """The small Tracker."""

    small: SmallTracker
    client: TrackerClient
    stranger: TrackerClient

    def apply(self, job: int, status: str) -> tuple[int, int]:
        person = 2100 + len(self.small.rows)
        self.small.people[person] = {"first": "Ann", "last": f"Lee{person}", "email": f"c{person}@example.com"}
        id = next(key for key, name in self.small.statuses.items() if name == status)
        return self.small.apply(job, person, id), person

    def move(self, application: int, status: str) -> None:
        self.small.rows[application]["status"] = next(k for k, name in self.small.statuses.items() if name == status)

    def stands(self, application: int) -> str:
        return self.small.statuses[self.small.rows[application]["status"]]

    def logged(self) -> list[tuple[str, str]]:
        return [(a["subject"], a["note"]) for a in self.small.activities]


@dataclass(slots=True)
class Sandboxed:
    """The sandbox's Tracker."""

    services: Services
    client: TrackerClient
    stranger: TrackerClient

    def apply(self, job: int, status: str) -> tuple[int, int]:
        tenant = self.services.tracker.tenant
        person = tenant.add_person("Ann", f"Lee{tenant.number()}", email="ann@example.com")
        return tenant.apply(job, person["id"], status)["id"], person["id"]

    def move(self, application: int, status: str) -> None:
        tenant = self.services.tracker.tenant
        stage = tenant.status_named(status)
        assert stage is not None
        tenant.move(application, stage["id"], by="people")

    def stands(self, application: int) -> str:
        return str(self.services.tracker.tenant.applications[application]["status"]["name"])

    def logged(self) -> list[tuple[str, str]]:
        return [(a["subject"], a["note"]) for a in self.services.tracker.tenant.activities]


def _mocked(token: str | None) -> Mocked:
    small = SmallTracker()
    small.older_reads = True
    small.add_job(1020)
    small.add_job(1021)
    small.add_job(1012, active="n")

    def client(token: str | None, widget: WidgetCredentials | None) -> TrackerClient:
        transport = httpx.MockTransport(small)
        return TrackerClient(
            base_url=REST, access_token=token, widget_url=OLDER, widget=widget, transport=transport, sleep=Naps()
        )

    wrong = client("wrong", None) if token else client(None, WidgetCredentials("no", "no", "no"))
    return Mocked(small, client(token, None if token else KEYS), wrong)


def _sandboxed(services: Services, by_token: bool) -> Sandboxed:
    services.tracker.tenant.quirks.older_shows_all = True
    keys = SANDBOX_KEYS
    right = WidgetCredentials(api_key=keys.widget_key, username=keys.widget_username, password=keys.widget_password)

    def client(token: str | None, widget: WidgetCredentials | None) -> TrackerClient:
        return TrackerClient(
            base_url="http://sandbox.test/tracker", access_token=token, widget_url="http://sandbox.test/widget",
            widget=widget, transport=httpx.ASGITransport(app=an_app(services)), sleep=Naps(),
        )  # fmt: skip

    wrong = client("wrong", None) if by_token else client(None, WidgetCredentials("no", "no", "no"))
    return Sandboxed(services, client(keys.access_token if by_token else None, None if by_token else right), wrong)


@pytest.fixture(params=["mock, REST", "mock, older API alone", "sandbox, REST", "sandbox, older API alone"])
async def ground(request: pytest.FixtureRequest) -> AsyncIterator[Ground]:
    place, _, way = str(request.param).partition(", ")
    services = Services(SANDBOX_KEYS, transport=httpx.MockTransport(lambda _: httpx.Response(200)), pause=0)
    made: Any = _mocked(TOKEN if way == "REST" else None) if place == "mock" else _sandboxed(services, way == "REST")
    yield made
    await made.client.close()
    await made.stranger.close()
    await services.close()


@pytest.fixture
def status_id(ground: Ground) -> Callable[[str], Any]:
    """The id of a status by its name."""

    async def of(name: str) -> int:
        return next(status.id for status in await ground.client.metadata.statuses() if status.name == name)

    return of
