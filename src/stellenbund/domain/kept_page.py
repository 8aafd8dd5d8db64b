"""Kept page: a page as a source last sent it, so that an unchanged one need not be sent again."""

from pydantic import AwareDatetime

from stellenbund.domain.value import Value


class KeptPage(Value):
    """A page with the validators under which its site can be asked whether it changed.

    *request* is the digest of what was asked for, *body* the unpacked bytes as zlib packs them,
    *content_type* what the server called them, *fetched_at* when they were last sent whole.
    """

    request: str
    etag: str | None
    last_modified: str | None
    content_type: str
    body: bytes
    fetched_at: AwareDatetime
