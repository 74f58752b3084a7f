"""Steps: which questions each step of an agent asks, what lets a candidate go on to the next, and where someone is."""

from functools import lru_cache
from types import MappingProxyType
from typing import Final

from screening.scoring import score
from screening.screening import Screening
from screening.scripts.script import Kind, Modality, Question, Script

ASKING: Final = (Modality.SMS, Modality.FORM, Modality.VOICE)  # a resume is read; nothing is asked in that step
NAMES: Final = MappingProxyType(
    {Modality.SMS: "text", Modality.FORM: "web form", Modality.RESUME: "resume", Modality.VOICE: "phone"}
)


def channel_of(screening: Screening, script: Script) -> Modality:
    """How the present step talks: by text where its own way has failed."""
    return Modality.SMS if screening.by_text else script.steps[min(screening.step, len(script.steps) - 1)]


def questions_of(script: Script, number: int) -> tuple[Question, ...]:
    """The questions that step `number` (from 0) asks, in the script's order."""
    dealt = _dealt(script)
    return tuple(q for q in script.questions if dealt[q.key] == number)


def reached(screening: Screening, script: Script, question: Question) -> bool:
    """Whether the question belongs to the present step or an earlier one."""
    return _dealt(script)[question.key] <= screening.step


@lru_cache(maxsize=512)
def _deal(script_hash: str, questions: tuple[tuple[str, str, str], ...], steps: tuple[Modality, ...]) -> dict[str, int]:
    """Question key to step: as the question says; else free text by phone, the rest in the first step that asks."""
    asking = [n for n, step in enumerate(steps) if step in ASKING] or [len(steps) - 1]
    phone = steps.index(Modality.VOICE) if Modality.VOICE in steps else asking[0]
    said = {key: steps.index(Modality(step)) for key, _, step in questions if step in steps}
    dealt = {key: said.get(key, phone if kind == Kind.TEXT else asking[0]) for key, kind, _ in questions}
    for number in asking[1:]:
        if number not in dealt.values():
            _fill(dealt, number, said)
    return dealt


def _fill(dealt: dict[str, int], number: int, said: dict[str, int]) -> None:
    """A step that asks must have something to ask: the last question of the step before that can spare one."""
    for key in reversed(dealt):
        before = dealt[key]
        if key not in said and before < number and list(dealt.values()).count(before) > 1:
            dealt[key] = number
            return


def _dealt(script: Script) -> dict[str, int]:
    return _deal(script.hash, tuple((q.key, q.kind.value, q.step) for q in script.questions), script.steps)


def why_not_on(screening: Screening, script: Script, engine: str) -> str:
    """Why the next step is not opened although nothing is left to ask in this one; empty where it is.

    A must-have that is not met ends the screening before this is asked.
    """
    bound = script.pass_at
    reached_score = score(screening, script, engine).score if bound else None
    if bound and reached_score is not None and reached_score < bound:
        step = NAMES[script.steps[screening.step]]
        return f"{reached_score}/100 after the {step} step; {bound} are asked for to go on"
    return ""


def used(screening: Screening) -> str:
    """The ways by which answers came, in words, in the order of their first use; empty before the first answer."""
    names = dict.fromkeys(NAMES[Modality(a.channel)] for a in screening.answers)
    return listed(tuple(names))


def listed(names: tuple[str, ...]) -> str:
    """Names as a sentence lists them: a, b and c."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def place(screening: Screening, script: Script) -> str:
    """Where someone is, for a recruiter: empty for an agent of one text step."""
    steps, channel = script.steps, channel_of(screening, script)
    if steps == (Modality.SMS,):
        return ""
    name = NAMES[steps[min(screening.step, len(steps) - 1)]]
    by = f", by {NAMES[channel]}" if NAMES[channel] != name else ""
    count = f"step {screening.step + 1} of {len(steps)}: " if len(steps) > 1 else ""
    return f"{count}{name}{by}"
