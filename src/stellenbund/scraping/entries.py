"""Entries: what readers find, looked at as entries of a list."""

from collections.abc import Hashable, Iterable

from stellenbund.domain.finding import Finding
from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.scraper import Excerpt, Follow, Skipped, Total, Unreadable, Yield


def tells(item: Yield) -> bool:
    """Say whether *item* tells anything about the list.

    A remark does not, nor does a number, nor a way to the next page.
    """
    match item:
        case Follow(read=None, record=None, is_opening=False):
            return False
        case Finding() | Total():
            return item == Total(0)
        case Excerpt():
            return False
    return True


def marks(items: Iterable[Yield]) -> tuple[Hashable, ...]:
    """Return what tells a page of a list from others, even under a new session's address."""
    return tuple(mark for item in items if (mark := _mark(item)) is not None)


def key(item: Yield) -> Hashable:
    """Return what an entry is counted by, however often it is shown; ``None`` for what is none."""
    match item:
        case Follow(record=RawRecord() as record, is_opening=True):
            return record.reference or _nameless(record, item.url)
        case Follow(is_opening=True):
            return _bare(item.url)
        case RawRecord():
            return item.reference or _nameless(item, item.url)
        case Unreadable() | Skipped():
            return item.reference
    return None


def _nameless(record: RawRecord, url: str | None) -> Hashable:
    """Return what tells a record without a reference from others.

    One address may stand for many openings, as that of a common form does, and so may one title.
    """
    return (url and _bare(url), record.title, record.section, record.org_unit, record.start)


def _bare(url: str) -> str:
    """Return *url* without the session in it; as it stands, if it is no address."""
    try:
        return canonical(url)
    except ValueError:
        return url


def _mark(item: Yield) -> Hashable:
    """Return what tells one entry from others, or ``None`` for what is no entry."""
    match item:
        case Follow(record=RawRecord() as record) if record.title:
            return _mark(record)
        case Follow(is_opening=True):
            return item.url
        case RawRecord():
            return item.reference or (item.title, item.section, item.org_unit, item.start)
        case Unreadable() | Skipped():
            return item.reference
    return None
