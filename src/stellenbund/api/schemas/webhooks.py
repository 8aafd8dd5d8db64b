"""Webhooks: how they are set up, and how they are shown to those who may see them."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from stellenbund.domain.value import Line, Slug, Value
from stellenbund.domain.webhook import Webhook, WebhookState

_SEQUENCE = Annotated[int, Field(ge=0, le=999_999_999)]


class WebhookIn(Value):
    """Where to send what, and from where on."""

    url: Annotated[
        Line,
        Field(
            max_length=2_000,
            description="Where messages are posted: https, a public name, port 443",
            examples=["https://agentur.example/stellenbund"],
        ),
    ]
    city: Annotated[
        Slug | SkipJsonSchema[None],
        Field(
            description="Slug of the city whose openings it is told of; a city's token names its "
            "own, without one it is told of all, for which the operator's is needed",
            examples=["bochum"],
        ),
    ] = None
    after: Annotated[
        _SEQUENCE | SkipJsonSchema[None],
        Field(
            description="The number as of which your copy is up to date, such as `sequence` of a "
            "snapshot; without it, only what moves from now on is told",
            examples=[412],
        ),
    ] = None


class ReplayIn(Value):
    """From where on to tell everything anew."""

    after: Annotated[
        _SEQUENCE,
        Field(description="The number after which everything is told anew", examples=[412]),
    ]


class WebhookOut(Value):
    """A webhook, how far it was told, and how that went."""

    id: Annotated[int, Field(description="Its number", examples=[3])]
    url: Annotated[
        str,
        Field(
            description="Where messages are posted",
            examples=["https://agentur.example/stellenbund"],
        ),
    ]
    city: Annotated[
        str | None,
        Field(
            description="Slug of the city whose openings it is told of; null: of all cities",
            examples=["bochum"],
        ),
    ]
    state: Annotated[
        WebhookState,
        Field(
            description="active: it takes what it is sent; failing: it did not take the last "
            "message, which is sent again at `next_at`; disabled: nothing is sent any more until "
            "it is replayed",
            examples=["active"],
        ),
    ]
    position: Annotated[
        int, Field(description="The number up to which it was told everything", examples=[412])
    ]
    created_at: Annotated[
        datetime, Field(description="When it was set up, in UTC", examples=["2026-11-25T08:30:00Z"])
    ]
    created_by: Annotated[str, Field(description="Who set it up", examples=["Agentur (token 3)"])]
    tried_at: Annotated[
        datetime | None,
        Field(
            description="When a message was last sent, in UTC; null: none was",
            examples=["2026-11-25T08:30:05Z"],
        ),
    ]
    failing_since: Annotated[
        datetime | None,
        Field(
            description="Since when it takes nothing, in UTC; null: it took the last message. "
            "After five days it is disabled",
            examples=["2026-11-25T08:30:05Z"],
        ),
    ]
    complaint: Annotated[
        str | None,
        Field(
            description="Why the last message was not taken; null: it was",
            examples=["It answered with status 500."],
        ),
    ]
    next_at: Annotated[
        datetime | None,
        Field(
            description="Before when nothing is sent, in UTC; null: it is sent at once",
            examples=["2026-11-25T08:35:05Z"],
        ),
    ]
    disabled_at: Annotated[
        datetime | None,
        Field(
            description="When it was disabled, in UTC; null: it was not",
            examples=["2026-11-30T08:30:05Z"],
        ),
    ]

    @classmethod
    def of(cls, webhook: Webhook) -> Self:
        """Return *webhook* as the API shows it, without what its secret comes from."""
        hidden = {"salt", "series", "is_ping_due", "failures"}
        return cls(**webhook.model_dump(exclude=hidden), state=webhook.state)


class CreatedWebhookOut(WebhookOut):
    """A webhook that was just set up, with its secret."""

    secret: Annotated[
        str,
        Field(
            description="With it each message is signed; keep it now, it is shown this once",
            examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        ),
    ]

    @classmethod
    def with_secret(cls, webhook: Webhook, secret: str) -> Self:
        """Return *webhook* with its *secret*, this once."""
        return cls(**WebhookOut.of(webhook).model_dump(), secret=secret)


class WebhookListOut(Value):
    """The webhooks that somebody may see, by number."""

    items: Annotated[tuple[WebhookOut, ...], Field(description="The webhooks")]
