"""The naive catalogue: the same questions answered by plain filters over a list of openings."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from stellenbund.catalogue.places import distance, points_of
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, Near, Requirement, Sort
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Certificate, GermanLevel, Kind, StartKind, Status
from tests.catalogue.openings import CITIES, PROFESSIONS

Test = Callable[[Opening], bool]


def status(opening: Opening, today: date) -> Status:
    """Return where *opening* stands."""
    was_public = opening.status in {Status.PUBLISHED, Status.EXPIRED}
    if was_public and opening.deadline_on and opening.deadline_on < today:
        return Status.EXPIRED
    return Status.PUBLISHED if was_public else opening.status


def found(stock: Sequence[Opening], query: CatalogueQuery, today: date) -> list[Opening]:
    """Return the openings that *query* finds, in its order."""
    public = [each for each in stock if each.status is not Status.HELD]
    hits = [each for each in public if all(test(each) for test in _tests(query, today))]
    newest = sorted(hits, key=lambda each: (each.first_seen_at, each.id), reverse=True)
    return sorted(newest, key=lambda each: _value(each, query))


def facet(
    stock: Sequence[Opening], query: CatalogueQuery, facet: Facet, today: date
) -> dict[Any, int]:
    """Return how many each value of *facet* finds instead of what *query* asks of it."""
    every = {value: len(found(stock, _asking(query, facet, value), today)) for value in _ALL[facet]}
    return {value: count for value, count in every.items() if count}


def metres(opening: Opening, near: Near | None) -> int | None:
    """Return how far the nearest place of *opening* is."""
    if near is None:
        return None
    here = (near.latitude, near.longitude)
    return min((distance(here, point) for point in points_of(opening)), default=None)


def _tests(query: CatalogueQuery, today: date) -> Iterator[Test]:
    yield lambda each: status(each, today) in query.statuses
    yield lambda each: not query.cities or each.city in query.cities
    yield lambda each: not query.kinds or each.kind in query.kinds
    yield lambda each: not query.training_years or each.training_year in query.training_years
    yield lambda each: not query.sources or bool(query.sources & _sources(each))
    yield lambda each: not (query.professions or query.kldb) or _is_of(each, query)
    yield lambda each: _is_open_to(each, query.certificate)
    yield lambda each: _is_open_in_german(each, query.german_level)
    yield lambda each: not query.is_part_time or each.part_time.answer == "yes"
    yield lambda each: not any(_hinders(each, asked) for asked in query.unhindered_by)
    yield lambda each: query.pay_from is None or (_pay(each) or 0) >= query.pay_from
    yield lambda each: _is_within(each.starts_on, query.start_from, query.start_to)
    yield lambda each: _is_within(each.deadline_on, query.deadline_from, query.deadline_to)
    yield lambda each: not query.changed_since or each.content_changed_at >= query.changed_since
    yield lambda each: not query.near or _is_near(each, query.near)


def _sources(opening: Opening) -> set[str]:
    return {f"{opening.city}/{origin.source}" for origin in opening.origins.values()}


def _is_of(opening: Opening, query: CatalogueQuery) -> bool:
    code = opening.kldb or "?"
    return opening.profession in query.professions or code.startswith(tuple(query.kldb))


def _is_open_to(opening: Opening, held: Certificate | None) -> bool:
    return not held or not opening.certificate or opening.certificate.rank <= held.rank


def _is_open_in_german(opening: Opening, held: GermanLevel | None) -> bool:
    level = opening.german_level.level
    return not held or not level or level.value <= held.value


def _hinders(opening: Opening, asked: Requirement) -> bool:
    claim = getattr(opening, asked)
    if asked is Requirement.FOREIGN_CERTIFICATE:
        return bool(claim.answer == "no")
    return claim.answer == "yes" and getattr(claim, "rule", None) != "any"


def _pay(opening: Opening) -> Any:  # noqa: ANN401
    stated = (opening.pay.amounts or opening.pay.hint) if opening.pay else ()
    return stated[0].amount if stated else None


def _is_within(day: date | None, least: date | None, most: date | None) -> bool:
    if least is None and most is None:
        return True
    return day is not None and (least or date.min) <= day <= (most or date.max)


def _is_near(opening: Opening, near: Near) -> bool:
    away = metres(opening, near)
    return away is not None and away <= near.radius_km * 1000


def _value(opening: Opening, query: CatalogueQuery) -> int:
    match query.sort:
        case Sort.DEADLINE:
            return (opening.deadline_on or date.max).toordinal()
        case Sort.START:
            return _start(opening)
        case Sort.DISTANCE:
            return metres(opening, query.near) or 0
        case _:
            return 0


def _start(opening: Opening) -> int:
    if opening.starts_on:
        return opening.starts_on.toordinal()
    if opening.start_kind is StartKind.AS_SOON_AS_POSSIBLE:
        return 0
    year = opening.training_year
    return (date(year, 12, 31) if year else date.max).toordinal()


def _asking(query: CatalogueQuery, facet: Facet, value: Any) -> CatalogueQuery:  # noqa: ANN401
    changes: dict[Facet, dict[str, Any]] = {
        Facet.CITY: {"cities": {value}},
        Facet.PROFESSION: {"professions": {value}, "kldb": frozenset()},
        Facet.KIND: {"kinds": {value}},
        Facet.TRAINING_YEAR: {"training_years": {value}},
        Facet.CERTIFICATE: {"certificate": value},
        Facet.GERMAN_LEVEL: {"german_level": value},
        Facet.PART_TIME: {"is_part_time": True},
        Facet.SOURCE: {"sources": {value}},
        Facet.STATUS: {"statuses": {value}},
    }
    return query.model_copy(update=changes[facet])


_ALL: dict[Facet, Sequence[Any]] = {
    Facet.CITY: CITIES,
    Facet.PROFESSION: tuple(PROFESSIONS),
    Facet.KIND: tuple(Kind),
    Facet.TRAINING_YEAR: (2026, 2027, 2028),
    Facet.CERTIFICATE: tuple(Certificate),
    Facet.GERMAN_LEVEL: tuple(GermanLevel),
    Facet.PART_TIME: ("yes",),
    Facet.SOURCE: [f"{city}/{source}" for city in CITIES for source in ("site", "jobsuche")],
    Facet.STATUS: (Status.PUBLISHED, Status.EXPIRED, Status.WITHDRAWN),
}
