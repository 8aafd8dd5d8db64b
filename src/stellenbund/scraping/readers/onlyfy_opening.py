"""Onlyfy opening: its page, whose text is cut, and the page that holds the whole text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EmployerNames
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.german_page import read_german_part
from stellenbund.scraping.readers.listed_opening import ListedOpening
from stellenbund.scraping.readers.onlyfy_item import sort_of
from stellenbund.scraping.readers.ours import ours
from stellenbund.scraping.readers.same_opening import leads_elsewhere, other_opening
from stellenbund.scraping.scraper import Follow, Yield

_DAY = len("2026-11-25")


@dataclass(frozen=True, slots=True)
class OnlyfyOpening:
    """What the list says of an opening, and whose openings are kept."""

    listed: RawRecord
    only: EmployerNames

    def entry(self, card: Element) -> Yield:
        """Lead to the opening's own page; what has none stays as *card* tells it."""
        is_linked = self.listed.reference and self.listed.url
        return self.follow() if is_linked else titled(self.listed, card)

    def follow(self) -> Follow:
        """Lead to the opening's own page."""
        return Follow(self.listed.url or "", self.read, self.listed, is_opening=True)

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the page, and lead on to the whole text of an opening that is kept."""
        whole = _whole_text_of(self.listed, page)
        for item in ListedOpening(self.listed, self.only).read(page):
            if isinstance(item, RawRecord):
                record = _corrected(item)
                yield Follow(whole, WholeText(record, self.only).read, record, is_opening=True)
            else:
                yield item


@dataclass(frozen=True, slots=True)
class WholeText:
    """What the opening's own page told, and whose openings are kept."""

    told: RawRecord
    only: EmployerNames

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the whole text; it wins over the cut one, and fills what is still open."""
        body = page.tree.body
        asked = _whole_text_of(self.told, page)
        is_other = leads_elsewhere(asked, page.url, self.told.reference)
        if is_other or not plain(body):
            yield other_opening(page, self.told) if is_other else _no_text(page, self.told)
            yield titled(replace(self.told, is_partial=True))
            return
        text = read_german_part(body, page)
        record = replace(
            self.told,
            description_html=text.description_html,
            tasks_html=text.tasks_html,
            profile_html=text.profile_html,
            benefits_html=text.benefits_html,
        )
        yield from ours(completed(record, text), self.only, page)


def _whole_text_of(record: RawRecord, page: Page) -> str:
    """Return the address, at the host of *page*, where the whole text of an opening stands."""
    path = f"/job/show/{record.reference}/full"
    parts = urlsplit(page.url)
    return parts._replace(path=path, query="lang=de&mode=candidate", fragment="").geturl()


def _corrected(record: RawRecord) -> RawRecord:
    """Return *record* without what the portal states in the wrong place.

    A deadline on the day of its publication stands for none, and an employment type may be the
    kind of the position as well as its working time.
    """
    deadline, posted = record.deadline or "", record.posted or ""
    is_same = deadline[:_DAY] == posted[:_DAY]
    kind, working_time = sort_of(record.kind)
    return replace(
        record,
        deadline=None if is_same else record.deadline,
        kind=kind,
        working_time=record.working_time or working_time,
    )


def _no_text(page: Page, told: RawRecord) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="onlyfy.no_text",
        message="Die Seite mit dem vollständigen Text dieser Stelle ist leer; es bleibt bei der "
        "gekürzten Fassung.",
        reference=told.reference,
        place=page.url,
        remedy="Bitte die Anzeige im Browser öffnen: Ist ihr Text auch dort leer, muss er im "
        "Portal neu gespeichert werden.",
    )
