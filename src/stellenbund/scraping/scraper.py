"""Scraper: what a city module declares."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stellenbund.domain.city import City
from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope, Source, Trust
from stellenbund.scraping.page import Headers, Page


@dataclass(frozen=True, slots=True)
class Follow:
    """A further page to read.

    Without *read* it is the next page of the same list. *record* is what the list already says
    about the opening shown there: if the page cannot be had, that record goes on alone. With
    *is_opening* the page shows one opening, so that a 404 there means this one is gone and
    nothing about the list. *body* is a JSON text that is posted to the address; without it the
    page is asked for as ever. *is_beyond* asks behind what should be the last page of a list, only
    to be sure: nothing there, or a 404, is what is expected.
    """

    url: str
    read: "Reader | None" = None
    record: RawRecord | None = None
    headers: Headers = ()
    is_opening: bool = False
    body: str | None = None
    is_beyond: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An opening that is there but cannot be read; it has not vanished."""

    reference: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry that was read and belongs to another employer; it counts towards the total."""

    reference: str


@dataclass(frozen=True, slots=True)
class Total:
    """How many entries the list on whose page it stands says it has, of whatever employer."""

    count: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The list shows only its newest entries: what it does not show may be there all the same."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A sitemap was read, and so many of the addresses in it are those of openings.

    One sitemap of several may well list none; only if none lists any, something is wrong.
    """

    count: int


@dataclass(frozen=True, slots=True)
class NoOpenings:
    """The page says itself that there is nothing at present, in this sentence."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The document is not what this source should send; the finding says what it is instead."""

    outcome: Outcome
    finding: Finding


Yield = (
    RawRecord
    | Follow
    | Unreadable
    | Skipped
    | Total
    | Excerpt
    | Listed
    | NoOpenings
    | Refused
    | Finding
)
"""What a reader may find on a page."""

Reader = Callable[[Page], Iterator[Yield]]
"""A function that turns a page into raw records and further pages.

It may raise ``ValueError`` for a page that it cannot read at all, and nothing else.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One source of a city: where it starts, who reads it, and how far it is believed.

    *hosts* are further hosts whose pages may be fetched; those of *start* are allowed anyway.
    *body* is a JSON text that is posted to each start; without it they are asked for as ever.
    *otherwise* leads to a poorer list of the same openings. It is read only where the starts
    brought nothing but trouble, and what it tells counts as a part of what there is: openings may
    appear by it, and none vanishes.
    """

    start: str | tuple[str, ...]
    read: Reader
    key: str = "site"
    name: str = "Karriereseite"
    reader: str | None = None
    scope: Scope = Scope.TRAINING
    trust: Trust = Trust.SITE
    headers: Headers = ()
    body: str | None = None
    otherwise: Follow | None = None
    hosts: tuple[str, ...] = ()
    is_authoritative: bool = False
    strikes: int = 3
    licence: str | None = None
    attribution: str | None = None
    is_enabled: bool = True
    disabled_reason: str | None = None

    @property
    def starts(self) -> tuple[str, ...]:
        """The addresses at which reading begins."""
        return (self.start,) if isinstance(self.start, str) else self.start

    @property
    def reader_name(self) -> str:
        """The name under which the reader is shown: that of the module which holds it."""
        return self.reader or self.read.__module__.rpartition(".")[2]

    def describe(self, city: City) -> Source:
        """Return what the store and the API know about this source of *city*."""
        return Source(
            city=city.slug,
            key=self.key,
            name=self.name,
            url=self.starts[0],
            reader=self.reader_name,
            trust=self.trust,
            scope=self.scope,
            is_authoritative=self.is_authoritative,
            strikes=self.strikes,
            licence=self.licence,
            attribution=self.attribution,
            is_enabled=self.is_enabled,
            disabled_reason=self.disabled_reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scraper:
    """A city and its sources; the whole of what a city module says."""

    city: City
    sources: tuple[Site, ...] = ()

    def __post_init__(self) -> None:
        """Refuse two sources under one key: their notices would be taken for the same."""
        keys = [site.key for site in self.sources]
        if len(keys) != len(set(keys)):
            raise ValueError(f"{self.city.slug}: two sources share a key: {sorted(keys)}")
