"""Docs pages: the contract in two viewers, with a policy that lets nothing foreign in."""

import base64
import hashlib
from dataclasses import dataclass

from stellenbund.api.assets import address
from stellenbund.api.representation import Representation

CONTRACT = "/openapi.json"

_SWAGGER = f"""SwaggerUIBundle({{
  url: "{CONTRACT}", dom_id: "#viewer", deepLinking: true, tryItOutEnabled: true,
  validatorUrl: null
}});"""
_REDOC = f"""Redoc.init("{CONTRACT}", {{}}, document.getElementById("viewer"));"""

_HTML = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="{icon}" type="image/svg+xml">
{sheets}</head>
<body>
<noscript>This page needs scripts; the contract itself is at <a href="{contract}">{contract}</a>.
</noscript>
<div id="viewer"></div>
<script src="{viewer}"></script>
<script>{start}</script>
</body>
</html>
"""
_SHEET = '<link rel="stylesheet" href="{}">\n'


@dataclass(frozen=True, slots=True)
class Page:
    """A page for people and what it may load and do."""

    representation: Representation
    policy: str


def swagger_page() -> Page:
    """Return the contract in Swagger UI, where operations can be tried out."""
    return _page(
        "Stellenbund API", "swagger-ui-bundle.js", _SWAGGER, sheets=("swagger-ui.css",), styles=""
    )


def redoc_page() -> Page:
    """Return the contract in ReDoc, where it reads as one document; it writes its own styles."""
    return _page(
        "Stellenbund API reference", "redoc.standalone.js", _REDOC, styles=" 'unsafe-inline'"
    )


def _page(
    title: str, viewer: str, start: str, *, styles: str, sheets: tuple[str, ...] = ()
) -> Page:
    html = _HTML.format(
        title=title,
        icon=address("favicon.svg"),
        sheets="".join(_SHEET.format(address(each)) for each in ("viewer.css", *sheets)),
        contract=CONTRACT,
        viewer=address(viewer),
        start=start,
    )
    content = Representation(html.encode(), "text/html; charset=utf-8")
    return Page(content, _policy(start, styles))


def _policy(start: str, styles: str) -> str:
    """Return a policy under which only our files and the script *start* run.

    Both viewers keep pictures in data: addresses, and ReDoc searches in a worker that it makes
    from a blob; none of that comes from another host.
    """
    digest = base64.b64encode(hashlib.sha256(start.encode()).digest()).decode()
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'sha256-{digest}'",
            f"style-src 'self'{styles}",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )
