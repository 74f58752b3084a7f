"""What recruiters can ask for from Slack: the port between Slack's listeners and the rest. No Slack type stands in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from screening.scripts.edit import Form, Outline

CANDIDATES_PAGE = 10  # lines of one page; a page with fewer is the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who asks, and where: Slack ids; `admin` as configured."""

    user: str
    channel: str
    admin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultCard:
    """What a result message shows; `status` stands in place of a missing score; `decided` replaces the buttons.

    While `held`, a decision can still be made. Strings are foreign text, but for `decided`.
    """

    screening: str
    revision: int
    candidate: str
    job: str
    score: int | None
    recommendation: str
    status: str
    criteria: Sequence[str] = ()  # e.g. "Pay 3.0/5"
    must_haves: Sequence[str] = ()
    strength: str = ""
    strength_on: str = ""  # the row of the scorecard it is a quote for
    concern: str = ""
    concern_on: str = ""
    tracker_url: str = ""
    recording_links: Sequence[str] = ()
    channels: str = ""  # by which ways the answers came
    decided: str = ""  # our own wording, e.g. "Advanced by <@U1> at ...": already escaped
    held: bool = False
    buttons: bool = True
    written: str = ""  # waiting, written, failed, none; empty: not said
    unwritten: str = ""  # why it waits or failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer for the person who asked. `ok` is False where the request was refused or wrong.

    `text` is our own wording for Slack: foreign parts of it are escaped already. Where `again` is given, a button offers to
    start again; its value comes back to `Desk.start_again`. A `card` is shown as the result message is. Where `to_map`
    is given ("1020:forklift", or ":forklift"), a button opens the form that maps that job to that agent. `mapped` offers
    to undo or pause a mapping just made ("1020:3", the job and which of its mappings), `paused` to go on with a job.
    """

    text: str
    ok: bool = True
    again: str = ""
    card: ResultCard | None = None
    to_map: str = ""
    mapped: str = ""
    paused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose: `value` is what comes back."""

    label: str
    value: str
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What the connect modal gives; empty where not given. `region`: us, ca, other."""

    access_token: str = ""
    region: str = "us"
    api_version: str = "1"
    api_key: str = ""
    username: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRequest:
    """A mapping as asked for; `stage` is a name, `status:<id>` or `category:<name>`; `address`: the job as it was typed."""

    job: str
    agent: str
    stage: str
    channel: str
    advance: str = ""
    write_back: str = "completed"
    record: str = "candidate"
    confidential: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a backfill would do: `token` comes back with the Confirm click."""

    text: str
    count: int
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """One line of the candidates list."""

    name: str
    job: str
    status: str
    score: str
    screening: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentDraft:
    """An agent being written: `problems` keep it from being published, `doubts` do not. `id` comes back with changes."""

    id: str
    source: str
    outline: Outline
    problems: Sequence[str] = ()
    doubts: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The words around the questions."""

    title: str
    intro: str
    closing: str
    intro_other: str | None = None  # in the other language; None leaves what is there
    closing_other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A question in its place; `place` None: a new one at the end."""

    place: int | None
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A question so many places further down."""

    place: int
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Without that question."""

    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The whole script, as text."""

    source: str


Change = Head | Put | Move | Remove | Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFunnel:
    """One mapped job in numbers; `stalled`: no reply for two days."""

    job: int
    title: str
    agent: str
    trigger: str
    channel: str
    paused: bool = False
    texted: int = 0
    answering: int = 0
    completed: int = 0
    advanced: int = 0
    waiting: int = 0
    stalled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Something to be mended. `text` is our own wording, `action` the button that mends it (empty: none does)."""

    text: str
    action: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What a person's Home shows; `page` of `pages`, from 0."""

    connected: bool
    summary: str = ""
    jobs: Sequence[JobFunnel] = ()
    troubles: Sequence[Trouble] = ()
    page: int = 0
    pages: int = 1
    version: str = ""


class Authoring(Protocol):
    """Agents written in Slack."""

    async def new_draft(self, actor: Actor, name: str) -> AgentDraft | Said:
        """A draft of that agent; of a new one without a name."""
        ...

    async def draft(self, actor: Actor, id: str) -> AgentDraft | Said: ...
    async def change_draft(self, actor: Actor, id: str, change: Change) -> AgentDraft | Said: ...
    async def what_would_change(self, actor: Actor, id: str) -> Said:
        """Who of the last 90 days would come out differently, before it is published."""
        ...

    async def publish_draft(self, actor: Actor, id: str) -> Said: ...


class Desk(Authoring, Protocol):
    """Everything a recruiter can do. Each call may take seconds (Tracker); refusals are Said(ok=False)."""

    async def connect(self, actor: Actor, credentials: Credentials) -> Said: ...
    async def disconnect(self, actor: Actor) -> Said: ...
    async def stages(self, actor: Actor, job: str) -> Said: ...
    async def stage_choices(self) -> Sequence[Choice]: ...
    async def job_choices(self, typed: str) -> Sequence[Choice]: ...
    async def agent_choices(self, typed: str) -> Sequence[Choice]: ...
    async def map(self, actor: Actor, request: MapRequest) -> Said: ...
    async def undo_map(self, actor: Actor, mapped: str) -> Said:
        """What was before that mapping (`Said.mapped`) is again, as far as nothing came after it."""
        ...

    async def unmap(self, actor: Actor, job: str, in_flight: str) -> Said: ...
    async def mappings(self, actor: Actor) -> Said: ...
    async def preview_backfill(self, actor: Actor, job: str, until: str) -> Preview | Said: ...
    async def preview_people(self, actor: Actor, job: str, data: bytes) -> Preview | Said:
        """What a CSV list of people for that job holds; its token is confirmed as a backfill's is."""
        ...

    def people_template(self) -> bytes: ...
    async def confirm_backfill(self, actor: Actor, token: str) -> Said: ...
    async def cancel_backfill(self, actor: Actor, token: str) -> Said: ...
    async def confirm_surge(self, actor: Actor, token: str) -> Said: ...
    async def candidates(self, actor: Actor, job: str, state: str, page: int) -> Sequence[CandidateLine] | Said: ...
    async def start(self, actor: Actor, candidate: str, job: str) -> Said: ...
    async def start_again(self, actor: Actor, again: str) -> Said: ...
    async def stop(self, actor: Actor, screening: str) -> Said: ...
    async def pause(self, actor: Actor, job: str, on: bool) -> Said: ...
    async def why(self, actor: Actor, candidate: str) -> Said: ...
    async def result(self, actor: Actor, screening: str, link: str) -> Said: ...
    async def recording_links(self, actor: Actor, screening: str, take_back: bool) -> Said:
        """The recording links of a screening; `take_back` ends them."""
        ...

    async def letter(self, actor: Actor, screening: str) -> Said:
        """A letter of explanation for somebody who was not advanced."""
        ...

    async def new_york(self, actor: Actor, job: int, on: bool, notice: str, audit: str) -> Said:
        """Whether a job is one in New York City, and since when notice and audit are."""
        ...

    async def push(self, actor: Actor, screening: str, job: str) -> Said: ...
    async def update_contact(self, actor: Actor, screening: str, field: str) -> Said: ...
    async def optout(self, actor: Actor, phone: str, reason: str) -> Said: ...
    async def status(self, actor: Actor) -> Said: ...
    async def doctor(self, actor: Actor) -> Said: ...
    async def settings(self, actor: Actor) -> Said: ...
    async def configure(self, actor: Actor, wanted: Mapping[str, str]) -> Said: ...
    async def agents(self, actor: Actor) -> Said: ...
    async def advance(self, actor: Actor, screening: str, revision: int, status: str) -> Said: ...
    async def reject(self, actor: Actor, screening: str, revision: int, status: str, note: str) -> Said: ...
    async def hold(self, actor: Actor, screening: str, revision: int) -> Said: ...
    async def reason(self, actor: Actor, screening: str, words: str) -> Said:
        """Why a decision was made, above all one against the recommendation."""
        ...

    async def ask_again(self, actor: Actor, screening: str, revision: int, question: str) -> Said: ...
    async def question_choices(self, screening: str) -> Sequence[Choice]: ...
    async def take_over(self, actor: Actor, screening: str) -> Said: ...
    async def hand_back(self, actor: Actor, screening: str) -> Said: ...
    async def recruiter_wrote(
        self, actor: Actor, thread: str, text: str, message: str, *, files: bool = False
    ) -> Said | None:
        """Words in a thread; `files` came with them."""
        ...

    async def erase(self, actor: Actor, candidate: str) -> Said: ...
    async def export(self, actor: Actor, candidate: str) -> Said: ...
    async def report(self, actor: Actor, screening: str) -> Said: ...
    async def connected(self) -> bool: ...
    async def home(self, actor: Actor, page: int) -> HomePage: ...
    async def retry_parked(self, actor: Actor) -> Said:
        """Tries again what could not be delivered."""
        ...

    async def advance_target(self, screening: str) -> str | None: ...
    async def import_jobs(self, actor: Actor, all: bool, jobs: Sequence[str] = ()) -> Said: ...
    async def import_choices(self, typed: str) -> Sequence[Choice]: ...
    async def agent(self, actor: Actor, name: str) -> Said: ...
    async def simulate(self, actor: Actor, agent: str) -> Said: ...
    async def impact(self, actor: Actor, agent: str) -> Said: ...
