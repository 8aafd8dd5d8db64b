"""Openings: as a line in a list, and in full — both derived from the one list of fields."""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import ConfigDict, Field

from stellenbund.domain.opening import Opening, Origin, StatusChange
from stellenbund.domain.source import Source
from stellenbund.domain.value import Text, Value

Url = Annotated[
    str,
    Field(
        description="Address of the opening in full, relative to the API's root",
        examples=["/v1/openings/k7m2x9qa4w"],
        json_schema_extra={"format": "uri-reference"},
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

    @classmethod
    def of(cls, opening: Opening) -> Self:
        """Return the line for *opening*."""
        return cls.model_validate({**usable(opening), "url": address_of(opening)})


class OriginSourceOut(Value):
    """A source that an opening's values come from."""

    name: Annotated[
        str, Field(description="Name of the source, in German", examples=["Karriereseite"])
    ]
    url: Annotated[
        str, Field(description="Where it starts", examples=["https://karriere.example.org/"])
    ]


class OpeningOut(Opening):
    """An opening in full, with the sources of its values and its life so far."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)  # type: ignore[assignment]

    url: Url
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
    ]

    @classmethod
    def of(
        cls, opening: Opening, history: tuple[StatusChange, ...], sources: Iterable[Source]
    ) -> Self:
        """Return *opening* in full; of its city's *sources* those that it names are told."""
        named = {origin.source for origin in opening.origins.values()}
        told = {
            source.key: OriginSourceOut(name=source.name, url=source.url)
            for source in sources
            if source.key in named
        }
        more = {"url": address_of(opening), "history": history, "sources": told}
        return cls.model_validate({**usable(opening), **more})


class NextOut(Value):
    """The way to the next page."""

    url: Annotated[
        str,
        Field(
            description="Its address, relative to the API's root; follow it unchanged",
            examples=["/v1/openings?city=bochum&cursor=AAZF"],
            json_schema_extra={"format": "uri-reference"},
        ),
    ]
    cursor: Annotated[str, Field(description="Its cursor, opaque", examples=["AAZF"])]


class OpeningPageOut(Value):
    """One page of openings, newest first."""

    items: Annotated[tuple[OpeningLineOut, ...], Field(description="The openings of this page")]
    total: Annotated[
        int, Field(ge=0, description="Number of openings on all pages", examples=[163])
    ]
    next: Annotated[
        NextOut | None,
        Field(
            description="The next page; null: this is the last",
            examples=[{"url": "/v1/openings?city=bochum&cursor=AAZF", "cursor": "AAZF"}],
        ),
    ]
    sample: Annotated[
        bool,
        Field(
            description="Whether anything on this page was read from saved sample pages",
            examples=[True],
        ),
    ]
    terms: Annotated[
        str,
        Field(
            description="How the openings may be used, in English",
            examples=["Name the attribution of each opening."],
        ),
    ]
    terms_de: Annotated[
        str,
        Field(
            description="How the openings may be used, in German",
            examples=["Bitte die Quelle jeder Stelle nennen."],
        ),
    ]


def usable(opening: Opening) -> dict[str, object]:
    """Return the fields of *opening* without its dead links, so that nobody is led to one."""
    return {**dict(opening), **dict.fromkeys(link.field for link in opening.dead_links)}


def address_of(opening: Opening) -> str:
    """Return where *opening* stands in full, relative to the API's root."""
    return f"/v1/openings/{opening.id}"
