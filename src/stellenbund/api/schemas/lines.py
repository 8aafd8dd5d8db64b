"""Lines: an opening as it stands in a list, derived from the one list of fields."""

from typing import Annotated

from pydantic import ConfigDict, Field

from stellenbund.domain.opening import Opening, Origin
from stellenbund.domain.value import Text

Url = Annotated[
    str,
    Field(
        description="Address of the opening in full, relative to the API's root",
        examples=["/v1/openings/k7m2x9qa4w"],
        json_schema_extra={"format": "uri-reference"},
    ),
]

Labels = Annotated[
    dict[str, str] | None,
    Field(
        description="What the codes of its fields stand for, in the language of `lang`; null: no "
        "`lang` was given",
        examples=[{"kind": "Dual study programme", "status": "Open for applications"}],
    ),
]


class OpeningLineOut(Opening):
    """An opening in a list: all its fields but the long texts and the origins."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)  # type: ignore[assignment]

    description_html: Text | None = Field(default=None, exclude=True)
    description_text: Text | None = Field(default=None, exclude=True)
    tasks: Text | None = Field(default=None, exclude=True)
    profile: Text | None = Field(default=None, exclude=True)
    benefits: Text | None = Field(default=None, exclude=True)
    origins: dict[str, Origin] = Field(exclude=True)
    url: Url
    distance_km: Annotated[
        float | None,
        Field(
            ge=0,
            description="Kilometres from `near` to its nearest work place, as the crow flies; "
            "null: `near` was not given, or nobody knows where it is",
            examples=[4.2],
        ),
    ]
    labels: Labels


LINE_FIELDS: tuple[str, ...] = tuple(
    name for name, field in OpeningLineOut.model_fields.items() if not field.exclude
)
"""The names that a line's fields have in answers."""


def address_of(name: str) -> str:
    """Return where the opening with the id *name* stands in full, relative to the API's root."""
    return f"/v1/openings/{name}"
