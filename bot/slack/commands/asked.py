"""One typed command, with everything its work needs."""

from dataclasses import dataclass

from bot.slack.answers import Answers, give
from bot.slack.counter import Counter
from bot.slack.desk import Actor, Desk, Said
from bot.slack.modals import Views
from bot.slack.words import Words, channel_id, job_id, screening_id

_NO_JOB = "A job is given by its number, like 1020 or JOB-1020, or by its Tracker address."
_NO_SCREENING = "A screening is given by the GR- id that its card shows."
_NO_CANDIDATE = "Name the candidate: Tracker id, phone or name."
_NO_CHANNEL = "I cannot find that channel. Invite me there first with /invite, then name it with its #."


class WrongWords(Exception):
    """The arguments do not fit; the message, already escaped, says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asked for what, and the ways to answer."""

    counter: Counter
    actor: Actor
    words: Words
    trigger: str
    answers: Answers

    @property
    def desk(self) -> Desk:
        """What does the work."""
        return self.counter.desk

    @property
    def views(self) -> Views:
        """What opens modals."""
        return self.counter.views

    async def say(self, text: str) -> None:
        """A short answer of our own wording."""
        await self.answers.say(text)

    async def give(self, said: Said) -> None:
        """The Desk's answer."""
        await give(self.answers, said)

    async def channel(self, word: str) -> str:
        """The channel meant by a word; the one it was typed in where there is no word."""
        if not word:
            return self.actor.channel
        found = channel_id(word) or await self.counter.post.channel_named(word.lstrip("#").lower())
        if not found:
            raise WrongWords(_NO_CHANNEL)
        return found

    def candidate(self) -> str:
        """All plain words as one candidate."""
        if not self.words.plain:
            raise WrongWords(_NO_CANDIDATE)
        return self.words.joined()


def the_job(word: str) -> str:
    """The job id in a word, or words about how jobs are given."""
    found = job_id(word)
    if not found:
        raise WrongWords(_NO_JOB)
    return found


def job_or_none(word: str) -> str:
    """The job id in a word; nothing where there is no word."""
    return the_job(word) if word else ""


def the_screening(word: str) -> str:
    """The screening's id in a word, or words about where to find it."""
    found = screening_id(word)
    if not found:
        raise WrongWords(_NO_SCREENING)
    return found


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """The value, the first one allowed where there is none, or words about what is allowed."""
    if value and value.lower() not in allowed:
        raise WrongWords(f"{name} is one of: {', '.join(each for each in allowed if each)}.")
    return value.lower() or allowed[0]
