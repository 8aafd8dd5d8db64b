"""Webhooks: who is told of changes, how far, and who is due."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_
from sqlmodel import Session, col, func, select

from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.webhook import Webhook, WebhookTerms
from stellenbund.store.changes import latest_sequence
from stellenbund.store.tables.webhooks import WebhookRow


def save_webhook(session: Session, terms: WebhookTerms, *, salt: str) -> Webhook:
    """Write down that somebody wants to be told of changes."""
    new = Webhook(id=0, salt=salt, **terms.model_dump())
    row = WebhookRow(**new.model_dump(exclude={"id"}))
    session.add(row)
    session.flush()
    return _webhook(row)


def list_webhooks(session: Session, city: str | None = None) -> tuple[Webhook, ...]:
    """Return the webhooks of a city, or all of them, by number."""
    rows = select(WebhookRow).order_by(col(WebhookRow.id))
    if city is not None:
        rows = rows.where(WebhookRow.city == city)
    return tuple(map(_webhook, session.exec(rows)))


def count_webhooks(session: Session, city: str | None) -> int:
    """Return how many webhooks a city has, or for ``None`` the operator."""
    its = select(func.count()).select_from(WebhookRow).where(col(WebhookRow.city) == city)
    return session.exec(its).one()


def find_webhook(session: Session, number: int) -> Webhook:
    """Return a webhook.

    Raises:
        NotFoundError: none has that number.
    """
    return _found(session.exec(select(WebhookRow).where(WebhookRow.id == number)).first(), number)


def hold_webhook(session: Session, number: int) -> Webhook:
    """Return a webhook that nobody else may change until this transaction ends.

    Raises:
        NotFoundError: none has that number.
    """
    held = select(WebhookRow).where(WebhookRow.id == number).with_for_update()
    return _found(session.exec(held).first(), number)


def due_webhooks(session: Session, now: datetime) -> tuple[int, ...]:
    """Return the numbers of the webhooks that there is something to tell at *now*."""
    due = select(WebhookRow.id).where(_is_due(latest_sequence(session), now))
    return tuple(filter(None, session.exec(due.order_by(col(WebhookRow.id)))))


def claim_webhook(
    session: Session, number: int, *, now: datetime, until: datetime
) -> Webhook | None:
    """Return a webhook that is due, and let nobody else tell it anything before *until*.

    It is due again then if whoever claimed it did not come back.
    """
    due = and_(col(WebhookRow.id) == number, _is_due(latest_sequence(session), now))
    row = session.exec(select(WebhookRow).where(due).with_for_update()).first()
    if row is None:
        return None
    found = _webhook(row)
    row.next_at = until
    session.add(row)
    session.flush()
    return found


def update_webhook(session: Session, webhook: Webhook) -> None:
    """Write how a webhook is now that was held in this transaction."""
    row = session.get_one(WebhookRow, webhook.id)
    session.add(row.sqlmodel_update(webhook.model_dump(exclude={"id"})))
    session.flush()


def delete_webhook(session: Session, number: int) -> None:
    """Forget a webhook."""
    session.exec(delete(WebhookRow).where(col(WebhookRow.id) == number))


def _is_due(latest: int, now: datetime) -> ColumnElement[bool]:
    next_at = col(WebhookRow.next_at)
    return and_(
        col(WebhookRow.disabled_at).is_(None),
        or_(next_at.is_(None), next_at <= now),
        or_(col(WebhookRow.is_ping_due), col(WebhookRow.position) < latest),
    )


def _found(row: WebhookRow | None, number: int) -> Webhook:
    if row is None:
        raise NotFoundError("webhook", str(number))
    return _webhook(row)


def _webhook(row: WebhookRow) -> Webhook:
    return Webhook.model_validate(row.model_dump())
