"""A turn: the screening as it changes while one event is followed, and the effects gathered on the way."""

from dataclasses import dataclass, field, replace

from screening.effects import DataLink, Effect, FormLink, Priority, PublishResult, Say, TellRecruiter
from screening.screening import Message, Screening, Status, Who
from screening.scripts.script import Modality, Question, Script

CARDLESS = frozenset(
    {Status.OPTED_OUT, Status.NOT_INTERESTED, Status.WRONG_NUMBER, Status.EXPIRED, Status.WITHDRAWN, Status.UNREACHABLE}
)
PATIENCE = 120_000  # ms that a result waits for the recordings and words of a call


@dataclass(slots=True, kw_only=True)
class Turn:
    """One event being followed."""

    screening: Screening
    script: Script
    now: int
    effects: list[Effect] = field(default_factory=list)
    mouth: list[str] | None = None  # in a call: what is said aloud instead of texted
    opens: bool = False  # the next step is to be opened when this event is followed
    asked: bool = False  # the candidate texted us first: what opens is a reply

    def change(self, **changes: object) -> None:
        """Change the screening."""
        self.screening = replace(self.screening, **changes)  # type: ignore[arg-type]

    @property
    def first(self) -> Priority:
        """How urgent the first text is."""
        return Priority.REPLY if self.asked else Priority.FIRST

    @property
    def channel(self) -> str:
        """How the candidate is being spoken with."""
        return "sms" if self.mouth is None else "voice"

    def said(self, text: str) -> bool:
        """Whether these very words have gone out in this screening; aloud, words may be said again."""
        if self.mouth is not None:
            return False
        return any(
            m.who is not Who.CANDIDATE and m.text == text and m.state != "dropped" for m in self.screening.messages
        )

    def rarest(self, ways: tuple[str, ...]) -> tuple[str, ...]:
        """These ways to begin a text, those first that have stood in the fewest of ours."""
        ours = [m.text for m in self.screening.messages if m.who is Who.BOT and m.state != "dropped"]
        return tuple(sorted(ways, key=lambda way: sum(way in text for text in ours) if way else 0))

    def say(
        self,
        kind: str,
        *ways: str,
        question: Question | None = None,
        priority: Priority = Priority.REPLY,
        started: bool = False,
        link: FormLink | DataLink | None = None,
    ) -> bool:
        """One text, in the first of these ways that has not been said yet; False where all have been."""
        text = next((way for way in ways if not self.said(way)), None)
        if text is None:
            return False
        self._put(kind, text, question, priority, started, link)
        return True

    def _put(
        self,
        kind: str,
        text: str,
        question: Question | None,
        priority: Priority,
        started: bool,
        link: FormLink | DataLink | None,
    ) -> None:
        s, key = self.screening, question.key if question else ""
        number = 1 + sum(m.who is not Who.CANDIDATE for m in s.messages)
        who = Who.RECRUITER if kind == "recruiter" else Who.BOT
        message = Message(
            id=f"{s.id}-B{number}", who=who, text=text, at=self.now, kind=kind, question=key, state="queued"
        )
        if self.mouth is not None:
            self.screening = s.with_message(replace(message, state="spoken", channel="voice"))
            self.mouth.append(text)
            return
        self.screening = s.with_message(message)
        if question is not None and self.script.steps[s.step] is Modality.VOICE:
            self.change(by_text=True)
        self.effects.append(
            Say(
                message=message.id,
                kind=kind,
                text=text,
                question=key,
                turn=s.turn,
                priority=priority,
                started=started,
                link=link,
            )
        )

    def tell(self, text: str, *, take_over: bool = False) -> None:
        """A message to the recruiters."""
        self.effects.append(TellRecruiter(text=text, take_over=take_over))

    def end(self, status: Status, reason: str = "") -> None:
        """The screening is over; its result is published as the next revision."""
        self.screening = self.screening.ended(status, reason)
        self.publish()

    def take_up(self) -> None:
        """The screening goes on: open, with its time to expire anew."""
        self.change(status=Status.IN_PROGRESS, reason="", expire_at=self.now + int(self.script.expire_after * 1000))

    def next_step(self) -> None:
        """On to the next step; the machine opens it."""
        self.change(step=self.screening.step + 1, by_text=False, open_question="")
        self.opens = True

    def publish(self) -> None:
        """Publish the result as a new revision, when what is still to come of a call has come, or in two minutes."""
        if self.screening.awaits_recordings:
            self.change(publish_at=self.now + PATIENCE)
            return
        self.change(revision=self.screening.revision + 1, publish_at=None)
        card = self.screening.status not in CARDLESS
        self.effects.append(PublishResult(revision=self.screening.revision, card=card))
