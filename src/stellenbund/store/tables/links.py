"""Link check: what the checks of one link that openings state have found so far."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column
from sqlmodel import Field

from stellenbund.domain.link_health import LinkState
from stellenbund.store.tables.columns import words
from stellenbund.store.tables.row import Row, between, check, filled


class LinkCheckRow(Row, table=True):
    """One address, however many openings state it; without a row it was never checked."""

    __tablename__: ClassVar[str] = "link_check"
    __table_args__ = (
        check(
            "url",
            "length(url) <= 2000 AND (substr(url, 1, 7) = 'http://' "
            "OR substr(url, 1, 8) = 'https://')",
        ),
        between("status", 100, 999),
        filled("reason", 60_000),
        check("failures", "failures >= 0"),
        check("alive", "(state = 'alive') = (failures = 0)"),
        check("declared_gone_at", "declared_gone_at IS NULL OR first_gone_at IS NOT NULL"),
        check("gone", "state = 'unsure' OR (state = 'dead') = (first_gone_at IS NOT NULL)"),
    )

    url: str = Field(primary_key=True)
    state: LinkState = Field(sa_column=Column(words(LinkState), nullable=False))
    status: int | None
    reason: str | None
    first_gone_at: datetime | None
    declared_gone_at: datetime | None
    checked_at: datetime
    failures: int
    next_check_at: datetime
