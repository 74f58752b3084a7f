"""TwiML: a pure function of a prompt and its place, so that a repeated webhook gets the same bytes."""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from twilio.twiml.voice_response import Gather, Start, VoiceResponse

from screening.calls import Listen, Prompt

SPOKEN: Final = {"en": "en-US", "es": "es-MX"}
TRY_AGAIN: Final = "#rc=2&rp=ct,rt,5xx"  # Twilio repeats a webhook that failed; ours may be repeated without harm
SAYS: Final = 4_000  # characters of one <Say>; Twilio takes 4096
ANSWER: Final = 120  # seconds of one recorded answer: Twilio words 2 to 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where Twilio's webhooks about one call go. `public` is our address as the outside world knows it."""

    public: str
    screening: str
    call: int

    def url(self, name: str, **more: int) -> str:
        """The address of one of them."""
        query = urlencode({"s": self.screening, "c": self.call, **more})
        return f"{self.public}/twilio/voice/{name}?{query}{TRY_AGAIN}"


def hang_up() -> str:
    """Nothing more to say."""
    response = VoiceResponse()
    response.hangup()
    return str(response)


def render(prompt: Prompt, step: int, place: Place) -> str:
    """The document of the prompt that was number `step` (from 0) of its call."""
    response, language = VoiceResponse(), SPOKEN.get(prompt.language, "en-US")
    if prompt.record:
        start = Start()
        start.recording(
            recording_status_callback=place.url("recording", whole=1),
            recording_status_callback_event="completed absent",
            trim="do-not-trim",
        )
        response.append(start)
    if prompt.listen in (Listen.CONSENT, Listen.SPEECH):
        response.append(_gather(prompt, step, place, language))
    else:
        _say(response, prompt.words, language)
    if prompt.listen is Listen.RECORD:
        _record(response, step, place)
    elif prompt.listen is Listen.HANG_UP:
        response.hangup()
    else:
        response.redirect(place.url("step", n=step + 1), method="POST")
    return str(response)


def _say(verb: Any, words: tuple[str, ...], language: str) -> None:
    for text in words:
        verb.say(text[:SAYS], language=language)


def _gather(prompt: Prompt, step: int, place: Place, language: str) -> Gather:
    keys: dict[str, Any] = {"num_digits": prompt.digits} if prompt.digits else {"finish_on_key": "#"}
    gather = Gather(
        input="speech dtmf",
        action=place.url("step", n=step + 1),
        method="POST",
        timeout=6,
        speech_timeout="2",
        action_on_empty_result=True,
        language=language,
        hints=",".join(h.replace(",", " ") for h in prompt.hints)[:400] or None,
        **keys,
    )
    _say(gather, prompt.words, language)
    return gather


def _record(response: VoiceResponse, step: int, place: Place) -> None:
    """An empty recording calls no action: then the next verb says that nothing was heard."""
    response.record(
        action=place.url("step", n=step + 1),
        method="POST",
        timeout=4,
        finish_on_key="#",
        max_length=ANSWER,
        play_beep=True,
        recording_status_callback=place.url("recording", n=step + 1),
        recording_status_callback_event="completed absent",
        transcribe=True,
        transcribe_callback=place.url("words", n=step + 1),
    )
    response.redirect(place.url("step", n=step + 1), method="POST")
