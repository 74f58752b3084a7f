"""A turn: the screening as it changes while one event is followed, and the effects gathered on the way."""

from dataclasses import dataclass, field, replace

from screening.effects import Effect, FormLink, Priority, PublishResult, Say, TellRecruiter
from screening.screening import Message, Screening, Status, Who
from screening.scripts.script import Question, Script

CARDLESS = frozenset(
    {Status.OPTED_OUT, Status.NOT_INTERESTED, Status.WRONG_NUMBER, Status.EXPIRED, Status.WITHDRAWN, Status.UNREACHABLE}
)


@dataclass(slots=True, kw_only=True)
class Turn:
    """One event being followed."""

    screening: Screening
    script: Script
    now: int
    effects: list[Effect] = field(default_factory=list)
    opens: bool = False  # the next step is to be opened when this event is followed

    def change(self, **changes: object) -> None:
        """Change the screening."""
        self.screening = replace(self.screening, **changes)  # type: ignore[arg-type]

    def say(
        self,
        kind: str,
        text: str,
        *,
        question: Question | None = None,
        priority: Priority = Priority.REPLY,
        started: bool = False,
        link: FormLink | None = None,
    ) -> None:
        """One text: into the transcript as it will be sent, and out. Never twice the same words."""
        s = self.screening
        if any(m.who is Who.BOT and m.text == text and m.state != "dropped" for m in s.messages):
            return
        key = question.key if question else ""
        number = 1 + sum(m.who is Who.BOT for m in s.messages)
        message = Message(
            id=f"{s.id}-B{number}", who=Who.BOT, text=text, at=self.now, kind=kind, question=key, state="queued"
        )
        self.screening = s.with_message(message)
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

    def next_step(self) -> None:
        """On to the next step; the machine opens it."""
        self.change(step=self.screening.step + 1, by_text=False, open_question="")
        self.opens = True

    def publish(self) -> None:
        """Publish the result as a new revision."""
        self.change(revision=self.screening.revision + 1)
        card = self.screening.status not in CARDLESS
        self.effects.append(PublishResult(revision=self.screening.revision, card=card))
