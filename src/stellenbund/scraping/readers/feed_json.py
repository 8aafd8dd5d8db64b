"""Feeds in JSON: the entries of a JSON Feed."""

from collections.abc import Iterator

from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.feed_entry import Entry, Feed, joined
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import each, inner, markup, word, words

_TEXTS = ("content_html", "content_text", "summary")


def read_json_feed(page: Page) -> Feed:
    """Return the feed that *page* is.

    Raises:
        ValueError: it is no JSON, or none with a list of entries.
    """
    document = page.json()
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(items, list):
        raise ValueError("no list of items")  # noqa: TRY004 - a fault of the page
    return Feed(
        entries=(_entry(item, page) for item in inner(document, "items")),
        next_page=joined(page.url, words(document, "next_url")),
    )


def _entry(item: Node, page: Page) -> Entry:
    address = words(item, "url") or words(item, "external_url")
    return Entry(
        texts=dict(_short(item)),
        url=joined(page.url, address),
        html=next((html for name in _TEXTS if (html := markup(item, name))), None),
    )


def _short(item: Node) -> Iterator[tuple[str, str]]:
    """Yield the texts of *item*; extensions are objects, of which none is known beforehand."""
    for name in item:
        texts = (word(value) for value in each(item, name) if not isinstance(value, dict))
        joint = ", ".join(dict.fromkeys(filter(None, texts)))
        if joint and name not in _TEXTS:
            yield name, joint
