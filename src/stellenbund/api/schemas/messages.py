"""Messages: what webhooks are sent, in the shape that copies have everywhere."""

from typing import Annotated, Literal

from pydantic import Field

from stellenbund.api.schemas.copying import CopiedOut
from stellenbund.domain.copying import Portion
from stellenbund.domain.value import Value
from stellenbund.domain.webhook_message import Outdated, Ping, Said


class PingOut(Value):
    """It is tried out whether a message arrives; there is nothing to do."""

    type: Literal["ping"] = "ping"


class OutdatedOut(Value):
    """The copy can no longer be brought up to date; take a snapshot in its place."""

    type: Literal["copy.outdated"] = "copy.outdated"
    sequence: Annotated[int, Field(description="A snapshot as of this number, or a later one")]


class OpeningsChangedOut(Value):
    """What to do with the copy, in order; then it is up to date as of *next*."""

    type: Literal["openings.changed"] = "openings.changed"
    items: tuple[CopiedOut, ...]
    next: int


def write_message(said: Said) -> bytes:
    """Return the body of the message that says *said*: JSON, the same for the same.

    >>> write_message(Ping())
    b'{"type":"ping"}'
    """
    return _message(said).model_dump_json().encode()


def _message(said: Said) -> PingOut | OutdatedOut | OpeningsChangedOut:
    match said:
        case Portion():
            items = tuple(map(CopiedOut.of, said.items))
            return OpeningsChangedOut.model_construct(items=items, next=said.next)
        case Outdated():
            return OutdatedOut(sequence=said.begins)
        case Ping():
            return PingOut()
