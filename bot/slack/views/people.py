"""The list modal: a CSV file of people for a mapped job."""

from typing import Any

from bot.slack import blocks as b
from bot.slack.text import shown


def people_view(channel: str, job: str) -> b.Block:
    """A place for one file."""
    element = {"type": "file_input", "action_id": "file", "filetypes": ["csv", "text", "tsv"], "max_files": 1}
    words = "`import template` sends you an example. Nothing happens before you have seen what is in the file."
    hint = "CSV, at most 500 people. First name, last name and mobile; or a Tracker id. Exports of Tracker will do."
    made = [b.section(f"People for job {shown(job, 12)}. {words}"), b.field("List", element, hint=hint)]
    return b.modal("people", "A list of people", made, submit="Look at it", kept=f"{channel}|{job}")


def place_and_job(view: dict[str, Any]) -> tuple[str, str]:
    """Where the modal was opened, and for which job; from outside, so nothing about it is trusted."""
    channel, _, job = str(view.get("private_metadata") or "").partition("|")
    return channel[:40], job[:12]
