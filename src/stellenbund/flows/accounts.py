"""Accounts: people are invited, come in and leave, and each of these deeds is in the audit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.access import Caller
from stellenbund.domain.account import (
    INVITATION,
    Account,
    AccountClosedError,
    AccountRefusedError,
    AccountState,
    AccountTerms,
    Invitation,
    invitation_spent,
)
from stellenbund.domain.audit import AuditEntry, Deed, Facts
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.token_text import fingerprint
from stellenbund.store.accounts import (
    drop_invitation,
    find_account,
    find_invitation,
    hold_account,
    mark_closed,
    save_account,
    save_invitation,
    set_password,
)
from stellenbund.store.audit import log_deed
from stellenbund.store.cities import find_city
from stellenbund.store.sign_ins import drop_sign_ins


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as it is given out; its *ticket* is known here and never again.

    *before* is the account as it was, if its person had one already.
    """

    invitation: Invitation
    ticket: str = field(repr=False)
    before: Account | None = None


def invite(
    session: Session,
    terms: AccountTerms,
    *,
    by: Caller,
    at: datetime,
    new_ticket: Callable[[], str],
) -> Invited:
    """Invite a person, for the first time or again: then the terms are new, and the link too.

    An earlier link is good for nothing from now on. Whoever has a password goes on with it until
    the new link is used. A closed account is opened again by it.

    Raises:
        NotFoundError: the city of the grant is not known.
    """
    if terms.grant.city is not None:
        find_city(session, terms.grant.city)
    before = _known(session, terms.email)
    account, ticket = save_account(session, terms, at=at), new_ticket()
    invitation = Invitation(account=account, expires_at=at + INVITATION)
    save_invitation(session, invitation, fingerprint=fingerprint(ticket))
    told: Facts = {"name": account.name, "verbs": account.grant.words}
    log_deed(session, _entry(account, Deed.ACCOUNT_INVITED, by, at, told))
    return Invited(invitation, ticket, before)


def _known(session: Session, email: str) -> Account | None:
    try:
        return find_account(session, email)[0]
    except NotFoundError:
        return None


def open_invitation(session: Session, ticket: str, now: datetime) -> Invitation:
    """Return the invitation that *ticket* belongs to.

    Raises:
        AccountRefusedError: there is none, or its time is over.
    """
    invitation = find_invitation(session, fingerprint(ticket))
    if invitation is None or now >= invitation.expires_at:
        raise invitation_spent()
    return invitation


def accept(session: Session, ticket: str, digest: str, *, at: datetime) -> Account:
    """Use up an invitation: the password with that *digest* is the account's from now on.

    All browsers that acted as the account are signed out.

    Raises:
        AccountRefusedError: there is no such invitation any more.
    """
    account, _ = hold_account(session, open_invitation(session, ticket, at).account.id)
    if not drop_invitation(session, account.id):
        raise invitation_spent()
    set_password(session, account.id, digest)
    drop_sign_ins(session, account.id)
    log_deed(session, _entry(account, Deed.ACCOUNT_ACCEPTED, account.caller, at, {}))
    return account.model_copy(update={"has_password": True})


def replace_password(
    session: Session, number: int, old: str | None, new: str, *, at: datetime
) -> None:
    """Put the digest *new* in the place of *old*; all browsers are signed out.

    Raises:
        AccountRefusedError: somebody else changed it meanwhile.
    """
    account, present = hold_account(session, number)
    if present is None or present != old:
        raise AccountRefusedError("Das Passwort wurde inzwischen geändert. Bitte neu anmelden.")
    set_password(session, number, new)
    drop_sign_ins(session, number)
    log_deed(session, _entry(account, Deed.PASSWORD_CHANGED, account.caller, at, {}))


def close_account(session: Session, email: str, *, by: Caller, at: datetime) -> Account:
    """Let nobody sign in with an account any more; whoever is in is out.

    Raises:
        NotFoundError: nobody has such an account.
        AccountClosedError: it is closed already.
    """
    found, _ = find_account(session, email)
    account, _ = hold_account(session, found.id)
    if account.state is AccountState.CLOSED:
        raise AccountClosedError(f"The account {email} is closed already.")
    mark_closed(session, account.id, at)
    drop_invitation(session, account.id)
    drop_sign_ins(session, account.id)
    log_deed(session, _entry(account, Deed.ACCOUNT_CLOSED, by, at, {"name": account.name}))
    return account.model_copy(update={"closed_at": at, "has_password": False})


def _entry(account: Account, deed: Deed, by: Caller, at: datetime, told: Facts) -> AuditEntry:
    return AuditEntry(
        at=at,
        actor=by.actor,
        city=account.grant.city,
        deed=deed,
        subject=f"account {account.id}",
        told=told,
    )
