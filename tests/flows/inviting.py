"""Accounts for tests: invited and accepted, with digests that cost next to nothing."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from argon2 import PasswordHasher
from sqlalchemy import Engine

from stellenbund.domain.access import Grant, Verb
from stellenbund.domain.account import Account, AccountTerms
from stellenbund.flows.accounts import Invited, invite
from stellenbund.flows.new_password import accept_invitation
from stellenbund.flows.passwords import Passwords
from stellenbund.store.database import writing
from tests.builders import NOW
from tests.flows.deciding import CHIEF

PASSWORD = "vier kleine Rehe rennen"
CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
"""The least that argon2 takes: a test is about what is done with a password."""

_NUMBERS = count(1)


def new_ticket() -> str:
    """Return a ticket that no other test has."""
    return f"ticket-{next(_NUMBERS)}-of-a-test"


def invited(
    engine: Engine,
    city: str | None = "musterstadt",
    *verbs: Verb,
    email: str = "petra@musterstadt.example",
    at: datetime = NOW,
    ticket: Callable[[], str] = new_ticket,
) -> Invited:
    """Invite Petra Muster, who may do everything for the city where no verbs are named."""
    terms = AccountTerms.of(
        email, name="Petra Muster", grant=Grant(city=city, verbs=frozenset(verbs or Verb))
    )
    with writing(engine) as session:
        return invite(session, terms, by=CHIEF, at=at, new_ticket=ticket)


def accepted(
    engine: Engine,
    city: str | None = "musterstadt",
    *verbs: Verb,
    email: str = "petra@musterstadt.example",
    at: datetime = NOW,
) -> Account:
    """Invite Petra Muster and let her choose her password."""
    invitation = invited(engine, city, *verbs, email=email, at=at)
    return accept_invitation(engine, invitation.ticket, PASSWORD, passwords=CHEAP, clock=lambda: at)
