"""audit: who did what, for one city or for all."""

from collections.abc import Sequence
from typing import Annotated

import typer

from stellenbund.commands.environment import load_settings
from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import cell, print_json, results, said, table
from stellenbund.commands.surroundings import declared_cities, known, looking
from stellenbund.domain.audit import AuditQuery, LoggedEntry
from stellenbund.store.audit import list_audit

City = Annotated[str | None, typer.Argument(help="Only the deeds for this city.", metavar="CITY")]
Limit = Annotated[int, typer.Option(help="How many deeds at the most.", min=1, max=1000)]
Before = Annotated[
    int | None, typer.Option(help="Only deeds with a smaller number.", metavar="NUMBER", min=1)
]


def audit(
    city: City = None, *, before: Before = None, limit: Limit = 20, as_json: AsJson = False
) -> None:
    """List who did what, newest first: decisions about runs, tokens given out or revoked.

    Nothing in it is ever changed or removed; the database refuses that.
    """
    with looking() as session:
        entries = list_audit(session, AuditQuery(city=city, before=before, limit=limit))
    if city is not None and not entries:
        known(declared_cities(load_settings()), city)
    if as_json:
        print_json(entries)
    else:
        _print(entries)


def _print(entries: Sequence[LoggedEntry]) -> None:
    drawn = table("deed", "at", "city", "who", "what", "to", "told", numbers=["deed"])
    for entry in entries:
        drawn.add_row(
            str(entry.id),
            f"{entry.at:%Y-%m-%d %H:%M}",
            cell(entry.city),
            cell(entry.actor),
            cell(entry.deed),
            cell(entry.subject),
            cell(said(entry.told)),
        )
    results().print(drawn)
