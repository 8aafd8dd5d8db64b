"""Professions: our list, and how many openings each has."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from stellenbund.domain.profession import Profession
from stellenbund.domain.value import Value
from stellenbund.domain.vocabulary import Status
from stellenbund.store.filters import has_status, is_listed
from stellenbund.store.tables.cities import ProfessionRow
from stellenbund.store.tables.openings import OpeningRow


class ProfessionState(Value):
    """A profession and how many openings of it one can apply for now."""

    profession: Profession
    openings: int


def save_profession(session: Session, profession: Profession) -> None:
    """Write *profession*, new or known; one that left our list stays for the openings it has."""
    session.merge(ProfessionRow(**profession.model_dump()))
    session.flush()


def list_professions(session: Session, now: datetime) -> tuple[ProfessionState, ...]:
    """Return all professions by slug."""
    openings = (
        select(func.count())
        .select_from(OpeningRow)
        .where(
            col(OpeningRow.profession) == col(ProfessionRow.slug),
            has_status(Status.PUBLISHED, now),
            is_listed(),
        )
        .scalar_subquery()
    )
    professions = select(ProfessionRow, openings).order_by(ProfessionRow.slug)
    return tuple(
        ProfessionState(profession=Profession.model_validate(row.model_dump()), openings=count)
        for row, count in session.exec(professions)
    )
