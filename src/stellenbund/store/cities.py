"""Cities: who takes part, and who is being written to."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from stellenbund.domain.city import City
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.value import Value
from stellenbund.store.standing import is_published
from stellenbund.store.tables.cities import CityRow
from stellenbund.store.tables.openings import OpeningRow


class CityState(Value):
    """A city and how many of its openings one can apply for now."""

    city: City
    openings: int


def save_city(session: Session, city: City) -> None:
    """Write what the scraper says about *city*, new or known."""
    session.merge(CityRow(**city.model_dump()))
    session.flush()


def find_city(session: Session, slug: str) -> City:
    """Return a city, whether it is active or not.

    Raises:
        NotFoundError: no such city.
    """
    row = session.exec(select(CityRow).where(CityRow.slug == slug)).first()
    if row is None:
        raise NotFoundError("city", slug)
    return City.model_validate(row.model_dump())


def hold_city(session: Session, slug: str) -> None:
    """Let nobody else write to the city's openings until this transaction ends.

    Raises:
        NotFoundError: no such city.
    """
    held = select(CityRow.slug).where(CityRow.slug == slug).with_for_update()
    if session.exec(held).first() is None:
        raise NotFoundError("city", slug)


def hold_all_cities(session: Session) -> None:
    """Let nobody else write to any city's openings until this transaction ends."""
    session.exec(select(CityRow.slug).order_by(CityRow.slug).with_for_update()).all()


def active_cities(session: Session) -> tuple[City, ...]:
    """Return the cities that take part, by slug."""
    rows = session.exec(select(CityRow).where(CityRow.is_active).order_by(CityRow.slug))
    return tuple(City.model_validate(row.model_dump()) for row in rows)


def list_cities(session: Session, now: datetime) -> tuple[CityState, ...]:
    """Return the active cities by slug."""
    openings = (
        select(func.count())
        .select_from(OpeningRow)
        .where(col(OpeningRow.city) == col(CityRow.slug), is_published(now))
        .scalar_subquery()
    )
    cities = select(CityRow, openings).where(CityRow.is_active).order_by(CityRow.slug)
    return tuple(
        CityState(city=City.model_validate(row.model_dump()), openings=count)
        for row, count in session.exec(cities)
    )
