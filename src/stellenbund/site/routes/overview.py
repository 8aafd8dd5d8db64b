"""Overview: how the openings of a city are, and what waits for somebody."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.correction import DESK
from stellenbund.domain.stock import Stated
from stellenbund.flows.questions import open_questions
from stellenbund.site.doors import ReaderDep
from stellenbund.site.means import MeansDep
from stellenbund.site.rendering import page
from stellenbund.store.database import reading
from stellenbund.store.sources import list_sources
from stellenbund.store.stock import count_stated, count_stock

router = APIRouter(prefix="/stadt/{city}")

IMPLIED = frozenset({"language", "apply_kind"})
"""What is known of a value even where the opening states none, such as the language it is in."""


@router.get("")
def overview(request: Request, inside: ReaderDep, means: MeansDep) -> Response:
    """Show how many openings there are, how fresh the sources, and how complete the values."""
    city, now = inside.city.slug, means.clock()
    with reading(means.engine) as session:
        counts = count_stock(session, city, now)
        questions = open_questions(session, city)
        sources = [each for each in list_sources(session, city=city) if each.source.key != DESK]
        stated = count_stated(session, city, now)
    return page(
        request,
        "overview",
        counts=counts,
        questions=questions,
        sources=sources,
        openings=stated.openings,
        rare=[share for share in _shares(stated) if share[1] < stated.openings],
        always=[name for name, count in _shares(stated) if count == stated.openings],
    )


def _shares(stated: Stated) -> list[tuple[str, int]]:
    """Return the name of each value with how many openings state it, the rarest first."""
    shares = [
        (each.label, max(stated.fields.get(name, 0) for name in each.fields if name not in IMPLIED))
        for each in CORRECTABLE.values()
    ]
    return sorted(shares, key=lambda share: share[1])
