"""deliver: what is due goes out – messages to webhooks, letters to people."""

import time
from collections.abc import Sequence
from typing import Annotated

import typer

from stellenbund.commands.delivering import carrying
from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.letters import posting, send_letters
from stellenbund.commands.screen import say
from stellenbund.commands.stopping import stopping_cleanly
from stellenbund.commands.surroundings import opened
from stellenbund.domain.webhook import WebhookState
from stellenbund.flows.deliver import Attempt, Carrier, deliver_due
from stellenbund.settings import Settings
from stellenbund.store.database import DATABASE_ERRORS, Database

Watch = Annotated[
    bool, typer.Option("--watch", help="Go on for ever, and look for news every two seconds.")
]

LOOKS_EVERY = 2.0
"""Seconds between two looks for something to deliver."""


def deliver(*, watch: Watch = False) -> None:
    """Tell every webhook that is due what moved since it was last told, and send letters.

    A message that is not taken is sent again, later each time; after five days without success
    its webhook is disabled. A letter is given up after six tries. The exit code is 1 if a message
    or a letter was not taken.
    """
    settings = load_settings()
    leaving = "what was not taken is sent again with the next delivery."
    with (
        stopping_cleanly(leaving),
        opened(settings) as engine,
        carrying(settings) as carrier,
    ):
        if carrier is None and posting(settings) is None:
            raise WrongUseError(
                "STELLENBUND_WEBHOOK_KEY: without it no message can be signed; and no letter is "
                "sent without STELLENBUND_MAIL_SENDER and STELLENBUND_SMTP_URL."
            )
        is_well = _go_round(engine, settings, carrier)
        while watch:
            time.sleep(LOOKS_EVERY)
            try:
                _go_round(engine, settings, carrier)
            except DATABASE_ERRORS:
                say("The database does not answer; trying again.")
    if not is_well:
        raise typer.Exit(1)


def deliver_news(engine: Database, settings: Settings) -> None:
    """Tell the webhooks, where there can be any, what a round has brought, and send letters."""
    with carrying(settings) as carrier:
        _go_round(engine, settings, carrier)


def _go_round(engine: Database, settings: Settings, carrier: Carrier | None) -> bool:
    """Let everything go out that is due, and say whether all of it was taken."""
    attempts = () if carrier is None else deliver_due(engine, carrier)
    _tell(attempts)
    are_sent = send_letters(engine, settings)
    return are_sent and all(each.receipt.is_taken for each in attempts)


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
