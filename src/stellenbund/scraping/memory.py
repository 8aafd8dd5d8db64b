"""Memory: what a source remembers of its last good reading, and what it learns in this one."""

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from http import HTTPStatus

from stellenbund.domain.kept_page import KeptPage
from stellenbund.domain.robots import RobotsState, RobotsStatus
from stellenbund.scraping.page import Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.rules import Rules

LONGEST = timedelta(days=7)
"""After so long a page is sent whole again, whatever its server says: some say 304 for ever."""

MOST_BYTES = 2 * 1024 * 1024
"""Larger documents are not kept."""

MOST_BYTES_IN_ALL = 20 * 1024 * 1024
"""Packed bytes that one source may keep; what comes after them is not kept."""

_LONGEST_VALIDATOR = 300


def _nothing(_: str) -> KeptPage | None:
    return None


@dataclass(slots=True, kw_only=True)
class Memory:
    """One source while it is read; fresh, it knows nothing.

    *recall* finds a page by the digest of its request, *known* holds the rules of hosts as they
    were last learnt. *pages* is what this reading asked for: the page by its digest, or ``None``
    where the one that is remembered still stands. *hosts* are the rules it met.
    """

    recall: Callable[[str], KeptPage | None] = _nothing
    known: Mapping[str, RobotsState] = field(default_factory=dict)
    pages: dict[str, KeptPage | None] = field(default_factory=dict)
    hosts: dict[str, RobotsState] = field(default_factory=dict)
    _bytes: int = 0

    def page_for(self, request: Request, now: datetime) -> KeptPage | None:
        """Return what is remembered of the page that *request* asks for, unless it is too old."""
        if request.body is not None:
            return None
        kept = self.recall(digest(request))
        return kept if kept and now - kept.fetched_at < LONGEST else None

    def keep(self, request: Request, reply: Reply, now: datetime) -> None:
        """Remember the *reply* to *request*, if it may be asked about again."""
        asked = digest(request)
        if reply.is_unchanged:
            self.pages[asked] = None
        elif request.body is None and _is_keepable(reply):
            packed = zlib.compress(reply.body, 1)
            self._bytes += len(packed)
            if self._bytes <= MOST_BYTES_IN_ALL:
                self.pages[asked] = _kept(asked, reply, packed, now)

    def note(self, rules: Rules, url: str) -> None:
        """Remember the *rules* of a host, and what they mean for *url*."""
        state = rules.state
        before = self.hosts.get(state.host, state)
        status = before.status
        if not rules.robots.allows(url) and status is RobotsStatus.ALLOWED:
            status = RobotsStatus.DISALLOWED
        update = {"status": status, "is_reserved": before.is_reserved or rules.reserves(url)}
        self.hosts[state.host] = state.model_copy(update=update)

    def note_reservation(self, host: str) -> None:
        """Remember that a page of *host* reserves itself."""
        self.hosts[host] = self.hosts[host].model_copy(update={"is_reserved": True})


def digest(request: Request) -> str:
    """Return what tells *request* from others without giving away a key in its header lines."""
    told = json.dumps([request.url, request.headers, request.body])
    return hashlib.sha256(told.encode()).hexdigest()


def conditional(request: Request, kept: KeptPage | None) -> Request:
    """Return *request* as it asks whether the page that is *kept* has changed (RFC 9110, 13.1)."""
    if kept is None:
        return request
    lines = (("If-None-Match", kept.etag), ("If-Modified-Since", kept.last_modified))
    asked = tuple((name, value) for name, value in lines if value)
    return replace(request, headers=(*request.headers, *asked))


def restored(reply: Reply, kept: KeptPage | None) -> Reply:
    """Return the reply that a 304 stands for; any other, or one that nobody asked for, as it is."""
    if kept is None or reply.status != HTTPStatus.NOT_MODIFIED:
        return reply
    return replace(
        reply,
        status=HTTPStatus.OK,
        headers={**reply.headers, "content-type": kept.content_type},
        body=zlib.decompress(kept.body),
        is_unchanged=True,
    )


def _is_keepable(reply: Reply) -> bool:
    """Say whether a reply has a validator, may be stored and is not too large."""
    told = reply.headers
    validators = [value for value in (told.get("etag"), told.get("last-modified")) if value]
    return (
        reply.status == HTTPStatus.OK
        and any(validators)
        and all(len(each) <= _LONGEST_VALIDATOR and each.isprintable() for each in validators)
        and "no-store" not in told.get("cache-control", "").lower()
        and "*" not in told.get("vary", "")
        and len(reply.body) <= MOST_BYTES
    )


def _kept(asked: str, reply: Reply, packed: bytes, now: datetime) -> KeptPage:
    return KeptPage(
        request=asked,
        etag=reply.headers.get("etag") or None,
        last_modified=reply.headers.get("last-modified") or None,
        content_type=reply.content_type,
        body=packed,
        fetched_at=now,
    )
