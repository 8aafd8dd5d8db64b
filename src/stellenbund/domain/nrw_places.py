"""Places of North Rhine-Westphalia: where somebody may be who looks for a training place."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from stellenbund.domain.normalisers.texts import fold

Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""


def _load() -> Mapping[str, Point]:
    text = files("stellenbund.domain").joinpath("nrw_places.toml").read_text(encoding="utf-8")
    points = {name: (north, east) for name, (north, east) in tomllib.loads(text).items()}
    plain = {fold(name.partition(" (")[0]): point for name, point in points.items()}
    return MappingProxyType(plain | {fold(name): point for name, point in points.items()})


NRW_PLACES: Mapping[str, Point] = _load()
"""The middle of each place by its folded name, with and without what stands in brackets."""
