"""Survey: what the records of a run are like on the whole, kept to compare later runs with."""

from typing import Annotated

from pydantic import Field

from stellenbund.domain.value import Value


class Tally(Value):
    """How many of the records for which it can be said are odd in one way."""

    odd: Annotated[int, Field(ge=0, description="Number of records that are odd", examples=[2])]
    of: Annotated[
        int,
        Field(ge=0, description="Number of records for which it can be said", examples=[30]),
    ]

    @property
    def share(self) -> float:
        """The share of odd ones, 0 to 1."""
        return self.odd / self.of if self.of else 0.0


class Survey(Value):
    """The oddities of a run's records, and how long their descriptions are.

    Records that were read without their detail page are left aside: what they lack proves nothing.
    """

    records: Annotated[
        int, Field(ge=0, description="Number of records that were read in full", examples=[30])
    ] = 0
    text_length: Annotated[
        int | None,
        Field(
            ge=0,
            description="Median length of the descriptions in characters; null: there are none",
            examples=[1480],
        ),
    ] = None
    oddities: Annotated[
        dict[str, Tally],
        Field(
            description="For each way to be odd, such as a pay grade in place of the work place: "
            "how many records are",
            examples=[{"places.pay_grade": {"odd": 2, "of": 30}}],
        ),
    ] = Field(default_factory=dict)
