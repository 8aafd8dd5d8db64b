"""Assets: the scripts, styles and pictures of our pages, all of them served by ourselves."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from stellenbund.api.representation import Representation

_OFFLINE = "fastapi_offline"
_OURS = "stellenbund.api"

_PLACES: Mapping[str, tuple[str, str]] = {
    "swagger-ui-bundle.js": (_OFFLINE, "text/javascript"),
    "swagger-ui.css": (_OFFLINE, "text/css"),
    "redoc.standalone.js": (_OFFLINE, "text/javascript"),
    "favicon.svg": (_OURS, "image/svg+xml"),
    "pages.css": (_OURS, "text/css"),
    "viewer.css": (_OURS, "text/css"),
}
"""Which package holds each file in its folder ``static``, and what the file is."""

_FOREIGN: Mapping[bytes, bytes] = {
    b"https://cdn.redoc.ly/redoc/logo-mini.svg": b"data:,",
    b"https://validator.swagger.io/validator": b"none",
}
"""What the two viewers would load from elsewhere of their own accord: a logo and a badge."""

NAMES = tuple(_PLACES)


@cache
def asset(name: str) -> Representation:
    """Return the file *name*, without what would call a foreign host.

    Raises:
        KeyError: there is no such file.
    """
    package, media_type = _PLACES[name]
    content = files(package).joinpath("static", name).read_bytes()
    for theirs, ours in _FOREIGN.items():
        content = content.replace(theirs, ours)
    return Representation(content, media_type)


def address(name: str) -> str:
    """Return where the file *name* stands."""
    return f"/static/{name}"
