"""Tokens given out for tests, each with a secret of its own."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from sqlalchemy import Engine

from stellenbund.domain.access import Grant, Verb
from stellenbund.domain.audit import AuditQuery, LoggedEntry
from stellenbund.domain.token import TokenTerms
from stellenbund.flows.tokens import Issued, create_token
from stellenbund.store.audit import list_audit
from stellenbund.store.database import reading, writing
from tests.builders import NOW
from tests.flows.deciding import CHIEF

_NUMBERS = count(4711)


def new_secret() -> int:
    """Return a secret that no other test has."""
    return next(_NUMBERS)


def issued(
    engine: Engine,
    city: str | None,
    *verbs: Verb,
    name: str = "Excel-Makro",
    at: datetime = NOW,
    secret: Callable[[], int] = new_secret,
) -> Issued:
    """Give out a token for a year in a transaction of its own; without verbs it may do all."""
    grant = Grant(city=city, verbs=frozenset(verbs or Verb))
    terms = TokenTerms.lasting(365, name=name, grant=grant, at=at)
    with writing(engine) as session:
        return create_token(session, terms, by=CHIEF, new_secret=secret)


def carried(token: Issued) -> dict[str, str]:
    """Return the header that carries a token."""
    return {"Authorization": f"Bearer {token.text}"}


def audited(engine: Engine, city: str | None = None) -> tuple[LoggedEntry, ...]:
    """Return what stands in the audit of a city, or in all of it, newest first."""
    with reading(engine) as session:
        return list_audit(session, AuditQuery(city=city))
