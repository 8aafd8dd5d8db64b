"""Parts: which element of a page is an opening's own, where the page shows one or several."""

from collections import Counter
from collections.abc import Sequence

from bs4 import Tag

from stellenbund.scraping.page import Page, without_fragment


def parts_of(page: Page, places: Sequence[Tag | str | None]) -> list[Tag | None]:
    """Return the element of each of several openings, by the element that it is or its address.

    An address names an element if it points into *page*, as ``…/ausbildung#koch`` does. What two
    openings claim is neither's, and so is an element that holds another opening's.
    """
    marked = _marked(page) if any(isinstance(place, str) for place in places) else {}
    found = [marked.get(place) if isinstance(place, str) else place for place in places]
    claims = Counter(id(tag) for tag in found if tag)
    claims.update(id(around) for tag in found if tag for around in tag.parents)
    return [tag if tag and claims[id(tag)] == 1 else None for tag in found]


def _marked(page: Page) -> dict[str, Tag]:
    """Return the elements of *page* that an address can point to, by that address."""
    here = without_fragment(page.url)
    tags = (node for node in page.soup.descendants if isinstance(node, Tag))
    return {f"{here}#{tag['id']}": tag for tag in tags if "id" in tag.attrs}
