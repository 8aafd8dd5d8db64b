"""Wire: an answer as it is sent, but for the headers that move."""

from collections.abc import Sequence
from typing import NamedTuple

from stellenbund.api.codings import Coding
from stellenbund.api.deprecation import Deprecation
from stellenbund.api.headers import RawHeaders, complete_headers
from stellenbund.api.reply import Reply

Manner = tuple[Coding, bool]
"""In which coding a reply is given, and whether to somebody who has it already."""


class Wire(NamedTuple):
    """Status, headers and body of an answer to GET."""

    status: int
    headers: RawHeaders
    body: bytes


def wired(reply: Reply, manner: Manner, path: str, deprecations: Sequence[Deprecation]) -> Wire:
    """Return what is sent of *reply* in that *manner* for the address *path*."""
    coding, is_known = manner
    response = reply.unchanged(coding, {}) if is_known else reply.full(coding, {})
    complete_headers(response.headers, path, "GET", deprecations)
    return Wire(response.status_code, response.raw_headers, bytes(response.body))
