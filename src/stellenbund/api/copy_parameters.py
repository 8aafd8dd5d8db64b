"""Copy parameters: what can be asked of the two resources from which everything is copied."""

from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from stellenbund.api.copy_forms import Form
from stellenbund.api.parameters import NoParameters
from stellenbund.api.values import PLAIN_DIGITS, one_of
from stellenbund.domain.copying import LONGEST

LONGEST_WAIT = 30
"""Seconds that a question about changes waits at the most."""

SequenceNumber = Annotated[int, PLAIN_DIGITS, Field(ge=0)]
"""A number of the sequence; 0 is before everything."""


class SnapshotParameters(NoParameters):
    """How a snapshot is written."""

    format: Annotated[
        Form | SkipJsonSchema[None],
        one_of(Form),
        Field(
            description="ndjson: one JSON object per line; csv: a table. Without it, the Accept "
            "header decides, and ndjson is usual",
            examples=["ndjson"],
        ),
    ] = None


class ChangeParameters(NoParameters):
    """From where on changes are told, and how patiently."""

    after: Annotated[
        SequenceNumber,
        Field(
            description="The number as of which your copy is up to date: `sequence` of a snapshot, "
            "or `next` of the answer before; 0 for everything that ever was",
            examples=[412],
        ),
    ]
    limit: Annotated[
        int,
        Field(ge=1, le=LONGEST, description="Openings per answer at the most", examples=[100]),
        PLAIN_DIGITS,
    ] = 100
    wait: Annotated[
        int,
        Field(
            ge=0,
            le=LONGEST_WAIT,
            description="Seconds for which the answer may wait until something changes, if nothing "
            "has; 0 answers at once",
            examples=[30],
        ),
        PLAIN_DIGITS,
    ] = 0
