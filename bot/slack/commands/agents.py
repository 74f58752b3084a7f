"""agents, agent, simulate: who asks the questions."""

from bot.slack.authoring import open_editor
from bot.slack.commands.asked import Asked, WrongWords
from bot.slack.commands.registry import Command


async def _agents(asked: Asked) -> None:
    await asked.give(await asked.desk.agents(asked.actor))


async def _agent(asked: Asked) -> None:
    words = asked.words
    if not words.plain:
        return await _agents(asked)
    last, name = words.plain[-1].lower(), words.joined(0, -1)
    if words.joined().lower() == "new" or (name and last in ("edit", "publish")):
        refused = await open_editor(asked.counter, asked.actor, asked.trigger, name)
        return await asked.give(refused) if refused else None
    await asked.give(await asked.desk.agent(asked.actor, words.joined()))


async def _simulate(asked: Asked) -> None:
    name = asked.words.joined()
    if not name:
        raise WrongWords("Name the agent to try out.")
    persona = asked.words.get("persona").lower()
    await asked.give(await asked.desk.simulate(asked.actor, f"{name} persona {persona}" if persona else name))


COMMANDS = (
    Command(name="agents", usage="agents", does="Every agent.", example="agents", run=_agents),
    Command(
        name="agent",
        usage="agent NAME [edit] | agent new",
        does="One agent and its questions; changes it, or writes a new one.",
        example="agent forklift",
        run=_agent,
    ),
    Command(
        name="simulate",
        usage="simulate AGENT [persona=slow]",
        does="Plays an agent in a thread; nothing leaves.",
        example="simulate forklift",
        run=_simulate,
        keys=("persona",),
    ),
)
