"""Page: one document as it came from a site."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit

from stellenbund.scraping.markup import Element
from stellenbund.scraping.nesting import shallow
from stellenbund.scraping.tree import Tree

PDF = "application/pdf"

Headers = tuple[tuple[str, str], ...]
"""Header lines that one source asks for, such as an interface's public key."""

_JSON_BEGINS = frozenset({"{", "["})


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


@dataclass(frozen=True, kw_only=True)
class Page:
    """One document: where it finally stood, its decoded text, its type and its status.

    *body* holds the bytes of a document that is no text, such as a PDF; its *text* is empty.
    *is_unchanged* says that the site answered only that it is as it was (304).
    """

    url: str
    text: str
    content_type: str = "text/html"
    status: int = 200
    body: bytes = b""
    is_unchanged: bool = False

    @cached_property
    def tree(self) -> Tree:
        """The document's elements.

        Raises:
            ValueError: there are more, or they nest deeper, than in any real page.
        """
        return Tree(self.text)

    @property
    def root(self) -> Element:
        """The element around all others.

        Raises:
            ValueError: there are more, or they nest deeper, than in any real page.
        """
        return self.tree.root

    @property
    def article(self) -> Element | None:
        """The element that holds all that the page is about, with little of the page's frame.

        Raises:
            ValueError: the page has more elements, or nests them deeper, than any real page.
        """
        return self.tree.article

    @property
    def is_json(self) -> bool:
        """Whether the whole document is JSON, whatever type it was sent as."""
        return self.text.lstrip()[:1] in _JSON_BEGINS

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
        stated = None if self.is_json else self.tree.base
        base = _join(self.url, stated) if stated else self.url
        return base if base and urlsplit(base).scheme in {"http", "https"} else self.url

    def link(self, href: str | None) -> str | None:
        """Return *href* as an absolute address, or ``None`` where it leads nowhere."""
        return _join(self.base, href) if href and href.strip() else None


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
