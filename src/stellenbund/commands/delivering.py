"""Delivering: webhooks are told what moved, as settings and the network of this machine allow."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from stellenbund.api.schemas.messages import write_message
from stellenbund.commands.surroundings import now
from stellenbund.flows.deliver import Carrier
from stellenbund.scraping.addresses import LOOPBACK, PUBLIC
from stellenbund.scraping.sender import open_sender
from stellenbund.settings import Settings


@contextmanager
def carrying(settings: Settings) -> Iterator[Carrier | None]:
    """Open the way to webhooks; there is none where no key is set with which to sign."""
    if settings.webhook_key is None:
        yield None
        return
    door = LOOPBACK if settings.webhooks_here else PUBLIC
    with open_sender(settings.user_agent, door=door) as send:
        yield Carrier(
            key=settings.webhook_key.get_secret_value(),
            write=write_message,
            send=send,
            clock=now,
            stop=Event(),
        )
