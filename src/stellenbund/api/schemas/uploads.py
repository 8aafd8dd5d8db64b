"""Uploads: a city's file and what became of it, as those may see it whom it concerns."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from stellenbund.api.schemas.runs import RunDetailOut
from stellenbund.domain.upload import Mode, Upload, UploadState
from stellenbund.domain.value import Value
from stellenbund.store.runs import LoggedRun


class CommitIn(Value):
    """What is said with a commit."""

    sure: Annotated[
        bool,
        Field(
            description="true: it is meant that much vanishes, as the preview told",
            examples=[True],
        ),
    ] = False


def _count(what: str, example: int) -> object:
    return Field(ge=0, description=f"Number of {what}", examples=[example])


class CountsOut(Value):
    """What the rows of a file bring."""

    rows: Annotated[int, _count("rows that say something", 12)]
    taken: Annotated[int, _count("openings that they tell of", 9)]
    deletions: Annotated[int, _count("openings that they take out", 1)]
    repeated: Annotated[int, _count("rows that say what an earlier one said", 0)]
    left_out: Annotated[int, _count("rows that are left out because of an error", 2)]
    errors: Annotated[int, _count("errors; each leaves its row out", 2)]
    warnings: Annotated[int, _count("warnings", 3)]
    hints: Annotated[int, _count("hints", 1)]


class UploadOut(Value):
    """One upload; its preview and report have addresses of their own."""

    id: Annotated[str, Field(description="Its id", examples=["k7m2x9qa4w"])]
    city: Annotated[str, Field(description="Slug of the city", examples=["bochum"])]
    name: Annotated[str, Field(description="Name of the file", examples=["Stellen 2027.xlsx"])]
    size: Annotated[int, Field(description="Bytes of the file", examples=[18_231])]
    received_at: Annotated[
        datetime, Field(description="When it came, in UTC", examples=["2026-11-25T08:30:00Z"])
    ]
    actor: Annotated[str, Field(description="Who sent it", examples=["Excel-Makro (token 3)"])]
    mode: Annotated[
        Mode,
        Field(
            description="full_stock: what it does not name is gone; changes_only: it stays",
            examples=["full_stock"],
        ),
    ]
    counts: Annotated[CountsOut, Field(description="What its rows bring")]
    state: Annotated[
        UploadState,
        Field(
            description="preview: it waits to be committed, for 7 days; committed; undone; "
            "expired: nobody committed it; superseded: a newer full stock was committed first",
            examples=["preview"],
        ),
    ]
    run: Annotated[
        int | None,
        Field(description="Number of the run of its commit; null: there was none", examples=[17]),
    ]
    committed_at: Annotated[
        datetime | None,
        Field(description="When it was committed, in UTC", examples=["2026-11-25T08:32:00Z"]),
    ]
    committed_by: Annotated[
        str | None, Field(description="Who committed it", examples=["Excel-Makro (token 3)"])
    ]
    undo_run: Annotated[
        int | None,
        Field(description="Number of the run that took it back; null: none did", examples=[19]),
    ]
    undone_at: Annotated[
        datetime | None,
        Field(description="When it was taken back, in UTC", examples=["2026-11-25T09:00:00Z"]),
    ]
    undone_by: Annotated[
        str | None, Field(description="Who took it back", examples=["Excel-Makro (token 3)"])
    ]
    is_file_kept: Annotated[
        bool,
        Field(
            description="Whether file, preview and report can still be had: 90 days after the "
            "commit, 7 days without one",
            examples=[True],
        ),
    ]

    @classmethod
    def of(cls, upload: Upload) -> Self:
        """Return *upload* as the API shows it."""
        hidden = {"digest", "choices", "fingerprint", "dropped_at"}
        return cls(**upload.model_dump(exclude=hidden), is_file_kept=upload.dropped_at is None)


class UploadListOut(Value):
    """A page of a city's uploads, newest first."""

    items: Annotated[tuple[UploadOut, ...], Field(description="The uploads")]
    next: Annotated[
        str | None,
        Field(
            description="Address of the uploads before these, relative to the API's root; "
            "null: none",
            examples=["/v1/cities/bochum/uploads?before=k7m2x9qa4w"],
        ),
    ]


class CarriedOutOut(Value):
    """What a commit, or taking one back, led to."""

    upload: Annotated[UploadOut, Field(description="The upload as it stands now")]
    run: Annotated[RunDetailOut, Field(description="The run that this became")]

    @classmethod
    def of(cls, upload: Upload, run: LoggedRun) -> Self:
        """Return both as the API shows them."""
        return cls(upload=UploadOut.of(upload), run=RunDetailOut.of(run))
