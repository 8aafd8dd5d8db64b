"""Gazetteer: the municipalities around the campaign, and how their names are written."""

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType

from stellenbund.domain.city import Ags
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.statements import Postcode
from stellenbund.domain.value import Line, Value

Box = tuple[float, float, float, float]
"""South, west, north, east in degrees."""

NRW: Box = (50.32, 5.86, 52.54, 9.47)
_PREFIX = re.compile(r"^(?:(?:kreisfreie )?stadt|landeshauptstadt|(?:gesamtes )?stadtgebiet) ")
_REGION = re.compile(
    r"(?:(?:, ?| ?\(| |/)(?:(?:landeshaupt)?stadt|ruhr|rhein|rheinl(?:and|\.)?|westf(?:alen|\.)?"
    r"|nrw|nordrhein[- ]westfalen|deutschland|germany|de)\)?)+$"
)
_DIRECTION = re.compile(r"mitte|nord|sued|ost|west|innenstadt|zentrum|altstadt|stadtmitte|city")


class Municipality(Value):
    """A municipality with what is certain about it; *box* bounds its coordinates."""

    name: Line
    ags: Ags
    variants: tuple[Line, ...] = ()
    postcodes: frozenset[Postcode] = frozenset()
    centre: tuple[float, float] | None = None
    box: Box | None = None
    districts: tuple[Line, ...] = ()

    def is_called(self, name: str) -> bool:
        """Say whether *name* means this municipality or one of its districts "City-District".

        >>> MUNICIPALITIES["05111000"].is_called("Landeshauptstadt Düsseldorf")
        True
        """
        plain = _plain(name)
        return plain in self._names or self._is_district(plain)

    def has_district(self, name: str) -> bool:
        """Say whether *name* alone is one of this municipality's districts."""
        return fold(name) in self._districts

    @cached_property
    def _districts(self) -> frozenset[str]:
        return frozenset(fold(district) for district in self.districts)

    @cached_property
    def _names(self) -> frozenset[str]:
        names = (self.name, *self.variants)
        return frozenset(way(name) for name in names for way in (_plain, fold))

    def _is_district(self, plain: str) -> bool:
        for name in self._names:
            rest = plain.removeprefix(name)
            part = re.fullmatch(r"(?: ?[-–/,] ?| \(?|, ?)([^()]+?)\)?", rest)
            if rest != plain and part and self._knows_part(part[1]):
                return True
        return False

    def _knows_part(self, part: str) -> bool:
        words = re.split(r"[-/ ]", part)
        return self.has_district(part) or all(_DIRECTION.fullmatch(word) for word in words)


def _plain(name: str) -> str:
    folded = _PREFIX.sub("", fold(name).rstrip(" .,;"))
    return _REGION.sub("", folded) or folded


def _load() -> Mapping[str, Municipality]:
    text = files("stellenbund.domain").joinpath("gazetteer.toml").read_text(encoding="utf-8")
    entries = (Municipality(**entry) for entry in tomllib.loads(text)["municipality"])
    return MappingProxyType({entry.ags: entry for entry in entries})


MUNICIPALITIES: Mapping[str, Municipality] = _load()
"""The municipalities by their AGS."""


def by_name(name: str) -> Municipality | None:
    """Return the municipality that *name* means, if it is one of the gazetteer's."""
    return next((each for each in MUNICIPALITIES.values() if each.is_called(name)), None)


def by_postcode(postcode: str) -> Municipality | None:
    """Return the municipality in which *postcode* lies, if it is one of the gazetteer's."""
    return next((each for each in MUNICIPALITIES.values() if postcode in each.postcodes), None)
