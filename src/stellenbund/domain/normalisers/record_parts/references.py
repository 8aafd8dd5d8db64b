"""References: what identifies a record within its source."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.links import canonical, read_link
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying, short_line
from stellenbund.domain.normalisers.texts import fold, read_line
from stellenbund.domain.normalisers.titles import read_title
from stellenbund.domain.record import RawRecord

LONGEST = 500

_APART = " | "

_NO_REFERENCE = Saying(
    "record.no_reference",
    "Die Ausschreibung hat weder eine Kennziffer noch eine eigene Adresse.",
    "Eine Kennziffer hilft, sie wiederzuerkennen, wenn sich der Titel ändert.",
)


def stated_reference(record: RawRecord, shared: frozenset[str] = frozenset()) -> str | None:
    """Return the record's own reference, else its canonical address, else ``None``.

    References and addresses that several records of a delivery *share* identify none of them.
    """
    own = read_line(record.reference)
    if own and own not in shared:
        return _bounded(own)
    address = _address(record)
    return _bounded(address) if address and address not in shared else None


def described_reference(record: RawRecord, notebook: Notebook) -> str:
    """Return title, start, unit and place of a record that has neither reference nor address."""
    places = tuple(place.postcode or place.name for place in record.places[:1])
    words = (record.title, record.start, record.org_unit, *places)
    notebook.note(_NO_REFERENCE, place="reference", value=record.title)
    return _bounded(_APART.join(fold(read_line(word) or "") for word in words))


def is_described(reference: str) -> bool:
    """Say whether a record was given *reference* for want of its own; nobody knows it by that.

    >>> is_described("fisi | 01.08.2027 |  | bochum"), is_described("2027-17")
    (True, False)
    """
    return _APART in reference


def is_shared(record: RawRecord, shared: frozenset[str]) -> bool:
    """Say whether the record's own reference is among those that several *share*."""
    return read_line(record.reference) in shared


def shared_addresses(
    records: Iterable[RawRecord], references: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Return the addresses under which records with different titles stand.

    What has a reference is not known by its address, unless it is one of the shared *references*.
    """
    titles: dict[str, set[str]] = defaultdict(set)
    for record in records:
        own = read_line(record.reference)
        address = _address(record) if own is None or own in references else None
        if address:
            titles[address].add(fold(short_line(record.title) or ""))
    return frozenset(address for address, found in titles.items() if len(found) > 1)


def shared_references(records: Iterable[RawRecord]) -> frozenset[str]:
    """Return the references under which different titles stand, each at an address of its own."""
    by_reference: dict[str, list[RawRecord]] = defaultdict(list)
    for record in records:
        if own := read_line(record.reference):
            by_reference[own].append(record)
    repeated = {own: found for own, found in by_reference.items() if len(found) > 1}
    return frozenset(own for own, found in repeated.items() if _are_apart(found))


def _are_apart(records: Iterable[RawRecord]) -> bool:
    """Say whether there are several titles, each at known addresses that no other has."""
    addresses: dict[str, set[str | None]] = defaultdict(set)
    for record in records:
        addresses[_title(record)].add(_address(record))
    everything = set[str | None]().union(*addresses.values())
    is_apart = len(everything) == sum(map(len, addresses.values()))
    return len(addresses) > 1 and None not in everything and is_apart


def _title(record: RawRecord) -> str:
    return fold(read_title(short_line(record.title) or "").title)


def _address(record: RawRecord) -> str | None:
    try:
        return canonical(read_link(record.url or "", base_url=record.page))
    except UnreadableTextError:
        return None


def _bounded(reference: str) -> str:
    """Return *reference*, or its beginning with a digest of the whole if it is too long."""
    if len(reference) <= LONGEST:
        return reference
    return f"{reference[:400]}…{hashlib.sha256(reference.encode()).hexdigest()[:32]}"
