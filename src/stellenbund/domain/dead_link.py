"""Dead link: which of an opening's links leads nowhere, and since when."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from stellenbund.domain.statements import Link
from stellenbund.domain.value import Value


class LinkField(StrEnum):
    """Which of an opening's two links is meant."""

    APPLY_URL = "apply_url"
    SOURCE_URL = "source_url"


class DeadLink(Value):
    """A link of an opening that leads nowhere, as the source states it."""

    field: Annotated[
        LinkField, Field(description="The field that states it", examples=["apply_url"])
    ]
    url: Annotated[
        Link,
        Field(
            description="The address as the source states it",
            examples=["https://karriere.example.org/bewerben/17"],
        ),
    ]
    since: Annotated[
        datetime,
        Field(
            description="When it was first found dead, in UTC", examples=["2026-11-23T06:00:00Z"]
        ),
    ]
