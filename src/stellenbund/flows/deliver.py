"""Deliver: every webhook that is due is told what moved since it was last told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from threading import Event

from stellenbund.domain.audit import Deed, Facts
from stellenbund.domain.copying import Portion, RestartedError
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.webhook import Receipt, Webhook
from stellenbund.domain.webhook_message import Outdated, Ping, Said, Send, secret_of, signed
from stellenbund.flows.webhooks import entry
from stellenbund.store.audit import log_deed
from stellenbund.store.copies import changed_after
from stellenbund.store.database import Database, reading, writing
from stellenbund.store.webhooks import (
    claim_webhook,
    due_webhooks,
    hold_webhook,
    update_webhook,
)

ACTOR = "delivery"

SIDE_BY_SIDE = 8
"""How many webhooks are told at once; one that does not answer holds up no other."""

AT_ONCE = 50
"""How many openings one message tells of at the most."""

MOST_MESSAGES = 200
"""How many messages one webhook is sent in a round; the rest follows in the next."""

CLAIM = timedelta(minutes=2)
"""For how long a webhook is nobody else's: longer than any message may take."""

Write = Callable[[Said], bytes]
"""How the body of a message is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """What delivering takes: the service's *key*, how messages are written and sent, the clock.

    With *stop* set, no further message is begun.
    """

    key: str
    write: Write
    send: Send
    clock: Callable[[], datetime]
    stop: Event = field(default_factory=Event)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One message that was sent: what came back, and how the webhook is since."""

    webhook: Webhook
    receipt: Receipt


def deliver_due(engine: Database, carrier: Carrier) -> tuple[Attempt, ...]:
    """Tell all webhooks that are due, side by side, and return what was sent.

    A message may arrive twice: whoever took it may not have been able to say so.
    """
    with reading(engine) as session:
        due = due_webhooks(session, carrier.clock())
    with ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="webhook") as pool:
        told = [pool.submit(_tell, engine, number, carrier) for number in due]
        try:
            return tuple(attempt for each in told for attempt in each.result())
        except (KeyboardInterrupt, SystemExit):
            carrier.stop.set()
            raise


def _tell(engine: Database, number: int, carrier: Carrier) -> list[Attempt]:
    """Send one message after the other, until the webhook is up to date or does not take one.

    It is claimed for each, so that no two processes tell it things in the wrong order; nothing is
    sent within a transaction.
    """
    attempts: list[Attempt] = []
    while len(attempts) < MOST_MESSAGES and not carrier.stop.is_set():
        now = carrier.clock()
        with writing(engine) as session:
            webhook = claim_webhook(session, number, now=now, until=now + CLAIM)
        if webhook is None:
            break
        said = _what_to_say(engine, webhook)
        if isinstance(said, Portion) and not said.items:
            _settle(engine, webhook, partial(Webhook.skipped, position=said.next))
        else:
            attempts.append(_say(engine, webhook, said, carrier))
    return attempts


def _what_to_say(engine: Database, webhook: Webhook) -> Said:
    if webhook.is_ping_due:
        return Ping()
    try:
        with reading(engine) as session:
            return changed_after(session, webhook.position, limit=AT_ONCE, city=webhook.city)
    except RestartedError as error:
        return Outdated(begins=error.begins)


def _say(engine: Database, webhook: Webhook, said: Said, carrier: Carrier) -> Attempt:
    secret, now = secret_of(webhook, carrier.key), carrier.clock()
    receipt = carrier.send(signed(webhook, carrier.write(said), secret=secret, at=now))

    def after(it: Webhook) -> Webhook:
        now = carrier.clock()
        return _taken(it, said, now) if receipt.is_taken else it.failed(receipt, now)

    return Attempt(_settle(engine, webhook, after), receipt)


def _taken(webhook: Webhook, said: Said, now: datetime) -> Webhook:
    """Return *webhook* as it is once it took what was *said*."""
    match said:
        case Ping():
            return webhook.pinged(now)
        case Outdated():
            return webhook.told(said.begins, now)
        case Portion():
            return webhook.told(said.next, now)


def _settle(engine: Database, claimed: Webhook, after: Callable[[Webhook], Webhook]) -> Webhook:
    """Write what became of a webhook; one that was replayed meanwhile begins where it was told to.

    One that was deleted meanwhile stays so.
    """
    with writing(engine) as session:
        try:
            held = hold_webhook(session, claimed.id)
        except NotFoundError:
            return claimed
        webhook = after(held) if held.series == claimed.series else held.released()
        update_webhook(session, webhook)
        if webhook.disabled_at is not None:
            told: Facts = {"reason": str(webhook.complaint), "url": webhook.url[:500]}
            at = webhook.disabled_at
            log_deed(session, entry(webhook, Deed.WEBHOOK_DISABLED, ACTOR, at, told))
        return webhook
