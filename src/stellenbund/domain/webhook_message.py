"""Webhook message: what is posted to a webhook, signed as the Standard Webhooks have it."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from stellenbund.domain.copying import Portion
from stellenbund.domain.value import Value
from stellenbund.domain.webhook import Receipt, Webhook

PREFIX = "whsec_"
"""How a secret begins, so that scanners find it."""


class Ping(Value):
    """Nothing has to be told; it is tried out whether a message arrives."""


class Outdated(Value):
    """The copy can no longer be brought up to date; a new one begins with a snapshot."""

    begins: int


Said = Portion | Outdated | Ping
"""What a message can say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookMessage:
    """A body with the header lines that say from whom it is."""

    url: str
    headers: Mapping[str, str]
    body: bytes


Send = Callable[[WebhookMessage], Receipt]
"""How a message is posted: a receipt comes back whatever happens."""


def secret_of(webhook: Webhook, key: str) -> bytes:
    """Return the secret with which messages to *webhook* are signed.

    It is computed from the service's *key* and from what is kept of the webhook, so that the
    database, or a backup of it, is not enough to sign anything.
    """
    return hmac.digest(key.encode(), b"webhook " + webhook.salt.encode(), hashlib.sha256)


def write_secret(secret: bytes) -> str:
    """Return *secret* as its owner keeps it.

    >>> write_secret(b"stellenbund")
    'whsec_c3RlbGxlbmJ1bmQ='
    """
    return PREFIX + base64.b64encode(secret).decode()


def signed(webhook: Webhook, body: bytes, *, secret: bytes, at: datetime) -> WebhookMessage:
    """Return the message that carries *body* to *webhook*.

    Its id is a digest of what it says: the same message has the same id when it is repeated, and
    another one when something else is to be said, or when a replay says the same on purpose.
    """
    told = f"{webhook.id}.{webhook.series}.".encode() + body
    name = f"msg_{hashlib.sha256(told).hexdigest()[:32]}"
    moment = str(int(at.timestamp()))
    headers = {
        "content-type": "application/json",
        "webhook-id": name,
        "webhook-timestamp": moment,
        "webhook-signature": sign(f"{name}.{moment}.".encode() + body, secret),
    }
    return WebhookMessage(url=webhook.url, headers=headers, body=body)


def sign(said: bytes, secret: bytes) -> str:
    """Return the signature of a message: of its id, its moment and its body, joined by points."""
    digest = hmac.digest(secret, said, hashlib.sha256)
    return f"v1,{base64.b64encode(digest).decode()}"
