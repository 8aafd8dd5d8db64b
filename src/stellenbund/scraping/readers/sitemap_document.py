"""Sitemap document: the pages and further sitemaps that a sitemap lists, each page once."""

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

from stellenbund.scraping.page import Page

_ROOT = re.compile(r"<(?:\w+:)?(urlset|sitemapindex)[\s>]", re.IGNORECASE)
_TAG = re.compile(
    r"<(?:\w{1,20}:)?(url|sitemap|loc|lastmod|link)((?:\s[^<>]{0,4000}+)?)>"
    r"(?:\s*+<!\[CDATA\[)?([^<\]]{0,2000}+)",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(hreflang|href)\s*=\s*[\"']([^\"']{1,2000}+)[\"']", re.IGNORECASE)
_GERMAN = re.compile(r"de(?:[-_].*)?", re.IGNORECASE)
_BEST_GERMAN = ("de", "de-de")
_END = re.compile(r"</(?:\w+:)?(?:urlset|sitemapindex)\s*+>", re.IGNORECASE)
_LOOKED_AT = 4_000


@dataclass(slots=True)
class Listing:
    """An entry of a sitemap: an address, when its page last changed, the same in other languages.

    *others* maps a language, such as ``de-ch``, to an address; *is_sitemap* says that the address
    is that of a further sitemap.
    """

    is_sitemap: bool
    address: str = ""
    changed: str = ""
    others: dict[str, str] = field(default_factory=dict)

    @property
    def german(self) -> str:
        """The address of the German page: the one for Germany before those for neighbours."""
        for language in (*_BEST_GERMAN, *self.others):
            if language in self.others and _GERMAN.fullmatch(language):
                return self.others[language]
        return self.address


def kind_of(page: Page) -> str | None:
    """Return ``urlset`` or ``sitemapindex`` where *page* is one, else ``None``."""
    root = _ROOT.search(page.text, 0, _LOOKED_AT)
    return root[1].lower() if root else None


def listings(page: Page) -> list[Listing]:
    """Return the entries of the sitemap that *page* is.

    They are taken by their tags, without an XML parser: sitemaps are often not well-formed, and
    entities of a foreign document are never expanded.
    """
    found: list[Listing] = []
    is_index = kind_of(page) == "sitemapindex"
    for tag in _TAG.finditer(page.text):
        name, attributes, text = tag[1].lower(), tag[2], unescape(tag[3]).strip()
        if name in {"url", "sitemap"}:
            found.append(Listing(is_sitemap=name == "sitemap"))
        elif name == "loc" and text:
            if not found:
                found.append(Listing(is_sitemap=is_index))
            # The first address is the entry's own, later ones are those of its pictures.
            found[-1].address = found[-1].address or _join(page, text)
        elif found and name == "lastmod":
            found[-1].changed = text
        elif found and name == "link":
            _note_language(found[-1], attributes, page)
    return [each for each in found if each.address]


def sitemaps_in(page: Page) -> list[str]:
    """Return the addresses of the further sitemaps that *page* lists, each once."""
    return list(dict.fromkeys(each.german for each in listings(page) if each.is_sitemap))


def pages_in(page: Page) -> list[str]:
    """Return the addresses of the pages that *page* lists, each once, last changed first.

    Of a page in several languages it is the German one; the others are no pages of their own.
    """
    entries = [each for each in listings(page) if not each.is_sitemap]
    entries.sort(key=lambda each: each.changed, reverse=True)
    chosen: dict[str, str] = {}
    for each in sorted(entries, key=lambda each: not each.others):
        for address in (each.address, *each.others.values()):
            chosen.setdefault(address, chosen.get(each.german, each.german))
    return list(dict.fromkeys(chosen[each.address] for each in entries))


def check_whole(page: Page) -> None:
    """Pass a sitemap that is there to its end.

    Raises:
        ValueError: it breaks off, so that what it does not list proves nothing.
    """
    if _TAG.search(page.text) and not _END.search(page.text):
        raise ValueError("die Sitemap bricht ab")


def _note_language(entry: Listing, attributes: str, page: Page) -> None:
    """Keep where the page of *entry* stands in another language."""
    stated = {
        name.lower(): unescape(value).strip() for name, value in _ATTRIBUTE.findall(attributes)
    }
    address = _join(page, stated.get("href", ""))
    if address and "hreflang" in stated:
        entry.others.setdefault(stated["hreflang"].lower().replace("_", "-"), address)


def _join(page: Page, address: str) -> str:
    """Return *address* in full; what the standard library cannot split is none."""
    try:
        return urljoin(page.url, address) if address else ""
    except ValueError:
        return ""
