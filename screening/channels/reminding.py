"""What time alone brings: reminders, the hour a candidate asked for, and the end of waiting."""

from screening.channels.asking import repeat_question
from screening.channels.turns import Turn
from screening.events import Due
from screening.screening import Status, Who
from screening.wording import phrases


def set_reminder(turn: Turn, since: int) -> None:
    """The next reminder, counted from the last text of the conversation that is not itself a reminder."""
    s, after = turn.screening, turn.script.remind_after
    if s.reminders < len(after) and s.resume_at is None and not s.taken_over:
        turn.change(remind_at=since + int(after[s.reminders] * 1000))
    else:
        turn.change(remind_at=None)


def due(turn: Turn, event: Due) -> None:
    """A timer is due; one of an older turn does nothing."""
    s = turn.screening
    if event.turn != s.turn or not s.open or s.taken_over:
        return
    if event.kind == "expire":
        turn.end(Status.EXPIRED, "no answer in time")
    elif event.kind == "resume":
        turn.change(resume_at=None)
        repeat_question(turn, phrases("as_agreed", s), started=True)
    elif event.kind == "remind":
        _remind(turn)


def _remind(turn: Turn) -> None:
    s = turn.screening
    ours = (m.at for m in s.messages if m.who is not Who.CANDIDATE and m.kind != "remind" and m.state == "sent")
    base = max(ours, default=turn.now)
    turn.change(reminders=s.reminders + 1)
    repeat_question(turn, phrases(f"remind_{min(s.reminders + 1, 3)}", s), kind="remind", started=True)
    set_reminder(turn, base)
