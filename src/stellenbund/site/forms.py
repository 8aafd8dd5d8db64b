"""Forms: what a browser sends, once it is sure that one of our pages asked for it."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from stellenbund.domain.ticket import is_form_key
from stellenbund.domain.value import keepable
from stellenbund.site.errors import ForeignFormError, FormRefusedError
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.origin import is_foreign

KEY = "formular"
"""The hidden field that shows that a form was ours and was shown to this browser."""

MOST_FIELDS = 500
"""Fields of a form, those of a column mapping included."""


async def _form(request: Request, means: Means) -> AsyncIterator[FormData]:
    """Yield the form that was sent.

    Raises:
        ForeignFormError: another site sent it, or it was shown to another browser.
        FormRefusedError: it cannot be read.
    """
    if is_foreign(request):
        raise ForeignFormError("another site sent the form")
    try:
        async with request.form(max_files=1, max_fields=MOST_FIELDS) as form:
            if not is_form_key(text_of(form, KEY), means.cookie.read(request) or ""):
                raise ForeignFormError("the form was shown to another browser")
            yield form
    except HTTPException as error:
        raise FormRefusedError(
            "Was Ihr Browser gesendet hat, war unvollständig. Bitte noch einmal versuchen."
        ) from error


async def _posted(request: Request, means: MeansDep) -> AsyncIterator[FormData | None]:
    """Yield the form that was sent, or ``None`` where a page is only asked for."""
    if request.method != "POST":
        yield None
        return
    async for form in _form(request, means):
        yield form


async def _sent(form: Annotated[FormData | None, Depends(_posted)]) -> FormData:
    assert form is not None
    return form


PostedDep = Annotated[FormData | None, Depends(_posted)]
FormDep = Annotated[FormData, Depends(_sent)]


def text_of(form: FormData, name: str) -> str:
    """Return what stands in a field of text, as it can be kept; nothing where it is missing."""
    return keepable(raw_of(form, name)).strip()


def raw_of(form: FormData, name: str) -> str:
    """Return what stands in a field of text exactly as it was typed, as in one for a password."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def texts_of(form: FormData) -> dict[str, str]:
    """Return what stands in all fields of text, without passwords and our own key."""
    return {
        name: value
        for name, value in form.multi_items()
        if isinstance(value, str) and name != KEY and "passwort" not in name
    }


def file_of(form: FormData, name: str) -> UploadFile | None:
    """Return the file that was chosen, or ``None`` where none was."""
    value = form.get(name)
    return value if isinstance(value, UploadFile) and value.filename else None
