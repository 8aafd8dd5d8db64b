"""Decision: what a person answered to the question of a doubted run."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, UniqueConstraint
from sqlmodel import Field

from stellenbund.domain.decision import Verdict
from stellenbund.store.tables.columns import words
from stellenbund.store.tables.row import HEX, Row, check, filled, made_of


class DecisionRow(Row, table=True):
    """One answer to one run; ``question`` tells whether a later run asks the same again."""

    __tablename__: ClassVar[str] = "decision"
    __table_args__ = (
        UniqueConstraint("run"),
        filled("actor", 100),
        filled("reason"),
        made_of("question", HEX, 64),
        check("caused", "(verdict = 'released') = (caused IS NOT NULL)"),
    )

    id: int | None = Field(default=None, primary_key=True)
    run: int = Field(foreign_key="run.id")
    verdict: Verdict = Field(sa_column=Column(words(Verdict), nullable=False))
    actor: str
    reason: str
    at: datetime
    question: str
    caused: int | None = Field(default=None, foreign_key="run.id")
