"""Correcting: what a city sends to set values by hand, to hide an opening, or to answer."""

from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from stellenbund.api.values import one_of
from stellenbund.domain.correctable import CORRECTABLE, LONGEST, MOST
from stellenbund.domain.correction import Choice, Reply
from stellenbund.domain.opening import OpeningId
from stellenbund.domain.value import Line, Value

NOTE = Field(
    description="Why; for colleagues, it is not public", examples=["Frist verlängert, Amt 10."]
)


class CorrectionsIn(Value):
    """What is to be set by hand, or cleared, until it is taken back."""

    opening: Annotated[OpeningId, Field(description="Id of the opening", examples=["k7m2x9qa4w"])]
    values: Annotated[
        dict[str, Annotated[str, Field(max_length=LONGEST)] | None],
        Field(
            min_length=1,
            max_length=MOST,
            description="By field what is to stand there, typed as a source would write it; null: "
            f"it is cleared. Fields: {', '.join(CORRECTABLE)}",
            examples=[{"deadline": "28.02.2027", "positions": None}],
        ),
    ]
    note: Annotated[Line | SkipJsonSchema[None], NOTE] = None


class HidingIn(Value):
    """Why an opening is hidden."""

    note: Annotated[Line, NOTE]


class AnswerIn(Value):
    """What is answered to the question about a correction."""

    choice: Annotated[
        Choice,
        one_of(Choice),
        Field(
            description="keep: the correction stays over what the sources say now; take: it is "
            "forgotten, and they are believed",
            examples=["keep"],
        ),
    ]
    seen: Annotated[
        str | SkipJsonSchema[None],
        Field(
            max_length=64,
            description="Fingerprint of the question as it was shown: if the sources have moved "
            "again since, nothing is answered",
            examples=["5d41402abc4b2a76b9719d911017c592"],
        ),
    ] = None
    note: Annotated[Line | SkipJsonSchema[None], NOTE] = None

    @property
    def reply(self) -> Reply:
        """The answer itself."""
        return Reply(choice=self.choice, seen=self.seen)
