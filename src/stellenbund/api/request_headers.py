"""Request headers: the few of them that decide how an answer is sent."""

from collections.abc import Mapping

from starlette.types import Scope

ACCEPT = b"accept"
ACCEPT_ENCODING = b"accept-encoding"
AUTHORIZATION = b"authorization"
IF_MODIFIED_SINCE = b"if-modified-since"
IF_NONE_MATCH = b"if-none-match"
REQUEST_ID = b"x-request-id"

_TELLING = frozenset(
    {ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, IF_MODIFIED_SINCE, IF_NONE_MATCH, REQUEST_ID}
)


_KEY = "stellenbund.telling"


def telling(scope: Scope) -> Mapping[bytes, bytes]:
    """Return the telling headers of a request, looked for once; lines of one name are one list.

    >>> telling({"headers": [(b"host", b"a"), (b"accept", b"x"), (b"accept", b"y")]})
    {b'accept': b'x, y'}
    """
    found: dict[bytes, bytes] | None = scope.get(_KEY)
    if found is None:
        found = scope[_KEY] = {}
        for name, value in scope["headers"]:
            if name in _TELLING:
                found[name] = found[name] + b", " + value if name in found else value
    return found
