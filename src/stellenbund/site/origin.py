"""Origin: whether a request was made by one of our own pages."""

from urllib.parse import urlsplit

from starlette.requests import Request

OURS = {"same-origin", "none"}
"""What `Sec-Fetch-Site` says of a request of our own pages, or of a person's bookmark."""


def is_foreign(request: Request) -> bool:
    """Say whether a page of another origin sends this, by what the browser says of it.

    The rule is that of Go's `http.CrossOriginProtection`: `Sec-Fetch-Site` where there is one,
    else `Origin` against `Host`; what has neither comes from no browser.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in OURS
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def leads_here(request: Request) -> bool:
    """Say whether a link of another site leads here, so that a strict cookie is not sent along."""
    return request.headers.get("sec-fetch-site") in {"cross-site", "same-site"}
