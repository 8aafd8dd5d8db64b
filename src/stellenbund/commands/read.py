"""read: what a reader and its normalisers make of documents from disk."""

from pathlib import Path
from typing import Annotated

import typer

from stellenbund.commands.documents import NOWHERE, answers_with, stage
from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.options import AsJson
from stellenbund.commands.reading_report import as_document, print_reading
from stellenbund.commands.screen import print_json
from stellenbund.commands.surroundings import declared_cities, known, now
from stellenbund.domain.city import City
from stellenbund.domain.clock import berlin_day
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.source import Scope
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.registry import READERS

Reader = Annotated[
    str, typer.Argument(help=f"One of {', '.join(sorted(READERS))}, or one that the city declares.")
]
Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE…", exists=True, dir_okay=False, help="Documents to read."),
]
CityOption = Annotated[
    str | None, typer.Option("--city", help="Read as this city does: its selectors, its places.")
]
ScopeOption = Annotated[
    Scope | None,
    typer.Option(help="What the documents publish; else as the city's source says, else mixed."),
]

NOBODY = City(slug="unbekannt", name="Unbekannt", ags="00000000", website=NOWHERE)
"""The city of documents that come from none."""


def read(
    reader: Reader,
    files: Files,
    *,
    city: CityOption = None,
    scope: ScopeOption = None,
    as_json: AsJson = False,
) -> None:
    """Read documents from disk: raw records, notices and findings. Nothing is stored.

    Pages to which the documents lead are not fetched; a finding says which are missing.
    """
    settings = load_settings()
    scraper = known(declared_cities(settings), city) if city else None
    try:
        site, documents = stage(reader, files, scraper)
    except NotFoundError as error:
        own = (site.reader_name for site in scraper.sources) if scraper else ()
        known_readers = ", ".join(sorted({*READERS, *own}))
        raise WrongUseError(f"There is no reader {reader}; known are {known_readers}.") from error
    with open_fetcher(settings.user_agent, answer=answers_with(documents)) as courier:
        delivery = crawl(site, courier.for_site(site))
    context = Context(
        city=scraper.city if scraper else NOBODY,
        scope=scope or site.scope,
        today=berlin_day(now()),
        licence=site.licence,
        attribution=site.attribution,
    )
    harvest = normalise_all(delivery, context)
    if as_json:
        print_json(as_document(delivery, harvest))
    else:
        print_reading(delivery, harvest)
