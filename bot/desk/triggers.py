"""What a stage that somebody types or chooses means in Tracker: a status, or every status of a category."""

from bot.ats.shapes import Status, TrackerClient, TrackerNotFound


def trigger_of(text: str, statuses: list[Status]) -> tuple[str, tuple[int, ...]] | None:
    """What a stage names: its words, and the ids that trigger."""
    kind, _, rest = text.partition(":")
    low = text.strip().lower()
    for s in statuses:
        if low == s.name.lower() or (kind == "status" and rest == str(s.id)):
            return (f"{s.group} › {s.name}" if s.group else s.name), (s.id,)
    wanted = rest.strip().lower() if kind == "category" else low
    ids = tuple(s.id for s in statuses if s.group.lower() == wanted and wanted)
    return (f"any status of {next(s.group for s in statuses if s.id == ids[0])}", ids) if ids else None


async def status_by_number(client: TrackerClient, text: str) -> tuple[str, tuple[int, ...]] | None:
    """What a status' number means as a trigger, for a Tracker that lists none of them."""
    found = await status_numbered(client, text)
    return (found.name, (found.id,)) if found else None


async def status_numbered(client: TrackerClient, text: str) -> Status | None:
    """A status by its number alone, for a Tracker that lists none of them: nobody has reached it yet."""
    number = text.strip().lower().removeprefix("status:").strip()
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    try:
        await client.metadata.listed_statuses()
    except TrackerNotFound:
        return Status(id=int(number), name=f"status {int(number)}")
    return None


def status_named(text: str, statuses: list[Status]) -> Status | None:
    """The one status that is named, by its name or as `status:<id>`."""
    name, id = text.strip().strip('"').lower(), text.removeprefix("status:").strip()
    return next((s for s in statuses if s.name.lower() == name or str(s.id) == id), None)
