"""What can be typed behind the slash command: one file per family, one registry."""

from bot.slack.commands import agents, connecting, deciding, health, mapping, people, screenings
from bot.slack.commands.registry import Registry


def all_commands() -> Registry:
    """Every sub-command."""
    families = (connecting, mapping, agents, screenings, deciding, people, health)
    return Registry(command for family in families for command in family.COMMANDS)
