"""Refreshes: where a page sends a browser by itself, as sites do that have moved."""

import re
from urllib.parse import urlsplit

from stellenbund.scraping.page import Page
from stellenbund.scraping.targets import bare

_CONTENT = re.compile(
    r"\s*(?P<seconds>\d{1,4})[\d.]*\s*[;,]\s*(?:url\s*=\s*)?['\"]?(?P<url>[^'\"]+)", re.IGNORECASE
)
_SOON = 15
"""Seconds within which a browser is sent on; what takes longer is a page that renews itself."""


def sent_to(page: Page) -> str | None:
    """Return the other host that *page* sends a browser to, if it does so soon."""
    for tag in page.root.iter("meta"):
        is_refresh = (tag.get("http-equiv") or "").lower() == "refresh"
        found = _CONTENT.match(tag.get("content") or "") if is_refresh else None
        url = page.link(found["url"]) if found and int(found["seconds"]) <= _SOON else None
        host = urlsplit(url).hostname if url else None
        if host and bare(host) != bare(urlsplit(page.url).hostname or ""):
            return host
    return None
