"""Problem pages: what each type of problem means, at the address that problems point to."""

from collections.abc import Iterable
from html import escape

from stellenbund.api.assets import address
from stellenbund.api.docs_pages import Page
from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.problems import KINDS
from stellenbund.api.representation import Representation

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_HTML = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="{icon}" type="image/svg+xml">
<link rel="stylesheet" href="{styles}">
</head>
<body>
{body}
</body>
</html>
"""


def index_page() -> Page:
    """Return the list of all types of problem."""
    items = "\n".join(
        f'<li><a href="{kind.path}">{_text(kind.title)}</a> ({kind.status}), '
        f'<span lang="de">{_text(kind.title_de)}</span></li>'
        for kind in KINDS.values()
    )
    return _page("Problems", [f"<h1>Problems</h1>\n<ul>\n{items}\n</ul>"])


def problem_page(kind: ProblemKind) -> Page:
    """Return the page about *kind*, in English and in German."""
    return _page(
        kind.title,
        [
            f"<h1>{_text(kind.title)} <small>{kind.status}</small></h1>",
            f"<p>{_text(kind.remedy)}</p>",
            f'<h2 lang="de">{_text(kind.title_de)}</h2>',
            f'<p lang="de">{_text(kind.remedy_de)}</p>',
            f"<p>Type: <code>{kind.path}</code></p>",
            '<p><a href="/problems">All problems</a> · <a href="/docs">API</a></p>',
        ],
    )


def _page(title: str, body: Iterable[str]) -> Page:
    html = _HTML.format(
        title=_text(title),
        icon=address("favicon.svg"),
        styles=address("pages.css"),
        body="\n".join(body),
    )
    return Page(Representation(html.encode(), "text/html; charset=utf-8"), POLICY)


def _text(text: str) -> str:
    """Return *text* for HTML, its `code` as such."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts))
