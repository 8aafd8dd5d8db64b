"""Upload rows: what was read from the rows of a city's file, in their order."""

from typing import Annotated, Any, Self

from pydantic import Field

from stellenbund.domain.content import content
from stellenbund.domain.diff import Verb
from stellenbund.domain.merge import stated
from stellenbund.domain.value import Value
from stellenbund.flows.preview_upload import Preview
from stellenbund.flows.read_rows import ReadRow


class ReadRowOut(Value):
    """What one row of the file says of an opening."""

    row: Annotated[int | None, Field(description="Row of the file, from 1", examples=[2])]
    reference: Annotated[str, Field(description="Reference of the opening", examples=["2027-17"])]
    change: Annotated[
        Verb | None,
        Field(description="What happens to it; null: it stays as it is", examples=["new"]),
    ]
    known_elsewhere: Annotated[
        bool,
        Field(
            description="Whether another source of the city shows the same opening; told only "
            "while the upload waits",
            examples=[False],
        ),
    ]
    stated: Annotated[
        dict[str, Any],
        Field(
            description="What was read, by the names of an opening's fields; what is not here the "
            "row does not state",
            examples=[{"title": "Gärtner/in", "starts_on": "2027-08-01"}],
        ),
    ]

    @classmethod
    def of(cls, read: ReadRow, shown: Preview) -> Self:
        """Return a row of a preview as the API shows it."""
        told, names = content(read.fields), stated(read.fields)
        return cls(
            row=read.row,
            reference=read.reference,
            change=read.verb,
            known_elsewhere=read.reference in shown.known_elsewhere,
            stated={name: value for name, value in told.items() if name in names},
        )
