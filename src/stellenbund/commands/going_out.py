"""Going out: asking the cities' sites as the only process that does."""

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from threading import Event, Thread

from stellenbund.commands.screen import say
from stellenbund.commands.surroundings import now, opened
from stellenbund.domain.lease import Lease
from stellenbund.flows.chance import new_id
from stellenbund.flows.lease import Leaseholder
from stellenbund.settings import Settings
from stellenbund.store.database import DATABASE_ERRORS, Database

LOOKS_AGAIN = 1.0
"""Seconds after which a process that waits for the lease asks for it again."""


def leaseholder(engine: Database, command: str) -> Leaseholder:
    """Return this process as one that may have the lease, under a name that tells what it does.

    The name is by chance in part: two containers may well agree in host and process.
    """
    name = f"{command} (process {os.getpid()} on {socket.gethostname()}, {new_id()})"
    return Leaseholder(engine=engine, name=name, clock=now)


@contextmanager
def going_out(us: Leaseholder) -> Iterator[Event]:
    """Have the lease, once nobody else has it, and give it back in the end.

    The event is set if the lease is lost on the way, as by a machine that slept: another process
    may then ask the same hosts, and whatever is under way has to stop.
    """
    lease = _wait_for_lease(us)
    is_over, is_lost = Event(), Event()
    keeping = Thread(target=_keep, args=(us, lease, is_over, is_lost), name="lease", daemon=True)
    keeping.start()
    try:
        yield is_lost
    finally:
        is_over.set()
        keeping.join()
        with suppress(*DATABASE_ERRORS):  # without a database it ends by itself
            us.give_back()


@contextmanager
def going_out_by_hand(settings: Settings, command: str) -> Iterator[None]:
    """Have the lease for a command that needs no database; without one nobody else has it."""
    with opened(settings) as engine, ExitStack() as out:
        try:
            out.enter_context(going_out(leaseholder(engine, command)))
        except DATABASE_ERRORS:
            say("No database says who else asks the cities' sites just now; going on.")
        yield


def _wait_for_lease(us: Leaseholder) -> Lease:
    """Return the lease once it is ours; say once who has it until then."""
    lease = us.take()
    if lease.holder != us.name:
        until = f"{lease.until:%H:%M:%S} UTC, longer if it goes on"
        say(f"Waiting: {lease.holder} asks the cities' sites until {until}.")
    while lease.holder != us.name:
        Event().wait(LOOKS_AGAIN)
        lease = us.take()
    return lease


def _keep(us: Leaseholder, lease: Lease, is_over: Event, is_lost: Event) -> None:
    """Extend *lease* every third of its length, until the round is over or the lease is lost."""
    ours: Lease | None = lease
    while ours and not is_over.wait(us.length.total_seconds() / 3):
        ours = us.extend(ours)
    if ours is None:
        is_lost.set()
        say("Another process asks the cities' sites by now: this round stops.")
