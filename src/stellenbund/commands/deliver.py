"""deliver: webhooks that are due are told what moved."""

import time
from collections.abc import Sequence
from typing import Annotated

import typer

from stellenbund.commands.delivering import carrying
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.screen import say
from stellenbund.commands.stopping import stopping_cleanly
from stellenbund.commands.surroundings import load_settings, opened
from stellenbund.domain.webhook import WebhookState
from stellenbund.flows.deliver import Attempt, deliver_due
from stellenbund.settings import Settings
from stellenbund.store.database import DATABASE_ERRORS, Database

Watch = Annotated[
    bool, typer.Option("--watch", help="Go on for ever, and look for news every two seconds.")
]

LOOKS_EVERY = 2.0
"""Seconds between two looks for something to deliver."""


def deliver(*, watch: Watch = False) -> None:
    """Tell every webhook that is due what moved since it was last told.

    A message that is not taken is sent again, later each time; after five days without success
    its webhook is disabled. The exit code is 1 if a message was not taken.
    """
    settings = load_settings()
    leaving = "what was not taken is sent again with the next delivery."
    with (
        stopping_cleanly(leaving),
        opened(settings) as engine,
        carrying(settings) as carrier,
    ):
        if carrier is None:
            raise WrongUseError("STELLENBUND_WEBHOOK_KEY: without it no message can be signed.")
        attempts = deliver_due(engine, carrier)
        _tell(attempts)
        while watch:
            time.sleep(LOOKS_EVERY)
            try:
                _tell(deliver_due(engine, carrier))
            except DATABASE_ERRORS:
                say("The database does not answer; trying again.")
    if not all(each.receipt.is_taken for each in attempts):
        raise typer.Exit(1)


def deliver_news(engine: Database, settings: Settings) -> None:
    """Tell the webhooks, where there can be any, what a round has brought."""
    with carrying(settings) as carrier:
        if carrier is not None:
            _tell(deliver_due(engine, carrier))


def _tell(attempts: Sequence[Attempt]) -> None:
    """Say which messages were not taken, and which webhooks were disabled for it."""
    for attempt in attempts:
        webhook, receipt = attempt.webhook, attempt.receipt
        if receipt.is_taken:
            continue
        say(f"Webhook {webhook.id}, {webhook.url}: {receipt.complaint} {_what_next(attempt)}")
    if attempts:
        taken = sum(each.receipt.is_taken for each in attempts)
        say(f"{taken} of {len(attempts)} messages were taken.")


def _what_next(attempt: Attempt) -> str:
    webhook = attempt.webhook
    if webhook.state is WebhookState.DISABLED:
        return "It is disabled now."
    return f"Sent again at {webhook.next_at:%Y-%m-%d %H:%M:%S} UTC." if webhook.next_at else ""
