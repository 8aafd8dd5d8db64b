"""Links: where else to go from an answer, as its Link header says it (RFC 8288)."""

import re
from urllib.parse import urlencode

from starlette.requests import Request

from stellenbund.api.query_pairs import query_pairs

CONTRACT = "/openapi.json"

_PAIR = rb"[\w.~-]+=(?:[\w.~+-]|%[0-9A-F]{2})*"
_AS_WE_WRITE = re.compile(rb"%b(?:&%b)*" % (_PAIR, _PAIR))
"""A query with nothing in it that would have to be written otherwise in an address."""


def link_header(**relations: str | None) -> dict[str, str]:
    """Return the Link header with an address for each relation, and the contract of them all.

    >>> link_header(next="/v1/openings?cursor=AAZF")["Link"]
    '</v1/openings?cursor=AAZF>; rel="next", </openapi.json>; rel="describedby"'
    """
    known = {**relations, "describedby": CONTRACT}
    return {"Link": ", ".join(f'<{url}>; rel="{rel}"' for rel, url in known.items() if url)}


def same_but(request: Request, **changes: object) -> str:
    """Return the address of *request* with other values of parameters; ``None`` leaves one out.

    What is changed stands at the end; a page begins anew.
    """
    changes = {"cursor": None, **changes}
    added = [(name, str(value)) for name, value in changes.items() if value is not None]
    asked: bytes = request.scope["query_string"]
    is_kept = not any(f"{name}=".encode() in asked for name in changes)
    if added and is_kept and _AS_WE_WRITE.fullmatch(asked):
        return f"{request.scope['path']}?{asked.decode()}&{urlencode(added)}"
    pairs = [pair for pair in query_pairs(request.scope) if pair[0] not in changes]
    return _address(request.scope["path"], [*pairs, *added])


def openings_by(**filters: object) -> str:
    """Return the address of the published openings with these filters."""
    return _address("/v1/openings", [(name, str(value)) for name, value in filters.items()])


def _address(path: str, pairs: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path
