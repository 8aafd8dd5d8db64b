"""Stock: the list of a city's openings, with filters."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.stock import StockQuery
from stellenbund.domain.value import keepable
from stellenbund.domain.vocabulary import Kind, Status
from stellenbund.site.doors import ReaderDep
from stellenbund.site.means import MeansDep
from stellenbund.site.rendering import page
from stellenbund.store.database import reading
from stellenbund.store.stock import find_stock

router = APIRouter(prefix="/stadt/{city}")

MOST_WORDS = 8


@router.get("/stellen")
def stock_page(
    request: Request,
    inside: ReaderDep,
    means: MeansDep,
    seite: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """Show the openings of the city that the filters find; an unknown filter finds all."""
    asked = request.query_params
    query = _query(inside.city.slug, asked, seite)
    with reading(means.engine) as session:
        found = find_stock(session, query, means.clock())
    chosen = {name: asked.get(name, "") for name in ("stand", "art", "wort")}
    pages = -(-found.total // query.limit)
    return page(request, "stock", found=found, chosen=chosen, number=seite, pages=pages)


def _query(city: str, asked: QueryParams, number: int) -> StockQuery:
    words = tuple(keepable(asked.get("wort", ""))[:200].split()[:MOST_WORDS])
    return StockQuery(
        city=city,
        statuses=frozenset(Status) & {asked.get("stand", "")},
        kinds=frozenset(Kind) & {asked.get("art", "")},
        words=words,
        page=number,
    )
