"""Request headers: the few of them that decide how an answer is sent."""

from collections.abc import Iterable

ACCEPT = b"accept"
ACCEPT_ENCODING = b"accept-encoding"
AUTHORIZATION = b"authorization"
IF_MODIFIED_SINCE = b"if-modified-since"
IF_NONE_MATCH = b"if-none-match"
REQUEST_ID = b"x-request-id"

_TELLING = frozenset(
    {ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, IF_MODIFIED_SINCE, IF_NONE_MATCH, REQUEST_ID}
)


def telling(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Return the telling ones of a request's *headers*; lines of one name are one list.

    >>> telling([(b"host", b"a"), (b"if-none-match", b'"a"'), (b"if-none-match", b'"b"')])
    {b'if-none-match': b'"a", "b"'}
    """
    found: dict[bytes, bytes] = {}
    for name, value in headers:
        if name in _TELLING:
            found[name] = found[name] + b", " + value if name in found else value
    return found
