"""webhooks: who is told of changes, and how that goes."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from stellenbund.commands.environment import load_settings
from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import cell, plain, print_json, results, table
from stellenbund.commands.surroundings import declared_cities, known, looking
from stellenbund.domain.webhook import Webhook
from stellenbund.store.webhooks import list_webhooks

City = Annotated[str | None, typer.Argument(help="Only the webhooks of this city.", metavar="CITY")]

_SECRET = ("salt", "series")
"""What is nobody's business."""


def webhooks(city: City = None, *, as_json: AsJson = False) -> None:
    """List the webhooks: where each leads, how far it was told, and why it takes nothing.

    One that takes nothing for five days is disabled; a replay through the API wakes it.
    """
    if city is not None:
        known(declared_cities(load_settings()), city)
    with looking() as session:
        found = list_webhooks(session, city)
    if as_json:
        print_json([_told(webhook) for webhook in found])
    else:
        _print(found)


def _told(webhook: Webhook) -> dict[str, Any]:
    told: dict[str, Any] = plain(webhook.model_dump(exclude=set(_SECRET)))
    return {**told, "state": webhook.state}


def _print(found: Sequence[Webhook]) -> None:
    columns = ("webhook", "for", "url", "state", "told up to", "failing since", "again at", "why")
    drawn = table(*columns, numbers=["webhook", "told up to"])
    for webhook in found:
        drawn.add_row(
            str(webhook.id),
            cell(webhook.city or "all cities"),
            cell(webhook.url),
            cell(webhook.state),
            str(webhook.position),
            f"{webhook.failing_since:%Y-%m-%d %H:%M}" if webhook.failing_since else "",
            f"{webhook.next_at:%Y-%m-%d %H:%M}" if webhook.next_at else "",
            cell(webhook.complaint),
        )
    results().print(drawn)
