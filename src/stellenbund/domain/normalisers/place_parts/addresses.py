"""Addresses: the name, street and postcode of a place, also where one line holds them all."""

import re
from typing import NamedTuple

from stellenbund.domain.finding import clip
from stellenbund.domain.gazetteer import Municipality, by_name
from stellenbund.domain.normalisers.pay_parts.pay_marks import speaks_of_pay, without_pay
from stellenbund.domain.normalisers.place_parts.names import known_as, looks_like_place
from stellenbund.domain.normalisers.place_parts.remarks import Note, remark
from stellenbund.domain.normalisers.texts import fold, read_line
from stellenbund.domain.record import RawPlace

LONGEST = 300
_NOTHING = re.compile(
    r"[\W_]*|n/?a|k\. ?a\.|keine[ _]angaben?|nicht[ _](?:angegeben|relevant)|unbekannt"
)
_POSTCODE = r"(?:D[- ] ?)?(?<![0-9])(?P<postcode>[0-9]{5})(?![0-9])"
_ONE_LINE = re.compile(rf"(?:(?P<street>.+?)[,;|] *)?{_POSTCODE}[ ,]*(?P<name>.*)")
_SEVERAL = re.compile(r" ?[/;|] ?|,? und |, ")
_STREET = re.compile(r"[^\W\d_]{2,}")


class Address(NamedTuple):
    """What is stated about where a place lies."""

    name: str | None
    street: str | None
    postcode: str | None


def addresses(raw: RawPlace, home: Municipality, note: Note) -> list[Address]:
    """Return the address, or several where one line names several municipalities.

    What can be no place is not part of it. Beside pay only a town that we know is believed.
    """
    name, street = _stated(raw.name), _stated(raw.street)
    without = name and without_pay(name)
    address = _one_line(Address(without or None, street, _postcode(raw.postcode, note)))
    if without != name:
        note(remark("pay_grade", name or ""))
        address = address._replace(name=address.name if known_as(address.name, home) else None)
    return _each(_believed(address, home, note))


def _believed(address: Address, home: Municipality, note: Note) -> Address:
    """Return *address* without a name or street that can be none."""
    name, street, _ = address
    if name and not (known_as(name, home) or looks_like_place(name)):
        note(remark("no_place", name))
        address = address._replace(name=None)
    if street and (speaks_of_pay(street) or not _STREET.search(street)):
        note(remark("pay_grade" if speaks_of_pay(street) else "no_place", street))
        address = address._replace(street=None)
    return address


def _each(address: Address) -> list[Address]:
    if address.name is None or address.street or address.postcode:
        return [address]
    parts = _SEVERAL.split(address.name)
    if not all(by_name(part) for part in parts):
        return [address]
    return [Address(part, None, None) for part in parts]


def _one_line(address: Address) -> Address:
    """Take an address apart that stands on one line in the place of the name."""
    name, street, postcode = address
    if name and (line := _ONE_LINE.fullmatch(name)):
        street, postcode = street or line["street"], postcode or line["postcode"]
        return Address(line["name"].strip(" ,;|-") or None, street, postcode)
    if name and not street and by_name(name) is None:
        before, _, after = name.rpartition(",")
        if by_name(after) and re.search(r"\d", before):
            return Address(after.strip(), before.strip(), postcode)
    return address


def _stated(text: str | None) -> str | None:
    """Return a name or street as it is written, if one is."""
    line = clip(read_line(text) or "", LONGEST)
    return None if _NOTHING.fullmatch(fold(line)) else line


def _postcode(text: str | None, note: Note) -> str | None:
    """Return the five digits; a leading zero that was lost on the way is not guessed."""
    line = read_line(text)
    if line is None or _NOTHING.fullmatch(fold(line)):
        return None
    digits = re.fullmatch(_POSTCODE, line)
    if digits is None:
        note(remark("postcode", line))
        return None
    return digits["postcode"]
