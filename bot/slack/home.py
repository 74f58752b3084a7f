"""App Home: what needs mending, every mapped job with its funnel, what to do next."""

from collections.abc import Iterator

from bot.slack import blocks as b
from bot.slack.counter import Counter
from bot.slack.desk import Actor, HomePage, JobFunnel, Trouble
from bot.slack.text import shown

MOST_TROUBLES = 8
MOST_JOBS = 20  # of one page


async def show_home(counter: Counter, actor: Actor, page: int = 0) -> None:
    """Publishes the person's Home."""
    found = await counter.desk.home(actor, page)
    view = (
        home_view(counter.slash, found, admin=actor.admin) if found.connected else before(counter.slash, found, actor)
    )
    await counter.views.publish(actor.user, view)


def before(slash: str, found: HomePage, actor: Actor) -> b.Block:
    """Home while Tracker is not connected."""
    does = "Greenroom texts candidates when they reach a stage in Tracker, asks your questions, and brings the answers here."
    if actor.admin:
        steps = [b.actions([b.button("Connect Tracker", "home_connect", "home", style="primary")])]
    else:
        steps = [b.section("An admin connects Tracker first. Then map a job, and the rest is automatic.")]
    return b.home([b.header("Welcome to Greenroom"), b.section(does), *steps, *_foot(slash, found)])


def home_view(slash: str, found: HomePage, *, admin: bool) -> b.Block:
    """Home while everything runs: what needs mending first, then jobs in pages."""
    row = [b.button("Map a job", "home_map", "home", style="primary"), b.button("Import jobs", "home_import", "home")]
    if admin:
        row.append(b.button("Replace the connection", "home_connect", "home"))
    made = [b.header("Greenroom"), b.actions(row), b.section(found.summary or "-"), *_troubles(found), b.divider()]
    if not found.jobs:
        made.append(b.section("No job is mapped yet. Map one, and whoever reaches its stage is texted."))
    made += [_job(job) for job in found.jobs[:MOST_JOBS]]
    return b.home([*made, *_pages(found), *_foot(slash, found)])


def _troubles(found: HomePage) -> Iterator[b.Block]:
    for number, trouble in enumerate(found.troubles[:MOST_TROUBLES]):
        yield b.section(f"*To mend* · {trouble.text}", _mending(number, trouble))


def _mending(number: int, trouble: Trouble) -> b.Block | None:
    return b.button(trouble.label, trouble.action, str(number)) if trouble.action else None


def _job(job: JobFunnel) -> b.Block:
    paused = " · *paused*" if job.paused else ""
    head = f"*{job.job} {shown(job.title, 120)}* → {shown(job.agent, 60)}, {shown(job.trigger, 100)}{paused}"
    funnel = (
        f"{job.texted} texted · {job.answering} answering · {job.completed} completed · {job.advanced} advanced"
        f" · *{job.waiting} waiting for a decision*"
    )
    stalled = f" · {job.stalled} without a reply for two days" if job.stalled else ""
    return b.section(f"{head}\n{funnel}{stalled}", b.button("Candidates", f"home_job_{job.job}", str(job.job)))


def _pages(found: HomePage) -> Iterator[b.Block]:
    row = [b.button("Previous jobs", "home_before", str(found.page - 1))] if found.page > 0 else []
    row += [b.button("More jobs", "home_after", str(found.page + 1))] if found.page + 1 < found.pages else []
    if row:
        yield b.actions(row)
        yield b.context(f"Page {found.page + 1} of {found.pages}")


def _foot(slash: str, found: HomePage) -> list[b.Block]:
    version = f" Greenroom {found.version}." if found.version else ""
    words = f"`{slash} help` lists everything you can type. A person decides; Greenroom rejects nobody.{version}"
    return [b.divider(), b.context(words)]
