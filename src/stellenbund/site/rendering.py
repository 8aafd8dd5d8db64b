"""Rendering: a template with what it tells becomes a page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from stellenbund.domain.normalisers.record_parts.references import is_described
from stellenbund.domain.ticket import form_key
from stellenbund.site import wording
from stellenbund.site.audit_words import fact, moment, person, subject
from stellenbund.site.differences import differences, mine, said
from stellenbund.site.done import done
from stellenbund.site.forms import KEY
from stellenbund.site.headers import HEADERS

TEMPLATES = Environment(
    loader=PackageLoader("stellenbund.site"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def day(value: date) -> str:
    """Return a day as HR writes it.

    >>> day(date(2027, 1, 31))
    '31.01.2027'
    """
    return f"{value:%d.%m.%Y}"


def number(value: float) -> str:
    """Return a whole number with a dot after its thousands.

    >>> number(100000), number(7)
    ('100.000', '7')
    """
    return f"{value:,.0f}".replace(",", ".")


def counted(value: int, one: str, many: str) -> str:
    """Return a number with the word for one or for many.

    >>> counted(1, "Stelle", "Stellen"), counted(0, "Stelle", "Stellen")
    ('1 Stelle', '0 Stellen')
    """
    return f"{number(value)} {one if value == 1 else many}"


def twice(text: str) -> tuple[str, str]:
    """Return a choice whose value is its own name."""
    return text, text


TEMPLATES.filters.update(
    person=person,
    subject=subject,
    twice=twice,
    counted=counted,
    fact=fact,
    day=day,
    differences=differences,
    mine=mine,
    moment=moment,
    number=number,
    said=said,
)
TEMPLATES.tests.update(described=is_described)
TEMPLATES.globals.update(words=wording, KEY=KEY)


def page(
    request: Request,
    name: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **told: Any,  # noqa: ANN401 - whatever the template tells
) -> Response:
    """Return the page of the template *name*; a browser without a ticket gets one with it."""
    ticket = getattr(request.state, "ticket", None)
    known = {
        "account": getattr(request.state, "account", None),
        "inside": getattr(request.state, "inside", None),
        "form_key": form_key(ticket) if ticket else "",
        "path": request.url.path,
        "done": done(request),
        "contact": request.app.state.contact,
        "has_provider": request.app.state.relying_party is not None,
        "has_letters": request.app.state.letterhead is not None,
    }
    html = TEMPLATES.get_template(f"{name}.html").render(known | told)
    response = HTMLResponse(html, status_code=status, headers={**HEADERS, **(headers or {})})
    fresh = getattr(request.state, "fresh_ticket", None)
    if fresh is not None:
        request.app.state.cookie.write(response, fresh)
    return response


def leading_to(address: str) -> Response:
    """Send a browser on to one of our pages, also after a form; going back sends nothing twice."""
    return RedirectResponse(address, status_code=303)
