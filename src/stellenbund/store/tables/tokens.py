"""Token: what is kept of a program's right to act, which is not the token itself."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Column, ForeignKey, UniqueConstraint
from sqlmodel import Field

from stellenbund.domain.access import Verb
from stellenbund.store.tables.columns import ASCII, Validated
from stellenbund.store.tables.row import HEX, Row, check, filled, made_of


class TokenRow(Row, table=True):
    """A token, found by its fingerprint; without a city it is the operator's."""

    __tablename__: ClassVar[str] = "token"
    __table_args__ = (
        UniqueConstraint("fingerprint"),
        UniqueConstraint("replaces"),
        made_of("fingerprint", HEX, 64),
        filled("name", 100),
        check("expires_at", "expires_at >= created_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    fingerprint: str
    name: str
    city: str | None = Field(sa_column=Column(ASCII, ForeignKey("city.slug")))
    verbs: tuple[Verb, ...] = Field(sa_column=Column(Validated(tuple[Verb, ...]), nullable=False))
    created_at: datetime
    expires_at: datetime
    last_used_on: date | None = None
    revoked_at: datetime | None = None
    replaces: int | None = Field(default=None, foreign_key="token.id")
