"""Page: one document as it came from a site."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup

from stellenbund.scraping.nesting import shallow

PDF = "application/pdf"

Headers = tuple[tuple[str, str], ...]
"""Header lines that one source asks for, such as an interface's public key."""


MOST_TAGS = 60_000
"""A page of 200 KB has about 8,000; what has many more takes the parser seconds and gigabytes."""

DEEPEST = 256
"""Elements within each other, as libxml2 itself limits them elsewhere."""


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


@dataclass(frozen=True, kw_only=True)
class Page:
    """One document: where it finally stood, its decoded text, its type and its status.

    *body* holds the bytes of a document that is no text, such as a PDF; its *text* is empty.
    """

    url: str
    text: str
    content_type: str = "text/html"
    status: int = 200
    body: bytes = b""

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The document as a tree; of all parsers lxml alone is linear in its size.

        Raises:
            ValueError: it has more elements, or nests them deeper, than any real page.
        """
        if self.text.count("<") > MOST_TAGS:
            raise ValueError(f"more than {MOST_TAGS} tags")
        try:
            soup = BeautifulSoup(self.text, "lxml")
        except ParserRejectedMarkup as error:
            raise ValueError(str(error)) from error
        if _is_deeper(soup, DEEPEST):
            raise ValueError(f"nested deeper than {DEEPEST} elements")
        return soup

    def json(self) -> object:
        """Read the document as JSON.

        Raises:
            ValueError: it is none, holds NaN or infinities, or is nested too deeply.
        """
        try:
            document = json.loads(self.text, parse_constant=_refuse)
        except RecursionError as error:
            raise ValueError("zu tief verschachtelt") from error
        return shallow(document)

    @cached_property
    def base(self) -> str:
        """The address that relative links of this document refer to."""
        tag = self.soup.select_one("base[href]")
        base = _join(self.url, str(tag["href"])) if tag else self.url
        return base if base and urlsplit(base).scheme in {"http", "https"} else self.url

    def link(self, href: str | None) -> str | None:
        """Return *href* as an absolute address, or ``None`` where it leads nowhere."""
        return _join(self.base, href) if href and href.strip() else None


def _is_deeper(soup: BeautifulSoup, most: int) -> bool:
    """Say whether any element stands within more than *most* others."""
    depths = {id(soup): 0}
    for tag in soup.descendants:
        if isinstance(tag, Tag):
            depths[id(tag)] = depth = depths[id(tag.parent)] + 1
            if depth > most:
                return True
    return False


def _join(base: str, href: str) -> str | None:
    """Join two addresses; what the standard library cannot split leads nowhere."""
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return None


def without_fragment(url: str) -> str:
    """Return the address of the document that *url* points into.

    >>> without_fragment("https://karriere.example.org/stellen#top")
    'https://karriere.example.org/stellen'
    """
    return urldefrag(url).url


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a site: an address, with header lines, and a JSON text if one is posted."""

    url: str
    headers: Headers = ()
    body: str | None = None

    @property
    def method(self) -> str:
        """``POST`` where something is posted, else ``GET``."""
        return "GET" if self.body is None else "POST"


Fetch = Callable[[Request], Page]
"""How a page is had: what is asked for in, the page out; else a ``FetchError``."""
