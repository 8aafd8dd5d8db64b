"""Raw records: the values of a row, put together as a reader of pages would have found them."""

from collections.abc import Mapping, Sequence
from typing import Any

from stellenbund.domain.gazetteer import MUNICIPALITIES
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.feeds.columns import COLUMNS, Key
from stellenbund.feeds.mended import NO

Values = Mapping[Key, str]
"""The texts of a row by what they mean; what is not stated is not there."""

_MARKED_UP = {Key.DESCRIPTION, Key.TASKS, Key.PROFILE, Key.BENEFITS}
_PLAIN = (
    *(Key.REFERENCE, Key.URL, Key.APPLY_URL, Key.TITLE, Key.KIND, Key.PROFESSION, Key.ORG_UNIT),
    *(Key.REQUIREMENTS, Key.CERTIFICATE, Key.POSITIONS, Key.START, Key.DURATION, Key.DEADLINE),
    *(Key.OPENS, Key.POSTED, Key.WEEKLY_HOURS, Key.WORKING_TIME, Key.TAKEOVER, Key.LANGUAGE),
    Key.PARTNER_SCHOOL,
)
_FIELDS = {key: key.value for key in _PLAIN} | {key: f"{key}_html" for key in _MARKED_UP}
"""The fields of a raw record by the columns that fill them alone."""

_CONTACT = (Key.OFFICE, Key.EMAIL, Key.PHONE)
_PAY_YEARS = (Key.PAY_1, Key.PAY_2, Key.PAY_3, Key.PAY_4)
_LABELLED = (Key.PART_TIME, Key.GERMAN_LEVEL, Key.MINIMUM_AGE)
_NOT_ASKED_FOR = "nicht erforderlich"


def raw_record(values: Values, labelled: Sequence[tuple[str, str]], *, page: str) -> RawRecord:
    """Return the record that *values* and the *labelled* ones of additional columns make.

    Without a title the profession is one; a municipality may be named by its key alone.
    """
    fields: dict[str, Any] = {_FIELDS[key]: text for key, text in values.items() if key in _FIELDS}
    fields.setdefault("title", values.get(Key.PROFESSION))
    return RawRecord(
        page=page,
        places=_places(values),
        pay=_pay(values),
        contact=_contact(values),
        labelled=(*_claims(values), *labelled),
        **fields,
    )


def municipality_of(key: str | None) -> str | None:
    """Return the name of the municipality with this official key, if it is one of the gazetteer's.

    >>> municipality_of("05911000")
    'Bochum'
    """
    municipality = MUNICIPALITIES.get(key or "")
    return municipality.name if municipality else None


def _places(values: Values) -> tuple[RawPlace, ...]:
    place = RawPlace(
        name=values.get(Key.PLACE) or municipality_of(values.get(Key.AGS)),
        street=values.get(Key.STREET),
        postcode=values.get(Key.POSTCODE),
        latitude=values.get(Key.LATITUDE),
        longitude=values.get(Key.LONGITUDE),
    )
    return () if place == RawPlace() else (place,)


def _pay(values: Values) -> str | None:
    years = [
        f"{year}. Ausbildungsjahr: {values[key]}"
        for year, key in enumerate(_PAY_YEARS, start=1)
        if key in values
    ]
    whole = [values[Key.PAY]] if Key.PAY in values else []
    return "; ".join([*whole, *years]) or None


def _contact(values: Values) -> str | None:
    return ", ".join(values[key] for key in _CONTACT if key in values) or None


def _claims(values: Values) -> list[tuple[str, str]]:
    """Return what no field of the record stands for, with the label by which it is understood."""
    claims = [(COLUMNS[key].header, values[key]) for key in _LABELLED if key in values]
    licence = values.get(Key.DRIVING_LICENCE)
    if licence:
        stated = _NOT_ASKED_FOR if licence == NO else licence
        claims.append((COLUMNS[Key.DRIVING_LICENCE].header, stated))
    return claims
