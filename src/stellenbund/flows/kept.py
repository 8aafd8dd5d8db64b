"""Kept: what a worker has of each opening in memory, as packed JSON."""

import threading
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

import zstandard

from stellenbund.domain.history import OpeningWithHistory
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status

LONG_TEXTS = ("description_html", "description_text", "tasks", "profile", "benefits")
"""The texts that only an opening in full has."""

_MOVING = {"status", "last_seen_at"}
"""What changes without a change of the opening: by the clock, and by each run that sees it."""

_REST = {*LONG_TEXTS, "origins", "history"}
_LEVEL = 1
_REMEMBERED = 1_024
"""How many instants are remembered as they are written: openings of a run share one."""


class Kept(NamedTuple):
    """An opening as members of a JSON object: those of a line, and the rest; both packed.

    What moves by itself is in neither.
    """

    line: bytes
    rest: bytes
    is_sample: bool


def keep(opening: Opening) -> Kept:
    """Return what is kept of *opening*; a dead link stands among its dead links only."""
    dead = dict.fromkeys((link.field.value for link in opening.dead_links), None)
    usable = opening.model_copy(update=dead) if dead else opening
    line = usable.model_dump_json(exclude=_REST | _MOVING)
    rest = usable.model_dump_json(include=_REST)
    return Kept(_packed(line), _packed(rest), opening.sample)


def line_of(kept: Kept) -> bytes:
    """Return the members of a line: all but the long texts, the origins and the history."""
    return _OURS.unpacker.decompress(kept.line)


def full_of(kept: Kept) -> bytes:
    """Return the members of a line and the rest."""
    return b"%b,%b" % (line_of(kept), _OURS.unpacker.decompress(kept.rest))


def moving(status: Status, last_seen_at: datetime) -> bytes:
    """Return the members that stand in no opening as it is kept."""
    return b'"status":"%b","last_seen_at":"%b"' % (status.encode(), _instant(last_seen_at))


def opening_of(kept: Kept, status: Status, last_seen_at: datetime) -> OpeningWithHistory:
    """Return the opening that was kept, as it stands now."""
    told = b"{%b,%b}" % (full_of(kept), moving(status, last_seen_at))
    return OpeningWithHistory.model_validate_json(told)


@lru_cache(maxsize=_REMEMBERED)
def _instant(at: datetime) -> bytes:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z").encode()


def _packed(json: str) -> bytes:
    """Return the members of the JSON object *json* without its braces, packed.

    The packer's own bytes hold on to all the room that it was afraid to need.
    """
    return bytes(memoryview(_OURS.packer.compress(json[1:-1].encode())))


_ALIKE = zstandard.ZstdCompressionDict(
    OpeningWithHistory.model_construct(history=()).model_dump_json(warnings=False).encode(),
    dict_type=zstandard.DICT_TYPE_RAWCONTENT,
)
"""An opening that states nothing: what all have in common is not kept with each of them."""


class _Packing(threading.local):
    """Packer and unpacker; no two threads may use the same at once."""

    def __init__(self) -> None:
        self.packer = zstandard.ZstdCompressor(level=_LEVEL, dict_data=_ALIKE)
        self.unpacker = zstandard.ZstdDecompressor(dict_data=_ALIKE)


_OURS = _Packing()
