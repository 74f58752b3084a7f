"""The registry of sub-commands: finding one, and help made of them."""

import difflib
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from bot.slack.commands.asked import Asked
from bot.slack.text import escape, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One sub-command: how it is typed, what it does, an example, and the work."""

    name: str
    usage: str
    does: str
    example: str
    run: Callable[[Asked], Awaitable[None]]
    keys: tuple[str, ...] = ()


class Registry:
    """Every sub-command by its name."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self._by_name = {command.name: command for command in commands}

    def names(self) -> tuple[str, ...]:
        """Every sub-command's name, help included."""
        return (*self._by_name, "help")

    def find(self, name: str) -> Command | None:
        """The sub-command of that name."""
        return self._by_name.get(name.lower())

    def help(self, slash: str, topic: str = "") -> str:
        """Usage of everything, or of one sub-command with its example."""
        command = self.find(topic)
        if command:
            return f"*{slash} {_usage(command)}*\n{command.does}\nExample: `{escape(f'{slash} {command.example}')}`"
        lines = [f"• `{slash} {_usage(c)}` {c.does}" for c in self._by_name.values()]
        more = f"`{slash} help map` shows one with an example. Candidates need nothing but a phone."
        return "\n".join(["*What you can type*", *lines, f"• `{slash} help` this list", more])

    def unknown(self, slash: str, word: str) -> str:
        """An answer to a word that is no sub-command."""
        near = difflib.get_close_matches(word.lower(), self.names(), n=1, cutoff=0.5)
        hint = f" Did you mean `{slash} {near[0]}`?" if near else ""
        return f"I do not know “{shown(word, 60)}”.{hint} `{slash} help` lists everything."

    def usage(self, slash: str, command: Command, wrong: str) -> str:
        """What is wrong with the arguments, and the right form."""
        return f"{wrong}\nIt goes like this: `{escape(f'{slash} {command.example}')}`"


def _usage(command: Command) -> str:
    return escape(command.usage)
