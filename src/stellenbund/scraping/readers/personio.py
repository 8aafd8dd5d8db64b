"""personio: the positions that a career site of Personio publishes as XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urljoin

from lxml import etree

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.domain.source import Scope
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.ours import ours
from stellenbund.scraping.readers.strict_xml import read_strictly
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Site, Total, Yield

_ROOT = "workzag-jobs"
_SCHEDULES = {
    "full-time": "Vollzeit",
    "part-time": "Teilzeit",
    "full-or-part-time": "Vollzeit, Teilzeit",
}
_TYPES = {"intern": "Praktikum", "permanent": "Festanstellung", "working_student": "Werkstudium"}
_HEADINGS = {
    "profile_html": r"profil|bring|anforderung|voraussetzung|qualifikation|erwarten wir|wir suchen",
    "benefits_html": r"bieten|angebot|vorteil|benefit|leistungen|freuen",
    "tasks_html": r"aufgabe|erwartet|tätigkeit|lern|inhalt",
}
"""How the heading of each text reads; employers word it as they like, so these are stems."""


def personio(tenant: str, *, only: EmployerNames = EVERYBODY, scope: Scope = Scope.MIXED) -> Site:
    """Return the source of all positions that *tenant* publishes with Personio.

    Args:
        tenant: the first part of the career site's host ``….jobs.personio.de``.
        only: the subcompanies whose positions are kept; all others are skipped.
        scope: whether the site shows ordinary jobs too.
    """
    return Site(
        start=f"https://{tenant}.jobs.personio.de/xml",
        read=PersonioReading(only).read,
        key="personio",
        name="Karriereportal",
        scope=scope,
    )


@dataclass(frozen=True, slots=True)
class PersonioReading:
    """Whose positions are kept."""

    only: EmployerNames = EVERYBODY

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the document, which always holds all positions.

        Raises:
            ValueError: it is no well-formed XML, or declares a document type.
        """
        root = read_strictly(page)
        if root.tag != _ROOT:
            yield unknown(page, reader="personio", portal="Personio")
            return
        positions = root.findall("position")
        if not positions:
            yield Total(0)
        for position in positions:
            yield from ours(_record(position, page), self.only, page)


def _record(position: etree._Element, page: Page) -> RawRecord:
    """Return what *position* says."""
    reference = _text(position, "id")
    texts = _texts(position)
    employment, schedule = _text(position, "employmentType"), _text(position, "schedule")
    return RawRecord(
        page=page.url,
        reference=reference,
        url=urljoin(page.url, f"/job/{quote(reference, safe='')}") if reference else None,
        title=_text(position, "name"),
        section=_TYPES.get(employment, employment) if employment else None,
        kind=_text(position, "recruitingCategory"),
        employer=_text(position, "subcompany"),
        org_unit=_text(position, "department"),
        description_html=texts.get("description_html"),
        tasks_html=texts.get("tasks_html"),
        profile_html=texts.get("profile_html"),
        benefits_html=texts.get("benefits_html"),
        places=tuple(_places(position)),
        posted=_text(position, "createdAt"),
        working_time=_SCHEDULES.get(schedule, schedule) if schedule else None,
    )


def _text(element: etree._Element, name: str) -> str | None:
    """Return the text of the first child *name*, if it has any."""
    return (element.findtext(name) or "").strip() or None


def _places(position: etree._Element) -> Iterator[RawPlace]:
    """Yield the offices: the main one, then those where the position exists too."""
    offices = (*position.findall("office"), *position.findall("additionalOffices/office"))
    names = ((office.text or "").strip() for office in offices)
    return (RawPlace(name=name) for name in dict.fromkeys(names) if name)


def _texts(position: etree._Element) -> dict[str, str]:
    """Return the parts of the description by the fields that their headings mean."""
    texts: dict[str, str] = {}
    for part in position.iterfind("jobDescriptions/jobDescription"):
        heading, value = _text(part, "name") or "", _text(part, "value")
        if value:
            field = _field(heading)
            titled = f"<h3>{escape(heading)}</h3>\n{value}" if heading else value
            shown = titled if field == "description_html" else value
            texts[field] = f"{texts[field]}\n{shown}" if field in texts else shown
    return texts


def _field(heading: str) -> str:
    """Return the field whose text stands under *heading*.

    >>> _field("Das bringst du mit"), _field("DAS ERWARTET DICH"), _field("Über uns")
    ('profile_html', 'tasks_html', 'description_html')
    """
    words = heading.casefold()
    found = (field for field, stems in _HEADINGS.items() if re.search(stems, words))
    return next(found, "description_html")
