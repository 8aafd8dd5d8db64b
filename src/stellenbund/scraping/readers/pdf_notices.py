"""pdf_notices: openings that a city publishes as PDF files, one or several in each."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope, Trust
from stellenbund.scraping.css import Css
from stellenbund.scraping.page import PDF, Page
from stellenbund.scraping.pdf_text import PdfError, read_pdf
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.pdf_opening import read_pdf_openings
from stellenbund.scraping.scraper import Follow, Refused, Site, Yield

_REMEDY = (
    "Bitte die Datei ansehen. Ist sie eine Ausschreibung, hilft ein PDF mit auswählbarem Text oder "
    "eine eigene Seite; ist sie keine, muss die Auswahl der Links (links=…) in der Beschreibung "
    "der Stadt (scrapers/) enger gefasst werden."
)


def pdf_notices(
    start: str | tuple[str, ...],
    *,
    links: str = 'a[href*=".pdf" i]',
    next_page: str | None = None,
    no_openings: str | None = None,
    hosts: tuple[str, ...] = (),
    scope: Scope = Scope.TRAINING,
) -> Site:
    """Return the source of all openings in the PDF files to which a page links.

    What such a file says is read less surely than a page, so each opening has a finding, and any
    page of the city that says something else is believed before it.

    Args:
        start: the page with the links, or the files themselves.
        links: CSS of the links to files with openings; to no price lists and no forms.
        next_page: CSS of the link to the next page with links.
        no_openings: CSS of the element by which the page says that it has no openings.
        hosts: further hosts on which the files stand.
        scope: whether ordinary jobs stand among the files.
    """
    listing = ListPage(next_page=compiled(next_page), no_openings=compiled(no_openings))
    return Site(
        start=start,
        read=PdfReading(Css.of(links), listing).read,
        key="pdf",
        name="Ausschreibungen als PDF",
        reader="pdf_notices",
        scope=scope,
        trust=Trust.PORTAL,
        hosts=hosts,
    )


@dataclass(frozen=True, slots=True)
class PdfReading:
    """By which links the files are found, and how their page says that there are none."""

    links: Css = field(default_factory=lambda: Css.of('a[href*=".pdf" i]'))
    listing: ListPage = field(default_factory=ListPage)

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a file, or lead to those that a page links to."""
        if page.content_type == PDF:
            yield from _read_file(page, Outcome.UNREADABLE)
            return
        addresses = (page.link(tag.get("href")) for tag in self.links.select(page.root))
        for url in dict.fromkeys(addresses):
            if url:
                yield Follow(url, read=read_linked, is_opening=True)
        yield from self.listing.around(page)


def read_linked(page: Page) -> Iterator[Yield]:
    """Read one of several files; if it cannot be read, nothing of the others counts as gone."""
    yield from _read_file(page, Outcome.TRUNCATED)


def _read_file(page: Page, trouble: Outcome) -> Iterator[Yield]:
    """Read the openings of a file, or say why that cannot be done; it means *trouble* then."""
    if page.content_type != PDF:
        yield _refused(page, trouble, "no_pdf", "Unter dieser Adresse steht keine PDF-Datei.")
        return
    try:
        pages = read_pdf(page.body)
    except PdfError as error:
        yield _refused(page, trouble, "unreadable", error.reason, error.cause)
        return
    records = read_pdf_openings(pages, page)
    for record in records:
        yield record
        yield _read_from_file(record, page)
    if not records:
        text = " ".join(line for lines in pages for line in lines)
        message = "In dieser PDF-Datei wurde keine Ausschreibung erkannt."
        yield _refused(page, trouble, "no_opening", message, text)


def _read_from_file(record: RawRecord, page: Page) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="pdf.read",
        message="Diese Ausschreibung wurde aus einer PDF-Datei gelesen; Angaben können fehlen "
        "oder falsch zugeordnet sein.",
        reference=record.reference,
        place=record.url or page.url,
        value=record.title,
        remedy="Bitte mit der Datei vergleichen. Sicherer ist eine eigene Seite mit denselben "
        "Angaben.",
    )


def _refused(
    page: Page, trouble: Outcome, rule: str, message: str, value: str | None = None
) -> Refused:
    return Refused(
        trouble,
        Finding(
            severity=Severity.ERROR,
            rule=f"pdf.{rule}",
            message=message,
            place=page.url,
            value=clip(value) if value else None,
            remedy=_REMEDY,
        ),
    )
