"""Sitemap: the addresses that a sitemap, or an index of sitemaps, lists."""

import re
from html import unescape

from stellenbund.scraping.page import Page

_ROOT = re.compile(r"<(?:\w+:)?(urlset|sitemapindex)[\s>]", re.IGNORECASE)
_LOC = re.compile(
    r"<(?:\w+:)?loc\s*+>(?:\s*+<!\[CDATA\[)?([^<\]]{1,2000}+)(?:\]\]>\s*+)?<", re.IGNORECASE
)
_END = re.compile(r"</(?:\w+:)?(?:urlset|sitemapindex)\s*+>", re.IGNORECASE)
_LOOKED_AT = 4_000


def kind_of(page: Page) -> str | None:
    """Return ``urlset`` or ``sitemapindex`` where *page* is one, else ``None``."""
    root = _ROOT.search(page.text, 0, _LOOKED_AT)
    return root[1].lower() if root else None


def addresses(page: Page) -> list[str]:
    """Return the addresses that *page* lists, each once.

    They are taken by their tags, without an XML parser: sitemaps are often not well-formed, and
    entities of a foreign document are never expanded.
    """
    return list(dict.fromkeys(unescape(found).strip() for found in _LOC.findall(page.text)))


def check_whole(page: Page) -> None:
    """Pass a sitemap that is there to its end.

    Raises:
        ValueError: it breaks off, so that what it does not list proves nothing.
    """
    if _LOC.search(page.text) and not _END.search(page.text):
        raise ValueError("die Sitemap bricht ab")
