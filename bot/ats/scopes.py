"""What we need of Tracker, scope by scope: whether it is there, what is missing in words, and whom to ask with which text."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.ats.errors import closed, meaning
from bot.ats.writing import Writing
from tracker.client import TrackerClient
from tracker.errors import TrackerError, TrackerNotFound
from tracker.older import JOB, PERSON, PLACEMENT
from tracker.strategies import write_scopes

ADMIN: Final = "Ask your Tracker administrator to give the user of our token this right."
KEYS: Final = (
    "Ask Tracker for the older API's key, user name and password, and give them in `connect`; the text is below."
)
TYPE: Final = "Results are written without them. Ask Tracker to set the fields up; the text is below."
SUPPORT: Final = "clientsupport@tracker-rms.com"
TOKEN: Final = "For that an access token is needed as well (`connect help` says where it is)."
SHOWN: Final = (
    ("read jobs", JOB, "No job can be mapped."),
    ("read placements", PLACEMENT, "Nobody who reaches a stage is seen."),
    ("read candidates", PERSON, "Nobody can be texted."),
)
WRITES: Final = {
    "stage moves": ("move a stage", "Advance and Reject cannot move anybody."),
    "activity log": ("write an Activity", "Results cannot be written."),
    "document upload": ("attach a file", "Reports cannot be attached."),
}
KEYS_TEXT: Final = (
    "Hello, we use Greenroom with our Tracker account. Please send us an API key with its API user name and API "
    "password for the Widget API (createActivity, attachDocument, resourceApplication, updateRecord, getRecords), "
    "and switch it on for our account. Thank you."
)
TYPE_TEXT: Final = (
    "Hello, please add an activity type “{type}” to our Tracker account, with the custom fields Overall Score, "
    "Report link, Grading Criteria and Feedback (all text), and send us the customfield ids. Thank you."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoped:
    """One scope; `fine` also where it is missing and nothing of ours depends on it."""

    fine: bool
    words: str


async def examine(client: TrackerClient, writing: Writing) -> list[Scoped]:
    """Every scope, one line each; what reads is read, what writes is looked up, nothing is written."""
    if not client.has_token:
        return await _older_alone(client, writing)
    try:
        await client.jobs.first_page()
    except TrackerError as error:
        return [Scoped(fine=False, words=f"Tracker: {_why(error)}")]
    found = [Scoped(fine=True, words="Tracker: it answers, and takes our token.")]
    found += [await _read(name, attempt, loss) for name, attempt, loss in _reads(client)]
    found.append(await _stages(client))
    found += [_write(*each) for each in await write_scopes(client)]
    older = await _older(client, writing)
    return [*found, *older, *_letters([*found, *older], writing)]


def _reads(client: TrackerClient) -> list[tuple[str, Callable[[], Awaitable[object]], str]]:
    return [
        ("read applications", client.applications.far_page, "Nobody who reaches a stage is seen."),
        ("read candidates", client.candidates.first_page, "Nobody can be texted."),
        (
            "read Activities",
            client.activities.first_page,
            "A result whose writing was interrupted may be written twice.",
        ),
        ("read users", client.metadata.users, ""),
    ]


async def _read(name: str, attempt: Callable[[], Awaitable[object]], loss: str) -> Scoped:
    try:
        await attempt()
    except TrackerError as error:
        if not loss:
            return Scoped(fine=True, words=f"Tracker, {name}: no; Activities belong to the user of our token.")
        return Scoped(fine=False, words=f"Tracker, {name}: {_why(error)} {loss}")
    return Scoped(fine=True, words=f"Tracker, {name}: yes.")


async def _stages(client: TrackerClient) -> Scoped:
    try:
        listed = await client.metadata.listed_statuses()
    except TrackerNotFound:
        return Scoped(fine=True, words="Tracker, read stages: it does not list them; those in use are taken.")
    except TrackerError as error:
        return Scoped(fine=False, words=f"Tracker, read stages: {_why(error)} No job can be mapped.")
    return Scoped(fine=True, words=f"Tracker, read stages: yes, {len(listed)}.")


def _write(name: str, ok: bool, sentence: str) -> Scoped:
    does, loss = WRITES[name]
    return Scoped(fine=ok, words=f"Tracker, {does}: {sentence}." + ("" if ok else f" {loss} {KEYS}"))


async def _older(client: TrackerClient, writing: Writing) -> list[Scoped]:
    """The older API, where its credentials were given."""
    if not client.widget.has_credentials:
        return []
    try:
        await client.widget.check()
        fields = await client.metadata.activity_fields()
    except TrackerError as error:
        return [Scoped(fine=False, words=f"Tracker, older API: {_why(error)}")]
    missing = sorted(
        {"Overall Score", "Report link", "Grading Criteria", "Feedback"} - set(fields) - set(writing.fields)
    )
    said = (
        f"yes, but Activities have no field {', '.join(missing)}. {TYPE}" if missing else "yes, with our custom fields."
    )
    return [Scoped(fine=True, words=f"Tracker, older API: {said}")]


async def _older_alone(client: TrackerClient, writing: Writing) -> list[Scoped]:
    """What an account without an access token can do: what it is shown is read, nothing is written."""
    try:
        await client.widget.check()
    except TrackerError as error:
        return [
            Scoped(fine=False, words=f"Tracker, older API: {_why(error)}"),
            Scoped(fine=True, words=_letter(KEYS_TEXT)),
        ]
    found = [Scoped(fine=True, words="Tracker, older API: it takes our credentials. It is used alone.")]
    found += [await _shown(name, letter, client, loss) for name, letter, loss in SHOWN]
    found += [_write(*each) for each in await write_scopes(client)]
    older = await _older(client, writing)
    return [*found, *older, *_letters([*found, *older], writing)]


async def _shown(name: str, letter: str, client: TrackerClient, loss: str) -> Scoped:
    """One kind of record; of placements also the statuses at which it shows any."""
    try:
        rows = await client.older.some(letter)
    except TrackerError as error:
        said = "it shows none" if isinstance(error, TrackerNotFound) else meaning(error)
        return Scoped(fine=False, words=f"Tracker, {name}: {said}. {loss} {TOKEN}")
    if letter == PERSON and not any(_phone(each) for each in rows):
        return Scoped(fine=False, words=f"Tracker, {name}: yes, but without phone numbers. {loss} {TOKEN}")
    met = sorted({str(each.get("opportunityresourcestatusname") or "") for each in rows} - {""})
    at = f" It shows people at: {', '.join(met[:12])}. Who stands elsewhere is not seen. {TOKEN}" if met else ""
    return Scoped(fine=True, words=f"Tracker, {name}: yes.{at}")


def _phone(record: Mapping[str, object]) -> bool:
    return any(record.get(key) for key in ("mobilephone", "telephone", "homephone"))


def _why(error: TrackerError) -> str:
    if isinstance(error, TrackerNotFound):
        return f"Tracker's REST does not know the call (404), nor does the older API serve for it. {KEYS}"
    said = meaning(error)
    return f"{said}." if closed(error) or "right" in said else f"no ({said}). {ADMIN}"


def _letters(found: Sequence[Scoped], writing: Writing) -> list[Scoped]:
    """The texts to send to Tracker's support, where they are called for."""
    told = " ".join(each.words for each in found)
    letters = [KEYS_TEXT] * (KEYS in told) + [TYPE_TEXT.format(type=writing.activity_type or "SMS Screening")] * (
        TYPE in told
    )
    return [Scoped(fine=True, words=_letter(text)) for text in letters]


def _letter(text: str) -> str:
    return f"Text for {SUPPORT}: “{text}”"
