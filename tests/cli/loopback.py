"""The command line as a process whose live web is this machine: every name stands for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from stellenbund import cli
from stellenbund.commands import scrape
from stellenbund.commands.pages import FetchFor
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.settings import Settings


@contextmanager
def loopback_pages(settings: Settings) -> Iterator[FetchFor]:
    """Open the way to this machine alone."""
    with open_fetcher(
        settings.user_agent,
        door=LOOPBACK,
        resolve=lambda _, __: ("127.0.0.1",),
        pace=Pace(gap=0.0, deadline=120.0),
    ) as courier:
        yield lambda _, site, memory: courier.for_site(site, memory)


if __name__ == "__main__":
    vars(scrape)["live_pages"] = loopback_pages
    cli.main()
