"""Tokens: what is known of each, found by its fingerprint or by its number."""

from datetime import date, datetime

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from stellenbund.domain.access import Grant
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.token import Token, TokenTerms
from stellenbund.store.tables.tokens import TokenRow


def save_token(session: Session, terms: TokenTerms, *, fingerprint: str) -> Token:
    """Write down that a token with that *fingerprint* was given out on these *terms*."""
    row = TokenRow(
        fingerprint=fingerprint,
        city=terms.grant.city,
        verbs=tuple(sorted(terms.grant.verbs)),
        **terms.model_dump(exclude={"grant"}),
    )
    session.add(row)
    session.flush()
    return _token(row)


def find_token(session: Session, fingerprint: str) -> Token | None:
    """Return the token with that fingerprint, good or not."""
    row = session.exec(select(TokenRow).where(TokenRow.fingerprint == fingerprint)).first()
    return _token(row) if row else None


def hold_token(session: Session, number: int) -> Token:
    """Return a token that nobody else may change until this transaction ends.

    Raises:
        NotFoundError: no token has that number.
    """
    held = select(TokenRow).where(TokenRow.id == number).with_for_update()
    row = session.exec(held).first()
    if row is None:
        raise NotFoundError("token", str(number))
    return _token(row)


def successor_of(session: Session, number: int) -> int | None:
    """Return the number of the token that took the place of another."""
    return session.exec(select(TokenRow.id).where(TokenRow.replaces == number)).first()


def list_tokens(session: Session, city: str | None = None) -> tuple[Token, ...]:
    """Return the tokens of a city, or all of them, by number."""
    rows = select(TokenRow).order_by(col(TokenRow.id))
    if city is not None:
        rows = rows.where(TokenRow.city == city)
    return tuple(map(_token, session.exec(rows)))


def end_token(session: Session, number: int, at: datetime) -> None:
    """Let a token be good until *at* and no longer."""
    session.exec(update(TokenRow).where(col(TokenRow.id) == number).values(expires_at=at))


def mark_revoked(session: Session, number: int, at: datetime) -> None:
    """Write down that a token is good for nothing from *at* on."""
    session.exec(update(TokenRow).where(col(TokenRow.id) == number).values(revoked_at=at))


def mark_used(session: Session, number: int, day: date) -> None:
    """Write down that a token was used on that *day*, unless a later one stands there."""
    is_older = or_(col(TokenRow.last_used_on).is_(None), col(TokenRow.last_used_on) < day)
    mine = update(TokenRow).where(col(TokenRow.id) == number, is_older)
    session.exec(mine.values(last_used_on=day))


def _token(row: TokenRow) -> Token:
    told = row.model_dump(exclude={"fingerprint", "city", "verbs"})
    return Token(grant=Grant(city=row.city, verbs=frozenset(row.verbs)), **told)
