"""Reading: what each reader costs a page with its normalisers, beside a bare parse of that page."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import _lru_cache_wrapper
from statistics import fmean, median
from typing import NamedTuple

from bench.bare_parse import Peer, bare_parse, peer_of
from stellenbund.domain.city import City
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.scraper import Site
from stellenbund.scraping.walls import check

TODAY = date(2026, 11, 25)
SECONDS = 1.0
FEWEST_ROUNDS = 5
"""A case is measured for so long and so often at least; small ones need many rounds."""

GOALS = {Peer.TREE: 1.5, Peer.JSON_LD: 0.6}
"""How often the time of a bare parse a page may cost."""

LEAST_KB = 10.0
"""Smaller documents are samples cut to the bone: their openings outweigh them, whoever reads."""


class Case(NamedTuple):
    """Saved documents of one source, and the city whose source it is."""

    name: str
    site: Site
    city: City
    fetch: Fetch


class Cost(NamedTuple):
    """What a page costs in milliseconds of CPU time; *openings* stand on all pages together."""

    reader: str
    source: str
    peer: Peer
    pages: int
    kb: float
    openings: int
    reading: float
    normalising: float
    parsing: float

    @property
    def ratio(self) -> float:
        """Reading with its normalisers against the bare parse of the same pages."""
        return (self.reading + self.normalising) / self.parsing

    @property
    def goal(self) -> float | None:
        """What the ratio may be, where the pages are such that it says anything."""
        return GOALS.get(self.peer) if self.kb >= LEAST_KB else None

    @property
    def is_good(self) -> bool:
        """Whether the ratio is within its goal."""
        return self.goal is None or self.ratio <= self.goal


def cost(case: Case, *, seconds: float = SECONDS) -> Cost:
    """Return the medians of rounds in which reading, normalising and the bare parse take turns."""
    pages: dict[Request, Page] = {}

    def fetch(request: Request) -> Page:
        """Bring a page that nobody has looked at yet, past the check for walls."""
        if request not in pages:
            pages[request] = case.fetch(request)
        page = replace(pages[request])
        check(page)
        return page

    delivery = crawl(case.site, fetch)
    context = Context(
        city=case.city, scope=case.site.scope, today=TODAY, licence=None, attribution=None
    )
    reading, normalising, parsing = _medians(
        lambda: crawl(case.site, fetch),
        lambda: normalise_all(delivery, context),
        lambda: bare_parse(pages.values()),
        seconds=seconds,
    )
    return Cost(
        reader=case.site.reader_name,
        source=case.name,
        peer=peer_of(pages.values()),
        pages=len(pages),
        kb=fmean(len(page.text) / 1000 for page in pages.values()),
        openings=len(delivery.records),
        reading=reading * 1000 / len(pages),
        normalising=normalising * 1000 / len(pages),
        parsing=parsing * 1000 / len(pages),
    )


def _medians(*works: Callable[[], object], seconds: float) -> Iterator[float]:
    """Yield what each of *works* takes in seconds, when they take turns for so many at least."""
    until = time.monotonic() + seconds
    rounds = [tuple(_seconds(work) for work in works)]
    while len(rounds) < FEWEST_ROUNDS or time.monotonic() < until:
        rounds.append(tuple(_seconds(work) for work in works))
    return (median(times) for times in zip(*rounds, strict=True))


def _seconds(work: Callable[[], object]) -> float:
    _forget()
    gc.collect()  # or it would pay for what the one before it left behind
    began = time.process_time()
    work()
    return time.process_time() - began


def _forget() -> None:
    """Empty what was remembered of texts, so that each round meets its source as if new."""
    for known in gc.get_objects():
        if isinstance(known, _lru_cache_wrapper) and known.cache_parameters()["maxsize"]:
            known.cache_clear()
