"""result, recordings, push, reason, letter, optout: what came out, and a number that wants peace."""

import re

from bot.slack.commands.asked import Asked, WrongWords, job_or_none, one_of, the_screening
from bot.slack.commands.mapping import RECORD
from bot.slack.commands.registry import Command

_LINK = re.compile(r"https://[^\s<>|\"]{1,2000}")


async def _result(asked: Asked) -> None:
    link = asked.words.get("link")
    if link and not _LINK.fullmatch(link):
        raise WrongWords("The link is a whole address that begins with https://")
    await asked.give(await asked.desk.result(asked.actor, the_screening(asked.words.at(0)), link))


async def _recordings(asked: Asked) -> None:
    word = asked.words.at(1).lower()
    if word not in ("", "revoke"):
        raise WrongWords("After the screening there may stand `revoke`, and nothing else.")
    await asked.give(await asked.desk.recording_links(asked.actor, the_screening(asked.words.at(0)), word == "revoke"))


async def _push(asked: Asked) -> None:
    named = asked.words.get("as")
    job = one_of("as", named, (*RECORD, "off")) if named else job_or_none(asked.words.at(1))
    await asked.give(await asked.desk.push(asked.actor, the_screening(asked.words.at(0)), job))


async def _letter(asked: Asked) -> None:
    await asked.give(await asked.desk.letter(asked.actor, the_screening(asked.words.at(0))))


async def _reason(asked: Asked) -> None:
    id = the_screening(asked.words.at(0))
    words = asked.words.joined()[len(asked.words.at(0)) :].strip()
    if not words:
        raise WrongWords("Give the reason in words after the screening.")
    await asked.give(await asked.desk.reason(asked.actor, id, words))


async def _optout(asked: Asked) -> None:
    phone = asked.words.joined()
    if sum(letter.isdigit() for letter in phone) < 5:
        raise WrongWords("Give the phone number, and why.")
    await asked.give(await asked.desk.optout(asked.actor, phone, asked.words.get("reason")))


COMMANDS = (
    Command(
        name="result",
        usage="result SCREENING [link=https://…]",
        does="The card again; adds a recording made elsewhere.",
        example="result GR-7K2M4Q link=https://video.example.com/abc",
        run=_result,
        keys=("link",),
    ),
    Command(
        name="recordings",
        usage="recordings SCREENING [revoke]",
        does="Links to its recordings and their use; revoke ends them.",
        example="recordings GR-7K2M4Q revoke",
        run=_recordings,
    ),
    Command(
        name="push",
        usage="push SCREENING [JOB] [as=candidate|contact|lead|job|off]",
        does="Writes a result to Tracker by hand; as= says as what, for this one person, also before it has ended.",
        example="push GR-7K2M4Q",
        run=_push,
        keys=("as",),
    ),
    Command(
        name="reason",
        usage="reason SCREENING WORDS",
        does="Keeps why a decision was made.",
        example="reason GR-7K2M4Q Met at the fair, licence comes in May",
        run=_reason,
    ),
    Command(
        name="letter",
        usage="letter SCREENING",
        does="A letter of explanation for somebody who was not advanced.",
        example="letter GR-7K2M4Q",
        run=_letter,
    ),
    Command(
        name="optout",
        usage="optout PHONE reason=…",
        does="Records that a number wants no texts.",
        example='optout +15005550123 reason="asked by phone"',
        run=_optout,
        keys=("reason",),
    ),
)
