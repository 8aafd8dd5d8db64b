"""Help: what there is instead of what was asked for."""

from typing import Annotated

from pydantic import Field

from stellenbund.domain.value import Value

Count = Annotated[int, Field(ge=1, description="Number of openings that it finds", examples=[3])]
Url = Annotated[
    str,
    Field(
        description="The same question so changed, relative to the API's root",
        examples=["/v1/openings?near=Bochum&radius_km=50"],
        json_schema_extra={"format": "uri-reference"},
    ),
]


class WiderOut(Value):
    """The smallest larger radius that finds something."""

    radius_km: Annotated[int, Field(description="Kilometres", examples=[50])]
    count: Count
    url: Url


class RelatedOut(Value):
    """A profession of the same group."""

    profession: Annotated[str, Field(description="Its slug", examples=["verwaltungswirt"])]
    label: Annotated[
        str, Field(description="Its title, in German", examples=["Verwaltungswirt/in"])
    ]
    count: Count
    url: Url


class NextIntakeOut(Value):
    """A training year that is to come."""

    training_year: Annotated[
        int, Field(description="Year in which the training starts", examples=[2028])
    ]
    count: Count
    url: Url


class WithoutOut(Value):
    """The same question without one of its filters."""

    parameter: Annotated[str, Field(description="The filter that is left out", examples=["kind"])]
    count: Count
    url: Url


class HelpOut(Value):
    """What there is instead of what was asked for, the rest of the question being as it was."""

    wider: Annotated[
        WiderOut | None,
        Field(description="A larger radius; null: `near` was not given, or nothing is nearer"),
    ]
    related: Annotated[
        tuple[RelatedOut, ...], Field(description="Professions of the same KldB group, most first")
    ]
    intakes: Annotated[
        tuple[NextIntakeOut, ...], Field(description="Training years to come, the next first")
    ]
    without: Annotated[
        tuple[WithoutOut, ...], Field(description="Filters that stand in the way, one by one")
    ]
