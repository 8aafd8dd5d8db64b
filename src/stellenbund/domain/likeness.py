"""Likeness: what two notices of one training have in common, and what tells them apart."""

from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import Fields
from stellenbund.domain.vocabulary import StartKind


def label(fields: Fields) -> str:
    """Return what an opening trains for, by which notices of it find each other."""
    return fields.profession or fold(fields.title)


def contradict(one: Fields, other: Fields) -> bool:
    """Say whether two notices name different years, first days or departments."""
    years = {one.training_year, other.training_year} - {None}
    days = {each.starts_on for each in (one, other) if each.start_kind is StartKind.DAY}
    return len(years) > 1 or len(days) > 1 or _units_differ(one.org_unit, other.org_unit)


def _units_differ(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    return fold(one) not in fold(other) and fold(other) not in fold(one)


def likeness(one: Fields, other: Fields) -> int:
    """Count what two notices of the same training have in common beyond it."""
    return sum(
        (
            fold(one.title) == fold(other.title),
            one.starts_on is not None and one.starts_on == other.starts_on,
            one.org_unit is not None and one.org_unit == other.org_unit,
            bool(_postcodes(one) & _postcodes(other)),
        )
    )


def _postcodes(fields: Fields) -> set[str]:
    return {place.postcode for place in fields.places if place.postcode}
