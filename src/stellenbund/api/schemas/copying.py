"""Copying: the public openings as somebody sees them who keeps a copy of all of them."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from stellenbund.api.schemas.lines import Url, address_of
from stellenbund.api.schemas.terms import Terms, TermsInGerman
from stellenbund.domain.copying import Copied, Operation, Portion, expires_at
from stellenbund.domain.opening import Opening
from stellenbund.domain.value import Value
from stellenbund.domain.vocabulary import Status

_EXAMPLE_AT = "2026-11-24T06:00:00Z"


class CopiedOpeningOut(Opening):
    """An opening in a copy: every field of it that changes only with its `sequence`.

    So there is no `status`: compare `expires_at` with the clock. And no `last_seen_at`, no
    `history` and no names of sources: these stand at the opening's `url`.
    """

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)  # type: ignore[assignment]

    status: Status = Field(exclude=True)
    last_seen_at: datetime = Field(exclude=True)
    expires_at: Annotated[
        datetime | None,
        Field(
            description="Instant, in UTC, from which on its deadline is over: the midnight in "
            "Europe/Berlin that ends `deadline_on`. Nothing is told when it passes; null: no "
            "deadline is known",
            examples=["2027-01-31T23:00:00Z"],
        ),
    ]
    url: Url

    @classmethod
    def of(cls, opening: Opening) -> "CopiedOpeningOut":
        """Return *opening*, which was validated when it was written, without doing that again."""
        dead = dict.fromkeys(link.field.value for link in opening.dead_links)
        more = {"url": address_of(opening.id), "expires_at": expires_at(opening)}
        return cls.model_construct(**{**dict(opening), **dead, **more})


class CopiedOut(Value):
    """What to do with one opening in a copy; the same in snapshots, changes and webhooks."""

    op: Annotated[
        Operation,
        Field(
            description="upsert: put `opening` into the copy, in place of what stands there under "
            "this `id`; remove: let it go",
            examples=["upsert"],
        ),
    ]
    id: Annotated[str, Field(description="Id of the opening", examples=["k7m2x9qa4w"])]
    sequence: Annotated[
        int,
        Field(
            description="Number of its last change; if the copy holds the opening with a larger "
            "one, this is old news",
            examples=[412],
        ),
    ]
    reason: Annotated[
        str,
        Field(
            description="What its last change was: appeared, reappeared, changed, other origin, "
            "shown, readvertises …, apply link dead …, city joined; of those to be removed "
            "vanished, merged into …, sample replaced, hidden, city left",
            examples=["changed"],
        ),
    ]
    at: Annotated[datetime, Field(description="When that was, in UTC", examples=[_EXAMPLE_AT])]
    opening: Annotated[
        CopiedOpeningOut | None,
        Field(description="The opening as it is now; null: it is to be removed"),
    ]

    @classmethod
    def of(cls, copied: Copied) -> "CopiedOut":
        """Return *copied* as the API shows it."""
        return cls.model_construct(
            op=copied.operation,
            id=copied.id,
            sequence=copied.sequence,
            reason=copied.reason,
            at=copied.at,
            opening=CopiedOpeningOut.of(copied.opening) if copied.opening else None,
        )


class CopiedPortionOut(Value):
    """What has changed after a number, each opening once and as it is now, by `sequence`."""

    items: Annotated[tuple[CopiedOut, ...], Field(description="What to do with the copy, in order")]
    next: Annotated[
        int,
        Field(
            description="The number as of which the copy is up to date once this is in it; ask "
            "on with it as `after`",
            examples=[412],
        ),
    ]
    latest: Annotated[
        int,
        Field(description="Number of the last change of all at this moment", examples=[412]),
    ]
    has_more: Annotated[
        bool,
        Field(
            description="Whether to ask on at once: `next` is not yet `latest`", examples=[False]
        ),
    ]

    @classmethod
    def of(cls, portion: Portion) -> "CopiedPortionOut":
        """Return *portion* as the API shows it."""
        return cls.model_construct(
            items=tuple(map(CopiedOut.of, portion.items)),
            next=portion.next,
            latest=portion.latest,
            has_more=portion.has_more,
        )


class SnapshotEdgeOut(Value):
    """The first line of a snapshot, and the last: without the last it is not whole."""

    op: Annotated[str, Field(description="begin or end", examples=["begin"])]
    sequence: Annotated[
        int,
        Field(
            description="The number as of which the snapshot holds everything; go on with it at "
            "/v1/changes as `after`",
            examples=[412],
        ),
    ]
    openings: Annotated[
        int, Field(description="Number of openings between the two lines", examples=[163])
    ]
    terms: Terms
    terms_de: TermsInGerman
