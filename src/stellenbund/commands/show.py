"""show: one opening with the origin of each value and its history."""

from typing import Annotated

import typer

from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import cell, print_json, results, said, table
from stellenbund.commands.surroundings import looking, now
from stellenbund.domain.merge import states
from stellenbund.domain.opening import Fields, Opening, StatusChange
from stellenbund.store.openings import get_opening, opening_history

OpeningId = Annotated[
    str, typer.Argument(metavar="ID", help="The opening's id, as in its address.")
]
_LIFE = (
    "id",
    "city",
    "status",
    "sample",
    "first_seen_at",
    "last_seen_at",
    "content_changed_at",
    "readvertises",
)


def show(opening_id: OpeningId, *, as_json: AsJson = False) -> None:
    """Show one opening: what it states, which source each value comes from, and its history."""
    with looking() as session:
        opening = get_opening(session, opening_id, now())
        history = opening_history(session, opening_id)
    if as_json:
        print_json({"opening": opening, "history": history})
    else:
        _print(opening, history)


def _print(opening: Opening, history: tuple[StatusChange, ...]) -> None:
    fields = table("field", "value", "source")
    for name in _LIFE:
        fields.add_row(name, cell(getattr(opening, name)), "")
    dead = {link.field.value: f" (dead since {link.since:%Y-%m-%d})" for link in opening.dead_links}
    for name in Fields.model_fields:
        if states(opening, name):
            origin = opening.origins.get(name)
            value = said(getattr(opening, name)) + dead.get(name, "")
            fields.add_row(name, cell(value), cell(origin and origin.source))
    steps = table("at", "status", "by", "reason", title="\nHistory")
    for step in history:
        steps.add_row(f"{step.at:%Y-%m-%d %H:%M}", step.status, cell(step.actor), cell(step.reason))
    results().print(fields, steps)
