"""Fetching: how many pages a second come home from many sites at once, by us and by bare httpx."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import httpx

from bench.career_sites import host, served
from stellenbund.commands.rounds import SIDE_BY_SIDE
from stellenbund.domain.city import City
from stellenbund.flows.gather import gather
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.courier import Courier
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.scraper import Follow, NoOpenings, Site, Yield
from stellenbund.scraping.selectors import labelled, text

CITY = City(slug="musterstadt", name="Musterstadt", ags="05999000", website="https://a.example/")
TODAY = date(2026, 11, 25)
AGENT = "Bench/1 (+mailto:bench@example.org)"
BARE, FETCHED, WHOLE = "bare httpx", "fetched", "fetched, read, normalised"
"""The contestants: httpx with a client for each host, our door, and our door with all behind it."""


class Trial(NamedTuple):
    """What one contestant did in a process of its own; memory is the most it ever held."""

    contestant: str
    sources: int
    pages: int
    seconds: float
    cpu_seconds: float
    peak_mib: float

    @property
    def pages_per_second(self) -> float:
        """Pages that came home in a second."""
        return self.pages / self.seconds


def measure(contestant: str, *, sources: int, pages: int) -> Trial:
    """Run *contestant* in a process of its own against a server in another one."""
    with served(sources, pages) as port:
        command = [sys.executable, "-m", "bench.fetching", contestant, str(sources), str(port)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return Trial(contestant, sources, **json.loads(told))


def _bare(sources: int, port: int) -> int:
    """Ask for all pages with httpx, one client for each host, and do nothing with them."""

    def fetch(number: int) -> int:
        start = f"http://{host(number)}:{port}/openings"
        with httpx.Client(headers={"User-Agent": AGENT}, trust_env=False) as client:
            links = client.get(start).text.split('href="')[1:]
            for link in links:
                assert client.get(urljoin(start, link.partition('"')[0])).text
        return len(links) + 1

    return _side_by_side(fetch, sources)


def _fetched(sources: int, port: int) -> int:
    """Crawl all sites through our own door, and take from each page only its links."""

    def read_list(page: Page) -> Iterator[Yield]:
        for link in page.text.split('href="')[1:]:
            yield Follow(urljoin(page.url, link.partition('"')[0]), read=read_opening)

    def read_opening(_: Page) -> Iterator[Yield]:
        yield NoOpenings("Bench")

    with _courier() as courier:

        def fetch(number: int) -> int:
            site = Site(start=f"http://{host(number)}:{port}/openings", read=read_list)
            return crawl(site, courier.for_site(site)).pages

        return _side_by_side(fetch, sources)


def _gathered(sources: int, port: int) -> int:
    """Crawl all sites, read every opening and normalise it."""
    read = list_then_detail(
        card="li",
        link="a",
        title=text("h1"),
        description_html=text("main"),
        start=labelled("Beginn"),
        deadline=labelled("Bewerbungsfrist"),
    )
    with _courier() as courier:

        def fetch(number: int) -> int:
            site = Site(start=f"http://{host(number)}:{port}/openings", read=read)
            harvest = gather(CITY, site, courier.for_site(site), today=TODAY)
            assert len(harvest.notices) == harvest.pages - 1
            return harvest.pages

        return _side_by_side(fetch, sources)


CONTESTANTS: dict[str, Callable[[int, int], int]] = {
    BARE: _bare,
    FETCHED: _fetched,
    WHOLE: _gathered,
}


def _courier() -> AbstractContextManager[Courier]:
    return open_fetcher(AGENT, door=LOOPBACK, pace=Pace(gap=0.0))


def _side_by_side(fetch: Callable[[int], int], sources: int) -> int:
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        return sum(pool.map(fetch, range(sources)))


def _main(contestant: str, sources: str, port: str) -> None:
    began = time.perf_counter()
    pages = CONTESTANTS[contestant](int(sources), int(port))
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {
        "pages": pages,
        "seconds": seconds,
        "cpu_seconds": used.ru_utime + used.ru_stime,
        "peak_mib": _peak_mib(),
    }
    print(json.dumps(told))


def _peak_mib() -> float:
    """Return the most memory that this process ever held; what its parent held does not count."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak) / 1024


if __name__ == "__main__":
    _main(*sys.argv[1:])
