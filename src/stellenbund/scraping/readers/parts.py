"""Parts: which element of a page is an opening's own, where the page shows one or several."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

import soupsieve
from bs4 import Tag

from stellenbund.scraping.page import Page

_ARTICLE = ":is(article, main, [role=main])"
_ARTICLES = soupsieve.compile(_ARTICLE)
_HEADINGS = soupsieve.compile(f"{_ARTICLE} h1")


def main_heading(page: Page) -> Tag | None:
    """Return the heading of what *page* is about, rather than that of its frame."""
    return _HEADINGS.select_one(page.soup) or _tag(page.soup.find("h1"))


def article_of(page: Page) -> Tag | None:
    """Return the element that holds all that *page* is about, as far as it tells that apart."""
    heading = main_heading(page)
    if heading is None:
        return _ARTICLES.select_one(page.soup)
    around = (each for each in heading.parents if _ARTICLES.match(each))
    return next(around, None) or _tag(heading.find_parent("body"))


def _tag(found: object) -> Tag | None:
    return found if isinstance(found, Tag) else None


def parts_of(
    page: Page, urls: Sequence[str | None], tags: Sequence[Tag | None]
) -> list[Tag | None]:
    """Return the element of each of several openings, known by its address or its own tag.

    An address names it that points into *page*: ``…/ausbildung#koch``. An element that two share
    is neither's, and one that holds another's is not its opening's alone.
    """
    marked = _marked(page) if any(tag is None for tag in tags) else {}
    found = [tag or marked.get(url or "") for url, tag in zip(urls, tags, strict=True)]
    counts = Counter(id(tag) for tag in found if tag)
    holders = {id(parent) for tag in _distinct(found) for parent in tag.parents}
    return [tag if tag and counts[id(tag)] == 1 and id(tag) not in holders else None
            for tag in found]


def _marked(page: Page) -> Mapping[str, Tag]:
    ...


def _distinct(tags: Iterable[Tag | None]) -> Iterator[Tag]:
    ...
