"""jobsuche: the Bundesagentur's Jobsuche, version 6, as a second source of each city."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Trust
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames, employer_names
from stellenbund.scraping.readers.fields import titled
from stellenbund.scraping.readers.jobsuche_item import Item, is_item, read_item, stated
from stellenbund.scraping.readers.paging import Part
from stellenbund.scraping.scraper import Follow, Refused, Site, Skipped, Yield

SERVICE = "https://rest.arbeitsagentur.de/jobboerse/jobsuche-service/pc"
SIZE = 100
LAST_PAGE = 100
"""The interface answers 400 beyond page 100, and to more than 100 entries a page."""


def jobsuche(
    *, employer: str, place: str, aliases: Sequence[str] = (), detail: bool = True
) -> Site:
    """Return the source of all training places in *place* whose employer is the city.

    The interface's own filter by employer is exact and takes one name only, so all employers of
    the place are listed and other rows skipped; that also makes the stated total checkable.

    Args:
        employer: the city's name as an employer, such as "Stadt Bielefeld".
        place: the city's name as a place, as the interface's parameter ``wo`` takes it.
        aliases: further names under which the city or its own enterprises advertise.
        detail: whether each opening's detail is fetched for its text and certificate; where it
            cannot be had, the list's row goes on as a partial record.
    """
    return Site(
        start=f"{SERVICE}/v6/jobs?angebotsart=4&wo={quote(place)}&umkreis=0&page=1&size={SIZE}",
        read=JobsucheReading(employer_names(employer, aliases), has_details=detail).read,
        key="jobsuche",
        name="Jobsuche der Bundesagentur für Arbeit",
        trust=Trust.AGENCY,
        headers=(("X-API-Key", "jobboerse-jobsuche"),),
        is_authoritative=True,
        strikes=1,
        attribution="Bundesagentur für Arbeit",
    )


@dataclass(frozen=True, slots=True)
class JobsucheReading:
    """Whose rows are kept, and whether details are fetched."""

    only: EmployerNames = EVERYBODY
    has_details: bool = False

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a list, or a document that is one opening.

        Raises:
            ValueError: it is no JSON.
        """
        document = page.json()
        if _is_version_4(document):
            yield _moved(page)
        elif isinstance(document, dict) and is_item(document):
            yield from self._read_row(document, page)
        elif isinstance(document, dict) and {"ergebnisliste", "maxErgebnisse"} & document.keys():
            yield from self._read_list(document, page)
        else:
            yield _unknown(page)

    def _read_list(self, document: Item, page: Page) -> Iterator[Yield]:
        """Read the rows of a list; without any hit the key of the list itself is missing."""
        rows = document.get("ergebnisliste") or []
        if not isinstance(rows, list):
            raise ValueError("ergebnisliste is no list")  # noqa: TRY004 - a fault of the page
        query = dict(parse_qsl(urlsplit(page.url).query))
        number, size = int(query.get("page", 1)), int(query.get("size", SIZE))
        before, total = (number - 1) * size, document.get("maxErgebnisse")
        part = Part(before=before, shown=len(rows), size=size, stated=total)
        yield from part.total()
        for row in rows:
            if isinstance(row, dict):
                yield from self._read_row(row, page)
        if number < LAST_PAGE and "page" in query:
            further = urlencode({**query, "page": number + 1}, quote_via=quote)
            yield from part.onward(urlsplit(page.url)._replace(query=further).geturl())

    def _read_row(self, row: Item, page: Page) -> Iterator[Yield]:
        """Keep a row of ours, with a way to its detail; count any other."""
        firm = stated(row, "firma") or ""
        reference = stated(row, "referenznummer")
        if not self.only.include(firm):
            yield Skipped(reference or repr(sorted(row.items())))
            yield from self.only.similar(page, firm)
            return
        record = read_item(row, page)
        if self.has_details and reference and record.title:
            read = DetailReading(row).read
            yield Follow(_detail_address(reference), read, record, is_opening=True)
        else:
            yield titled(record)


@dataclass(frozen=True, slots=True)
class DetailReading:
    """How the detail of one row is read: what it states wins, the row fills the rest."""

    row: Item

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the detail of the row.

        Raises:
            ValueError: it is no JSON, or not about this opening.
        """
        document = page.json()
        if not isinstance(document, dict):
            raise ValueError("the detail is no object")  # noqa: TRY004 - a fault of the page
        reference = stated(self.row, "referenznummer")
        if stated(document, "referenznummer") not in {None, reference}:
            raise ValueError("the detail is about another opening")
        news = {name: value for name, value in document.items() if value not in (None, "", [])}
        yield titled(replace(read_item({**self.row, **news}, page), reference=reference))


def _detail_address(reference: str) -> str:
    """Return the address of a detail: the reference in base64, with ``/``, ``+``, ``=`` escaped."""
    return f"{SERVICE}/v4/jobdetails/{quote(b64encode(reference.encode()), safe='')}"


def _is_version_4(document: object) -> bool:
    """Say whether *document* has the shape of the version that was switched off in August 2026."""
    return isinstance(document, Mapping) and (
        "stellenangebote" in document or {"refnr", "titel"} <= document.keys()
    )


def _moved(page: Page) -> Refused:
    return Refused(
        Outcome.MOVED,
        Finding(
            severity=Severity.ERROR,
            rule="jobsuche.moved",
            message="Die Antwort hat die Form der abgeschalteten Fassung 4 der Jobsuche "
            "(stellenangebote, refnr); die Schnittstelle ist zu Fassung 6 umgezogen.",
            place=page.url,
            remedy=f"Bitte {SERVICE}/v6/jobs abrufen (ergebnisliste, referenznummer).",
        ),
    )


def _unknown(page: Page) -> Refused:
    return Refused(
        Outcome.UNREADABLE,
        Finding(
            severity=Severity.ERROR,
            rule="jobsuche.unknown",
            message="Die Antwort der Jobsuche hat eine unbekannte Form.",
            place=page.url,
            value=clip(page.text),
            remedy="Bitte prüfen, ob die Schnittstelle geändert wurde.",
        ),
    )
