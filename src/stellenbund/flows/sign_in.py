"""Sign-in: a password opens the pages to one browser, for a time."""

from collections.abc import Callable
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from stellenbund.domain.account import (
    Account,
    AccountState,
    Mailbox,
    not_known_here,
    not_recognised,
)
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.password import TooSoonError
from stellenbund.domain.sign_in import SignIn
from stellenbund.domain.token_text import fingerprint
from stellenbund.flows.passwords import Passwords
from stellenbund.store.accounts import find_account, hold_account
from stellenbund.store.database import Database, reading, writing
from stellenbund.store.sign_ins import (
    drop_failures,
    drop_sign_in,
    find_sign_in,
    hold_failures,
    mark_seen,
    save_failures,
    save_sign_in,
)


def sign_in(
    engine: Database,
    email: str,
    password: str,
    *,
    passwords: Passwords,
    clock: Callable[[], datetime],
    new_ticket: Callable[[], str],
) -> str:
    """Return the ticket of a new sign-in.

    Each try counts as failed until it turns out to be right, so that many at once wait in turn.
    Whether an account exists shows neither in the sentence nor in the time that it takes.

    Raises:
        TooSoonError: the wait after the last wrong password is not over.
        AccountRefusedError: address and password do not belong together.
    """
    address = _address(email)
    begin_try(engine, address, clock())
    account, digest = known(engine, address)
    if not passwords.is_right(password, digest) or account is None:
        raise not_recognised()
    return _enter(engine, account, digest, clock(), new_ticket())


def enter(
    engine: Database, account: Account, *, at: datetime, new_ticket: Callable[[], str]
) -> str:
    """Return the ticket of a new sign-in of somebody who has just shown who that is."""
    digest = known(engine, account.email)[1]
    return _enter(engine, account, digest, at, new_ticket())


def enter_by_email(
    engine: Database, email: str, *, at: datetime, new_ticket: Callable[[], str]
) -> str:
    """Return the ticket of a new sign-in of whoever a provider vouches for.

    Raises:
        AccountRefusedError: that address has no account, or none that is open.
    """
    account, digest = known(engine, _address(email))
    if account is None or account.state is not AccountState.ACTIVE:
        raise not_known_here()
    return _enter(engine, account, digest, at, new_ticket())


def sign_in_of(engine: Database, ticket: str, now: datetime) -> SignIn | None:
    """Return the sign-in that a browser's ticket stands for, unless it is over or unknown.

    That it is in use is noted every few minutes, in a transaction of its own.
    """
    name = fingerprint(ticket)
    with reading(engine) as session:
        found = find_sign_in(session, name)
    if found is None or found.is_over(now) or found.account.state is not AccountState.ACTIVE:
        return None
    if found.is_due(now):
        with writing(engine) as session:
            mark_seen(session, name, now)
    return found


def sign_out(engine: Database, ticket: str) -> None:
    """Let a browser's sign-in be over at once."""
    with writing(engine) as session:
        drop_sign_in(session, fingerprint(ticket))


def _address(email: str) -> str:
    """Return an address as it is kept, or as it was typed where it can be nobody's."""
    try:
        return TypeAdapter[str](Mailbox).validate_python(email)
    except ValidationError:
        return email


def begin_try(engine: Database, address: str, now: datetime) -> None:
    """Count a try to say a password as a failed one, until it turns out to be right.

    Raises:
        TooSoonError: the wait after the last wrong one is not over.
    """
    name = fingerprint(address)
    with writing(engine) as session:
        failures = hold_failures(session, name, now)
        if now < failures.free_at:
            raise TooSoonError(failures)
        save_failures(session, failures.after_another(now), fingerprint=name)


def known(engine: Database, address: str) -> tuple[Account | None, str | None]:
    """Return the account with that address and the digest of its password, if there are any."""
    with reading(engine) as session:
        try:
            return find_account(session, address)
        except NotFoundError:
            return None, None


def _enter(
    engine: Database, account: Account, digest: str | None, now: datetime, ticket: str
) -> str:
    """Write a sign-in down, if the password is still the one that was compared."""
    with writing(engine) as session:
        held, present = hold_account(session, account.id)
        if held.state is not AccountState.ACTIVE or present != digest:
            raise not_recognised()
        entered = SignIn(account=held, opened_at=now, seen_at=now)
        save_sign_in(session, entered, fingerprint=fingerprint(ticket))
        drop_failures(session, fingerprint(held.email))
    return ticket
