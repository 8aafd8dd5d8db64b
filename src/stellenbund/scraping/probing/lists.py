"""Lists: whether a page shows openings as repeated cards, and which reader they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.probing.around import list_keywords
from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.cards import Cards, cards_of, css_of_links
from stellenbund.scraping.probing.clue import Certainty, Clue
from stellenbund.scraping.probing.css import css_for
from stellenbund.scraping.probing.facts import (
    Fields,
    card_fields,
    labelled_fields,
    link_within,
    named_fields,
    texts_in,
    title_of_pages,
)
from stellenbund.scraping.probing.sources import site_call
from stellenbund.scraping.probing.tour import Tour
from stellenbund.scraping.probing.view import View
from stellenbund.scraping.readers.german_page import read_german_page
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.readers.postings import read_postings
from stellenbund.scraping.selectors import FieldSelectors, text

_MOST_SAMPLES = 2
_FEWEST_LABELS = 2
_CONTENT = Css.of("main, [role=main], article, #inhalt, #content")


@dataclass(frozen=True, slots=True)
class Listing:
    """A page with cards, and the pages of a few of its openings."""

    page: Page
    root: Element
    cards: Cards
    pages: Sequence[Page]

    @property
    def parts(self) -> list[Element]:
        """The part of each opening's page that is about it."""
        return [next(iter(_CONTENT.select(page.root)), page.root) for page in self.pages]


def clues(view: View, tour: Tour) -> Iterator[Clue]:
    """Yield the reader that the cards of a page need: it depends on what stands behind them."""
    cards = None if view.root is None else cards_of(view.page, view.root)
    if cards is None or view.root is None:
        return
    addresses = [url for tag in cards.links[:_MOST_SAMPLES] if (url := view.link(tag))]
    pages = [page for page in map(tour.page, addresses) if page and View(page, "").root is not None]
    listing = Listing(view.page, view.root, cards, pages)
    read = _by_postings(listing) or _by_details(listing) or _by_cards(listing)
    if read is not None:
        yield Clue(
            reader=read.function.__name__,
            seen=f"{len(cards.tags)} cards, pages behind them: {len(pages)} of {len(addresses)}",
            place=view.page.url,
            certainty=Certainty.LIKELY,
            call=site_call(view.page.url, read, view.page),
        )


def _by_postings(listing: Listing) -> Call | None:
    """Read the pages by their structured data, or by their labels where the cards have none."""
    has_data = any(read_postings(page).records for page in listing.pages)
    has_labels = any(read_german_page(page) for page in listing.pages)
    if not has_data and (not has_labels or labelled_fields(listing.cards.tags)):
        return None
    links = css_of_links(listing.cards, listing.root)
    keywords = {"links": links, **dict(list_keywords(listing.root))}
    return Call(job_posting, keywords=keywords) if links else None


def _by_details(listing: Listing) -> Call | None:
    """Read list and pages by selectors, where the pages have labels of their own."""
    fields = labelled_fields(listing.parts)
    card = css_for(listing.cards.tags, listing.root)
    link = link_within(listing.cards)
    if len(fields) < _FEWEST_LABELS or card is None or link is None:
        return None
    titles = {number: plain(tag) or "" for number, tag in enumerate(listing.cards.titles)}
    heading = title_of_pages(listing.parts, titles)
    told = {**named_fields(listing.cards), **labelled_fields(listing.cards.tags)}
    return Call(
        list_then_detail,
        keywords={
            "card": card,
            "link": link,
            **dict(list_keywords(listing.root)),
            "list_fields": Call(FieldSelectors, keywords=told),
            "title": Call(text, (heading,)),
            **fields,
            **texts_in(listing.parts),
        },
    )


def _by_cards(listing: Listing) -> Call | None:
    """Read the cards alone, where they have labels."""
    fields: Fields = card_fields(listing.cards)
    card = css_for(listing.cards.tags, listing.root)
    if card is None or not labelled_fields(listing.cards.tags):
        return None
    return Call(html_cards, keywords={"card": card, **dict(list_keywords(listing.root)), **fields})
