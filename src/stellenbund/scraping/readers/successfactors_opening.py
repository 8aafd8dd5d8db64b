"""SuccessFactors opening: the page of one opening, told in microdata that need a second look."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.markup import Element
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.fields import completed, read_fields, titled
from stellenbund.scraping.readers.listed_opening import ListedOpening
from stellenbund.scraping.readers.same_opening import is_same, other_opening
from stellenbund.scraping.readers.successfactors_card import named, read_place
from stellenbund.scraping.scraper import Follow, Yield
from stellenbund.scraping.selectors import FieldSelectors, attribute, html, text

_FIELDS = FieldSelectors(
    title=text("[itemprop=title], [data-careersite-propertyid=title], #job-title"),
    description_html=html("[itemprop=description], .jobdescription"),
    posted=attribute("content", of="meta[itemprop=datePosted]"),
    deadline=attribute("content", of="meta[itemprop=validThrough]"),
    employer=attribute("content", of="meta[itemprop=hiringOrganization]"),
    apply_url=attribute("href", of="a[href*='/talentcommunity/apply/']"),
)
_PLACE = text(".jobGeoLocation")


@dataclass(frozen=True, slots=True)
class SuccessfactorsOpening:
    """What the list says of an opening, and whose openings are kept."""

    listed: RawRecord
    only: EmployerNames = EVERYBODY

    @classmethod
    def at(cls, url: str, only: EmployerNames) -> "SuccessfactorsOpening":
        """Return the opening of which nothing is known but the address of its page."""
        return cls(named(RawRecord(page=url, url=url), url), only)

    def entry(self, card: Element) -> Yield:
        """Lead to the opening's own page; what has none stays as *card* tells it."""
        found = ListedOpening(self.listed, self.only).entry(card)
        return replace(found, read=self.read) if isinstance(found, Follow) else found

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the page: what it states wins, but for the place.

        Some pages name the properties without saying that they are those of a JobPosting. Their
        microdata's place is made from the page's address, and cut ("Mansoes do Lago, Dist"), or
        repeated as a street; the list writes it in full.
        """
        told = read_fields(page.root, _FIELDS, page)
        if told.title and not is_same(page, self.listed, told):
            yield other_opening(page, self.listed, told)
            yield titled(replace(self.listed, is_partial=True))
            return
        listed = replace(completed(told, self.listed), page=self.listed.page)
        places = self.listed.places or tuple(read_place(_PLACE(page.root)))
        for found in ListedOpening(listed, self.only).read(page):
            if isinstance(found, RawRecord):
                stated = places or tuple(_without_street(each) for each in found.places)
                text_html = told.description_html or found.description_html
                yield replace(found, places=stated, description_html=text_html)
            else:
                yield found


def _without_street(place: RawPlace) -> RawPlace:
    """Return *place* without a street that is the place once more: "Musterstadt, DE, 45999"."""
    return replace(place, street=None) if "," in (place.street or "") else place
