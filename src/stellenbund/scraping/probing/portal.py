"""Portal: the marks by which one publishing system is recognised, and how it is declared."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element
from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.clue import Certainty, Clue
from stellenbund.scraping.probing.view import View


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark was found: on the page of *view*, and the address that it gives away."""

    url: str
    view: View


Declare = Callable[[Spot], Call | None]
"""How a portal is declared by what one spot tells, if that is enough."""


def _shown(tag: Element) -> str:
    """Return an element as a reader of the source would look for it."""
    words = (f' {name}="{tag.get(name)}"' for name in ("id", "class") if tag.get(name))
    return f"<{tag.tag}{''.join(words)}>"[:80]


def _no_way(_: Spot) -> str | None:
    return None


def _no_document(_: object) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """A publishing system: its marks, each of which is enough.

    Attributes:
        reader: the name of the reader that reads it.
        declare: how a spot becomes the declaration of a source.
        address: how the addresses of its pages, interfaces and scripts read.
        markup: what only its pages hold.
        source: how the text of its pages and scripts reads, where the markup does not tell.
        is_document: whether a JSON document is one of its interface.
        further: where what a spot leaves open is told.
        is_shared: many employers publish there, so that a mere link to it proves little.
    """

    reader: str
    declare: Declare
    address: re.Pattern[str]
    markup: Css | None = None
    source: re.Pattern[str] | None = None
    is_document: Callable[[object], bool] = field(default=_no_document)
    further: Callable[[Spot], str | None] = field(default=_no_way)
    is_shared: bool = False

    def clues(self, view: View) -> Iterator[Clue]:
        """Yield what on a page speaks for this portal, the surest first."""
        own = view.page.url
        if self.address.search(own):
            yield self._clue(own, view, f"address {own}", Certainty.CERTAIN)
        tag = None if self.markup is None or view.root is None else self.markup.first(view.root)
        if tag is not None:
            yield self._clue(own, view, f"markup {_shown(tag)}")
        elif self.source and (found := self.source.search(view.page.text)):
            yield self._clue(own, view, f"text {found.group()[:60]}")
        if view.document is not None and self.is_document(view.document):
            yield self._clue(own, view, "shape of the JSON")
        for address in view.addresses:
            if self.address.search(address.url):
                yield self._linked(address.url, view, is_within=address.is_within)

    def _linked(self, url: str, view: View, *, is_within: bool) -> Clue:
        if is_within:
            return self._clue(url, view, f"shows {url}")
        certainty = Certainty.POSSIBLE if self.is_shared else Certainty.LIKELY
        return self._clue(url, view, f"link {url}", certainty)

    def _clue(
        self, url: str, view: View, seen: str, certainty: Certainty = Certainty.CERTAIN
    ) -> Clue:
        spot = Spot(url, view)
        clue = Clue(reader=self.reader, seen=seen, place=view.page.url, certainty=certainty)
        return replace(clue, call=self.declare(spot), further=self.further(spot))
