"""Run and finding: what each delivery brought, and what a person should know about it."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, Index, Text
from sqlmodel import Field

from stellenbund.domain.finding import Severity
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.run import Outcome
from stellenbund.domain.survey import Survey
from stellenbund.store.tables.columns import Validated, words
from stellenbund.store.tables.row import Row, check, filled

COUNTS = (
    "pages",
    "not_modified",
    "found",
    "new",
    "changed",
    "unchanged",
    "vanished",
    "missing",
    "unreadable",
    "left_out",
)


class RunRow(Row, table=True):
    """A run; the harvest itself is kept only while a person has not yet looked at the doubt.

    ``repeats`` is a run of which a person already rejected the very same changes.
    """

    __tablename__: ClassVar[str] = "run"
    __table_args__ = (
        Index(None, "source", "id"),
        filled("trigger", 60),
        check("harvest", "harvest IS NULL OR outcome = 'doubted'"),
        *(check(count, f"{count} >= 0") for count in COUNTS),
    )

    id: int | None = Field(default=None, primary_key=True)
    source: int = Field(foreign_key="source.id")
    trigger: str
    sample: bool
    started_at: datetime
    finished_at: datetime
    outcome: Outcome = Field(sa_column=Column(words(Outcome), nullable=False))
    reason: str | None
    pages: int
    not_modified: int
    found: int
    new: int
    changed: int
    unchanged: int
    vanished: int
    missing: int
    unreadable: int
    left_out: int
    completeness: dict[str, float] = Field(
        sa_column=Column(Validated(dict[str, float]), nullable=False)
    )
    survey: Survey | None = Field(default=None, sa_column=Column(Validated(Survey)))
    harvest: Harvest | None = Field(default=None, sa_column=Column(Validated(Harvest)))
    repeats: int | None = Field(default=None, foreign_key="run.id")


class FindingRow(Row, table=True):
    """A finding of a run."""

    __tablename__: ClassVar[str] = "finding"
    __table_args__ = (filled("rule"),)

    id: int | None = Field(default=None, primary_key=True)
    run: int = Field(foreign_key="run.id", index=True)
    severity: Severity = Field(sa_column=Column(words(Severity), nullable=False))
    rule: str
    message: str = Field(sa_column=Column(Text, nullable=False))
    reference: str | None
    place: str | None
    value: str | None = Field(sa_column=Column(Text))
    remedy: str | None = Field(sa_column=Column(Text))
