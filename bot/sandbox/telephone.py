"""A simulated call: the bot's TwiML is fetched and obeyed, and the person at the other end answers."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol
from urllib.parse import urljoin

from bot.sandbox.twiml import BadTwiml, Verb, read_twiml
from bot.sandbox.wire import Json

LONGEST = 200  # documents in one call
Fetch = Callable[[str, dict[str, str]], Awaitable[str]]
Keep = Callable[[str, float, str, str], Json]  # callback, seconds, words, callback for the words -> a recording


class Callee(Protocol):
    """Who is called."""

    def picks_up(self) -> bool:
        """Whether they answer the telephone."""
        ...

    def says(self, heard: list[str]) -> str | None:
        """What they say to what they have heard; None for silence."""
        ...


class Conversation:
    """One call's way through the bot's documents."""

    def __init__(self, callee: Callee, fetch: Fetch, keep: Keep, *, pause: float) -> None:
        self._callee, self._fetch, self._keep, self._pause = callee, fetch, keep, pause
        self._heard: list[str] = []
        self.log: list[Json] = []
        self.whole: str | None = None  # callback address of the recording of the whole call

    @property
    def seconds(self) -> float:
        """How long the talk took, at a speaker's pace."""
        return sum(seconds_of(line["text"]) for line in self.log)

    async def hold(self, url: str) -> None:
        """Talks until somebody hangs up."""
        following: tuple[str, str] | None = await self._go(url, {})
        for _ in range(LONGEST):
            if following is None:
                return
            base, document = following
            following = await self._obey(read_twiml(document), base)
        raise BadTwiml(f"more than {LONGEST} documents in one call")

    async def _obey(self, verbs: tuple[Verb, ...], base: str) -> tuple[str, str] | None:
        for verb in verbs:
            await asyncio.sleep(self._pause)
            match verb.name:
                case "Say" | "Play" | "Pause":
                    self._hear(verb)
                case "Start":
                    self.whole = next(
                        (v.address("recordingStatusCallback", base) for v in verb.inner if v.name == "Recording"), None
                    )
                case "Redirect":
                    return await self._go(urljoin(base, verb.words), {})
                case "Hangup" | "Reject":
                    return None
                case _:
                    if answered := await self._answer(verb, base):
                        return answered
        return None

    def _hear(self, verb: Verb) -> None:
        for words in verb.spoken():
            self._heard.append(words)
            self.log.append({"who": "bot", "text": words})

    async def _answer(self, verb: Verb, base: str) -> tuple[str, str] | None:
        """Gather and Record: silence goes on to the next verb, unless an empty result is wanted."""
        self._hear(verb)
        said = self._callee.says(self._heard)
        if said is None:
            wanted = verb.name == "Gather" and verb.attributes.get("actionOnEmptyResult") == "true"
            return await self._go(verb.address("action", base), {}) if wanted else None
        self._heard = []
        self.log.append({"who": "callee", "text": said})
        fields = self._gathered(verb, said) if verb.name == "Gather" else self._recorded(verb, base, said)
        return await self._go(verb.address("action", base), fields)

    def _gathered(self, verb: Verb, said: str) -> dict[str, str]:
        if "speech" in verb.attributes.get("input", "dtmf"):
            return {"SpeechResult": said, "Confidence": "0.93"}
        return {"Digits": "1" if said.lower().startswith("yes") else "2"}

    def _recorded(self, verb: Verb, base: str, said: str) -> dict[str, str]:
        callback = verb.address("recordingStatusCallback", base) if "recordingStatusCallback" in verb.attributes else ""
        wording = verb.address("transcribeCallback", base) if "transcribeCallback" in verb.attributes else ""
        recording = self._keep(callback, seconds_of(said), said, wording)
        names = {
            "RecordingUrl": recording["url"],
            "RecordingSid": recording["sid"],
            "RecordingDuration": str(recording["duration"]),
        }
        return {**names, "Digits": "hangup" if verb.attributes.get("finishOnKey") == "" else ""}

    async def _go(self, url: str, fields: dict[str, str]) -> tuple[str, str]:
        return url, await self._fetch(url, fields)


def seconds_of(words: str) -> float:
    """How long it takes to say that."""
    return max(1.0, len(words.split()) / 2.5)
