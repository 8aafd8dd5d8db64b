"""Opening page: a page of the list, with what belongs to the whole list."""

from typing import Annotated

from pydantic import Field

from stellenbund.api.schemas.help import HelpOut
from stellenbund.api.schemas.lines import OpeningLineOut
from stellenbund.api.schemas.terms import Terms, TermsInGerman
from stellenbund.domain.catalogue_query import Facet
from stellenbund.domain.value import Value


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


class FacetValueOut(Value):
    """A value of a filter, and what it would find."""

    value: Annotated[
        str, Field(description="The value, as the filter takes it", examples=["bochum"])
    ]
    label: Annotated[
        str,
        Field(
            description="What people read: in the language of `lang`, else in German; names of "
            "cities and professions are German always",
            examples=["Bochum"],
        ),
    ]
    count: Annotated[
        int,
        Field(
            ge=1,
            description="Number of openings, were this value chosen instead of what is chosen now",
            examples=[17],
        ),
    ]


class OpeningPageOut(Value):
    """One page of openings."""

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
    facets: Annotated[
        dict[Facet, tuple[FacetValueOut, ...]] | None,
        Field(
            description="For each filter named in `facets`: its values with their counts, most "
            "first; null: `facets` was not given",
            examples=[{"city": [{"value": "bochum", "label": "Bochum", "count": 17}]}],
        ),
    ]
    unheeded: Annotated[
        tuple[str, ...],
        Field(
            description="Words of `q` that fit no opening and were left out, because others do",
            examples=[["ausbildung"]],
        ),
    ]
    help: Annotated[
        HelpOut | None,
        Field(description="What is there instead, when nothing was found; else null"),
    ]
    sample: Annotated[
        bool,
        Field(
            description="Whether anything on this page was read from saved sample pages",
            examples=[True],
        ),
    ]
    terms: Terms
    terms_de: TermsInGerman
