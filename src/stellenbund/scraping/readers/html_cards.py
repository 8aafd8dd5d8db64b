"""html_cards: openings that stand as cards on list pages, one card each."""

from collections.abc import Iterator
from typing import Unpack

from stellenbund.scraping.css import Css
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.fields import read_fields, titled
from stellenbund.scraping.scraper import Reader, Yield
from stellenbund.scraping.selectors import FieldSelectors


def html_cards(
    *,
    card: str,
    next_page: str | None = None,
    no_openings: str | None = None,
    total: str | None = None,
    **fields: Unpack[FieldSelectors],
) -> Reader:
    """Return a reader of list pages whose cards hold all there is to know.

    Args:
        card: CSS of the element that shows one opening.
        next_page: CSS of the link to the next page; the list ends where there is none.
        no_openings: CSS of the element by which the page says that it has no openings;
            ``:-soup-contains("...")`` finds a sentence.
        total: CSS of the element whose first number is how many openings the list has.
        **fields: a selector for each field, looked for within the card.
    """
    cards = Css.of(card)
    listing = ListPage(
        next_page=compiled(next_page),
        no_openings=compiled(no_openings),
        total=compiled(total),
    )

    def read(page: Page) -> Iterator[Yield]:
        for each in cards.outermost(page.root):
            yield titled(read_fields(each, fields, page), each)
        yield from listing.around(page)

    return read
