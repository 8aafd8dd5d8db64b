"""Tokens: they are given out, replaced and revoked, and each of these deeds is in the audit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.access import Caller
from stellenbund.domain.audit import AuditEntry, Deed, Facts
from stellenbund.domain.token import Rotation, Token, TokenSpentError, TokenTerms
from stellenbund.domain.token_text import fingerprint, write_token
from stellenbund.store.audit import log_deed
from stellenbund.store.cities import find_city
from stellenbund.store.tokens import (
    end_token,
    hold_token,
    mark_revoked,
    save_token,
    successor_of,
)


@dataclass(frozen=True, slots=True)
class Issued:
    """A token as it is given out; its *text* is known here and never again."""

    token: Token
    text: str = field(repr=False)


def create_token(
    session: Session, terms: TokenTerms, *, by: Caller, new_secret: Callable[[], int]
) -> Issued:
    """Give out a token on these *terms*.

    Raises:
        NotFoundError: the city of its grant is not known.
    """
    if terms.grant.city is not None:
        find_city(session, terms.grant.city)
    issued = _issue(session, terms, new_secret())
    told: Facts = {
        "name": terms.name,
        "verbs": terms.grant.words,
        "expires_at": terms.expires_at.isoformat(),
    }
    log_deed(session, _entry(issued.token, Deed.TOKEN_CREATED, by, terms.created_at, told))
    return issued


def rotate_token(
    session: Session,
    number: int,
    rotation: Rotation,
    *,
    by: Caller,
    new_secret: Callable[[], int],
) -> Issued:
    """Give out a token that takes the place of another, which goes on for the overlap.

    Raises:
        NotFoundError: no token has that number.
        TokenSpentError: it was revoked or has a successor already.
    """
    old = _held(session, number)
    successor = successor_of(session, number)
    if successor is not None:
        raise TokenSpentError(f"Token {number} was already replaced by token {successor}.")
    end_token(session, number, rotation.end(old))
    issued = _issue(session, rotation.successor(old), new_secret())
    told: Facts = {
        "replaced_by": issued.token.id,
        "ends_at": rotation.end(old).isoformat(),
        "expires_at": issued.token.expires_at.isoformat(),
    }
    log_deed(session, _entry(old, Deed.TOKEN_ROTATED, by, rotation.at, told))
    return issued


def revoke_token(session: Session, number: int, *, by: Caller, at: datetime) -> Token:
    """Let a token be good for nothing from now on.

    Raises:
        NotFoundError: no token has that number.
        TokenSpentError: it was revoked before.
    """
    token = _held(session, number)
    mark_revoked(session, number, at)
    log_deed(session, _entry(token, Deed.TOKEN_REVOKED, by, at, {"name": token.name}))
    return token.model_copy(update={"revoked_at": at})


def _held(session: Session, number: int) -> Token:
    token = hold_token(session, number)
    if token.revoked_at is not None:
        raise TokenSpentError(f"Token {number} was revoked on {token.revoked_at:%Y-%m-%d}.")
    return token


def _issue(session: Session, terms: TokenTerms, secret: int) -> Issued:
    text = write_token(terms.grant.city, secret)
    return Issued(save_token(session, terms, fingerprint=fingerprint(text)), text)


def _entry(token: Token, deed: Deed, by: Caller, at: datetime, told: Facts) -> AuditEntry:
    return AuditEntry(
        at=at,
        actor=by.actor,
        city=token.grant.city,
        deed=deed,
        subject=f"token {token.id}",
        told=told,
    )
