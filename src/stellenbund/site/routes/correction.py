"""Correction: one value of an opening, set or cleared by hand, and taken back."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.content import content
from stellenbund.domain.correctable import CORRECTABLE, Correctable
from stellenbund.domain.correction import KeptCorrection, Signature
from stellenbund.domain.correction_parts.fault import UncorrectableError
from stellenbund.domain.errors import NotFoundError
from stellenbund.flows.correct import clear_value, set_values, take_back
from stellenbund.site.doors import CorrectorDep, Inside
from stellenbund.site.forms import FormDep, text_of
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.routes.opening import OpeningPath, address, opening_of, signed
from stellenbund.site.values import NOTHING, shown
from stellenbund.store.corrections import list_corrections
from stellenbund.store.database import reading, writing

router = APIRouter(prefix="/stadt/{city}/stellen/{opening}/{key}")

SET, CLEAR, BACK = "setzen", "leeren", "zuruecknehmen"
"""What can be done: say something, say nothing, or let the sources speak again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which value of which opening of the city is to be corrected."""

    opening: str
    correctable: Correctable
    inside: Inside

    @property
    def address(self) -> str:
        """Where the page of the opening stands."""
        return address(self.inside, self.opening)


def _place(opening: OpeningPath, key: Annotated[str, Path()], inside: CorrectorDep) -> Place:
    if key not in CORRECTABLE:
        raise NotFoundError("value", key)
    return Place(opening, CORRECTABLE[key], inside)


PlaceDep = Annotated[Place, Depends(_place)]


@router.get("")
def correction_page(request: Request, place: PlaceDep, means: MeansDep) -> Response:
    """Show the value with the form that corrects it."""
    return _page(request, place, means)


@router.post("")
def correct(request: Request, form: FormDep, place: PlaceDep, means: MeansDep) -> Response:
    """Set the value, clear it, or take the correction back."""
    signature = signed(form, place.inside, means)
    deeds = {SET: _set, CLEAR: _clear, BACK: _take_back}
    deed = deeds.get(text_of(form, "tun"), _set)
    try:
        with writing(means.engine) as session:
            deed(session, place, text_of(form, "wert"), signature)
    except UncorrectableError as error:
        told = " ".join(fault.detail_de for fault in error.faults)
        return _page(request, place, means, typed=text_of(form, "wert"), error=told)
    return leading_to(place.address)


def _set(session: Session, place: Place, text: str, signed: Signature) -> None:
    city, key = place.inside.city.slug, place.correctable.key
    set_values(session, city, place.opening, {key: text}, signed)


def _clear(session: Session, place: Place, _: str, signed: Signature) -> None:
    city, key = place.inside.city.slug, place.correctable.key
    clear_value(session, city, place.opening, key, signed)


def _take_back(session: Session, place: Place, _: str, signed: Signature) -> None:
    standing = _standing(session, place)
    if standing is None:
        raise NotFoundError("correction", place.correctable.key)
    take_back(session, place.inside.city.slug, standing.id, signed)


def _standing(session: Session, place: Place) -> KeptCorrection | None:
    """Return the correction that stands there."""
    kept = list_corrections(session, place.inside.city.slug, opening=place.opening)
    return next((each for each in kept if each.field == place.correctable.key), None)


def _page(
    request: Request, place: Place, means: Means, *, typed: str | None = None, error: str = ""
) -> Response:
    with reading(means.engine) as session:
        opening = opening_of(session, place.opening, place.inside, means)
        standing = _standing(session, place)
    present = shown(content(opening), place.correctable.key)
    known = standing.text if standing else present
    return page(
        request,
        "correction",
        status=422 if error else 200,
        opening=opening,
        correctable=place.correctable,
        standing=standing,
        present=present,
        typed=("" if known in (None, NOTHING) else known) if typed is None else typed,
        error=error,
    )
