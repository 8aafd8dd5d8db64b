"""Openings: one in full, and those that resemble it."""

from typing import Annotated

from pydantic import ConfigDict, Field

from stellenbund.api.schemas.lines import Labels, OpeningLineOut, Url
from stellenbund.domain.history import OpeningWithHistory
from stellenbund.domain.opening import StatusChange
from stellenbund.domain.value import Value


class OriginSourceOut(Value):
    """A source that an opening's values come from."""

    name: Annotated[
        str, Field(description="Name of the source, in German", examples=["Karriereseite"])
    ]
    url: Annotated[
        str, Field(description="Where it starts", examples=["https://karriere.example.org/"])
    ]


class OpeningOut(OpeningWithHistory):
    """An opening in full, with the sources of its values and its life so far."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)  # type: ignore[assignment]

    url: Url
    labels: Labels
    sources: Annotated[
        dict[str, OriginSourceOut],
        Field(
            description="The sources that `origins` names, by key",
            examples=[{"site": {"name": "Karriereseite", "url": "https://karriere.example.org/"}}],
        ),
    ]
    history: Annotated[
        tuple[StatusChange, ...],
        Field(description="The steps in its life, oldest first"),
    ] = ()


class SimilarOut(Value):
    """Published openings that resemble another one."""

    items: Annotated[
        tuple[OpeningLineOut, ...], Field(description="The openings, the likest first")
    ]
