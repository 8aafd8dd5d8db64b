"""Readvertised: which openings advertise again what had ended before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.vocabulary import Kind, Status

YEAR = timedelta(days=365)
"""How long after its end an opening can be advertised again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """From when until when a source showed an opening."""

    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """An opening as far as it matters here: what it offers, and when each source showed it.

    *readvertises* is what it is known to advertise again.
    """

    opening: str
    city: str
    title: str
    kind: Kind
    profession: str | None
    org_unit: str | None
    sample: bool
    status: Status
    seen: Mapping[str, Seen]
    readvertises: str | None = None

    @property
    def has_ended(self) -> bool:
        """Whether no source shows it any more."""
        return self.status is Status.WITHDRAWN

    @property
    def span(self) -> Seen:
        """From when until when any source showed it."""
        return Seen(
            first_at=min(each.first_at for each in self.seen.values()),
            last_at=max(each.last_at for each in self.seen.values()),
        )


_Offer = tuple[str, bool, Kind, str]


def readvertised(adverts: Iterable[Advert]) -> dict[str, str]:
    """Return for each opening that advertises another one again which one that is.

    It is the one that ended last before it, and each is advertised again by one opening only.
    What is known already is not said again. Two that stood beside each other at the same source
    are two places, not one that is offered twice.
    """
    known = tuple(adverts)
    taken = {each.readvertises for each in known}
    shown = sorted((each for each in known if each.seen), key=_by_appearance)
    free = _by_offer(each for each in shown if each.has_ended and each.opening not in taken)
    links = {}
    for advert in shown:
        if advert.has_ended or advert.readvertises is not None:
            continue
        earlier = _nearest(advert, free[_offers(advert)].values())
        if earlier is not None:
            links[advert.opening] = earlier.opening
            del free[_offers(advert)][earlier.opening]
    return links


def _by_offer(ended: Iterable[Advert]) -> Mapping[_Offer, dict[str, Advert]]:
    """Return what ended by what it offered and by its opening, the last one first."""
    free: dict[_Offer, dict[str, Advert]] = defaultdict(dict)
    for each in sorted(ended, key=lambda each: (each.span.last_at, each.opening), reverse=True):
        free[_offers(each)][each.opening] = each
    return free


def _by_appearance(advert: Advert) -> tuple[datetime, str]:
    return advert.span.first_at, advert.opening


def _nearest(advert: Advert, earlier: Iterable[Advert]) -> Advert | None:
    """Return the first of *earlier* that *advert* follows.

    Of several that ended at the same moment, it is one with the same department.
    """
    found: Advert | None = None
    for each in earlier:
        if found and each.span.last_at < found.span.last_at:
            break
        if _fits(each, advert) and _follows(each, advert):
            if each.org_unit == advert.org_unit:
                return each
            found = found or each
    return found


def _offers(advert: Advert) -> _Offer:
    return advert.city, advert.sample, advert.kind, fold(advert.title)


def _fits(earlier: Advert, later: Advert) -> bool:
    """Say whether neither profession nor department, where both are stated, differ."""
    professions = {earlier.profession, later.profession} - {None}
    units = {fold(unit) for unit in (earlier.org_unit, later.org_unit) if unit}
    return len(professions) <= 1 and len(units) <= 1


def _follows(earlier: Advert, later: Advert) -> bool:
    """Say whether *earlier* ended before *later* began, and no more than a year before.

    At a source that showed both, the one must have gone before the other came. A copy that another
    source shows for a while longer does not count; where no source showed both, the whole span
    does. That *earlier* came first at all keeps the links from ever running in a circle.
    """
    before, after = earlier.span, later.span
    both = earlier.seen.keys() & later.seen.keys()
    has_gone = all(earlier.seen[key].last_at < later.seen[key].first_at for key in both)
    is_over = has_gone if both else before.last_at < after.first_at
    return is_over and before.first_at < after.first_at <= before.last_at + YEAR
