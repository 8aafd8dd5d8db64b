"""Addresses: the name, street and postcode of a place, also where one line holds them all."""

import re
from typing import NamedTuple

from stellenbund.domain.finding import clip
from stellenbund.domain.gazetteer import by_name
from stellenbund.domain.normalisers.place_parts.remarks import Note, remark
from stellenbund.domain.normalisers.texts import fold, read_line
from stellenbund.domain.record import RawPlace

LONGEST = 300
_NOTHING = re.compile(
    r"[\W_]*|n/?a|k\. ?a\.|keine[ _]angaben?|nicht[ _](?:angegeben|relevant)|unbekannt"
)
_GROUP = r"(?:besoldungs?gruppe|entgeltgruppe|besgr\.?|verguetung) ?:? ?"
_TARIFF = r"(?:tv(?:oe|aoe)?d(?:-\w+)?|tvl|lbes\w*|nrw|vka)"
_GRADE = re.compile(
    rf"(?:{_GROUP})?(?:{_TARIFF} ?)*(?:eg|[easprw]) ?\d{{1,2}} ?[a-c]?(?: ?{_TARIFF})*"
    rf"|{_GROUP}\d{{1,2}}[a-c]?(?: ?{_TARIFF})*|{_TARIFF}"
)
_RANGE = re.compile(r" ?(?:/|-|–|bis|,|und|oder) ?")
_POSTCODE = r"(?:D[- ] ?)?(?<![0-9])(?P<postcode>[0-9]{5})(?![0-9])"
_ONE_LINE = re.compile(rf"(?:(?P<street>.+?)[,;|] *)?{_POSTCODE}[ ,]*(?P<name>.*)")
_SEVERAL = re.compile(r" ?[/;|] ?|,? und |, ")


class Address(NamedTuple):
    """What is stated about where a place lies."""

    name: str | None
    street: str | None
    postcode: str | None


def addresses(raw: RawPlace, note: Note) -> list[Address]:
    """Return the address, or several where one line names several municipalities."""
    address = _one_line(
        Address(_stated(raw.name, note), _stated(raw.street, note), _postcode(raw.postcode, note))
    )
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


def _stated(text: str | None, note: Note) -> str | None:
    """Return a name or street; a pay grade in its place is none."""
    line = clip(read_line(text) or "", LONGEST)
    folded = fold(line)
    if _NOTHING.fullmatch(folded):
        return None
    if all(_GRADE.fullmatch(part) for part in _RANGE.split(folded.replace("tv-l", "tvl"))):
        note(remark("pay_grade", line))
        return None
    return line


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
