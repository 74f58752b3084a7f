"""`greenroom compliance`: what carriers ask for when a campaign is registered (10DLC), from the texts as they are really sent."""

import sys

from bot.settings import environment, read_brand, read_scripts
from screening.errors import ScriptInvalid
from screening.people import Candidate, Opportunity
from screening.phrases import PHRASES
from screening.screening import Screening
from screening.scripts.reader import read_script
from screening.scripts.script import Script
from screening.understanding.keywords import HELP, START
from screening.wording import opening

STOP_AT_TWILIO = ("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT")
SAMPLE = """format = 1
name = "sample"
title = "Warehouse associate"

[[question]]
key = "nights"
kind = "yes_no"
ask = "Can you work nights?"
"""


def compliance() -> int:
    """Print the pack as Markdown."""
    environ = environment()
    folder, scripts = read_scripts(environ), []
    for path in sorted(folder.glob("*.toml")) if folder else ():
        try:
            scripts.append(read_script(path.read_text(encoding="utf-8")))
        except (ScriptInvalid, OSError, UnicodeDecodeError):
            sys.stderr.write(f"{path.name} is no good script and is left out; `greenroom lint {path}` says why\n")
    sys.stdout.write(pack(read_brand(environ), scripts or [read_script(SAMPLE)]))
    return 0


def pack(brand: str, scripts: list[Script]) -> str:
    """The whole pack; samples are the first texts of these scripts, in every language they have."""
    samples = [_first(script, brand, language) for script in scripts[:5] for language in script.languages]
    stopped, helped = str(PHRASES["en"]["opt_out"]), PHRASES["en"]["help"][0]
    lines = [
        f"# Text messages of {brand}: what carriers ask for",
        "",
        "## Campaign",
        f"{brand}, a staffing agency, texts people who applied for a job, asked to be considered or agreed to be texted, to ask",
        "a few questions about that job. Conversational, low volume, no marketing, no shared lists, no loans, no age-gated content.",
        "Use case: mixed or low volume; recruiting. Links: only to our own address. Phone numbers in texts: none.",
        "",
        "## Opt-in",
        "A person applies to a job, or agrees in a field of the applicant tracking system or to a recruiter. For every person and job",
        "we keep source, words, time and who recorded it. With GREENROOM_CONSENT=explicit an application alone is not enough.",
        "",
        "## Samples",
        *(f"{number}. {sample}" for number, sample in enumerate(dict.fromkeys(samples), 1)),
        "",
        "## Opting out",
        f"Keywords: {', '.join(STOP_AT_TWILIO)}; and any other wording, in English and Spanish. Applies at once, to all jobs.",
        f"Confirmation where Twilio sends none: {stopped.format(brand=brand)}",
        f"Only these take it back: {', '.join(sorted(word.upper() for word in START))}.",
        "",
        "## Help",
        f"Keywords: {', '.join(sorted(word.upper() for word in HELP))}.",
        f"Answer: {helped.format(brand=brand, job='Warehouse associate')}",
        "",
        "## Hours and frequency",
        "Texts that we start: inside GREENROOM_WINDOW in every time zone where the person may be, at most three in 24 hours, one",
        "first text and three reminders per screening. Replies to the person's own text within ten minutes go at any hour.",
        "",
    ]
    return "\n".join(lines)


def _first(script: Script, brand: str, language: str) -> str:
    """The first text as it would be sent, and the question where it is a text of its own."""
    s = Screening(
        id="GR-SAMPLE",
        script=script.hash,
        agent=script.name,
        brand=brand,
        language=language,
        zone="America/New_York",
        began_at=0,
        candidate=Candidate(id=0, first_name="Sam", name="Sam Sample", phone="+15005550001"),
        job=Opportunity(id=0, title=script.title),
    )
    return " / ".join(part for part in opening(script, s, script.questions[0]) if part)
