"""Token: a program's right to act for a city or for the operator, for a time."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, Field

from stellenbund.domain.access import Caller, Grant
from stellenbund.domain.clock import berlin_day
from stellenbund.domain.decision import Actor
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.value import Value

LONGEST, LONGEST_OVERLAP = 400, 90
"""Days: for how long a token can be given, and how long a replaced one can go on beside the new."""


class TokenState(StrEnum):
    """Whether a token still opens anything."""

    ACTIVE = "active"
    EXPIRED = "expired"
    REVOKED = "revoked"


class TokenTerms(Value):
    """What a token is given for: *name* says which program has it, *replaces* an older token."""

    name: Actor
    grant: Grant
    created_at: AwareDatetime
    expires_at: AwareDatetime
    replaces: int | None = None

    @classmethod
    def lasting(cls, days: int, *, name: str, grant: Grant, at: datetime) -> Self:
        """Return the terms of a token that lasts so many *days* from *at*."""
        expires_at = at + timedelta(days=days)
        return cls(name=name, grant=grant, created_at=at, expires_at=expires_at)


class Token(TokenTerms):
    """A token as it is kept: everything but the token itself, which nobody can know again."""

    id: int
    last_used_on: date | None = None
    revoked_at: AwareDatetime | None = None

    def state(self, now: datetime) -> TokenState:
        """Say whether it is good at *now*."""
        if self.revoked_at is not None:
            return TokenState.REVOKED
        return TokenState.ACTIVE if now < self.expires_at else TokenState.EXPIRED

    @property
    def caller(self) -> Caller:
        """Who asks with it."""
        return Caller(name=self.name, grant=self.grant, token=self.id)


class Rotation(Value):
    """When a token is replaced, for how long the new one lasts, and the old one beside it."""

    at: AwareDatetime
    days: Annotated[int, Field(ge=1, le=LONGEST)]
    overlap_days: Annotated[int, Field(ge=0, le=LONGEST_OVERLAP)]

    def successor(self, old: Token) -> TokenTerms:
        """Return the terms of the token that takes the place of *old*."""
        new = TokenTerms.lasting(self.days, name=old.name, grant=old.grant, at=self.at)
        return new.model_copy(update={"replaces": old.id})

    def end(self, old: Token) -> datetime:
        """Return when *old* ends: after the overlap, never later than it would have."""
        return min(old.expires_at, self.at + timedelta(days=self.overlap_days))


class TokenRefusedError(StellenbundError):
    """A token opens nothing; both sentences say why, in English and in German."""

    def __init__(self, detail: str, detail_de: str) -> None:
        """Keep both sentences; the token itself is in neither."""
        super().__init__(detail)
        self.detail = detail
        self.detail_de = detail_de


class TokenSpentError(StellenbundError):
    """A token has been revoked or replaced, so that nothing is left to do with it."""


def mistyped() -> TokenRefusedError:
    """Complain about a token that cannot be one of ours, whatever the database holds."""
    return TokenRefusedError(
        "The token has a typo: its checksum does not fit.",
        "Im Token steckt ein Tippfehler: seine Prüfsumme passt nicht.",
    )


def unknown() -> TokenRefusedError:
    """Complain about a token or key that nobody gave out."""
    return TokenRefusedError("Nobody knows this token.", "Dieses Token kennt hier niemand.")


def spent(token: Token, state: TokenState) -> TokenRefusedError:
    """Complain about a token that was good once."""
    if state is TokenState.REVOKED:
        return TokenRefusedError("The token was revoked.", "Das Token wurde widerrufen.")
    day = berlin_day(token.expires_at)
    return TokenRefusedError(
        f"The token expired on {day:%Y-%m-%d}.", f"Das Token ist am {day:%d.%m.%Y} abgelaufen."
    )
