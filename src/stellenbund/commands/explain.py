"""explain: what a normaliser makes of a text, and by which rule."""

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from stellenbund.commands.explanations import Context, Explanation, Sort, explained
from stellenbund.commands.options import AsJson, Today
from stellenbund.commands.screen import cell, print_json_line, results, said, table
from stellenbund.commands.surroundings import now
from stellenbund.domain.clock import berlin_day
from stellenbund.domain.source import Scope

What = Annotated[Sort, typer.Argument(help="What sort of text it is.")]
Texts = Annotated[list[str], typer.Argument(metavar="TEXT…", help="Texts; - reads lines.")]
ScopeOption = Annotated[
    Scope,
    typer.Option(help="For titles: what the source publishes; mixed lets nothing but words count."),
]
Section = Annotated[
    str | None, typer.Option(help="For titles: the heading under which they stand.")
]


def explain(
    what: What,
    texts: Texts,
    *,
    today: Today = None,
    scope: ScopeOption = Scope.MIXED,
    section: Section = None,
    as_json: AsJson = False,
) -> None:
    """Show what a normaliser makes of each text, and by which rule.

    With --json, one line of JSON per text. A text that cannot be read is explained too: its
    "error" is the rule that refused it.
    """
    day = today.date() if today else berlin_day(now())
    context = Context(today=day, scope=scope, section=section)
    for text in _lines(texts):
        explanation = explained(what, text, context)
        if as_json:
            print_json_line(explanation)
        else:
            _print(explanation)


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts; a dash stands for the lines of the standard input."""
    for text in texts:
        if text == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield text


def _print(explanation: Explanation) -> None:
    shown = table("", "", title=f"“{explanation['text']}”")
    shown.show_header = False
    for name, value in explanation.items():
        if name != "text" and value not in (None, [], {}):
            shown.add_row(f"  {name}", cell(said(value)))
    results().print(shown, "")
