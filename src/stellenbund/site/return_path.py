"""Return path: where somebody goes on after signing in, which is never another site."""

import re
from urllib.parse import quote

from starlette.requests import Request

SIGN_IN, HOME = "/hr/anmelden", "/hr/"

_OURS = re.compile(r"/hr/[\w/-]{0,200}(?:\?[\w=&%.+-]{0,500})?", re.ASCII)


def safe(path: str) -> str:
    """Return *path* if it is one of our pages, else the first of them.

    >>> safe("/hr/stadt/bochum/stellen?art=other"), safe("//foreign.example/hr/"), safe("/v1")
    ('/hr/stadt/bochum/stellen?art=other', '/hr/', '/hr/')
    """
    return path if _OURS.fullmatch(path) else HOME


def asked(request: Request) -> str:
    """Return the page that was asked for, with its query."""
    query = request.url.query
    return safe(f"{request.url.path}?{query}" if query else request.url.path)


def sign_in_address(request: Request) -> str:
    """Return where to sign in, to go on with the page that was asked for."""
    return f"{SIGN_IN}?weiter={quote(asked(request), safe='')}"
