"""Correction: one value of an opening, set or cleared by hand, and taken back."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from sqlmodel import Session
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.content import content
from stellenbund.domain.correctable import CORRECTABLE, Correctable
from stellenbund.domain.correction import KeptCorrection, Signature
from stellenbund.domain.correction_parts.fault import UncorrectableError
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.correct import clear_value, set_values, take_back
from stellenbund.site.done import after
from stellenbund.site.doors import CorrectorDep, Inside
from stellenbund.site.forms import FormDep, text_of
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.routes.opening import OpeningPath, address, opening_of, signed
from stellenbund.site.values import NOTHING, shown
from stellenbund.store.corrections import list_corrections
from stellenbund.store.database import reading, writing
from stellenbund.store.openings import get_opening

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


class _OffPublicError(Exception):
    """The opening would be public no more; raised so that nothing is kept until that is meant."""


PlaceDep = Annotated[Place, Depends(_place)]


@router.get("")
def correction_page(request: Request, place: PlaceDep, means: MeansDep) -> Response:
    """Show the value with the form that corrects it."""
    return _page(request, place, means)


@router.post("")
def correct(request: Request, form: FormDep, place: PlaceDep, means: MeansDep) -> Response:
    """Set the value, clear it, or take the correction back.

    What would take the opening off the public is asked about first.
    """
    typed, wanted = text_of(form, "wert"), text_of(form, "tun")
    button = wanted if wanted in DEEDS else SET
    try:
        _obey(button, form, place, means)
    except UncorrectableError as error:
        told = " ".join(fault.detail_de for fault in error.faults)
        return _page(request, place, means, typed=typed, error=told)
    except _OffPublicError:
        return _page(request, place, means, typed=typed, asks=button)
    return leading_to(after(place.address, DONE_BY[button]))


def _obey(button: str, form: FormData, place: Place, means: Means) -> None:
    """Carry a button out, or nothing if the opening would be public no more unasked."""
    signature = signed(form, place.inside, means)
    with writing(means.engine) as session:
        before = get_opening(session, place.opening, signature.at)
        DEEDS[button](session, place, text_of(form, "wert"), signature)
        later = get_opening(session, place.opening, signature.at)
        is_taken_off = Status.PUBLISHED is before.status is not later.status
        if is_taken_off and not text_of(form, "sicher"):
            raise _OffPublicError


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


DEEDS = {SET: _set, CLEAR: _clear, BACK: _take_back}
DONE_BY = {SET: "gesetzt", CLEAR: "geleert", BACK: "zurueck"}
"""What each button does, and the word for what it did."""


def _standing(session: Session, place: Place) -> KeptCorrection | None:
    """Return the correction that stands there."""
    kept = list_corrections(session, place.inside.city.slug, opening=place.opening)
    return next((each for each in kept if each.field == place.correctable.key), None)


def _page(
    request: Request,
    place: Place,
    means: Means,
    *,
    typed: str | None = None,
    error: str = "",
    asks: str = "",
) -> Response:
    """Show the form; with what was wrong, or with what it *asks* before a button is obeyed."""
    with reading(means.engine) as session:
        opening = opening_of(session, place.opening, place.inside, means)
        standing = _standing(session, place)
    present = shown(content(opening), place.correctable.key)
    known = standing.text if standing else present
    return page(
        request,
        "correction",
        status=422 if error else 409 if asks else 200,
        opening=opening,
        correctable=place.correctable,
        standing=standing,
        present=present,
        typed=("" if known in (None, NOTHING) else known) if typed is None else typed,
        error=error,
        asks=asks,
    )
