"""save: a page of a city, kept so that it can be read again without a network."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.going_out import going_out_by_hand
from stellenbund.commands.pages import folder_of
from stellenbund.commands.screen import say
from stellenbund.commands.surroundings import declared_cities, slug_of
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.page import PDF, Page, Request
from stellenbund.scraping.scraper import Scraper, Site, Yield

City = Annotated[str, typer.Argument(help="Slug of the city; it need not be declared yet.")]
Url = Annotated[str, typer.Argument(help="Address of the page.")]
Posted = Annotated[
    str | None,
    typer.Option(metavar="JSON", help="What is posted to the address, as interfaces want it."),
]

NOTE = "Samples: the markup is the site's, names and texts are to be replaced by invented ones."
ENDINGS = {"pdf": ".pdf", "json": ".json", "xml": ".xml", "html": ".html"}
FORBIDDEN = re.compile(r"[^a-z0-9]+")


def save(city: City, url: Url, *, posted: Posted = None) -> None:
    """Fetch one page politely and keep it among the saved pages of a city.

    Before a saved page is committed, its names and texts are replaced by invented ones.
    """
    settings = load_settings()
    site = _site_for(url, declared_cities(settings).get(slug_of(city)))
    with going_out_by_hand(settings, "save"), open_fetcher(settings.user_agent) as courier:
        request = Request(url, site.headers, posted if posted is None else _as_json(posted))
        page = courier.for_site(site)(request)
    say(f"Kept as {keep(folder_of(settings, city), request, page)}.")


def keep(folder: Path, request: Request, page: Page) -> Path:
    """Write *page* into *folder* and list it in its ``pages.json``; return where it lies.

    A page that was kept before for the same request is replaced.
    """
    listing = folder / "pages.json"
    known: dict[str, Any] = {"note": NOTE, "pages": []}
    if listing.exists():
        known |= json.loads(listing.read_text(encoding="utf-8"))
    asked = {"url": request.url}
    if request.body is not None:
        asked["posted"] = json.loads(request.body)
    others = [each for each in known["pages"] if _asked(each) != asked]
    file = _file_name(request.url, page, taken={each["file"] for each in others if "file" in each})
    kind = page.content_type.partition(";")[0]
    entry = {
        **asked,
        "file": file,
        "content_type": kind if kind == PDF else f"{kind}; charset=utf-8",
        "status": page.status,
    }
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(page.body if kind == PDF else page.text.encode())
    document = json.dumps(known | {"pages": [*others, entry]}, ensure_ascii=False, indent=2)
    listing.write_text(document + "\n", encoding="utf-8")
    return folder / file


def _asked(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return what *entry* of a listing answers."""
    return {name: entry[name] for name in ("url", "posted") if name in entry}


def _as_json(text: str) -> str:
    try:
        return json.dumps(json.loads(text))
    except ValueError as error:
        raise WrongUseError(f"--posted is no JSON ({error}).") from error


def _file_name(url: str, page: Page, *, taken: set[str]) -> str:
    """Return a name that says which page it is, and that no other page has."""
    parts = urlsplit(url)
    words = FORBIDDEN.sub("-", f"{Path(parts.path).stem} {parts.query}".casefold()).strip("-")
    ending = next((end for kind, end in ENDINGS.items() if kind in page.content_type), ".txt")
    names = (f"pages/{words[:60] or 'index'}{number}{ending}" for number in ("", *range(2, 1000)))
    return next(name for name in names if name not in taken)


def _site_for(url: str, scraper: Scraper | None) -> Site:
    """Return the declared source that *url* belongs to, for its header lines, or just the page."""
    host = urlsplit(url).hostname
    for site in scraper.sources if scraper else ():
        if host in {urlsplit(start).hostname for start in site.starts}:
            return site
    return Site(start=url, read=_nothing)


def _nothing(_: Page) -> Iterator[Yield]:
    yield from ()
