"""Prepared replies: what was answered of late, ready to be sent again, within a bound of memory."""

from collections import OrderedDict
from collections.abc import Mapping

from stellenbund.api.reply import Reply
from stellenbund.api.request_headers import ACCEPT
from stellenbund.api.wire import Manner, Wire

Address = tuple[bytes, bytes]
"""Path and query of a request, as they came."""

OVERHEAD = 4_000
"""Bytes that a reply takes beside its content: its headers in each coding, and its place."""

_KNOWN = frozenset({ACCEPT.decode()})
"""What a reply that is kept may vary by, beside its coding."""


class PreparedReply:
    """A reply that may be sent again, and what was made of it for that; its weight is in bytes."""

    __slots__ = ("reply", "weight", "wires")

    def __init__(self, reply: Reply, weight: int) -> None:
        self.reply = reply
        self.weight = weight
        self.wires: dict[Manner, Wire] = {}


class PreparedReplies:
    """What was answered as of one *version* of the picture, by the requests that it answers.

    Beyond *most_bytes* that goes which was not asked for for the longest time.
    """

    def __init__(self, version: str, most_bytes: int) -> None:
        self.version = version
        self.bytes = 0
        self._most_bytes = most_bytes
        self._kept: OrderedDict[tuple[bytes, ...], PreparedReply] = OrderedDict()

    def find(self, address: Address, asked: Mapping[bytes, bytes]) -> PreparedReply | None:
        """Return the reply for a request with the telling headers *asked*, if there is one."""
        key: tuple[bytes, ...] = address
        found = self._kept.get(key)
        if found is None:
            key = _under_accept(address, asked)
            found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(
        self, reply: Reply, as_of: str, address: Address, asked: Mapping[bytes, bytes]
    ) -> None:
        """Keep *reply*, if it is of this version and varies by nothing that is not looked at."""
        if as_of != self.version or not reply.varies_by <= _KNOWN:
            return
        key = _under_accept(address, asked) if reply.varies_by else address
        weight = len(reply.representation.content) + sum(map(len, key)) + OVERHEAD
        if key not in self._kept:
            self._kept[key] = PreparedReply(reply, weight)
            self._take(weight)

    def add(self, prepared: PreparedReply, manner: Manner, wire: Wire) -> None:
        """Keep with a reply what is sent of it in that *manner*."""
        prepared.wires[manner] = wire
        if wire.body is not prepared.reply.representation.content:
            prepared.weight += len(wire.body)
            self._take(len(wire.body))

    def _take(self, weight: int) -> None:
        self.bytes += weight
        while self.bytes > self._most_bytes and self._kept:
            _, oldest = self._kept.popitem(last=False)
            self.bytes -= oldest.weight


def _under_accept(address: Address, asked: Mapping[bytes, bytes]) -> tuple[bytes, ...]:
    return (*address, asked.get(ACCEPT, b""))
