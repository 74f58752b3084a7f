"""App Home: how things stand, what to do next."""

import asyncio

from bot.slack import blocks as b
from bot.slack.counter import Counter
from bot.slack.desk import Actor
from bot.slack.text import pages


async def show_home(counter: Counter, actor: Actor) -> None:
    """Publishes the person's Home."""
    if not await counter.desk.connected():
        return await counter.views.publish(actor.user, before_connecting(counter.slash, admin=actor.admin))
    status, mapped = await asyncio.gather(counter.desk.status(actor), counter.desk.mappings(actor))
    await counter.views.publish(actor.user, connected_home(counter.slash, status.text, mapped.text, admin=actor.admin))


def before_connecting(slash: str, *, admin: bool) -> b.Block:
    """Home while Tracker is not connected."""
    does = "Greenroom texts candidates when they reach a stage in Tracker, asks your questions, and brings the answers here."
    if admin:
        steps = [b.actions([b.button("Connect Tracker", "home_connect", "home", style="primary")])]
    else:
        steps = [b.section("An admin connects Tracker first. Then map a job, and the rest is automatic.")]
    return b.home([b.header("Welcome to Greenroom"), b.section(does), *steps, *_foot(slash)])


def connected_home(slash: str, status: str, mapped: str, *, admin: bool) -> b.Block:
    """Home while everything runs."""
    row = [b.button("Map a job", "home_map", "home", style="primary")]
    if admin:
        row.append(b.button("Replace the connection", "home_connect", "home"))
    made = [
        b.header("Greenroom"),
        b.actions(row),
        *_parts(status),
        b.divider(),
        b.section("*Mappings*"),
        *_parts(mapped),
    ]
    return b.home([*made[:96], *_foot(slash)])


def _parts(text: str) -> list[b.Block]:
    return [b.section(page) for page in pages(text, limit=2900, most=40)]


def _foot(slash: str) -> list[b.Block]:
    return [
        b.divider(),
        b.context(f"`{slash} help` lists everything you can type. A person decides; Greenroom rejects nobody."),
    ]
