"""Upload: the page where a file is sent, to be looked at before anything changes."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.upload_errors import TwinError
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.limits import MOST_BYTES
from stellenbund.feeds.table import Assumed
from stellenbund.flows.acting import Acting
from stellenbund.flows.receive_upload import SentFile, receive
from stellenbund.flows.uploads import original_file
from stellenbund.site.done import after
from stellenbund.site.doors import ID, Inside, UploaderDep
from stellenbund.site.errors import BodyTooLargeError
from stellenbund.site.forms import FormDep, file_of
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.reading_choices import (
    DELIMITER_CHOICES,
    ENCODING_CHOICES,
    choices_of,
    mode_of,
    more_exactly,
)
from stellenbund.site.rendering import leading_to, page

router = APIRouter(prefix="/stadt/{city}")

NO_FILE = FeedError(
    "form.file",
    "Es war keine Datei dabei.",
    "Bitte wählen Sie eine aus, und senden Sie noch einmal.",
)


@router.get("/hochladen")
def upload_page(request: Request, _: UploaderDep) -> Response:
    """Show the form for a file."""
    return _page(request)


@router.post("/hochladen")
def send(request: Request, form: FormDep, inside: UploaderDep, means: MeansDep) -> Response:
    """Read the file and lead to its preview; the same file once more leads to the first one."""
    chosen = file_of(form, "datei")
    if chosen is None:
        return _page(request, NO_FILE)
    body = chosen.file.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise BodyTooLargeError
    sent = SentFile(body=body, name=chosen.filename, mode=mode_of(form), choices=choices_of(form))
    return _receive(request, sent, inside, means)


@router.post("/verlauf/{upload}/anders")
def read_otherwise(
    request: Request,
    form: FormDep,
    upload: Annotated[str, Path(pattern=ID)],
    inside: UploaderDep,
    means: MeansDep,
) -> Response:
    """Read a file that was sent before once more, as the form says."""
    before, body = original_file(means.engine, inside.city.slug, upload)
    sent = SentFile(body=body, name=before.name, mode=mode_of(form), choices=choices_of(form))
    return _receive(request, sent, inside, means, done="gelesen")


@router.post("/verlauf/{upload}/genauer")
def read_more_exactly(
    request: Request,
    form: FormDep,
    upload: Annotated[str, Path(pattern=ID)],
    inside: UploaderDep,
    means: MeansDep,
) -> Response:
    """Read a file once more as before, but for what the button that was pressed says."""
    before, body = original_file(means.engine, inside.city.slug, upload)
    mode, choices = more_exactly(before, form)
    sent = SentFile(body=body, name=before.name, mode=mode, choices=choices)
    return _receive(request, sent, inside, means, done="gelesen")


def acting(inside: Inside, means: Means) -> Acting:
    """Return who does something with an upload."""
    return Acting(
        by=inside.caller, clock=means.clock, new_id=means.new_id, letterhead=means.letterhead
    )


def _receive(
    request: Request, sent: SentFile, inside: Inside, means: Means, *, done: str | None = None
) -> Response:
    """Lead to the preview of a file, with a word about what was *done*."""
    try:
        upload = receive(means.engine, inside.city.slug, sent, acting(inside, means))
    except TwinError as error:
        upload, done = error.twin, "schon_da"
    except FeedError as error:
        return _page(request, error)
    address = f"/hr/stadt/{inside.city.slug}/verlauf/{upload.id}"
    return leading_to(after(address, done) if done else address)


def _page(request: Request, error: FeedError | None = None) -> Response:
    return page(
        request,
        "upload",
        status=422 if error else 200,
        error=error,
        encodings=ENCODING_CHOICES,
        delimiters=DELIMITER_CHOICES,
        assumed=Assumed(),
    )
