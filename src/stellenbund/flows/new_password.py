"""New password: chosen with an invitation or with the old one, digested outside any transaction."""

from collections.abc import Callable
from datetime import datetime

from stellenbund.domain.account import Account, AccountRefusedError
from stellenbund.domain.password import chosen_password
from stellenbund.flows.accounts import accept, open_invitation, replace_password
from stellenbund.flows.passwords import Passwords
from stellenbund.flows.sign_in import begin_try, known
from stellenbund.store.database import Database, reading, writing


def accept_invitation(
    engine: Database,
    ticket: str,
    password: str,
    *,
    passwords: Passwords,
    clock: Callable[[], datetime],
) -> Account:
    """Let the person with the invitation *ticket* have that password; her account is returned.

    Raises:
        AccountRefusedError: there is no such invitation any more.
        PasswordRefusedError: the password will not do.
    """
    with reading(engine) as session:
        invited = open_invitation(session, ticket, clock()).account
    digest = passwords.digest(chosen_password(password, invited))
    with writing(engine) as session:
        return accept(session, ticket, digest, at=clock())


def change_password(
    engine: Database,
    account: Account,
    old: str,
    new: str,
    *,
    passwords: Passwords,
    clock: Callable[[], datetime],
) -> None:
    """Let *account* have the password *new* from now on; all browsers are signed out.

    Raises:
        TooSoonError: the wait after the last wrong password is not over.
        AccountRefusedError: *old* is not the password.
        PasswordRefusedError: the new one will not do.
    """
    chosen = chosen_password(new, account)
    begin_try(engine, account.email, clock())
    _, digest = known(engine, account.email)
    if not passwords.is_right(old, digest):
        raise AccountRefusedError("Das bisherige Passwort stimmt nicht. Es gilt weiterhin.")
    fresh = passwords.digest(chosen)
    with writing(engine) as session:
        replace_password(session, account.id, digest, fresh, at=clock())
