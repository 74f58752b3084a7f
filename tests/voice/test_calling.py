"""Calling: the interview on the phone, as the engine holds it."""

from dataclasses import dataclass, field

import pytest

from screening.calls import CallState, Listen, Prompt
from screening.effects import Effect, PlaceCall, PublishResult, Say, Suppress, TellRecruiter
from screening.events import Began, Called, CallEnded, Due, Event, Recorded, Sent, Settled, Spoke, Texted, Worded
from screening.machine import step
from screening.screening import Screening, Status
from screening.scripts.script import Script
from tests.builders import NOON, STORY, a_screening, a_script, gone_out

HOUR = 3_600_000


@dataclass
class Line:
    """A screening by phone, driven event by event."""

    script: Script
    s: Screening = field(init=False)
    effects: list[Effect] = field(default_factory=list)
    now: int = NOON
    texts: int = 0

    def __post_init__(self) -> None:
        self.s = a_screening(self.script)
        self.go(Began())

    def go(self, event: Event) -> list[Effect]:
        done = step(self.s, self.script, event, self.now)
        self.s = done.screening
        self.effects += done.effects
        for effect in done.effects:
            if isinstance(effect, Say):
                self.s = step(self.s, self.script, Sent(message=effect.message), self.now).screening
        return list(done.effects)

    def hear(self, text: str = "", **more: object) -> Prompt:
        call = self.s.calls[-1]
        fields: dict[str, object] = {"call": call.number, "step": len(call.prompts), "sid": f"CA{call.number}"}
        self.go(Spoke(**{**fields, "text": text, **more}))  # type: ignore[arg-type]
        return self.s.calls[-1].prompts[-1]

    def up(self) -> Prompt:
        return self.hear()

    def over(self, how: str = "completed") -> list[Effect]:
        return self.go(CallEnded(call=self.s.calls[-1].number, how=how))

    def text(self, words: str) -> list[Effect]:
        self.texts += 1
        self.s = gone_out(self.s, self.script, self.now)
        self.go(Texted(message=f"SM{self.texts}", text=words))
        return self.go(Settled())

    def said(self, kind: type[Effect]) -> list[Effect]:
        return [e for e in self.effects if isinstance(e, kind)]


@pytest.fixture
def line() -> Line:
    return Line(a_script("voice"))


def words(prompt: Prompt) -> str:
    return " ".join(prompt.words)


def texts(effects: list[Effect]) -> list[str]:
    return [e.text for e in effects if isinstance(e, Say)]


def test_a_text_announces_the_call_which_follows_it(line: Line) -> None:
    first, call = line.effects
    assert isinstance(first, Say)
    assert "CALL" in first.text
    assert "?" not in first.text
    assert isinstance(call, PlaceCall)
    assert (call.after, call.asked) == (first.message, False)


def test_consent_is_asked_before_anything_is_recorded(line: Line) -> None:
    prompt = line.up()
    assert prompt.listen is Listen.CONSENT
    assert "recorded" in words(prompt)
    assert "computer voice" in words(prompt)
    assert not prompt.record
    assert line.s.calls[0].consent == ""


@pytest.mark.parametrize("reply", [{"text": "yes"}, {"digits": "1"}, {"text": "sure go ahead", "confidence": 0.9}])
def test_a_yes_is_stored_and_the_recording_begins_with_the_first_question(line: Line, reply: dict[str, object]) -> None:
    line.up()
    prompt = line.hear(**reply)  # type: ignore[arg-type]
    call = line.s.calls[0]
    assert (call.consent, call.consent_at, prompt.record) == ("yes", NOON, True)
    assert "forklift licence" in words(prompt)
    assert not line.hear("yes").record


@pytest.mark.parametrize("reply", [{"text": "no"}, {"digits": "2"}, {"text": "no i don't want that"}])
def test_a_no_to_the_recording_goes_on_by_text(line: Line, reply: dict[str, object]) -> None:
    line.up()
    prompt = line.hear(**reply)  # type: ignore[arg-type]
    assert prompt.listen is Listen.HANG_UP
    assert line.s.calls[0].consent == "no"
    assert [t for t in texts(line.effects) if "forklift licence" in t]
    line.over()
    assert len([t for t in texts(line.effects) if "forklift licence" in t]) == 1
    line.text("yes")
    line.text("7 years")
    assert line.s.status is Status.COMPLETED
    assert {a.channel for a in line.s.answers} == {"sms"}


def test_silence_at_the_question_of_consent_is_asked_once_more_then_by_text(line: Line) -> None:
    line.up()
    assert line.hear().listen is Listen.CONSENT
    assert line.hear().listen is Listen.HANG_UP
    assert line.s.calls[0].consent == ""
    assert line.s.by_text


def test_an_interview_by_phone_ends_in_the_same_answers_as_by_text(line: Line) -> None:
    line.up()
    line.hear("yes")
    line.hear("yes I do")
    last = line.hear("seven years")
    assert last.listen is Listen.HANG_UP
    assert line.s.status is Status.COMPLETED
    assert {(a.question, str(a.value), a.channel) for a in line.s.answers} == {
        ("licence", "yes", "voice"),
        ("years", "7", "voice"),
    }
    for a in line.s.answers:
        message = line.s.message(a.message)
        assert message is not None
        assert a.quote in message.text


def test_the_keypad_answers_too(line: Line) -> None:
    line.up()
    line.hear(digits="1")
    line.hear(digits="1")
    line.hear(digits="7")
    assert [(a.question, a.value) for a in line.s.answers] == [("licence", "yes"), ("years", 7)]


def test_a_repeated_step_changes_nothing(line: Line) -> None:
    line.up()
    line.hear("yes")
    before = line.s
    line.go(Spoke(call=1, step=1, sid="CA1", text="no"))
    line.go(Spoke(call=1, step=0, sid="CA1"))
    line.go(Spoke(call=1, step=9, sid="CA1", text="yes"))
    assert line.s == before


def test_another_call_cannot_speak_for_this_one(line: Line) -> None:
    line.up()
    before = line.s
    line.go(Spoke(call=1, step=1, sid="CAother", text="yes"))
    line.go(Spoke(call=7, step=0, sid="CA1"))
    assert line.s == before


@pytest.mark.parametrize("reply", [{}, {"text": "yes", "confidence": 0.2}, {"text": "yes", "confidence": 0.0}])
def test_silence_and_low_confidence_are_unclear_and_asked_once_more(line: Line, reply: dict[str, object]) -> None:
    line.up()
    line.hear("yes")
    again = line.hear(**reply)  # type: ignore[arg-type]
    assert again.question == "licence"
    assert "keypad" in words(again)
    after = line.hear(**reply)  # type: ignore[arg-type]
    assert after.question == "years"
    assert line.s.unclear == ("licence",)
    assert line.s.answer("licence") is None


def test_a_dead_line_goes_on_by_text(line: Line) -> None:
    line.up()
    line.hear("yes")
    for _ in range(3):
        prompt = line.hear()
    assert prompt.listen is Listen.HANG_UP
    assert line.s.by_text
    assert any("years have you driven" in t for t in texts(line.effects))


def test_a_no_that_may_be_misheard_is_confirmed_before_it_ends_the_chances(line: Line) -> None:
    line.up()
    line.hear("yes")
    assert line.hear("no", confidence=0.6).question == "licence"
    assert line.s.open
    line.hear("no", confidence=0.6)
    assert line.s.status is Status.KNOCKED_OUT


def test_a_plain_no_to_a_must_have_ends_it(line: Line) -> None:
    line.up()
    line.hear("yes")
    assert line.hear("no", confidence=0.95).listen is Listen.HANG_UP
    assert line.s.status is Status.KNOCKED_OUT


def test_whoever_hangs_up_keeps_what_was_answered_and_gets_the_rest_by_text(line: Line) -> None:
    line.up()
    line.hear("yes")
    line.hear("yes")
    made = line.over()
    assert any("years have you driven" in t for t in texts(made))
    assert line.s.answer("licence") is not None
    line.text("7 years")
    assert line.s.status is Status.COMPLETED
    assert [a.channel for a in line.s.answers] == ["voice", "sms"]


@pytest.mark.parametrize("how", ["busy", "no-answer"])
def test_a_missed_call_is_texted_about_and_made_once_more(line: Line, how: str) -> None:
    made = line.over(how)
    assert any("Sorry we missed you" in t and "licence" in t for t in texts(made))
    assert line.s.call_at == NOON + HOUR
    line.now += HOUR
    line.go(Due(kind="call", turn=line.s.turn))
    assert len(line.said(PlaceCall)) == 2
    line.over(how)
    assert line.s.call_at is None
    assert len(line.said(PlaceCall)) == 2


def test_voicemail_is_hung_up_on_and_counts_as_missed(line: Line) -> None:
    prompt = line.hear(machine=True)
    assert (prompt.listen, prompt.words) == (Listen.HANG_UP, ())
    assert any("missed" in t for t in texts(line.over()))
    assert line.s.calls[0].ended == "machine"


def test_whoever_answers_by_text_is_not_called_again(line: Line) -> None:
    line.over("busy")
    line.text("yes I do")
    assert line.s.call_at is None


def test_a_number_that_cannot_be_called_goes_on_by_text_and_is_told(line: Line) -> None:
    made = line.go(CallEnded(call=1, how="failed", why="Twilio refused the call (21215)"))
    assert line.s.by_text
    assert any(isinstance(e, TellRecruiter) and "21215" in e.text for e in made)
    assert line.s.call_at is None


@pytest.mark.parametrize("asks", ["CALL", "call me", "Call me now please", "call", "llámame"])
def test_call_by_text_is_called(line: Line, asks: str) -> None:
    line.over("no-answer")
    made = line.text(asks)
    assert [(e.call, e.asked) for e in made if isinstance(e, PlaceCall)] == [(2, True)]
    line.hear()
    line.hear("yes")
    assert not line.s.by_text
    line.hear("yes")
    assert line.s.answer("licence") is not None


def test_what_is_texted_beside_call_is_heard_too(line: Line) -> None:
    line.over("busy")
    line.go(Texted(message="SM90", text="CALL"))
    line.go(Texted(message="SM91", text="yes I do"))
    made = line.go(Settled())
    assert any(isinstance(e, PlaceCall) and e.asked for e in made)
    assert line.s.answer("licence") is not None


@pytest.mark.parametrize("fine", ["ok", "Ok, thanks!", "yes", "👍", "sounds good"])
def test_an_acknowledgement_of_the_announcement_is_no_answer(line: Line, fine: str) -> None:
    assert line.text(fine) == []
    assert line.s.calls[0].state is CallState.ORDERED


def test_text_goes_on_by_text_and_cancels_the_call(line: Line) -> None:
    made = line.text("TEXT")
    assert any("licence" in t for t in texts(made))
    assert line.s.calls[0].state is CallState.CANCELLED


def test_stop_said_aloud_ends_it_for_every_channel(line: Line) -> None:
    line.up()
    prompt = line.hear("stop calling me, take me off your list")
    assert prompt.listen is Listen.HANG_UP
    assert line.s.status is Status.OPTED_OUT
    assert line.said(Suppress)
    line.over()
    assert line.said(PublishResult)


def test_a_person_asked_for_aloud_is_called_for(line: Line) -> None:
    line.up()
    line.hear("yes")
    assert line.hear("can I talk to a real person please").listen is Listen.HANG_UP
    assert line.s.status is Status.HUMAN_REQUESTED


def test_the_result_waits_for_the_recording(line: Line) -> None:
    line.up()
    for reply in ("yes", "yes", "7"):
        line.hear(reply)
    line.over()
    assert not line.said(PublishResult)
    line.go(Recorded(call=1, recording="RE1", link="https://bot/r/x", whole=True))
    assert line.s.links == ("https://bot/r/x",)
    assert len(line.said(PublishResult)) == 1
    line.go(Recorded(call=1, recording="RE1", link="https://bot/r/x", whole=True))
    assert len(line.said(PublishResult)) == 1


def test_a_recording_that_never_comes_holds_nothing_up_for_more_than_two_minutes(line: Line) -> None:
    line.up()
    for reply in ("yes", "yes", "7"):
        line.hear(reply)
    line.over()
    assert line.s.due is not None
    assert line.s.due <= NOON + 120_000
    line.go(Due(kind="publish", turn=line.s.turn))
    assert len(line.said(PublishResult)) == 1
    line.go(Recorded(call=1, recording="RE1", link="https://bot/r/x", whole=True))
    assert line.s.revision == 2


def test_free_text_is_recorded_and_worded_later() -> None:
    line = Line(a_script("voice", questions=STORY))
    line.up()
    for reply in ("yes", "yes"):
        line.hear(reply)
    asked = line.hear("7")
    assert (asked.listen, asked.question) == (Listen.RECORD, "story")
    assert line.hear(recorded=True).listen is Listen.HANG_UP
    assert line.s.pending == ("story",)
    line.over()
    line.go(Worded(call=1, step=4, text="I saw a leak, stopped the line and told my lead"))
    answer = line.s.answer("story")
    assert answer is not None
    assert "stopped" in answer.quote
    line.go(Worded(call=1, step=4, text="something else"))
    assert line.s.answer("story") == answer
    for recording in ("RE1", "RE2"):
        line.go(Recorded(call=1, recording=recording, link=f"https://bot/r/{recording}"))
    assert len(line.said(PublishResult)) == 1


@pytest.mark.parametrize("words", ["", "  "])
def test_an_answer_without_words_is_left_to_a_recruiters_ears(words: str) -> None:
    line = Line(a_script("voice", questions=STORY))
    line.up()
    for reply in ("yes", "yes", "7"):
        line.hear(reply)
    line.hear(recorded=True)
    made = line.go(Worded(call=1, step=4, text=words))
    assert line.s.unclear == ("story",)
    assert any(isinstance(e, TellRecruiter) and "listen" in e.text for e in made)


def test_a_call_never_reported_over_is_taken_for_over(line: Line) -> None:
    line.go(Called(call=1, sid="CA1"))
    assert line.s.call_at is not None
    line.now = line.s.call_at
    line.go(Due(kind="call", turn=line.s.turn))
    assert line.s.calls[0].state is CallState.OVER
    assert line.s.by_text


def test_a_voice_step_after_texts_is_announced_and_called() -> None:
    line = Line(a_script("sms", "voice"))
    assert not line.said(PlaceCall)
    made = line.text("yes")
    assert line.s.step == 1
    assert any("short call" in t for t in texts(made))
    assert any(isinstance(e, PlaceCall) for e in made)


def test_the_step_after_a_call_comes_by_text() -> None:
    line = Line(a_script("voice", "sms"))
    line.up()
    line.hear("yes")
    prompt = line.hear("yes")
    assert prompt.listen is Listen.HANG_UP
    assert "next step comes by text" in words(prompt)
    assert any("years have you driven" in t for t in texts(line.effects))
    assert texts(line.over()) == []


def test_in_spanish_free_text_is_recognised_at_once() -> None:
    script = a_script("voice", more='language = "es"\n', questions=STORY)
    line = Line(script)
    assert "gracias" in words(line.up()) or "Hola" in words(line.s.calls[0].prompts[0])
    line.hear("sí")
    line.hear("sí")
    assert line.hear("7").listen is Listen.SPEECH


def test_who_was_cut_off_and_answers_by_text_at_once_is_not_taken_for_going_in_circles(line: Line) -> None:
    line.up()
    line.hear("yes")
    line.over()
    asked = line.text("yes")
    assert "How many years" in texts(asked)[0]
    line.text("6")
    assert line.s.status is Status.COMPLETED


@pytest.mark.parametrize(
    "said", ["what?", "Sorry, could you repeat that please?", "I didn't hear you", "¿Cómo?", "huh"]
)
def test_who_has_not_understood_hears_the_question_again_and_nobody_is_troubled(line: Line, said: str) -> None:
    line.up()
    line.hear("yes")
    assert words(line.hear(said)) == "Do you hold a valid forklift licence?"
    assert not line.said(TellRecruiter)
    assert "How many years" in words(line.hear("yes"))


def test_a_question_is_not_put_for_ever_to_who_only_says_what(line: Line) -> None:
    line.up()
    line.hear("yes")
    heard = [words(line.hear("what")) for _ in range(6)]
    assert heard[2] == "Do you hold a valid forklift licence?"
    assert heard[3].startswith("Sorry, I did not get that.")
    assert "How many years" in heard[4]
    assert line.s.unclear == ("licence",)


@pytest.mark.parametrize("said", ["what is this about?", "who is this", "sorry?"])
def test_who_asks_before_consenting_is_told_once_more(line: Line, said: str) -> None:
    line.up()
    again = line.hear(said)
    assert again.listen is Listen.CONSENT
    assert "automated assistant of Acme" in words(again)
    assert "How many" not in words(line.hear("yes"))


@pytest.mark.parametrize(
    "said", ["I'm driving right now, call me tomorrow at 10", "call me tomorrow", "can you call me back later"]
)
def test_who_has_no_time_is_let_go_and_texted_again(line: Line, said: str) -> None:
    line.up()
    line.hear("yes")
    prompt = line.hear(said)
    assert prompt.listen is Listen.HANG_UP
    assert "I will text you again" in words(prompt)
    assert line.s.resume_at is not None
    line.over()
    assert line.s.open
    assert not any("cut off" in m.text for m in line.s.messages)


@pytest.mark.parametrize("said", ["I'm driving right now", "help", "call me", "who are you"])
def test_on_the_phone_nothing_said_stays_without_a_reply(line: Line, said: str) -> None:
    line.up()
    line.hear("yes")
    prompt = line.hear(said)
    assert prompt.listen is not Listen.HANG_UP
    assert "Do you hold a valid forklift licence?" in words(prompt)
