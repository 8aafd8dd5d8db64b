"""History: the files that a city sent, what each would change or did, taken over or back."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.upload_errors import ForgottenError, UploadRefusedError
from stellenbund.feeds.columns import COLUMNS
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.preview_upload import Preview, preview
from stellenbund.flows.undo_upload import undo
from stellenbund.flows.uploads import get_upload, list_uploads
from stellenbund.site.doors import ID, Inside, ReaderDep, UploaderDep
from stellenbund.site.forms import FormDep, text_of
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.read_lines import SHORT, read_lines
from stellenbund.site.read_lines import SHOWN as VALUES
from stellenbund.site.reading_choices import (
    COLUMN,
    COLUMN_CHOICES,
    DELIMITER_CHOICES,
    ENCODING_CHOICES,
    is_unknown,
)
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.routes.upload import acting
from stellenbund.site.told_findings import told_findings

router = APIRouter(prefix="/stadt/{city}/verlauf")

SHOWN = 25
"""Uploads on a page."""

MOST = 200
"""Changes of one sort, and findings, that a preview shows; the file with findings has them all."""

UploadPath = Annotated[str, Path(pattern=ID)]


@router.get("")
def history_page(
    request: Request,
    inside: ReaderDep,
    means: MeansDep,
    vor: Annotated[str | None, Query(pattern=ID)] = None,
) -> Response:
    """Show what the city sent, newest first."""
    found = list_uploads(means.engine, inside.city.slug, before=vor, limit=SHOWN + 1)
    older = found[SHOWN - 1].id if len(found) > SHOWN else None
    return page(request, "history", uploads=found[:SHOWN], older=older)


@router.get("/{upload}")
def upload_page(
    request: Request, upload: UploadPath, inside: ReaderDep, means: MeansDep
) -> Response:
    """Show what the upload would change or did change, and what it says that cannot be read."""
    try:
        shown = preview(means.engine, inside.city.slug, upload)
    except ForgottenError:
        found = get_upload(means.engine, inside.city.slug, upload)
        return page(request, "forgotten_upload", upload=found)
    return _page(request, shown, means)


@router.post("/{upload}/uebernehmen")
def commit_upload(
    request: Request, form: FormDep, upload: UploadPath, inside: UploaderDep, means: MeansDep
) -> Response:
    """Publish what the file says, if it is what the person has seen."""
    try:
        commit(
            means.engine,
            inside.city.slug,
            upload,
            acting(inside, means),
            fingerprint=text_of(form, "gesehen"),
            is_sure=bool(text_of(form, "sicher")),
        )
    except UploadRefusedError as refusal:
        shown = preview(means.engine, inside.city.slug, upload)
        return _page(request, shown, means, status=409, error=refusal.detail_de)
    return leading_to(_address(inside, upload))


@router.post("/{upload}/zuruecknehmen")
def undo_upload(
    request: Request, _: FormDep, upload: UploadPath, inside: UploaderDep, means: MeansDep
) -> Response:
    """Let the city's openings be again what they were before the file."""
    try:
        undo(means.engine, inside.city.slug, upload, acting(inside, means))
    except UploadRefusedError as refusal:
        shown = preview(means.engine, inside.city.slug, upload)
        return _page(request, shown, means, status=409, error=refusal.detail_de)
    return leading_to(_address(inside, upload))


def _page(
    request: Request, shown: Preview, means: Means, *, status: int = 200, error: str = ""
) -> Response:
    findings = told_findings(shown.findings)
    return page(
        request,
        "shown_upload",
        status=status,
        error=error,
        shown=shown,
        upload=shown.upload,
        diff=shown.diff,
        lines=read_lines(shown, means.clock()),
        values=[(key, SHORT.get(key, CORRECTABLE[key].label)) for key in VALUES],
        known=sum(each.reference in shown.known_elsewhere for each in shown.diff.appeared),
        names={key.value: column.header for key, column in COLUMNS.items()},
        unknown=[each for each in shown.read.headings if is_unknown(each)],
        findings=findings[:MOST],
        more=max(0, len(findings) - MOST),
        most=MOST,
        encodings=ENCODING_CHOICES,
        delimiters=DELIMITER_CHOICES,
        columns=list(COLUMN_CHOICES),
        prefix=COLUMN,
    )


def _address(inside: Inside, upload: str) -> str:
    return f"/hr/stadt/{inside.city.slug}/verlauf/{upload}"
