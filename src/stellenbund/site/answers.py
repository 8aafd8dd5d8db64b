"""Answers: which page says what went wrong, by the error that was raised."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.account import AccountRefusedError
from stellenbund.domain.correction_parts.fault import UnaskedError, UncorrectableError
from stellenbund.domain.decision import UndecidableError
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.upload_errors import UploadRefusedError
from stellenbund.flows.passwords import TooManyAtOnceError
from stellenbund.site import troubles
from stellenbund.site.errors import (
    BodyTooLargeError,
    ForeignFormError,
    FormRefusedError,
    FromElsewhereError,
    NotAllowedError,
    NotSignedInError,
)
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.return_path import asked, sign_in_address
from stellenbund.site.troubles import Trouble
from stellenbund.store.database import DATABASE_ERRORS

Answer = Callable[[Request, Exception], Response]

EXPIRED = (
    "Ihre Anmeldung ist abgelaufen, bevor Sie abgesendet haben. Melden Sie sich bitte wieder an; "
    "was Sie eingetragen haben, bleibt erhalten."
)
"""What somebody reads whose form arrives too late."""


def tell(request: Request, trouble: Trouble) -> Response:
    """Answer with the page of *trouble*."""
    return page(
        request,
        "trouble",
        status=trouble.status,
        title=trouble.title,
        sentence=trouble.sentence,
        remedy=trouble.remedy,
        onward=trouble.onward,
        onward_text=trouble.onward_text,
        details=trouble.details,
    )


def _always(trouble: Trouble) -> Answer:
    return lambda request, _: tell(request, trouble)


def _saying(trouble: Trouble) -> Answer:
    """Answer with *trouble* and the German sentence of the error."""
    return lambda request, error: tell(
        request, replace(trouble, sentence=getattr(error, "detail_de", str(error)))
    )


def _not_signed_in(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotSignedInError)
    if error.texts is None:
        return leading_to(sign_in_address(request))
    texts = sorted(error.texts.items())
    return page(
        request,
        "sign_in",
        status=403,
        notice=EXPIRED,
        error="",
        email="",
        onward=request.url.path,
        texts=texts,
    )


def _from_elsewhere(request: Request, _: Exception) -> Response:
    return page(request, "landing", onward=asked(request))


def _not_allowed(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotAllowedError)
    return tell(request, troubles.DENIED[error.lack])


def _faults(request: Request, error: Exception) -> Response:
    assert isinstance(error, UncorrectableError)
    told = " ".join(fault.detail_de for fault in error.faults)
    return tell(request, replace(troubles.REFUSED, sentence=told))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    is_method = error.status_code == troubles.WRONG_METHOD.status
    return tell(request, troubles.WRONG_METHOD if is_method else troubles.NOT_FOUND)


ANSWERS: Mapping[type[Exception], Answer] = {
    NotSignedInError: _not_signed_in,
    FromElsewhereError: _from_elsewhere,
    NotAllowedError: _not_allowed,
    ForeignFormError: _always(troubles.FOREIGN_FORM),
    FormRefusedError: _saying(troubles.REFUSED),
    BodyTooLargeError: _always(troubles.TOO_LARGE),
    TooManyAtOnceError: _always(troubles.BUSY),
    AccountRefusedError: _saying(troubles.INVITATION_SPENT),
    UndecidableError: _saying(troubles.CONFLICT),
    UnaskedError: _saying(troubles.CONFLICT),
    UncorrectableError: _faults,
    UploadRefusedError: _saying(troubles.CONFLICT),
    NotFoundError: _always(troubles.NOT_FOUND),
    RequestValidationError: _always(troubles.NOT_FOUND),
    HTTPException: _http,
    **dict.fromkeys(DATABASE_ERRORS, _always(troubles.AWAY)),
    Exception: _always(troubles.BROKEN),
}
"""What is answered to each error; the last one also goes to the server's log."""
