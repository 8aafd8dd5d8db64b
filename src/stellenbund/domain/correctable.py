"""Correctable: what of an opening its city may set by hand, and what each such value is called."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from stellenbund.domain.correction import Said
from stellenbund.domain.opening import Fields
from stellenbund.domain.value import Line, Value

MOST = 15
"""How many values are set at once at the most."""

LONGEST = 60_000
"""Characters of the longest text that is set."""


class Correctable(Value):
    """A value that can be set: *fields* are those of the opening that it sets together.

    *label* names it and *meaning* explains it to HR. What is a *choice* can be typed as well as
    the *example*; what is long has several lines. Of what is *strict* words alone are no value:
    the first of its fields must be read.
    """

    key: Line
    label: Line
    fields: tuple[Line, ...]
    meaning: Line
    example: Line
    choices: tuple[Line, ...] = ()
    is_clearable: bool = True
    is_long: bool = False
    is_strict: bool = False

    @property
    def nothing(self) -> Said:
        """What its fields say once it is cleared, if it can be."""
        unset = {name: Fields.model_fields[name].default for name in self.fields}
        return Fields.model_construct(**unset).model_dump(mode="json", include=set(self.fields))


def _load() -> Mapping[str, Correctable]:
    text = files("stellenbund.domain").joinpath("correctable.toml").read_text(encoding="utf-8")
    each = (Correctable(**entry) for entry in tomllib.loads(text)["field"])
    return MappingProxyType({found.key: found for found in each})


CORRECTABLE: Mapping[str, Correctable] = _load()
"""Everything that can be set, in the order in which it is offered."""

SETTER_OF: Mapping[str, str] = MappingProxyType(
    {name: each.key for each in CORRECTABLE.values() for name in each.fields}
)
"""By which key a field of an opening is set."""
