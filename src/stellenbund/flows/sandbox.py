"""Sandbox: the invented openings of two invented cities, laid into a database of their own."""

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from importlib.resources import files
from itertools import chain, count

from stellenbund.domain.city import City
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.notice import Notice
from stellenbund.domain.source import Source
from stellenbund.domain.value import Value
from stellenbund.flows.chance import LENGTH, LETTERS
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.register import register
from stellenbund.flows.settle import settle
from stellenbund.store.database import Database, writing

ACTOR = "sandbox"


class Brought(Value):
    """A delivery of a source: what is new in it, and the references of what it still has."""

    source: str
    at: datetime
    notices: tuple[Notice, ...]
    ids: tuple[str, ...] = ()
    stays: frozenset[str] = frozenset()


class Stock(Value):
    """All that the sandbox is filled with."""

    cities: tuple[City, ...]
    sources: tuple[Source, ...]
    deliveries: tuple[Brought, ...]


def fill(engine: Database) -> None:
    """Fill a fresh database with the stock; it comes out the same every time, to the last id."""
    stock = _stock()
    declared = [
        (city, [each for each in stock.sources if each.city == city.slug]) for city in stock.cities
    ]
    with writing(engine) as session:
        register(session, declared, PROFESSIONS.values(), at=stock.deliveries[0].at)
    known: list[Notice] = []
    for number, brought in enumerate(stock.deliveries):
        known += brought.notices
        names = brought.stays | {each.reference for each in brought.notices}
        shown = [each for each in known if each.reference in names]
        _settle(engine, stock, brought, shown, new_id=_ids(brought.ids, number))


def _stock() -> Stock:
    text = (files("stellenbund.flows") / "sandbox.toml").read_text("utf-8")
    return Stock.model_validate(tomllib.loads(text))


def _settle(
    engine: Database,
    stock: Stock,
    brought: Brought,
    shown: Sequence[Notice],
    *,
    new_id: Callable[[], str],
) -> None:
    (source,) = (each for each in stock.sources if f"{each.city}/{each.key}" == brought.source)
    occasion = Occasion(
        trigger=ACTOR, sample=True, clock=lambda: brought.at, new_id=new_id, is_consented=True
    )
    with writing(engine) as session:
        settle(
            session, source, Harvest(notices=tuple(shown), pages=1), occasion, started_at=brought.at
        )


def _ids(first: Sequence[str], number: int) -> Callable[[], str]:
    """Return a maker of ids that begins with the *first* ones; its *number* tells it apart."""
    return partial(next, chain(first, _made_up(number)))


def _made_up(number: int) -> Iterator[str]:
    for each in count():
        digest = hashlib.sha256(f"{number} {each}".encode()).digest()
        yield "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:LENGTH])
