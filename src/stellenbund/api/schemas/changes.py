"""Changes: what a doubted run would change about the notices of its source."""

from typing import Annotated, Self

from pydantic import Field

from stellenbund.domain.diff import Diff, Verb
from stellenbund.domain.value import Value


class ChangeOut(Value):
    """One notice that would be new, change or vanish."""

    change: Annotated[Verb, Field(description="What would happen to it", examples=["vanish"])]
    reference: Annotated[str, Field(description="The source's reference", examples=["2027-17"])]
    title: Annotated[
        str, Field(description="Its title, in German", examples=["Verwaltungsfachangestellte/r"])
    ]
    fields: Annotated[
        tuple[str, ...],
        Field(
            description="The fields in which it would say something else",
            examples=[["deadline_on", "deadline_text"]],
        ),
    ]


class ChangesOut(Value):
    """Everything that a release would change at this moment."""

    held: Annotated[int, Field(description="Number of notices held of the source", examples=[21])]
    items: Annotated[tuple[ChangeOut, ...], Field(description="The changes")]

    @classmethod
    def of(cls, diff: Diff) -> Self:
        """Return *diff* as the API shows it."""
        items = (
            ChangeOut(
                change=change.verb,
                reference=change.reference,
                title=change.title,
                fields=change.fields,
            )
            for change in diff.by_verb
        )
        return cls(held=diff.held, items=tuple(items))
