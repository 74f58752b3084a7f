"""The import modal: which active jobs get a drafted agent."""

from bot.slack import blocks as b


def import_view(channel: str) -> b.Block:
    """The form; jobs are searched while typing."""
    return b.modal(
        "import",
        "Import jobs",
        [
            b.section(
                "Each chosen job gets a drafted agent. Nobody is texted before you publish it and choose a stage."
            ),
            b.field("Jobs", b.external("jobs", placeholder="Active jobs without a mapping", several=True)),
        ],
        submit="Import",
        kept=channel,
    )
