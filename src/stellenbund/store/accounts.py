"""Accounts: who can sign in, what each may do, and the invitations that are open."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from stellenbund.domain.access import Grant
from stellenbund.domain.account import Account, AccountTerms, Invitation
from stellenbund.domain.errors import NotFoundError
from stellenbund.store.tables.accounts import AccountRow, InvitationRow


def save_account(session: Session, terms: AccountTerms, *, at: datetime) -> Account:
    """Write down that an account has these *terms*: a new one, or one that is there already."""
    row = _row(session, terms.email) or AccountRow(
        email=terms.email, name=terms.name, city=None, verbs=(), created_at=at
    )
    row.name, row.closed_at = terms.name, None
    row.city, row.verbs = terms.grant.city, tuple(sorted(terms.grant.verbs))
    session.add(row)
    session.flush()
    return account_of(row)


def find_account(session: Session, email: str) -> tuple[Account, str | None]:
    """Return the account with that address and the digest of its password, if it has one.

    Raises:
        NotFoundError: nobody has such an account.
    """
    row = _row(session, email)
    if row is None:
        raise NotFoundError("account", email)
    return account_of(row), row.password


def hold_account(session: Session, number: int) -> tuple[Account, str | None]:
    """Return an account that nobody else may change until this transaction ends, and its digest.

    Raises:
        NotFoundError: no account has that number.
    """
    held = select(AccountRow).where(AccountRow.id == number).with_for_update()
    row = session.exec(held).first()
    if row is None:
        raise NotFoundError("account", str(number))
    return account_of(row), row.password


def list_accounts(session: Session, city: str | None = None) -> tuple[Account, ...]:
    """Return the accounts of a city, or all of them, by number."""
    rows = select(AccountRow).order_by(col(AccountRow.id))
    if city is not None:
        rows = rows.where(AccountRow.city == city)
    return tuple(map(account_of, session.exec(rows)))


def set_password(session: Session, number: int, digest: str) -> None:
    """Write down the digest of an account's password."""
    session.exec(update(AccountRow).where(col(AccountRow.id) == number).values(password=digest))


def mark_closed(session: Session, number: int, at: datetime) -> None:
    """Write down that an account is closed from *at* on, and forget its password."""
    closed = update(AccountRow).where(col(AccountRow.id) == number)
    session.exec(closed.values(closed_at=at, password=None))


def save_invitation(session: Session, invitation: Invitation, *, fingerprint: str) -> None:
    """Let *invitation* stand, known by that fingerprint, in place of an older one."""
    session.merge(
        InvitationRow(
            account=invitation.account.id,
            fingerprint=fingerprint,
            expires_at=invitation.expires_at,
        )
    )
    session.flush()


def find_invitation(session: Session, fingerprint: str) -> Invitation | None:
    """Return the open invitation with that fingerprint, in time or not."""
    found = session.exec(
        select(InvitationRow, AccountRow)
        .join(AccountRow, col(AccountRow.id) == col(InvitationRow.account))
        .where(InvitationRow.fingerprint == fingerprint)
    ).first()
    if found is None:
        return None
    row, account = found
    return Invitation(account=account_of(account), expires_at=row.expires_at)


def drop_invitation(session: Session, number: int) -> bool:
    """Let go of the invitation of an account; say whether there was one."""
    gone = session.exec(delete(InvitationRow).where(col(InvitationRow.account) == number))
    return gone.rowcount == 1


def account_of(row: AccountRow) -> Account:
    """Return *row* as a value, without the digest of its password."""
    told = row.model_dump(exclude={"city", "verbs", "password"})
    grant = Grant(city=row.city, verbs=frozenset(row.verbs))
    return Account(grant=grant, has_password=row.password is not None, **told)


def _row(session: Session, email: str) -> AccountRow | None:
    return session.exec(select(AccountRow).where(AccountRow.email == email)).first()
