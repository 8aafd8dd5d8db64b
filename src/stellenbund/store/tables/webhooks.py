"""Webhook: an address that is told of changes, how far it was told and how that went."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Column, ForeignKey
from sqlmodel import Field

from stellenbund.store.tables.columns import ASCII
from stellenbund.store.tables.row import HEX, Row, check, filled, made_of


class WebhookRow(Row, table=True):
    """A webhook; without a city it is the operator's. Its secret is not kept."""

    __tablename__: ClassVar[str] = "webhook"
    __table_args__ = (
        filled("url", 2_000),
        filled("created_by", 150),
        filled("complaint"),
        made_of("salt", HEX, 32),
        check("position", "position >= 0"),
        check("series", "series >= 0"),
        check("failures", "(failures > 0) = (failing_since IS NOT NULL)"),
        check("disabled_at", "disabled_at IS NULL OR next_at IS NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    city: str | None = Field(sa_column=Column(ASCII, ForeignKey("city.slug")))
    url: str
    salt: str
    created_at: datetime
    created_by: str
    position: int = Field(sa_column=Column(BigInteger, nullable=False))
    series: int
    is_ping_due: bool
    failures: int
    failing_since: datetime | None
    tried_at: datetime | None
    complaint: str | None
    next_at: datetime | None
    disabled_at: datetime | None
