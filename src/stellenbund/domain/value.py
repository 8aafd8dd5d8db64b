"""Value: something that is validated once and never changes."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

_UNKEEPABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Value(BaseModel):
    """An immutable, validated value that refuses fields it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        # What we answer always carries every field, and our contract says so.
        json_schema_serialization_defaults_required=True,
    )


Line = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$"
    ),
]
"""One line of text: trimmed, not empty, at most 500 characters, none of them a control."""

Text = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        min_length=1,
        max_length=60_000,
        pattern=r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$",
    ),
]
"""Running text: trimmed, not empty, at most 60,000 characters, no controls but tab and newline."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
"""A short name for addresses: lower-case ASCII letters, digits and single hyphens."""


def keepable(text: str) -> str:
    r"""Return *text* with a sign in place of what no database, log or answer can hold.

    >>> keepable("Kennziffer \x00\ud800 17")
    'Kennziffer ?? 17'
    """
    return _UNKEEPABLE.sub("?", text)


Told = Annotated[str, AfterValidator(keepable)]
"""Foreign text as it was found, of any length, kept for people to look at."""
