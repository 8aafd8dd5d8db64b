"""Answers: what helps somebody whose question finds nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from stellenbund.catalogue.facets import Counts
from stellenbund.catalogue.meanings import lexicon, terms_of
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, Near

Count = Callable[[CatalogueQuery], int]
"""How many openings a question finds."""

CountEach = Callable[[CatalogueQuery, Facet], Counts]
"""How many openings each value of a facet finds, the other filters being as they are."""

RADII_KM = (10.0, 25.0, 50.0, 100.0, 200.0)
_GROUP = 3
_MAIN_GROUP = 2
"""Digits of the KldB: 731 is administration, 73 all professions of law and administration."""


class Wider(NamedTuple):
    """The smallest larger radius that finds something, and how much."""

    radius_km: float
    total: int


class Help(NamedTuple):
    """What is there instead.

    *wider* is a radius, *related* are professions of the same KldB group, *intakes* the training
    years that are to come, all with the rest of the question as it was; *without* names filters
    (``words`` among them) and how many openings there are if one of them is left out.
    """

    wider: Wider | None
    related: Counts
    intakes: Counts
    without: Mapping[str, int]


def help_for(query: CatalogueQuery, count: Count, count_each: CountEach, today: date) -> Help:
    """Return what there is instead of what *query* asks for."""
    return Help(
        wider=_wider(query, count),
        related=_related(query, count_each),
        intakes=_intakes(query, count_each, today),
        without=dict(_without(query, count)),
    )


def _wider(query: CatalogueQuery, count: Count) -> Wider | None:
    if query.near is None:
        return None
    for radius in RADII_KM:
        if radius > query.near.radius_km:
            near: Near = query.near.model_copy(update={"radius_km": radius})
            if total := count(_changed(query, near=near)):
                return Wider(radius, total)
    return None


def _related(query: CatalogueQuery, count_each: CountEach) -> Counts:
    """Return the professions of the same group, else of the same main group."""
    asked = query.professions | _meant(query)
    codes = {_code(slug) for slug in asked} | query.kldb
    for digits in (_GROUP, _MAIN_GROUP) if any(codes) else ():
        groups = frozenset(code[:digits] for code in codes if code)
        relatives = _changed(query, words=(), professions=frozenset(), kldb=groups)
        found = _of_groups(count_each(relatives, Facet.PROFESSION), groups, asked)
        if found:
            return found
    return {}


def _of_groups(found: Counts, groups: frozenset[str], asked: frozenset[str]) -> Counts:
    return {
        slug: total
        for slug, total in found.items()
        if slug not in asked and _code(str(slug)).startswith(tuple(groups))
    }


def _code(slug: str) -> str:
    return lexicon().codes.get(slug, "")


def _meant(query: CatalogueQuery) -> frozenset[str]:
    terms = terms_of(" ".join(query.words)) if query.words else ()
    return frozenset(slug for term in terms for slug in term.meaning.professions)


def _intakes(query: CatalogueQuery, count_each: CountEach, today: date) -> Counts:
    whenever = _changed(query, **{name: _UNASKED[name] for name in _TIMES})
    found = count_each(whenever, Facet.TRAINING_YEAR)
    return {year: total for year, total in found.items() if int(year) >= today.year}


def _without(query: CatalogueQuery, count: Count) -> Iterator[tuple[str, int]]:
    for name, unasked in _UNASKED.items():
        if getattr(query, name) != unasked and (total := count(_changed(query, **{name: unasked}))):
            yield name, total


def _changed(query: CatalogueQuery, **changes: Any) -> CatalogueQuery:  # noqa: ANN401
    """Return *query* with *changes*, in the order and on the page that need nothing of it."""
    plain = {"sort": CatalogueQuery.model_fields["sort"].default, "after": None}
    return query.model_copy(update=plain | changes)


_PAGING = {"facets", "sort", "after", "limit"}
_UNASKED: Mapping[str, Any] = {
    name: field.default
    for name, field in CatalogueQuery.model_fields.items()
    if name not in _PAGING
}
_TIMES = ("training_years", "start_from", "start_to", "deadline_from", "deadline_to")
