"""Surroundings: what a command stands on – clock, chance, database, cities."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from difflib import get_close_matches

from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session

from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.value import Slug
from stellenbund.flows.register import register
from stellenbund.scraping.registry import load_scrapers
from stellenbund.scraping.scraper import Scraper
from stellenbund.settings import Settings
from stellenbund.store.database import Database, open_database, reading, writing


def now() -> datetime:
    """Return the instant at which a command acts."""
    return datetime.now(UTC)


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """Open the database of the settings, and close it again."""
    engine = open_database(settings.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def looking() -> Iterator[Session]:
    """Open a transaction on the database of the settings that can change nothing."""
    with opened(load_settings()) as engine, reading(engine) as session:
        yield session


def make_known(engine: Database, scrapers: Mapping[str, Scraper]) -> None:
    """Let the store know all cities with their sources, and all professions."""
    declared = (
        (each.city, tuple(site.describe(each.city) for site in each.sources))
        for each in scrapers.values()
    )
    with writing(engine) as session:
        register(session, declared, PROFESSIONS.values(), at=now())


def declared_cities(settings: Settings) -> Mapping[str, Scraper]:
    """Return what the cities' files declare, by slug."""
    return load_scrapers(settings.scrapers)


def chosen(scrapers: Mapping[str, Scraper], slugs: Sequence[str]) -> tuple[Scraper, ...]:
    """Return the scrapers of *slugs*, each once, or of all active cities where none is named.

    Raises:
        WrongUseError: a city is not known, or does not take part.
    """
    named = tuple(known(scrapers, slug) for slug in dict.fromkeys(slugs))
    for scraper in named:
        if not scraper.city.is_active:
            raise WrongUseError(f"{scraper.city.name} does not take part: it is not active.")
    return named or tuple(each for each in scrapers.values() if each.city.is_active)


def known(scrapers: Mapping[str, Scraper], slug: str) -> Scraper:
    """Return the scraper of a city.

    Raises:
        WrongUseError: no file declares it.
    """
    if slug in scrapers:
        return scrapers[slug]
    near = get_close_matches(slug.casefold(), scrapers, n=1, cutoff=0.5)
    meant = f"did you mean {near[0]}?" if near else f"known are {', '.join(scrapers)}."
    raise WrongUseError(f"No city is called {slug}; {meant}")


def slug_of(city: str) -> str:
    """Return *city* if it is a slug, whether a city of that name is declared or not.

    Raises:
        WrongUseError: it is none.
    """
    try:
        return TypeAdapter[str](Slug).validate_python(city)
    except ValidationError as error:
        raise WrongUseError(f"{city} is no slug: lower-case letters, digits, hyphens.") from error
