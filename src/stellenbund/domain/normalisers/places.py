"""Places: from the work places that a source writes to municipality, postcode and coordinates."""

from collections.abc import Sequence
from functools import lru_cache

from stellenbund.domain.city import City
from stellenbund.domain.finding import Finding
from stellenbund.domain.gazetteer import (
    MUNICIPALITIES,
    NRW,
    Municipality,
    by_postcode,
)
from stellenbund.domain.normalisers.place_parts.addresses import Address, addresses
from stellenbund.domain.normalisers.place_parts.coordinates import read_point
from stellenbund.domain.normalisers.place_parts.names import known_as
from stellenbund.domain.normalisers.place_parts.remarks import Note, remark
from stellenbund.domain.normalisers.remembering import LONGEST, MOST
from stellenbund.domain.record import RawPlace
from stellenbund.domain.statements import WorkPlace
from stellenbund.domain.vocabulary import Precision

_Read = tuple[tuple[WorkPlace, ...], tuple[Finding, ...]]


def read_places(
    places: Sequence[RawPlace], *, city: City
) -> tuple[tuple[WorkPlace, ...], tuple[Finding, ...]]:
    """Return the work places that are stated; where none is stated there is none.

    What is doubtful becomes a finding: ``places.pay_grade``, ``places.postcode``,
    ``places.no_place``, ``places.unknown``, ``places.contradiction``,
    ``places.other_municipality``, ``places.coordinates``, ``places.coordinates_swapped``.
    """
    read = [_read_place(raw, city.ags, city.name) for raw in places]
    stated = [place for places, _ in read for place in places]
    findings = tuple(finding for _, findings in read for finding in findings)
    return tuple(dict.fromkeys(stated) if len(stated) > 1 else stated), findings


def _read_place(raw: RawPlace, ags: str, city: str) -> _Read:
    """Return one place, as it was read before: a city has few, and names them in every opening."""
    parts = (raw.name, raw.street, raw.postcode, raw.latitude, raw.longitude)
    is_short = sum(len(part) for part in parts if part) <= LONGEST
    return _read_short(raw, ags, city) if is_short else _read(raw, ags, city)


def _read(raw: RawPlace, ags: str, city: str) -> _Read:
    home = MUNICIPALITIES.get(ags) or Municipality(name=city, ags=ags)
    findings: list[Finding] = []
    read = [
        _place(address, raw, home, findings.append)
        for address in addresses(raw, home, findings.append)
    ]
    return tuple(place for place in read if place != WorkPlace()), tuple(findings)


_read_short = lru_cache(MOST)(_read)


def _place(address: Address, raw: RawPlace, home: Municipality, note: Note) -> WorkPlace:
    municipality = _municipality(address, home, note)
    box = (municipality or home).box or NRW
    point, rule = read_point(raw.latitude, raw.longitude, box=box)
    if rule:
        note(remark(rule, f"{raw.latitude} / {raw.longitude}"))
    return WorkPlace(
        ags=municipality.ags if municipality else None,
        name=address.name,
        postcode=address.postcode,
        street=address.street,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        precision=_precision(address),
    )


def _precision(address: Address) -> Precision:
    if address.street:
        return Precision.ADDRESS
    return Precision.POSTCODE if address.postcode else Precision.CITY


def _municipality(address: Address, home: Municipality, note: Note) -> Municipality | None:
    named = known_as(address.name, home)
    coded = by_postcode(address.postcode) if address.postcode else None
    stated = ", ".join(part for part in (address.postcode, address.name) if part)
    if named and coded and named != coded:
        note(remark("contradiction", stated))
        return None
    found = named or coded
    if found is None:
        if stated:
            note(remark("unknown", stated))
    elif found.ags != home.ags:
        note(remark("other_municipality", stated))
    return found
