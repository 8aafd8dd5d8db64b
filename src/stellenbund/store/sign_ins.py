"""Sign-ins: which browsers act as which accounts, and how often signing in failed."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from stellenbund.domain.password import FORGOTTEN, Failures
from stellenbund.domain.sign_in import LONGEST, SignIn
from stellenbund.store.accounts import account_of
from stellenbund.store.tables.accounts import AccountRow, FailuresRow, SignInRow

_INSERTS: Mapping[str, Callable[[type[FailuresRow]], postgresql.Insert | sqlite.Insert]] = {
    "postgresql": postgresql.insert,
    "sqlite": sqlite.insert,
}
"""Both databases can insert a row or hold the one that is there, each in its own name."""


def save_sign_in(session: Session, sign_in: SignIn, *, fingerprint: str) -> None:
    """Write down a sign-in, known by that fingerprint, and forget those that are long over."""
    over = sign_in.opened_at - LONGEST
    session.exec(delete(SignInRow).where(col(SignInRow.opened_at) < over))
    session.add(
        SignInRow(
            fingerprint=fingerprint,
            account=sign_in.account.id,
            opened_at=sign_in.opened_at,
            seen_at=sign_in.seen_at,
        )
    )
    session.flush()


def find_sign_in(session: Session, fingerprint: str) -> SignIn | None:
    """Return the sign-in with that fingerprint, over or not."""
    found = session.exec(
        select(SignInRow, AccountRow)
        .join(AccountRow, col(AccountRow.id) == col(SignInRow.account))
        .where(SignInRow.fingerprint == fingerprint)
    ).first()
    if found is None:
        return None
    row, account = found
    return SignIn(account=account_of(account), opened_at=row.opened_at, seen_at=row.seen_at)


def mark_seen(session: Session, fingerprint: str, at: datetime) -> None:
    """Write down that a sign-in is in use, unless a later moment stands there."""
    mine = (col(SignInRow.fingerprint) == fingerprint, col(SignInRow.seen_at) < at)
    session.exec(update(SignInRow).where(*mine).values(seen_at=at))


def drop_sign_in(session: Session, fingerprint: str) -> None:
    """Let the sign-in with that fingerprint be over."""
    session.exec(delete(SignInRow).where(col(SignInRow.fingerprint) == fingerprint))


def drop_sign_ins(session: Session, account: int) -> None:
    """Let every sign-in of an account be over."""
    session.exec(delete(SignInRow).where(col(SignInRow.account) == account))


def hold_failures(session: Session, fingerprint: str, now: datetime) -> Failures:
    """Return how often signing in failed so far; nobody else may try until this transaction ends.

    It is one statement, so that of two who try at once the second waits for the first.
    """
    session.exec(delete(FailuresRow).where(col(FailuresRow.last_at) < now - FORGOTTEN))
    insert = _INSERTS[session.get_bind().dialect.name]
    row = insert(FailuresRow).values(fingerprint=fingerprint, count=0, last_at=now)
    held = row.on_conflict_do_update(
        index_elements=["fingerprint"], set_={"fingerprint": fingerprint}
    ).returning(col(FailuresRow.count), col(FailuresRow.last_at))
    count, last_at = session.execute(held).one()
    return Failures(count=count, last_at=last_at)


def save_failures(session: Session, failures: Failures, *, fingerprint: str) -> None:
    """Write down how often signing in failed."""
    mine = update(FailuresRow).where(col(FailuresRow.fingerprint) == fingerprint)
    session.exec(mine.values(**failures.model_dump()))


def drop_failures(session: Session, fingerprint: str) -> None:
    """Forget the failures under an address: its person is in."""
    session.exec(delete(FailuresRow).where(col(FailuresRow.fingerprint) == fingerprint))
