"""Changes: the public log of what moved, numbered in the order of the commits."""

from sqlalchemy import update
from sqlmodel import Session, col, select

from stellenbund.store.tables.changes import CounterRow

CHANGES, REGISTRATIONS = "change", "registration"
"""The two counters: of public changes, and of how often the register was written."""


def latest_sequence(session: Session) -> int:
    """Return the number of the last change; whatever was read at this number is still true."""
    return session.exec(select(CounterRow.value).where(CounterRow.name == CHANGES)).one()


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
