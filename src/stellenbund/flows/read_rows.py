"""Read rows: what was read from the rows of a file, in their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from stellenbund.domain.diff import Change, Verb
from stellenbund.domain.opening import Fields
from stellenbund.flows.file_reading import KeptReading

LISTED = 200
"""How many rows a preview shows; the file with its findings has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """What one *row* of a file says of an opening, and what a commit does; ``None``: nothing."""

    row: int | None
    reference: str
    fields: Fields
    verb: Verb | None


def read_rows(kept: KeptReading, changes: tuple[Change, ...]) -> tuple[ReadRow, ...]:
    """Return the first rows that tell of an opening, as they stand in the file."""
    verbs: Mapping[str, Verb] = {each.reference: each.verb for each in changes}
    return tuple(
        ReadRow(
            row=kept.read.places.get(notice.reference),
            reference=notice.reference,
            fields=notice.fields,
            verb=verbs.get(notice.reference),
        )
        for notice in islice(kept.notices(), LISTED)
    )
