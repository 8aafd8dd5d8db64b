"""Places: how far from a point the openings are."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from math import asin, cos, radians, sin, sqrt
from operator import itemgetter

from stellenbund.catalogue.postings import Postings
from stellenbund.catalogue.row import Row
from stellenbund.domain.catalogue_query import Near
from stellenbund.domain.gazetteer import MUNICIPALITIES, by_name, by_postcode
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.nrw_places import NRW_PLACES, Point
from stellenbund.domain.opening import Opening
from stellenbund.domain.statements import WorkPlace

_EARTH = 6_371_009
"""Mean radius of the earth in metres."""

_METRES_PER_DEGREE = 111_195
_DECIMALS = 3
"""A thousandth of a degree, 70 to 110 metres: nobody chooses a training place by less."""


def located(name: str) -> Point | None:
    """Return the point that a name of a place in North Rhine-Westphalia means, if it is known.

    Postcodes and districts are known of the gazetteer's municipalities.

    >>> located("44787") == located("Bochum") == located("Hiltrop")
    True
    >>> located("Recklinghausen")
    (51.614, 7.197)
    """
    city = by_postcode(name) or by_name(name)
    if city and city.centre:
        return city.centre
    district = next((each for each in MUNICIPALITIES.values() if each.has_district(name)), None)
    return NRW_PLACES.get(fold(name)) or (district.centre if district else None)


def distance(one: Point, other: Point) -> int:
    """Return the great-circle distance of two points in metres.

    >>> distance((51.482, 7.216), (51.514, 7.465))
    17600
    """
    north, other_north = radians(one[0]), radians(other[0])
    across, along = radians(other[0] - one[0]), radians(other[1] - one[1])
    chord = sin(across / 2) ** 2 + cos(north) * cos(other_north) * sin(along / 2) ** 2
    return round(2 * _EARTH * asin(sqrt(chord)))


def points_of(opening: Opening) -> frozenset[Point]:
    """Return where *opening* trains: its own coordinates, else the middle of the municipality."""
    points = {_point_of(place, opening.city) for place in opening.places} - {None}
    return _shared(frozenset(point for point in points or {_middle(opening.city)} if point))


class Places:
    """The points of all openings; never changes, but grows into new places."""

    def __init__(self, postings: Postings[Point] | None = None) -> None:
        self._postings: Postings[Point] = postings or Postings()

    def grown(self, rows: Sequence[Row]) -> "Places":
        """Return these places with those of *rows*, whose slots are new."""
        points: dict[Point, list[int]] = defaultdict(list)
        for row in rows:
            for point in points_of(row.opening):
                points[point].append(row.slot)
        return Places(self._postings.grown(points))

    def within(self, near: Near) -> int:
        """Return the openings with a place inside the radius."""
        return self._postings.union(point for _, point in self._near(near))

    def rings(self, near: Near) -> Iterator[tuple[int, int]]:
        """Yield metres and openings of each distance inside the radius, nearest first.

        An opening with several places comes at each of its distances.
        """
        for metres, ring in groupby(sorted(self._near(near)), key=itemgetter(0)):
            yield metres, self._postings.union(point for _, point in ring)

    def _near(self, near: Near) -> Iterator[tuple[int, Point]]:
        here = (near.latitude, near.longitude)
        reach = near.radius_km * 1000
        for point in self._band(here, reach):
            metres = distance(here, point)
            if metres <= reach:
                yield metres, point

    def _band(self, here: Point, metres: float) -> Iterator[Point]:
        """Yield the points that are not too far north or south."""
        reach = metres / _METRES_PER_DEGREE
        first = bisect_left(self._by_latitude, (here[0] - reach, -180.0))
        last = bisect_right(self._by_latitude, (here[0] + reach, 180.0))
        return iter(self._by_latitude[first:last])

    @cached_property
    def _by_latitude(self) -> Sequence[Point]:
        return sorted(self._postings)


def _point_of(place: WorkPlace, city: str) -> Point | None:
    if place.latitude is not None and place.longitude is not None:
        return round(place.latitude, _DECIMALS), round(place.longitude, _DECIMALS)
    if place.ags and place.ags in MUNICIPALITIES:
        return MUNICIPALITIES[place.ags].centre
    return _named(place.name, city) if place.name else None


@lru_cache(maxsize=1_024)
def _named(name: str, city: str) -> Point | None:
    """Return the point of the place *name*: a district of *city*, if it has one of that name."""
    if city in _CITIES and _CITIES[city].has_district(name):
        return _CITIES[city].centre
    return located(name)


@lru_cache(maxsize=4_096)
def _shared(points: frozenset[Point]) -> frozenset[Point]:
    """Return the same set for all openings at the same points: an empty one takes 200 bytes."""
    return points


def _middle(city: str) -> Point | None:
    return _CITIES[city].centre if city in _CITIES else None


_CITIES = {fold(each.name).replace(" ", "-"): each for each in MUNICIPALITIES.values()}
"""The municipalities by the slug that a city of their name has."""
