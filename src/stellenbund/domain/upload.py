"""Upload: a file of openings as a city sent it, and what became of it."""

import re
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.characters import stripped
from stellenbund.domain.opening import OpeningId
from stellenbund.domain.value import Line, Slug, Value

WAITS = timedelta(days=7)
"""How long a preview waits for somebody to commit it."""

KEPT = timedelta(days=90)
"""How long the file itself is kept, with what was read from it and what undoing it needs."""

MUCH = 0.3
"""The share of a city's openings from its file beyond which a commit that removes them is asked
about twice."""

NAMELESS = "ohne Namen"
"""What a file is called whose name nobody told."""

_LONGEST = 200
_FOLDERS = re.compile(r"^.*[/\\]", re.DOTALL)

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in hexadecimal."""


class Mode(StrEnum):
    """What a file says about the openings that it does not name: they are gone, or nothing."""

    FULL_STOCK = "full_stock"
    CHANGES_ONLY = "changes_only"


class UploadState(StrEnum):
    """How far an upload has come.

    A preview *expired* because nobody committed it in time, or was *superseded* because a newer
    full stock was committed first.
    """

    PREVIEW = "preview"
    COMMITTED = "committed"
    UNDONE = "undone"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


class UploadChoices(Value):
    """How the file is to be read where that is not left to the file itself.

    *mapping* leads from the name of a column as the file writes it to the key of a known one.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[str, str] = Field(default_factory=dict)


class UploadCounts(Value):
    """How many rows a file has and what they bring, and how many findings there are of each sort.

    *taken* are openings to publish, *deletions* such to take out, *repeated* rows that an earlier
    one made needless, *left_out* those with an error.
    """

    rows: int
    taken: int
    deletions: int
    repeated: int
    left_out: int
    errors: int
    warnings: int
    hints: int


class Upload(Value):
    """A file that a city sent; *digest* is that of its bytes, *actor* who sent it.

    *run* is what its commit led to, *undo_run* what taking it back did. The file itself is gone
    since *dropped_at*.
    """

    id: OpeningId
    city: Slug
    name: Line
    size: Annotated[int, Field(ge=1)]
    digest: Digest
    received_at: AwareDatetime
    actor: Line
    mode: Mode
    choices: UploadChoices
    counts: UploadCounts
    state: UploadState = UploadState.PREVIEW
    fingerprint: Digest | None = None
    run: int | None = None
    committed_at: AwareDatetime | None = None
    committed_by: Line | None = None
    undo_run: int | None = None
    undone_at: AwareDatetime | None = None
    undone_by: Line | None = None
    dropped_at: AwareDatetime | None = None


def file_name(told: str | None) -> str:
    r"""Return the name of a file as it can be shown: without folders, on one short line.

    >>> file_name("C:\\Eigene Dateien\\Stellen.xlsx"), file_name("../../etc/"), file_name(None)
    ('Stellen.xlsx', 'ohne Namen', 'ohne Namen')
    """
    return clip(stripped(_FOLDERS.sub("", told or "")), _LONGEST) or NAMELESS


def empties(upload: Upload, *, vanishing: int) -> bool:
    """Say whether a full stock in which no opening could be read would take any away.

    Nobody means that: whoever has no opening any more takes the last ones out by name.
    """
    names_none = not (upload.counts.taken or upload.counts.deletions)
    return names_none and upload.mode is Mode.FULL_STOCK and vanishing > 0


def is_much(vanishing: int, *, held: int) -> bool:
    """Say whether so many of the *held* openings vanish that a person must be asked twice.

    >>> is_much(3, held=10), is_much(4, held=10), is_much(1, held=1), is_much(0, held=0)
    (False, True, True, False)
    """
    return vanishing > 0 and (vanishing == held or vanishing > MUCH * held)
