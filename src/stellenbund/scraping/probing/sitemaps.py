"""Sitemaps: whether a site's sitemaps list addresses that look like those of openings."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from urllib.parse import urlsplit

from stellenbund.scraping.page import Page
from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.clue import Certainty, Clue
from stellenbund.scraping.probing.sources import site_call
from stellenbund.scraping.probing.titles import is_about_openings, is_opening
from stellenbund.scraping.probing.tour import Tour
from stellenbund.scraping.readers.postings import read_openings
from stellenbund.scraping.readers.sitemap import sitemap
from stellenbund.scraping.readers.sitemap_document import kind_of, pages_in, sitemaps_in

_FEWEST = 2
_MOST_URLS = 20_000
_MOST_SITEMAPS = 2
_MOST_SAMPLES = 2


def clues(start: Page, tour: Tour, named: Iterable[str]) -> Iterator[Clue]:
    """Yield the sitemaps, *start* or those *named*, that list pages on which openings are read."""
    if kind_of(start):
        yield from _clues(start, start, tour, Certainty.CERTAIN)
        return
    for page in filter(None, map(tour.page, islice(named, _MOST_SITEMAPS))):
        yield from _clues(page, start, tour, Certainty.LIKELY)


def _clues(page: Page, start: Page, tour: Tour, certainty: Certainty) -> Iterator[Clue]:
    """Yield the sitemap that *page* is for the first group of addresses that proves right."""
    groups = opening_groups(_listed(page, tour))
    for folder, urls in islice(groups.items(), _MOST_SAMPLES):
        if any(_shows_opening(url, tour) for url in urls[:_MOST_SAMPLES]):
            openings = Call(sitemap, keywords={"openings": pattern_for(folder, urls)})
            yield Clue(
                reader="sitemap",
                seen=f"{len(urls)} addresses in {folder}/",
                place=page.url,
                certainty=certainty,
                call=site_call(page.url, openings, start),
            )
            return


def _listed(page: Page, tour: Tour) -> list[str]:
    """Return the pages that a sitemap lists, itself or through those with the best names."""
    if kind_of(page) != "sitemapindex":
        return pages_in(page) if kind_of(page) else []
    named = sorted(sitemaps_in(page), key=lambda url: not is_about_openings(url))
    parts = filter(None, map(tour.page, named[:_MOST_SITEMAPS]))
    return [url for part in parts if kind_of(part) for url in pages_in(part)]


def _shows_opening(url: str, tour: Tour) -> bool:
    page = tour.page(url)
    try:
        return page is not None and bool(read_openings(page)[0])
    except ValueError:
        return False


def opening_groups(urls: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return the addresses that look like those of openings, by the folder they lie in.

    The surest come first: those with a number in their name, then the larger group.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for url in islice(urls, _MOST_URLS):
        if is_opening(url):
            groups[_folder(url)].append(url)
    kept = {folder: each for folder, each in groups.items() if len(each) >= _FEWEST}
    return dict(sorted(kept.items(), key=lambda item: (-_is_numbered(item[1]), -len(item[1]))))


def pattern_for(folder: str, urls: Sequence[str]) -> str:
    r"""Return a regular expression for addresses like *urls*, which all lie in *folder*.

    >>> print(pattern_for("/stellen", ["https://a.example/stellen/koch-7.html"]))
    /stellen/[^/?#]+\.html$
    """
    endings = {_ending(url) for url in urls}
    ending = re.escape(endings.pop()) if len(endings) == 1 else ""
    slash = "/" if all(urlsplit(url).path.endswith("/") for url in urls) else ""
    return rf"{re.escape(folder)}/[^/?#]+{ending}{slash}$"


def _folder(url: str) -> str:
    return urlsplit(url).path.rstrip("/").rpartition("/")[0]


def _is_numbered(urls: Sequence[str]) -> bool:
    """Say whether most names hold a number, as those of openings do and those of topics do not."""
    names = [urlsplit(url).path.rstrip("/").rpartition("/")[2] for url in urls]
    return 2 * sum(any(each.isdigit() for each in name) for name in names) >= len(names)


def _ending(url: str) -> str:
    """Return the ending of the file that an address names, with its dot; empty without one."""
    found = re.search(r"\.[a-z]{3,5}$", urlsplit(url).path)
    return found[0] if found else ""
