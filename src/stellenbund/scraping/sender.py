"""Sender: posts messages to webhooks, to checked addresses only and within seconds."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from ssl import SSLContext
from urllib.parse import urlsplit

import httpcore

from stellenbund.domain.value import keepable
from stellenbund.domain.webhook import Receipt
from stellenbund.domain.webhook_message import Send, WebhookMessage
from stellenbund.scraping.addresses import PUBLIC, Door, Resolve, resolve
from stellenbund.scraping.connections import CheckedBackend, Deadline
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.failures import ON_THE_WAY

DEADLINE = 15.0
"""Seconds within which a message must be taken, from the first packet to the last."""

_LONGEST = 500
"""Characters of a reason that are kept."""


@contextmanager
def open_sender(
    user_agent: str,
    *,
    door: Door = PUBLIC,
    resolve: Resolve = resolve,
    clock: Callable[[], float] = time.monotonic,
    deadline: float = DEADLINE,
) -> Iterator[Send]:
    """Open the way to webhooks, which several threads may go at once.

    A name is resolved and checked for each message, and connected to is what was checked. No
    redirect is followed, nothing that comes back is read but its status.

    Args:
        user_agent: our honest name, with an address where somebody answers.
        door: which addresses and ports may be connected to.
        resolve: how names become addresses.
        clock: monotonic seconds.
        deadline: seconds within which a message must be taken.
    """
    secure = httpcore.default_ssl_context()

    def send(message: WebhookMessage) -> Receipt:
        running = Deadline(clock)
        running.set(deadline)
        backend = CheckedBackend(door, resolve, running)
        try:
            return _post(message, backend, secure, user_agent)
        except FetchError:
            return _lost("Its name leads to an address that is not public.")
        except httpcore.TimeoutException:
            return _lost(f"It did not answer within {deadline:g} seconds.")
        except (*ON_THE_WAY, OSError) as error:
            return _lost(f"It cannot be reached: {error or type(error).__name__}.")

    yield send


def _post(
    message: WebhookMessage, backend: CheckedBackend, secure: SSLContext, user_agent: str
) -> Receipt:
    """Post *message* over a connection of its own."""
    headers = {
        "host": urlsplit(message.url).netloc,
        "user-agent": user_agent,
        "content-length": str(len(message.body)),
        "connection": "close",
        **message.headers,
    }
    with (
        httpcore.ConnectionPool(ssl_context=secure, network_backend=backend) as pool,
        pool.stream(
            "POST", message.url, headers=list(headers.items()), content=message.body
        ) as reply,
    ):
        return Receipt(status=reply.status, wait=_wait(reply.headers))


def _wait(headers: list[tuple[bytes, bytes]]) -> timedelta | None:
    """Return how long the receiver asks to be left alone, where it says so in seconds."""
    wanted = next((value for name, value in headers if name.lower() == b"retry-after"), b"")
    is_plain = wanted.isdigit() and len(wanted) <= len("86400")
    return timedelta(seconds=int(wanted)) if is_plain else None


def _lost(reason: str) -> Receipt:
    return Receipt(reason=keepable(reason)[:_LONGEST])
