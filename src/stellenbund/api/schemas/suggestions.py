"""Suggestions: what a word may become while it is typed."""

from typing import Annotated

from pydantic import Field

from stellenbund.domain.catalogue_query import Facet
from stellenbund.domain.value import Value


class SuggestionOut(Value):
    """A value of a filter that the typed letters may become."""

    parameter: Annotated[
        Facet,
        Field(description="The filter: profession, kind or city", examples=["profession"]),
    ]
    value: Annotated[str, Field(description="The value, as it takes it", examples=["brandmeister"])]
    label: Annotated[
        str,
        Field(
            description="What people read: kinds in the language of `lang`, the rest in German",
            examples=["Brandmeister/in"],
        ),
    ]
    openings: Annotated[
        int, Field(ge=1, description="Number of openings one can apply for now", examples=[17])
    ]
    url: Annotated[
        str,
        Field(
            description="These openings, relative to the API's root",
            examples=["/v1/openings?profession=brandmeister"],
            json_schema_extra={"format": "uri-reference"},
        ),
    ]


class SuggestionListOut(Value):
    """What the typed letters may become, the likeliest first."""

    items: Annotated[tuple[SuggestionOut, ...], Field(description="The suggestions")]
