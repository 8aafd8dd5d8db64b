"""Desk: what every correction by hand begins and ends with."""

from collections.abc import Mapping

from sqlmodel import Session

from stellenbund.domain.audit import AuditEntry, Deed
from stellenbund.domain.city import City
from stellenbund.domain.correction import DESK, Signature, desk_of
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.finding import clip
from stellenbund.domain.merge import Merged, spoken
from stellenbund.domain.normalisers.characters import stripped
from stellenbund.domain.opening import Opening
from stellenbund.flows.publish import publish_one
from stellenbund.store.audit import log_deed
from stellenbund.store.cities import hold_city
from stellenbund.store.held import notices_of
from stellenbund.store.openings import get_opening
from stellenbund.store.publication import Stamp
from stellenbund.store.sources import get_source, save_source

LONGEST_FACT = 200
"""Characters of a text that the audit keeps."""


def make_known(session: Session, city: City) -> None:
    """Let the desk of *city* be one of its sources, from the first correction on.

    The register is written before any city is held, as whoever registers cities does it.
    """
    try:
        get_source(session, city.slug, DESK)
    except NotFoundError:
        save_source(session, desk_of(city))


def hold_opening(session: Session, city: str, opening: str, signature: Signature) -> Opening:
    """Return an opening of a city to which nobody else writes until this transaction ends.

    Raises:
        NotFoundError: there is no such city, or it has no such opening.
    """
    hold_city(session, city)
    found = get_opening(session, opening, signature.at)
    if found.city != city:
        raise NotFoundError("opening", opening)
    return found


def sources_of(session: Session, opening: str) -> Merged | None:
    """Return what the sources alone say of an opening, or ``None`` where none speaks of it."""
    notices = notices_of(session, [opening]).get(opening)
    return spoken(notices, opening) if notices else None


def publish_again(session: Session, city: str, opening: str, signature: Signature) -> None:
    """Let what was corrected be public; who did it is not."""
    publish_one(session, Stamp(city=city, run=None, actor=DESK, at=signature.at), opening)


def log_correction(
    session: Session,
    deed: Deed,
    city: str,
    opening: str,
    signature: Signature,
    told: Mapping[str, str],
) -> None:
    """Keep in the audit of the city what was done to an opening, and the note that was given."""
    facts = {**told, **({"note": signature.line} if signature.line else {})}
    entry = AuditEntry(
        at=signature.at,
        actor=signature.by.actor,
        city=city,
        deed=deed,
        subject=f"opening {opening}",
        told={name: clip(stripped(text), LONGEST_FACT) for name, text in facts.items()},
    )
    log_deed(session, entry)
