"""Watch: what a person sees while a round goes on."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from stellenbund.commands.rounds import Tell
from stellenbund.commands.screen import progress
from stellenbund.domain.run import Run


@contextmanager
def watched(sources: int) -> Iterator[Tell]:
    """Show how many of *sources* are done, and a line for each that is."""
    console = progress()
    bar = Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("sources"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=sources)

        def tell(run: Run) -> None:
            bar.console.print(escape(_line(run)), highlight=False, soft_wrap=True)
            bar.advance(task)

        yield tell


def _line(run: Run) -> str:
    """Say in one line how a run ended.

    A reason is a whole sentence and stands under the table, where there is room for it.
    """
    return f"  {run.city} · {run.source}: {run.outcome}, {run.found} found"
