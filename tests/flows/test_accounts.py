"""Accounts: invited, accepted and closed, each time with a line in the audit, or not at all."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from stellenbund.domain.access import Verb
from stellenbund.domain.account import (
    INVITATION,
    Account,
    AccountClosedError,
    AccountRefusedError,
    AccountState,
)
from stellenbund.domain.audit import Deed
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.password import PasswordRefusedError
from stellenbund.flows.accounts import close_account
from stellenbund.flows.new_password import accept_invitation, change_password
from stellenbund.flows.sign_in import sign_in, sign_in_of
from stellenbund.store.accounts import list_accounts
from stellenbund.store.database import reading, writing
from tests.builders import NOW
from tests.flows.deciding import CHIEF
from tests.flows.inviting import CHEAP, PASSWORD, accepted, invited, new_ticket
from tests.flows.issuing import audited
from tests.stocking import open_store

EMAIL = "petra@musterstadt.example"
SECOND = "noch vier kleine Rehe"


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    """A database that knows its cities."""
    open_store(engine)
    return engine


def entered(engine: Engine, password: str = PASSWORD) -> str:
    return sign_in(
        engine, EMAIL, password, passwords=CHEAP, clock=lambda: NOW, new_ticket=new_ticket
    )


def known(engine: Engine) -> tuple[Account, ...]:
    with reading(engine) as session:
        return list_accounts(session)


def test_an_invitation_becomes_an_account_with_the_password_its_person_chose(
    stocked: Engine,
) -> None:
    invitation = invited(stocked, "musterstadt", Verb.UPLOAD)
    (account,) = known(stocked)
    assert (account.state, account.grant.words) == (AccountState.INVITED, "read_own, upload")
    accept_invitation(stocked, invitation.ticket, PASSWORD, passwords=CHEAP, clock=lambda: NOW)
    found = sign_in_of(stocked, entered(stocked), NOW)
    assert found is not None
    assert found.account.state is AccountState.ACTIVE
    assert found.account.caller.actor == "Petra Muster (account 1)"


def test_neither_password_nor_link_can_be_read_in_the_database(stocked: Engine) -> None:
    waiting = invited(stocked, email="otto@musterstadt.example")
    accepted(stocked)
    ticket = entered(stocked)
    with reading(stocked) as session:
        rows = [
            str(session.connection().execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608
            for table in ("account", "invitation", "sign_in", "failed_sign_in", "audit")
        ]
    for secret in (PASSWORD, waiting.ticket, ticket):
        assert secret not in "".join(rows)
    assert "$argon2id$" in rows[0]


def test_a_link_works_once_and_in_time(stocked: Engine) -> None:
    invitation = invited(stocked)
    for moment in (NOW, NOW + INVITATION):
        if moment == NOW:
            accept_invitation(
                stocked, invitation.ticket, PASSWORD, passwords=CHEAP, clock=lambda: NOW
            )
        with pytest.raises(AccountRefusedError, match="gilt nicht"):
            accept_invitation(
                stocked, invitation.ticket, PASSWORD, passwords=CHEAP, clock=lambda: NOW
            )
    late = invited(stocked, email="otto@musterstadt.example")
    with pytest.raises(AccountRefusedError, match="älter als 7 Tage"):
        accept_invitation(
            stocked, late.ticket, PASSWORD, passwords=CHEAP, clock=lambda: NOW + INVITATION
        )


def test_a_second_invitation_replaces_the_first_and_signs_out_once_it_is_used(
    stocked: Engine,
) -> None:
    first = invited(stocked)
    accepted(stocked)
    ticket = entered(stocked)
    second = invited(stocked, "neustadt", Verb.DECIDE)
    (account,) = known(stocked)
    assert (account.grant.city, account.grant.words) == ("neustadt", "decide, read_own")
    with pytest.raises(AccountRefusedError):
        accept_invitation(stocked, first.ticket, SECOND, passwords=CHEAP, clock=lambda: NOW)
    assert sign_in_of(stocked, ticket, NOW) is not None
    accept_invitation(stocked, second.ticket, SECOND, passwords=CHEAP, clock=lambda: NOW)
    assert sign_in_of(stocked, ticket, NOW) is None
    with pytest.raises(AccountRefusedError):
        entered(stocked)
    assert entered(stocked, SECOND)


def test_a_refused_password_does_not_use_up_the_invitation(stocked: Engine) -> None:
    invitation = invited(stocked)
    for weak in ("zu kurz", "aaaaaaaaaaaaaaa", "abcdefghijklmnop", "ich bin petra muster"):
        with pytest.raises(PasswordRefusedError):
            accept_invitation(stocked, invitation.ticket, weak, passwords=CHEAP, clock=lambda: NOW)
    accept_invitation(stocked, invitation.ticket, PASSWORD, passwords=CHEAP, clock=lambda: NOW)


def test_a_new_password_needs_the_old_one_and_signs_every_browser_out(stocked: Engine) -> None:
    account = accepted(stocked)
    ticket = entered(stocked)
    with pytest.raises(AccountRefusedError, match="bisherige"):
        change_password(stocked, account, SECOND, SECOND, passwords=CHEAP, clock=lambda: NOW)
    change_password(stocked, account, PASSWORD, SECOND, passwords=CHEAP, clock=lambda: NOW)
    assert sign_in_of(stocked, ticket, NOW) is None
    assert entered(stocked, SECOND)


def test_a_closed_account_is_out_at_once_and_can_be_invited_again(stocked: Engine) -> None:
    accepted(stocked)
    ticket = entered(stocked)
    with writing(stocked) as session:
        close_account(session, EMAIL, by=CHIEF, at=NOW)
    assert sign_in_of(stocked, ticket, NOW) is None
    with pytest.raises(AccountRefusedError):
        entered(stocked)
    with pytest.raises(AccountClosedError), writing(stocked) as session:
        close_account(session, EMAIL, by=CHIEF, at=NOW)
    accepted(stocked, at=NOW + timedelta(days=1))
    assert known(stocked)[0].state is AccountState.ACTIVE


def test_each_deed_is_in_the_audit_and_signing_in_is_none(stocked: Engine) -> None:
    account = accepted(stocked, "musterstadt", Verb.UPLOAD)
    entered(stocked)
    change_password(stocked, account, PASSWORD, SECOND, passwords=CHEAP, clock=lambda: NOW)
    with writing(stocked) as session:
        close_account(session, EMAIL, by=CHIEF, at=NOW)
    entries = audited(stocked, "musterstadt")[::-1]
    assert [(entry.deed, entry.actor) for entry in entries] == [
        (Deed.ACCOUNT_INVITED, CHIEF.actor),
        (Deed.ACCOUNT_ACCEPTED, "Petra Muster (account 1)"),
        (Deed.PASSWORD_CHANGED, "Petra Muster (account 1)"),
        (Deed.ACCOUNT_CLOSED, CHIEF.actor),
    ]
    assert entries[0].told == {"name": "Petra Muster", "verbs": "read_own, upload"}
    assert {entry.subject for entry in entries} == {"account 1"}


def test_nobody_is_invited_for_a_city_that_is_not_known(stocked: Engine) -> None:
    with pytest.raises(NotFoundError):
        invited(stocked, "nirgendwo")
    with pytest.raises(NotFoundError), writing(stocked) as session:
        close_account(session, "niemand@musterstadt.example", by=CHIEF, at=NOW)
    assert known(stocked) == ()
