"""Parts: which element of a page is an opening's own, where the page shows one or several."""

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from stellenbund.scraping.markup import Element
from stellenbund.scraping.page import Page, without_fragment

_NAMED = etree.XPath("//@id/..")
"""Going from the attributes costs a quarter of asking each element for one."""


def parts_of(page: Page, places: Sequence[Element | str | None]) -> list[Element | None]:
    """Return the element of each of several openings, by the element that it is or its address.

    An address names an element if it points into *page*, as ``…/ausbildung#koch`` does. What two
    openings claim is neither's, and so is an element that holds another opening's.
    """
    marked = _marked(page) if any(isinstance(place, str) for place in places) else {}
    found = [marked.get(place) if isinstance(place, str) else place for place in places]
    held = [tag for tag in found if tag is not None]
    claims = Counter(held)
    claims.update(around for tag in held for around in tag.iterancestors())
    return [tag if tag is not None and claims[tag] == 1 else None for tag in found]


def _marked(page: Page) -> dict[str, Element]:
    """Return the elements of *page* that an address can point to, by that address."""
    here = without_fragment(page.url)
    tags: list[Element] = _NAMED(page.root)  # type: ignore[assignment]
    return {f"{here}#{tag.get('id')}": tag for tag in tags}
