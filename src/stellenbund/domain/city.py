"""City: a municipality that takes part."""

from typing import Annotated

from pydantic import StringConstraints

from stellenbund.domain.value import Line, Slug, Value

Ags = Annotated[str, StringConstraints(pattern=r"^\d{8}$")]
"""Amtlicher Gemeindeschlüssel: eight digits, kept as text because of its leading zero."""


class City(Value):
    """A municipality; inactive ones are known by name but neither scraped nor listed."""

    slug: Slug
    name: Line
    ags: Ags
    website: Line
    is_active: bool = True
