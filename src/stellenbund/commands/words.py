"""Words: the commands of the command line, each imported when somebody uses it.

Reading pages, files and answers takes other libraries each; whoever serves needs few of them.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar, NamedTuple, TypeAlias

import typer
from typer.core import TyperGroup

Context: TypeAlias = Any
Command: TypeAlias = Any
"""Both are click's, which typer keeps to itself."""


class Word(NamedTuple):
    """A command: the module of `stellenbund.commands`, the function in it, and how it is used."""

    module: str
    function: str
    example: str


class Words(TyperGroup):
    """A group of commands that are imported one by one, and all of them for its help only."""

    words: ClassVar[Mapping[str, Word]] = {}

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the names of all commands, and import them: their help is about to be shown."""
        for name in self.words:
            self._load(name)
        return [
            *self.words,
            *(each for each in super().list_commands(ctx) if each not in self.words),
        ]

    def get_command(self, ctx: Context, cmd_name: str) -> Command:
        """Return the command of that name; whoever mistypes one is told which there are."""
        if cmd_name in self.words:
            self._load(cmd_name)
        elif cmd_name not in self.commands:
            self.list_commands(ctx)
        return super().get_command(ctx, cmd_name)

    def _load(self, name: str) -> None:
        if name not in self.commands:
            word = self.words[name]
            function = getattr(import_module(f"stellenbund.commands.{word.module}"), word.function)
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            alone.command(name, epilog=f"Example: {word.example}")(function)
            self.add_command(typer.main.get_command(alone), name)


def group_of(words: Mapping[str, Word]) -> type[Words]:
    """Return the class of a group that has these *words*."""
    return type("Words", (Words,), {"words": words})
