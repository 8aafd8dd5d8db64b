"""Rendering: a template with what it tells becomes a page."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from stellenbund.domain.clock import BERLIN
from stellenbund.domain.ticket import form_key
from stellenbund.site import wording
from stellenbund.site.differences import differences, mine, said
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


def moment(value: datetime) -> str:
    """Return an instant by the clocks of the town hall.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 7, 1, 22, 5, tzinfo=UTC))
    '02.07.2026, 00:05 Uhr'
    """
    return f"{value.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr"


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


def person(actor: str) -> str:
    """Return who did something, as HR reads it.

    >>> person("Petra Muster (account 3)"), person("Excel-Makro (token 5)")
    ('Petra Muster (Konto 3)', 'Excel-Makro (Token 5)')
    """
    return actor.replace("(account ", "(Konto ").replace("(token ", "(Token ")


def subject(told: str) -> str:
    """Return what a deed was done to, as HR reads it.

    >>> subject("run 17"), subject("moon 1")
    ('Lauf 17', 'moon 1')
    """
    word, _, rest = told.partition(" ")
    return f"{wording.SUBJECTS.get(word, word)} {rest}"


TEMPLATES.filters.update(
    person=person,
    subject=subject,
    twice=twice,
    counted=counted,
    day=day,
    differences=differences,
    mine=mine,
    moment=moment,
    number=number,
    said=said,
)
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
