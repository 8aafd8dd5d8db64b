"""feed: openings that a site publishes as RSS 2.0, RSS 1.0, Atom or JSON Feed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Unpack

from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.feed_document import DoctypeError, read_xml
from stellenbund.scraping.readers.feed_entry import Entry, Feed, FeedElements, read_entry
from stellenbund.scraping.readers.feed_faults import (
    cut,
    doctype,
    mended,
    no_detail,
    no_employer,
    unknown,
)
from stellenbund.scraping.readers.feed_json import read_json_feed
from stellenbund.scraping.readers.feed_xml import read_feed
from stellenbund.scraping.readers.fields import completed, fill, titled, with_texts
from stellenbund.scraping.readers.same_opening import is_same, other_opening
from stellenbund.scraping.scraper import (
    Excerpt,
    Follow,
    NoOpenings,
    Reader,
    Skipped,
    Unreadable,
    Yield,
)
from stellenbund.scraping.selectors import FieldSelectors

NO_ELEMENTS = FeedElements()


def feed(
    *,
    detail: Reader | None = None,
    only: EmployerNames = EVERYBODY,
    elements: FeedElements = NO_ELEMENTS,
    is_whole: bool = False,
    **fields: Unpack[FieldSelectors],
) -> Reader:
    """Return a reader of feeds, whichever of the four formats they have.

    Most feeds show their newest entries and drop the others without a word, and none states how
    many there are. So what a feed no longer shows proves nothing unless it *is whole*: an opening
    then ends with its deadline, or when another source ends it.

    Args:
        detail: a reader of the pages that the entries link to; what the page states wins. Where
            it cannot be had, or shows no opening, the entry goes on as a partial record.
        only: the employers whose entries are kept; all others are skipped.
        elements: the elements of the feed that stand for a field, such as
            ``{"deadline": "dc:date"}``; publishers use those of Dublin Core as they please.
        is_whole: whether the publisher keeps every open entry in the feed, so that one which is
            missing is gone.
        **fields: a selector for each field that stands in the text of an entry; it wins over
            *elements*.
    """
    return FeedReading(detail, only, elements, fields, is_whole=is_whole).read


@dataclass(frozen=True, slots=True)
class FeedReading:
    """How one site's feed is read."""

    detail: Reader | None
    only: EmployerNames
    elements: FeedElements
    fields: FieldSelectors
    is_whole: bool = False

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the feed, or say what the document is instead."""
        try:
            found = _feed(page)
        except DoctypeError:
            yield doctype(page)
        except ValueError as error:
            yield unknown(page, error)
        else:
            yield from self._read_feed(found, page)

    def _read_feed(self, found: Feed, page: Page) -> Iterator[Yield]:
        """Read the entries; of a feed that ends too early none is proved to be missing."""
        if not self.is_whole:
            yield Excerpt()
        if found.is_cut:
            yield cut(page)
        elif found.is_mended:
            yield mended(page)
        is_empty = True
        for entry in found.entries:
            is_empty = False
            yield from self._read_entry(entry, page)
        if is_empty and not found.is_mended:
            yield NoOpenings("Der Feed hat keinen Eintrag.")
        if found.next_page:
            yield Follow(found.next_page)

    def _read_entry(self, entry: Entry, page: Page) -> Iterator[Yield]:
        """Keep an entry of ours, with a way to its page; count any other."""
        record = self._record(entry, page)
        if not self.only.include(record.employer):
            yield Skipped(record.reference or record.url or record.title or record.page)
            yield from self.only.similar(page, record.employer)
            if not record.employer:
                yield no_employer(page)
        elif self.detail and record.url:
            read = DetailReading(record, self.detail).read
            yield Follow(record.url, read=read, record=record, is_opening=True)
        else:
            yield titled(record)

    def _record(self, entry: Entry, page: Page) -> RawRecord:
        """Return what *entry* says: by itself, by declared elements, and in its text."""
        declared = {field: entry.texts.get(str(name)) for field, name in self.elements.items()}
        text = Page(url=entry.url or page.url, text=f"<div>{entry.html or ''}</div>")
        record = read_entry(entry, page)
        record = with_texts(record, {field: text for field, text in declared.items() if text}, text)
        return fill(record, text.root, self.fields, text) if self.fields else record


@dataclass(frozen=True, slots=True)
class DetailReading:
    """How the page of one entry is read: by another reader, for what the feed leaves open."""

    listed: RawRecord
    detail: Reader

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the page of the entry; the opening is that of the feed, whatever the page calls it.

        Raises:
            ValueError: the other reader cannot read the page at all.
        """
        found = list(self.detail(page))
        records = [each for each in found if isinstance(each, RawRecord)]
        yield from (each for each in found if isinstance(each, Finding))
        yield from (each.finding for each in found if isinstance(each, Unreadable))
        if len(records) == 1 and is_same(page, self.listed, records[0]):
            record = completed(records[0], self.listed)
            yield titled(replace(record, reference=self.listed.reference, url=self.listed.url))
            return
        if len(records) == 1:
            yield other_opening(page, self.listed, records[0])
        else:
            yield no_detail(page, self.listed, len(records))
        yield titled(replace(self.listed, is_partial=True))


def _feed(page: Page) -> Feed:
    """Return the feed that *page* is; JSON is known by its first character."""
    if page.text.lstrip().startswith("{"):
        return read_json_feed(page)
    return read_feed(read_xml(page.text), page)
