"""Changes: the public log of what moved, numbered in the order of the commits."""

from sqlalchemy import update
from sqlmodel import Session, col, select

from stellenbund.store.tables.changes import CounterRow

CHANGES, REGISTRATIONS, BEGINNING = "change", "registration", "beginning"
"""The counters: of public changes, of how often the register was written, and where copies of
today can have begun at the earliest."""

LEAP = 1_000_000
"""By how much the sequence leaps: more changes than a lost database can have told of."""


def latest_sequence(session: Session) -> int:
    """Return the number of the last change; whatever was read at this number is still true."""
    return session.exec(select(CounterRow.value).where(CounterRow.name == CHANGES)).one()


def first_sequence(session: Session) -> int:
    """Return the number from which on a copy can be brought up to date; before it, it is stale."""
    return session.exec(select(CounterRow.value).where(CounterRow.name == BEGINNING)).one()


def restart_sequence(session: Session) -> int:
    """Let every copy of before this transaction be stale; return where the new ones begin.

    The sequence leaps ahead, beyond every number that a database told of which is now restored
    from a backup: such a number would else be given out a second time, with another meaning.
    """
    _raise(session, CHANGES, LEAP)
    begins = latest_sequence(session)
    counter = update(CounterRow).where(col(CounterRow.name) == BEGINNING)
    session.exec(counter.values(value=begins))
    return begins


def take_numbers(session: Session, count: int) -> range:
    """Return the next *count* sequence numbers.

    The counter stays held until this transaction ends, so that a smaller number can never
    become visible after a larger one.
    """
    _raise(session, CHANGES, count)
    last = latest_sequence(session)
    return range(last - count + 1, last + 1)


def hold_register(session: Session) -> None:
    """Let nobody else write cities, sources and professions until this transaction ends."""
    _raise(session, REGISTRATIONS, 1)


def _raise(session: Session, name: str, count: int) -> None:
    counter = update(CounterRow).where(col(CounterRow.name) == name)
    session.exec(counter.values(value=CounterRow.value + count))
