"""Deprecation: which addresses will go, since when that is known, and when they go."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from starlette.datastructures import MutableHeaders


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """All addresses that match *path* are deprecated *since* one instant and gone at another.

    *page* is the address of a page that says what to use instead.
    """

    path: re.Pattern[str]
    since: datetime
    gone_at: datetime
    page: str

    def tell(self, headers: MutableHeaders) -> None:
        """Say it in *headers* (RFC 9745, RFC 8594)."""
        headers["Deprecation"] = f"@{int(self.since.timestamp())}"
        headers["Sunset"] = format_datetime(self.gone_at.astimezone(UTC), usegmt=True)
        headers.append("Link", f'<{self.page}>; rel="deprecation", <{self.page}>; rel="sunset"')


DEPRECATIONS: Sequence[Deprecation] = ()
"""Nothing is deprecated yet; an entry here is all it takes, beside its line in the changelog."""


def tell_deprecation(
    path: str, headers: MutableHeaders, deprecations: Sequence[Deprecation]
) -> None:
    """Say in *headers* what there is to say about the address *path*."""
    for each in deprecations:
        if each.path.fullmatch(path):
            each.tell(headers)
