"""Files: what a city can take away – its uploads, the template, its own openings."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.clock import berlin_day
from stellenbund.feeds.returned import returned_name
from stellenbund.feeds.template import template_csv, template_xlsx
from stellenbund.flows.preview_upload import preview
from stellenbund.flows.uploads import as_csv, as_xlsx, original_file
from stellenbund.site.doors import ReaderDep
from stellenbund.site.downloads import ANY, CSV, XLSX, download
from stellenbund.site.means import MeansDep
from stellenbund.site.own_openings import own_csv, own_xlsx
from stellenbund.site.rendering import page
from stellenbund.site.routes.history import UploadPath
from stellenbund.store.database import reading
from stellenbund.store.stock import whole_stock

router = APIRouter(prefix="/stadt/{city}")


@router.get("/dateien")
def files_page(request: Request, _: ReaderDep) -> Response:
    """Show what can be taken away."""
    return page(request, "files")


@router.get("/dateien/vorlage.xlsx")
def workbook_template(inside: ReaderDep, means: MeansDep) -> Response:
    """Return the template as a workbook."""
    body = template_xlsx(inside.city, today=berlin_day(means.clock()))
    return download(body, name="Vorlage Ausbildungsstellen.xlsx", media_type=XLSX)


@router.get("/dateien/vorlage.csv")
def csv_template(inside: ReaderDep, means: MeansDep) -> Response:
    """Return the template as CSV."""
    body = template_csv(inside.city, today=berlin_day(means.clock()))
    return download(body, name="Vorlage Ausbildungsstellen.csv", media_type=CSV)


@router.get("/dateien/stellen.xlsx")
def openings_workbook(inside: ReaderDep, means: MeansDep) -> Response:
    """Return the city's openings as a workbook."""
    with reading(means.engine) as session:
        body = own_xlsx(
            whole_stock(session, inside.city.slug, means.clock()), day=berlin_day(means.clock())
        )
    return download(body, name=f"Stellen {inside.city.name}.xlsx", media_type=XLSX)


@router.get("/dateien/stellen.csv")
def openings_csv(inside: ReaderDep, means: MeansDep) -> Response:
    """Return the city's openings as CSV."""
    with reading(means.engine) as session:
        body = own_csv(whole_stock(session, inside.city.slug, means.clock()))
    return download(body, name=f"Stellen {inside.city.name}.csv", media_type=CSV)


@router.get("/verlauf/{upload}/datei")
def original(upload: UploadPath, inside: ReaderDep, means: MeansDep) -> Response:
    """Return the file as it came."""
    found, body = original_file(means.engine, inside.city.slug, upload)
    return download(body, name=found.name, media_type=ANY)


@router.get("/verlauf/{upload}/befunde.xlsx")
def findings_workbook(upload: UploadPath, inside: ReaderDep, means: MeansDep) -> Response:
    """Return the file with its findings as a workbook."""
    shown = preview(means.engine, inside.city.slug, upload)
    body = as_xlsx(means.engine, shown, day=berlin_day(means.clock()))
    return download(body, name=returned_name(shown.upload.name, "xlsx"), media_type=XLSX)


@router.get("/verlauf/{upload}/befunde.csv")
def findings_csv(upload: UploadPath, inside: ReaderDep, means: MeansDep) -> Response:
    """Return the file with its findings as CSV."""
    shown = preview(means.engine, inside.city.slug, upload)
    body = as_csv(means.engine, shown)
    return download(body, name=returned_name(shown.upload.name, "csv"), media_type=CSV)
