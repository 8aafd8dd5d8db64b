"""probe: which reader fits a career site, how complete it would be, and how to declare it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated
from urllib.parse import urljoin, urlsplit

import typer

from stellenbund.commands.environment import load_settings
from stellenbund.commands.going_out import going_out_by_hand
from stellenbund.commands.options import AsJson
from stellenbund.commands.probe_report import as_document, print_probe
from stellenbund.commands.screen import print_json, say
from stellenbund.commands.surroundings import declared_cities, now, slug_of
from stellenbund.domain.city import City
from stellenbund.domain.clock import berlin_day
from stellenbund.domain.gazetteer import MUNICIPALITIES
from stellenbund.domain.normalisers.texts import fold
from stellenbund.flows.probe import Probe, Way
from stellenbund.flows.probe import probe as probe_site
from stellenbund.scraping.courier import Courier
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.city_file import city_file, source_lines
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.saved import answers_from
from stellenbund.settings import Settings

Url = Annotated[str, typer.Argument(help="Address of a city's page with openings, or near it.")]
CityOption = Annotated[
    str | None, typer.Option("--city", help="Slug of the city; without a file, one is printed.")
]
Employer = Annotated[
    str | None,
    typer.Option(help="The city's name on portals that many share; else as the city is called."),
]
SavedFolder = Annotated[
    Path | None,
    typer.Option(
        "--saved",
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        help="Ask the pages saved there instead of the network.",
    ),
]

UNKNOWN_AGS = "00000000"
SOMEWHERE = "Musterstadt"


def probe(
    url: Url,
    *,
    city: CityOption = None,
    employer: Employer = None,
    saved: SavedFolder = None,
    as_json: AsJson = False,
) -> None:
    """Look at a career site: which reader fits, what it would fill, and the lines to declare it.

    At most some forty pages are asked for, as politely as ever; nothing is stored. The exit code
    is 1 if nothing on the site speaks for any reader.
    """
    settings = load_settings()
    declared = declared_cities(settings)
    scraper = declared.get(slug_of(city)) if city else None
    about = scraper.city if scraper else _city(slug_of(city or SOMEWHERE.lower()), url)
    with _way(settings, saved) as way:
        found = probe_site(
            url, way, about, employer or f"Stadt {about.name}", today=berlin_day(now())
        )
    is_new = city is not None and scraper is None
    lines = _lines(found, about if is_new else None)
    if as_json:
        print_json(as_document(found, lines))
    else:
        print_probe(found, lines)
    if found.best is None:
        say(_nothing(url))
        raise typer.Exit(1)


def _lines(found: Probe, city: City | None) -> str | None:
    """Return what declares the best: the whole file of *city*, or without one the source alone."""
    best = found.best
    if best is None or best.call is None:
        return None
    if city is None:
        return source_lines(best.call)
    named = {"employer": f"Stadt {city.name}", "place": city.name}
    calls = (best.call, Call(jobsuche, keywords=named))
    about = f"{best.reader} at {urlsplit(best.place).hostname}; Jobsuche besides"
    return city_file(city, about, calls[:1] if best.reader == "jobsuche" else calls)


@contextmanager
def _way(settings: Settings, saved: Path | None) -> Iterator[Way]:
    """Open the way to the web, or to saved pages."""
    answer = answers_from(saved) if saved else None
    alone = nullcontext() if saved else going_out_by_hand(settings, "probe")
    with alone, open_fetcher(settings.user_agent, answer=answer) as courier:
        memory = Memory()
        yield Way(
            reach=lambda request: _reached(courier, request, memory),
            fetch_for=lambda site: courier.for_site(site, memory),
            memory=memory,
        )


def _reached(courier: Courier, request: Request, memory: Memory) -> Page:
    target, reply = courier.follow(request.url, memory)
    return reply.page(target.url)


def _city(slug: str, url: str) -> City:
    """Return a city that no file declares, with its key where the gazetteer knows it."""
    known = {fold(each.name).replace(" ", "-"): each for each in MUNICIPALITIES.values()}
    return City(
        slug=slug,
        name=known[slug].name if slug in known else slug.replace("-", " ").title(),
        ags=known[slug].ags if slug in known else UNKNOWN_AGS,
        website=urljoin(url, "/"),
    )


def _nothing(url: str) -> str:
    return (
        f"Nothing on {url} speaks for any reader. Try the page that lists the openings itself; "
        "keep it with stellenbund save and look at its markup (scrapers/README.md says which "
        "reader fits which); or tell us about the site in an issue."
    )
