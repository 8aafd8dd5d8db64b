"""Account tables: who can sign in, by which open invitation, with which browsers."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field

from stellenbund.domain.access import Verb
from stellenbund.store.tables.columns import ASCII, Validated
from stellenbund.store.tables.row import HEX, Row, between, check, filled, made_of


class AccountRow(Row, table=True):
    """An account, found by its e-mail address; without a city it is an operator's."""

    __tablename__: ClassVar[str] = "account"
    __table_args__ = (
        UniqueConstraint("email"),
        check("email", "email LIKE '%_@_%' AND length(email) <= 254"),
        filled("name", 100),
        filled("password", 200),
    )

    id: int | None = Field(default=None, primary_key=True)
    email: str
    name: str
    city: str | None = Field(sa_column=Column(ASCII, ForeignKey("city.slug")))
    verbs: tuple[Verb, ...] = Field(sa_column=Column(Validated(tuple[Verb, ...]), nullable=False))
    password: str | None = None
    """Its digest by argon2id, with salt and parameters; nothing until the invitation is used."""
    created_at: datetime
    closed_at: datetime | None = None


class InvitationRow(Row, table=True):
    """The one invitation of an account that is still open."""

    __tablename__: ClassVar[str] = "invitation"
    __table_args__ = (UniqueConstraint("fingerprint"), made_of("fingerprint", HEX, 64))

    account: int = Field(primary_key=True, foreign_key="account.id")
    fingerprint: str
    expires_at: datetime


class SignInRow(Row, table=True):
    """A browser that signed in; no address of a machine, and not which browser it is."""

    __tablename__: ClassVar[str] = "sign_in"
    __table_args__ = (
        Index(None, "account"),
        made_of("fingerprint", HEX, 64),
        check("seen_at", "seen_at >= opened_at"),
    )

    fingerprint: str = Field(primary_key=True)
    account: int = Field(foreign_key="account.id")
    opened_at: datetime
    seen_at: datetime


class FailuresRow(Row, table=True):
    """How often somebody failed to sign in under an address that may be nobody's."""

    __tablename__: ClassVar[str] = "failed_sign_in"
    __table_args__ = (made_of("fingerprint", HEX, 64), between("count", 0, 1_000_000_000))

    fingerprint: str = Field(primary_key=True)
    """Of the e-mail address: what people mistype is kept from reading."""
    count: int
    last_at: datetime
