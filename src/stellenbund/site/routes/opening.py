"""Opening: one opening with the origin of each value, hidden or shown."""

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Path
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.content import content
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.correction import WHOLE, KeptCorrection, Signature
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.finding import clip
from stellenbund.domain.opening import Opening
from stellenbund.flows.correct import hide, show
from stellenbund.site.done import after
from stellenbund.site.doors import ID, CorrectorDep, Inside, ReaderDep
from stellenbund.site.forms import FormDep, text_of
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.values import shown
from stellenbund.store.corrections import list_corrections
from stellenbund.store.database import reading, writing
from stellenbund.store.openings import get_opening, opening_history
from stellenbund.store.sources import list_sources

router = APIRouter(prefix="/stadt/{city}/stellen/{opening}")

LONGEST_NOTE = 500
"""Characters."""

OpeningPath = Annotated[str, Path(pattern=ID)]


class Line(NamedTuple):
    """One value of an opening: what it says, who says so, and the correction that stands there."""

    key: str
    name: str
    value: str
    origin: str
    correction: KeptCorrection | None


@router.get("")
def opening_page(
    request: Request, opening: OpeningPath, inside: ReaderDep, means: MeansDep
) -> Response:
    """Show everything that an opening says, value by value."""
    with reading(means.engine) as session:
        found = opening_of(session, opening, inside, means)
        corrections = {
            each.field: each
            for each in list_corrections(session, inside.city.slug, opening=opening)
        }
        names = {
            state.source.key: state.source.name
            for state in list_sources(session, city=inside.city.slug)
        }
        history = opening_history(session, opening)
    return page(
        request,
        "opening",
        opening=found,
        lines=_lines(found, corrections, names),
        hiding=corrections.get(WHOLE),
        history=history,
    )


@router.post("/verbergen")
def hide_opening(
    form: FormDep, opening: OpeningPath, inside: CorrectorDep, means: MeansDep
) -> Response:
    """Hide the opening from the public."""
    with writing(means.engine) as session:
        hide(session, inside.city.slug, opening, signed(form, inside, means))
    return leading_to(after(address(inside, opening), "verborgen"))


@router.post("/zeigen")
def show_opening(
    form: FormDep, opening: OpeningPath, inside: CorrectorDep, means: MeansDep
) -> Response:
    """Show the opening to the public again."""
    with writing(means.engine) as session:
        show(session, inside.city.slug, opening, signed(form, inside, means))
    return leading_to(after(address(inside, opening), "gezeigt"))


def opening_of(session: Session, name: str, inside: Inside, means: Means) -> Opening:
    """Return an opening of the city.

    Raises:
        NotFoundError: the city has no such opening.
    """
    found = get_opening(session, name, means.clock())
    if found.city != inside.city.slug:
        raise NotFoundError("opening", name)
    return found


def signed(form: FormDep, inside: Inside, means: Means) -> Signature:
    """Return who does it now, with the note that a form holds."""
    note = clip(text_of(form, "notiz"), LONGEST_NOTE) or None
    return Signature(by=inside.caller, at=means.clock(), note=note)


def address(inside: Inside, opening: str) -> str:
    """Return where the page of an opening stands."""
    return f"/hr/stadt/{inside.city.slug}/stellen/{opening}"


def _lines(
    opening: Opening, corrections: dict[str, KeptCorrection], names: dict[str, str]
) -> list[Line]:
    told = content(opening)
    lines = []
    for key, each in CORRECTABLE.items():
        origin = next(
            (opening.origins[name] for name in each.fields if name in opening.origins), None
        )
        source = names.get(origin.source, origin.source) if origin else ""
        lines.append(Line(key, each.label, shown(told, key), source, corrections.get(key)))
    return lines
