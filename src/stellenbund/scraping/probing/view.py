"""View: what a page shows of itself to someone who looks for portals."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from lxml import etree

from stellenbund.scraping.markup import Element
from stellenbund.scraping.page import Page

_WITHIN = {
    "iframe": ("src", "data-src"),
    "frame": ("src",),
    "script": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "form": ("action",),
}
_WIDGETS = ("data-url", "data-src", "data-href", "data-jobs-feed-url")
_MOST_ADDRESSES = 5_000
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Address:
    """An address on a page; *is_within* says that the page shows or runs what stands there."""

    url: str
    is_within: bool


@dataclass(frozen=True)
class View:
    """A page, with the name of the employer for whom it is looked at."""

    page: Page
    employer: str

    @cached_property
    def root(self) -> Element | None:
        """The element around all others, if the page is HTML that can be parsed."""
        if not is_html(self.page):
            return None
        try:
            return self.page.root
        except ValueError:
            return None

    @cached_property
    def document(self) -> object:
        """The page's JSON, if it is any."""
        if not self.page.is_json:
            return None
        try:
            return self.page.json()
        except ValueError:
            return None

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The addresses on the page, those that it shows within itself first, each once."""
        if self.root is None:
            return ()
        found: dict[str, Address] = {}
        for address in (*self._within(self.root), *self._links(self.root)):
            if len(found) < _MOST_ADDRESSES:
                found.setdefault(address.url, address)
        return tuple(found.values())

    def _within(self, root: Element) -> Iterator[Address]:
        for tag in root.iter(etree.Element):
            for name in (*_WITHIN.get(tag.tag, ()), *_WIDGETS):
                if url := self.link(tag, name):
                    yield Address(url, is_within=True)

    def _links(self, root: Element) -> Iterator[Address]:
        for tag in root.iter("a", "area"):
            if url := self.link(tag, "href"):
                yield Address(url, is_within=False)

    def link(self, tag: Element, attribute: str = "href") -> str | None:
        """Return the web address in an attribute of *tag*, if there is one."""
        url = self.page.link(tag.get(attribute))
        return url if url and urlsplit(url).scheme in {"http", "https"} else None


def is_html(page: Page) -> bool:
    """Say whether *page* is to be read as HTML; feeds and sitemaps are often sent as such."""
    start = page.text[:_LOOKED_AT].lstrip("\ufeff \t\r\n").lower()
    if page.is_json or page.body or "script" in page.content_type:
        return False
    return "<html" in start or not start.startswith(("<?xml", "<rss", "<feed", "<rdf", "<urlset"))
