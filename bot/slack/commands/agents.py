"""agents, agent, simulate: who asks the questions."""

from bot.slack.commands.asked import Asked, WrongWords
from bot.slack.commands.registry import Command
from bot.slack.desk import Authoring, Said
from bot.slack.views.agent import agent_view, fits


async def _agents(asked: Asked) -> None:
    await asked.give(await asked.desk.agents(asked.actor))


async def _agent(asked: Asked) -> None:
    words = asked.words
    if not words.plain:
        return await _agents(asked)
    if isinstance(asked.desk, Authoring) and words.joined().lower() == "new":
        await asked.views.open(asked.trigger, agent_view(asked.actor.channel))
    elif isinstance(asked.desk, Authoring) and len(words.plain) > 1 and words.plain[-1].lower() == "edit":
        await _edit(asked, asked.desk, words.joined(0, -1))
    else:
        await asked.give(await asked.desk.agent(asked.actor, words.joined()))


async def _edit(asked: Asked, desk: Authoring, name: str) -> None:
    script = await desk.agent_script(asked.actor, name)
    if isinstance(script, Said):
        return await asked.give(script)
    if not fits(script):
        return await asked.say("That script is too long for a form in Slack. Edit its file on the server.")
    await asked.views.open(asked.trigger, agent_view(asked.actor.channel, script))


async def _simulate(asked: Asked) -> None:
    name = asked.words.joined()
    if not name:
        raise WrongWords("Name the agent to try out.")
    await asked.give(await asked.desk.simulate(asked.actor, name))


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
        usage="simulate AGENT",
        does="Plays an agent in a thread; nothing leaves.",
        example="simulate forklift",
        run=_simulate,
    ),
)
