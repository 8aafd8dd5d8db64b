"""Opening questions: checked parameters become the question that the catalogue answers."""

import re
from collections.abc import Collection, Iterator

from starlette.requests import Request

from stellenbund.api.complaints import BrokenRule, broken, foreign_cursor, unknown_value
from stellenbund.api.cursor import CursorError, read_cursor
from stellenbund.api.errors import ParameterError
from stellenbund.api.near import near
from stellenbund.api.opening_parameters import FilterParameters, OpeningParameters
from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.api.validation import repetitions
from stellenbund.catalogue.places import located
from stellenbund.domain.catalogue_query import RADIUS_KM, CatalogueQuery, Near, Sort
from stellenbund.domain.nrw_places import NRW_PLACES
from stellenbund.flows.picture import Register

_KLDB = re.compile(r"\d{1,5}", re.ASCII)
_POINT = re.compile(r"(-?\d{1,2}(?:\.\d{1,9})?), ?(-?\d{1,3}(?:\.\d{1,9})?)", re.ASCII)
_POLE, _FARTHEST = 90, 180

_NO_PLACE = BrokenRule(
    code="near",
    allowed="LATITUDE,LONGITUDE, a postcode or a place in North Rhine-Westphalia",
    english="must be degrees such as 51.48,7.22, a postcode or a place in North Rhine-Westphalia",
    german="muss Grad enthalten wie 51.48,7.22, eine Postleitzahl oder einen Ort in "
    "Nordrhein-Westfalen",
)
_NEEDS_NEAR = BrokenRule(
    code="needs-near",
    allowed="near=…",
    english="needs near: it says from where",
    german="braucht near: Es sagt, von wo aus",
)


def question(request: Request, asked: OpeningParameters, register: Register) -> CatalogueQuery:
    """Return the question that the parameters *asked* put.

    Raises:
        ParameterError: a parameter is repeated that must not be, something is named that nobody
            knows, a distance lacks its point, or the cursor belongs to another question.
    """
    faults = [*repetitions(request), *_strangers(asked, register), *_pointless(asked)]
    here = _near(asked)
    if asked.near and here is None:
        faults.append(_nowhere(asked.near))
    if faults:
        raise ParameterError(faults)
    return _placed(_question(asked, here), asked.cursor)


def _question(asked: OpeningParameters, here: Near | None) -> CatalogueQuery:
    codes = {each for each in asked.profession if _KLDB.fullmatch(each)}
    return CatalogueQuery(
        words=tuple((asked.q or "").split()),
        cities=frozenset(asked.city),
        professions=frozenset(asked.profession) - codes,
        kldb=frozenset(codes),
        kinds=frozenset(asked.kind),
        training_years=frozenset(asked.training_year),
        statuses=frozenset(asked.status),
        sources=frozenset(asked.source),
        certificate=asked.certificate,
        german_level=asked.german_level,
        unhindered_by=frozenset(asked.nothing_against_me),
        is_part_time=asked.part_time,
        pay_from=asked.pay_from,
        start_from=asked.start_from,
        start_to=asked.start_to,
        deadline_from=asked.deadline_from,
        deadline_to=asked.deadline_to,
        changed_since=asked.changed_since,
        near=here,
        facets=frozenset(asked.facets),
        sort=asked.sort or (Sort.RELEVANCE if asked.q else Sort.NEWEST),
        limit=asked.limit,
    )


def _placed(query: CatalogueQuery, cursor: str | None) -> CatalogueQuery:
    if cursor is None:
        return query
    try:
        return query.model_copy(update={"after": read_cursor(cursor, query)})
    except CursorError as error:
        raise ParameterError([foreign_cursor(cursor)]) from error


def _strangers(asked: FilterParameters, register: Register) -> Iterator[ParameterFault]:
    """Complain about each city, profession and source that nobody knows."""
    yield from _unknown("city", asked.city, register.cities)
    slugs = [each for each in asked.profession if not _is_code(each, register)]
    yield from _unknown("profession", slugs, register.professions)
    yield from _unknown("source", asked.source, register.sources)


def _unknown(
    parameter: str, values: Collection[str], known: Collection[str]
) -> Iterator[ParameterFault]:
    return (unknown_value(parameter, value, known) for value in values if value not in known)


def _is_code(value: str, register: Register) -> bool:
    """Whether *value* is how the KldB code of any profession begins."""
    if not _KLDB.fullmatch(value):
        return False
    return any((each.kldb or "").startswith(value) for each in register.professions.values())


def _pointless(asked: OpeningParameters) -> Iterator[ParameterFault]:
    """Complain about a distance to nowhere."""
    if asked.near is None:
        if asked.sort is Sort.DISTANCE:
            yield broken("sort", asked.sort.value, _NEEDS_NEAR)
        if asked.radius_km is not None:
            yield broken("radius_km", str(asked.radius_km), _NEEDS_NEAR)


def _near(asked: FilterParameters) -> Near | None:
    """Return the point and the radius; ``None``: there is no such place."""
    point = _point(asked.near) if asked.near else None
    if point is None:
        return None
    return Near(latitude=point[0], longitude=point[1], radius_km=asked.radius_km or RADIUS_KM)


def _point(text: str) -> tuple[float, float] | None:
    degrees = _POINT.fullmatch(text)
    if degrees is None:
        return located(text)
    latitude, longitude = float(degrees[1]), float(degrees[2])
    is_on_earth = abs(latitude) <= _POLE and abs(longitude) <= _FARTHEST
    return (latitude, longitude) if is_on_earth else None


def _nowhere(place: str) -> ParameterFault:
    """Complain about a place that nobody knows, and name those that are written alike."""
    fault = broken("near", place, _NO_PLACE)
    return fault.model_copy(update={"near": near(place, NRW_PLACES)})
