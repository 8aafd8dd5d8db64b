"""Webhooks: they are set up, replayed, tried out and deleted, and the audit tells of it."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.access import Caller
from stellenbund.domain.audit import AuditEntry, Deed, Facts
from stellenbund.domain.copying import RestartedError
from stellenbund.domain.webhook import (
    MOST_WEBHOOKS,
    TooManyWebhooksError,
    Webhook,
    WebhookTerms,
)
from stellenbund.store.audit import log_deed
from stellenbund.store.changes import first_sequence
from stellenbund.store.cities import hold_city
from stellenbund.store.webhooks import (
    count_webhooks,
    delete_webhook,
    hold_webhook,
    save_webhook,
    update_webhook,
)


def create_webhook(
    session: Session, terms: WebhookTerms, *, by: Caller, new_salt: Callable[[], str]
) -> Webhook:
    """Set up a webhook; the first that it is sent is a ping.

    Raises:
        NotFoundError: its city is not known.
        TooManyWebhooksError: there are as many as there can be.
        RestartedError: a copy of its position can no longer be brought up to date.
    """
    if terms.city is not None:
        hold_city(session, terms.city)
    if count_webhooks(session, terms.city) >= MOST_WEBHOOKS:
        raise TooManyWebhooksError(terms.city)
    _check_position(session, terms.position)
    webhook = save_webhook(session, terms, salt=new_salt())
    told: Facts = {"url": terms.url[:500], "after": terms.position}
    log_deed(session, entry(webhook, Deed.WEBHOOK_CREATED, by.actor, terms.created_at, told))
    return webhook


def replay_webhook(
    session: Session, number: int, position: int, *, by: Caller, at: datetime
) -> Webhook:
    """Let a webhook be told anew what moved after *position*, also one that was disabled.

    Raises:
        NotFoundError: none has that number.
        RestartedError: a copy of *position* can no longer be brought up to date.
    """
    webhook = hold_webhook(session, number).replayed(position)
    _check_position(session, position)
    update_webhook(session, webhook)
    log_deed(session, entry(webhook, Deed.WEBHOOK_REPLAYED, by.actor, at, {"after": position}))
    return webhook


def ping_webhook(session: Session, number: int) -> Webhook:
    """Let a webhook be sent a ping with the next delivery.

    Raises:
        NotFoundError: none has that number.
    """
    webhook = hold_webhook(session, number).model_copy(update={"is_ping_due": True})
    update_webhook(session, webhook)
    return webhook


def end_webhook(session: Session, number: int, *, by: Caller, at: datetime) -> Webhook:
    """Delete a webhook; nothing is sent there any more.

    Raises:
        NotFoundError: none has that number.
    """
    webhook = hold_webhook(session, number)
    delete_webhook(session, number)
    told: Facts = {"url": webhook.url[:500]}
    log_deed(session, entry(webhook, Deed.WEBHOOK_DELETED, by.actor, at, told))
    return webhook


def entry(webhook: Webhook, deed: Deed, actor: str, at: datetime, told: Facts) -> AuditEntry:
    """Return what the audit keeps of a *deed* done to *webhook*."""
    return AuditEntry(
        at=at,
        actor=actor,
        city=webhook.city,
        deed=deed,
        subject=f"webhook {webhook.id}",
        told=told,
    )


def _check_position(session: Session, position: int) -> None:
    begins = first_sequence(session)
    if 0 < position < begins:
        raise RestartedError(position, begins)
