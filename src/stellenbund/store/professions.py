"""Professions: our list, as the store knows it."""

from sqlmodel import Session, select

from stellenbund.domain.profession import Profession
from stellenbund.store.tables.cities import ProfessionRow


def save_profession(session: Session, profession: Profession) -> None:
    """Write *profession*, new or known; one that left our list stays for the openings it has."""
    session.merge(ProfessionRow(**profession.model_dump()))
    session.flush()


def list_professions(session: Session) -> tuple[Profession, ...]:
    """Return all professions by slug."""
    rows = session.exec(select(ProfessionRow).order_by(ProfessionRow.slug))
    return tuple(Profession.model_validate(row.model_dump()) for row in rows)
