"""The use cases of the web form: what a link shows now, and what a sent page brings about. Each in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.channels import form
from screening.events import Read, Submitted
from screening.ports import Records
from screening.screener import apply
from screening.screening import Screening, Status
from screening.scripts.script import Modality, Question, Script

LATE = 14 * 86_400_000  # ms after the first text in which an expired screening is taken up again
DONE = frozenset({Status.COMPLETED, Status.KNOCKED_OUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Questions stand on the page. `seal` names this very page: an answer to an older one is not taken."""

    screening: Screening
    script: Script
    questions: tuple[Question, ...]

    @property
    def seal(self) -> str:
        """The revision and the questions."""
        return ".".join((str(self.screening.revision), *(q.key for q in self.questions)))

    @property
    def begun(self) -> bool:
        """Whether an earlier page was answered already."""
        return any(m.kind == "form" for m in self.screening.messages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A resume can be handed in."""

    screening: Screening
    script: Script

    @property
    def seal(self) -> str:
        """Names this very page."""
        return f"{self.screening.revision}.resume.{self.screening.step}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """All that the link was for is there; an open screening goes on in another way."""

    screening: Screening


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Nothing can be answered by this link: `why` is newer, over or gone."""

    why: str
    screening: Screening | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """The page with what is wrong, by question key."""

    page: Open
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """The answers belong to an older page; this is the one that stands now."""

    page: Open


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One page of answers as it was sent. `seal`: of the page it came from. `tried`: fields that were unread before."""

    given: Mapping[str, tuple[str, ...]]
    seal: str
    tried: frozenset[str]
    language: str


Shown = Open | Upload | Received | Closed


def show(records: Records, id: str, round: int, now: int) -> Shown:
    """What the link of that screening and round shows; changes nothing."""
    s = records.screening(id)
    script = records.script(s.script) if s else None
    if s is None or script is None:
        return Closed(why="gone")
    if s.status in DONE:
        return Received(screening=s)
    late = s.status is Status.EXPIRED and now - (s.first_sent_at or s.began_at) <= LATE
    if not s.open and not late:
        return Closed(why="over", screening=s)
    if round != s.revision - late:
        return Closed(why="newer", screening=s)
    step = script.steps[s.step]
    if step is Modality.RESUME:
        return Upload(screening=s, script=script)
    if step is not Modality.FORM:
        return Received(screening=s)
    questions = form.page(s, script)
    return Open(screening=s, script=script, questions=questions) if questions else Received(screening=s)


def hand_in(records: Records, id: str, round: int, read: Read, now: int) -> Shown:
    """Take a resume that was read, or go on without one; answers what the link shows then."""
    shown = show(records, id, round, now)
    if not isinstance(shown, Upload):
        return shown
    again = shown.screening.having(status=Status.IN_PROGRESS, reason="")
    apply(records, again, read, now)
    return show(records, id, again.revision, now)


def submit(records: Records, id: str, round: int, sent: Sent, now: int) -> Shown | Wrong | Stale:
    """Take the page, once; or say why not."""
    shown = show(records, id, round, now)
    if not isinstance(shown, Open):
        return shown
    if sent.seal != shown.seal:
        return Stale(page=shown)
    fields = form.read_fields(shown.questions, sent.given, sent.language)
    known = form.context(shown.screening, shown.script, sent.language, now)
    if wrong := form.problems(shown.questions, fields, sent.tried, known):
        return Wrong(page=shown, problems=wrong)
    again = shown.screening.having(status=Status.IN_PROGRESS, reason="")
    apply(records, again, Submitted(fields=fields, language=sent.language), now)
    return show(records, id, again.revision, now)
