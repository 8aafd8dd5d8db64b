"""dvinci: the list of openings that a career portal of d.vinci publishes as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.domain.source import Scope
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, markup, words
from stellenbund.scraping.readers.ours import ours
from stellenbund.scraping.readers.salary import salaries
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Site, Total, Yield

_TEXTS = frozenset({"introduction", "tasks", "profile", "weOffer", "closingText"})


def dvinci(portal: str, *, only: EmployerNames = EVERYBODY, scope: Scope = Scope.MIXED) -> Site:
    """Return the source of all openings that a career portal of d.vinci publishes.

    Args:
        portal: the portal's address, such as ``https://musterstadt.dvinci-hr.com``, one at
            ``dvinci-easy.com`` or on the city's own domain; of several portals under one
            address, ``…/portal/ausbildung``.
        only: the companies whose openings are kept; all others are skipped.
        scope: whether the portal shows ordinary jobs too.
    """
    return Site(
        start=f"{portal.rstrip('/')}/jobPublication/list.json",
        read=DvinciReading(only).read,
        key="dvinci",
        name="Karriereportal",
        scope=scope,
    )


@dataclass(frozen=True, slots=True)
class DvinciReading:
    """Whose openings of the portal are kept."""

    only: EmployerNames = EVERYBODY

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the list, a bare array that always holds all openings.

        Raises:
            ValueError: it is no JSON.
        """
        document = page.json()
        if not isinstance(document, list):
            yield unknown(page, reader="dvinci", portal="d.vinci")
        elif not document:
            yield Total(0)
        else:
            for item in document:
                record = _record(item if isinstance(item, dict) else {}, page)
                yield from ours(record, self.only, page)


def _record(item: Node, page: Page) -> RawRecord:
    """Return what *item*, a publication, says.

    Its number identifies it: what the customer calls its reference may stand for many openings.
    Its days are instants in UTC and stay so: 22:00 or 23:00 is midnight in Berlin, and the
    normaliser of dates knows that. A list of "small" fields leaves the texts out altogether.
    """
    opening = next(inner(item, "jobOpening"), {})
    return RawRecord(
        page=page.url,
        reference=words(item, "id") or words(opening, "reference"),
        url=words(item, "jobPublicationURL"),
        apply_url=words(item, "applicationFormURL"),
        title=words(item, "position", "pageTitle"),
        section=words(opening, "categories"),
        kind=words(opening, "targetGroups"),
        employer=words(opening, "company"),
        org_unit=words(opening, "department", "orgUnit"),
        description_html=markup(item, "introduction", "closingText"),
        tasks_html=markup(item, "tasks"),
        profile_html=markup(item, "profile"),
        benefits_html=markup(item, "weOffer"),
        places=tuple(_places(opening)),
        start=words(opening, "earliestEntryDate"),
        deadline=words(item, "endDate"),
        posted=words(item, "startDate"),
        pay=words(opening, "salaryRange") or _pay(opening),
        working_time=words(opening, "workingTimes"),
        language=words(item, "language"),
        labelled=tuple(_labelled(item, opening)),
        is_partial=_TEXTS.isdisjoint(item),
    )


def _places(opening: Node) -> Iterator[RawPlace]:
    """Yield the work places, or the one that is only named."""
    places = list(inner(opening, "locations")) or [{"name": opening.get("location")}]
    for place in places:
        address = next(inner(place, "address"), {})
        found = RawPlace(
            name=words(address, "city") or words(place, "name"),
            street=_street(address),
            postcode=words(address, "zipCode"),
            latitude=words(place, "latitude"),
            longitude=words(place, "longitude"),
        )
        if found != RawPlace():
            yield found


def _street(address: Node) -> str | None:
    parts = (words(address, "street"), words(address, "number"))
    return " ".join(part for part in parts if part) or None


def _pay(opening: Node) -> str | None:
    return next(salaries({"baseSalary": opening.get("salary")}), None)


def _labelled(item: Node, opening: Node) -> Iterator[tuple[str, str]]:
    """Yield what no field stands for: none says how long the training takes."""
    pairs = (
        ("Kennziffer", words(opening, "reference")),
        ("Untertitel", words(item, "subtitle")),
        ("Vertragsdauer", words(opening, "contractPeriod")),
    )
    return ((label, value) for label, value in pairs if value)
