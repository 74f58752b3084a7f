"""Person: a simulated candidate who answers, asks, delays, doubles, gives up, or wants to be left alone."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.simulation.twilio import SimTwilio, Sms
from tests.simulation.world import World

ANSWERS = {
    "forklift licence?": ("yes", "Yes I do", "yep"),
    "driven a forklift?": ("5 years", "about 3", "2"),
    "evening or night?": ("day", "evening please", "night"),
}
KINDS = (
    "plain", "plain", "plain", "slow", "unclear", "split", "stops", "asks to stop", "gives up", "silent", "help",
    "asks", "human", "knocked out", "impatient", "stop and start", "bad number", "undeliverable", "wrong number",
    "ends and stops",
)  # fmt: skip
WEEKLY = (*KINDS, "tomorrow", "days late", "days late", "gives up", "night owl")


def asked_in(text: str) -> str | None:
    """The end of the question that a text of ours asks."""
    return next((end for end in ANSWERS if text.endswith(end) or f"{end} For example" in text), None)


def answers(text: str, reply: str) -> bool:
    """Whether these words answer the question that this text of ours asks."""
    return reply in ANSWERS.get(asked_in(text) or "", ())


@dataclass(slots=True, eq=False)
class Person:
    """Someone with a phone. What they say depends on what they are asked, and on what they are like."""

    world: World
    twilio: SimTwilio
    phone: str
    kind: str
    done: bool = False
    asked: int = 0  # questions so far
    did: bool = False  # whatever they do only once
    pending: int = 0  # texts on their way
    heard: list[str] = field(default_factory=list)

    def receive(self, sms: Sms) -> None:
        """A text from us; a question is answered after a while."""
        self.heard.append(sms.body)
        ask = asked_in(sms.body)
        if ask is None or self.done:
            return
        self.asked += 1
        self._react(ask)

    def _react(self, ask: str) -> None:
        act = getattr(self, "_" + self.kind.replace(" ", "_"), None)
        if act is None or not act(ask):
            self._say(self.world.rng.choice(ANSWERS[ask]), self._delay())

    def _delay(self) -> float:
        rng = self.world.rng
        if self.kind == "slow":
            return rng.uniform(60, 1500)
        if self.kind == "reminded":  # answers soon after the reminder is due
            return rng.uniform(722, 1000)
        if self.kind == "at once":
            return rng.uniform(0.02, 0.5)
        if self.kind == "days late":
            return rng.uniform(3600, 60 * 3600)
        if self.kind == "night owl":
            return rng.uniform(5 * 3600, 14 * 3600)
        return rng.uniform(1, 60)

    def _say(self, words: str, seconds: float) -> None:
        self.pending += 1
        self.world.later(seconds, self._text, words)

    def _text(self, words: str) -> None:
        self.pending -= 1
        self.twilio.text(self.phone, words)

    def _once(self, *said: tuple[str, float], last: bool = False) -> bool:
        """Say this, the first time only."""
        if self.did:
            return False
        self.did = True
        self.done = last
        for words, seconds in said:
            self._say(words, seconds)
        return True

    # --- what they are like; True where they have reacted

    def _unclear(self, ask: str) -> bool:
        return self.asked > 1 and self._once(("hmm well", self._delay()))

    def _split(self, ask: str) -> bool:
        start = self._delay()
        self._say("ok so", start)
        self._say(ANSWERS[ask][0], start + self.world.rng.uniform(0.5, 4))
        return True

    def _stops(self, ask: str) -> bool:
        return self.asked > 1 and self._once(("STOP", self._delay()), last=True)

    def _answers_and_stops(self, ask: str) -> bool:
        start = self._delay()
        return self._once((ANSWERS[ask][0], start), ("STOP", start + self.world.rng.uniform(6, 40)), last=True)

    def _ends_and_stops(self, ask: str) -> bool:
        start = self._delay()
        return self.asked > 2 and self._once((ANSWERS[ask][0], start), ("STOP", start + self.world.rng.uniform(6, 60)))

    def _asks_to_stop(self, ask: str) -> bool:
        return self.asked > 1 and self._once(("please stop texting me", self._delay()), last=True)

    def _gives_up(self, ask: str) -> bool:
        return self.asked > 1

    def _silent(self, ask: str) -> bool:
        return True

    def _help(self, ask: str) -> bool:
        return self._once(("HELP", self._delay() / 3), (ANSWERS[ask][0], 70))

    def _asks(self, ask: str) -> bool:
        return self._once(("what's the pay?", self._delay()))

    def _human(self, ask: str) -> bool:
        return self.asked > 1 and self._once(("can i talk to a person", self._delay()), last=True)

    def _knocked_out(self, ask: str) -> bool:
        return "licence" in ask and self._once(("no", self._delay()))

    def _impatient(self, ask: str) -> bool:
        start = self._delay()
        self._say(ANSWERS[ask][0], start)
        return self._once(("hello?", start + self.world.rng.uniform(6, 9)))

    def _stop_and_start(self, ask: str) -> bool:
        return self.asked == 2 and self._once(("STOP", self._delay()), ("START", 120 + self._delay()))

    def _wrong_number(self, ask: str) -> bool:
        return self._once(("wrong number", self._delay()), last=True)

    def _tomorrow(self, ask: str) -> bool:
        return self._once(("text me tomorrow at 9", self._delay()))


def people(world: World, twilio: SimTwilio, count: int, kinds: tuple[str, ...]) -> dict[str, Person]:
    """So many people by phone; Twilio delivers to them."""
    found = {}
    for n in range(count):
        phone = f"+1312555{2000 + n}"
        found[phone] = Person(world, twilio, phone, world.rng.choice(kinds))
        if found[phone].kind == "bad number":
            twilio.bad.add(phone)
        if found[phone].kind == "undeliverable":
            twilio.dead.add(phone)

    def receive(sms: Sms) -> None:
        found[sms.to].receive(sms)

    deliver: Callable[[Sms], None] = receive
    twilio.receive = deliver
    return found
