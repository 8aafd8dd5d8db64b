"""Coordinates: a point in degrees that is plausible, the right way round."""

import re

from stellenbund.domain.gazetteer import Box
from stellenbund.domain.normalisers.texts import read_line

Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""

_DEGREES = re.compile(r"(-?\d{1,3})(?:[.,](\d{1,20}))?°?")


def read_point(
    latitude: str | None, longitude: str | None, *, box: Box
) -> tuple[Point | None, str]:
    """Return the point if it lies inside *box*, and the rule that was needed, if any.

    Swapped coordinates (``coordinates_swapped``) are put right; those that lie elsewhere or are
    no numbers (``coordinates``) are dropped. Zero and zero is how programs write "none".

    >>> read_point("8,532", "52.021", box=(51.90, 8.36, 52.13, 8.68))
    ((52.021, 8.532), 'coordinates_swapped')
    """
    north, east = read_line(latitude), read_line(longitude)
    if north is None and east is None:
        return None, ""
    point = (_degrees(north), _degrees(east))
    if point == (0, 0):
        return None, ""
    if _is_inside(point, box):
        return point, ""
    if _is_inside(point[::-1], box):
        return (point[1], point[0]), "coordinates_swapped"
    return None, "coordinates"


def _degrees(text: str | None) -> float:
    """Return the number, or one that lies in no box."""
    number = _DEGREES.fullmatch(text or "")
    return float(f"{number[1]}.{number[2] or 0}") if number else -1000.0


def _is_inside(point: tuple[float, ...], box: Box) -> bool:
    south, west, north, east = box
    return south <= point[0] <= north and west <= point[1] <= east
