"""Moves: what a merge changes about the openings that stand."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from stellenbund.domain.merge import Merged
from stellenbund.domain.vocabulary import Status
from stellenbund.store.publication import Move, Standing

Named = Mapping[str, Merged]
"""What is said now, by the id of the opening of which it is said."""

_HIDDEN = "hidden"


def named(
    openings: Sequence[Merged], taken: Collection[str], new_id: Callable[[], str]
) -> dict[str, Merged]:
    """Give each opening its id: the one that it keeps, else a new one that is not yet *taken*."""
    kept = {merged.opening: merged for merged in openings if merged.opening is not None}
    used = {*taken, *kept}
    for merged in openings:
        if merged.opening is None:
            name = _fresh(new_id, used)
            used.add(name)
            kept[name] = merged
    return kept


def heirs(openings: Named) -> dict[str, str]:
    """Return into which opening each one went over that nobody speaks of by its name any more."""
    return {
        notice.opening: name
        for name, merged in openings.items()
        for notice in merged.notices
        if notice.opening is not None and notice.opening not in openings
    }


def moves(
    before: Mapping[str, Standing],
    now: Named,
    *,
    hidden: Collection[str] = (),
    by_samples: bool,
) -> Iterator[Move]:
    """Yield what a reader would notice; what nobody speaks of any more is withdrawn.

    What a person has *hidden* is held back, whether anybody speaks of it or not, so that not even
    its end is public. *by_samples* says that it is saved samples that speak, so that none of them
    is replaced.
    """
    for name, merged in now.items():
        status = Status.HELD if name in hidden else Status.PUBLISHED
        reason = _news(before.get(name), merged, status)
        if reason:
            yield Move(opening=name, status=status, reason=reason, merged=merged)
    inherited = heirs(now)
    for name, standing in before.items():
        status = Status.HELD if name in hidden else Status.WITHDRAWN
        if name not in now and standing.status is not status:
            gone = "sample replaced" if standing.sample and not by_samples else "vanished"
            merged_into = f"merged into {inherited[name]}" if name in inherited else gone
            reason = _HIDDEN if status is Status.HELD else merged_into
            yield Move(opening=name, status=status, reason=reason)


def _fresh(new_id: Callable[[], str], taken: Collection[str]) -> str:
    while (name := new_id()) in taken:
        pass
    return name


def _news(before: Standing | None, merged: Merged, status: Status) -> str | None:
    if before is None:
        return "appeared"
    if before.status is not status:
        if status is Status.HELD:
            return _HIDDEN
        return "shown" if before.status is Status.HELD else "reappeared"
    if before.content != merged.content:
        return "changed"
    return None if before.origins == _plain(merged) else "other origin"


def _plain(merged: Merged) -> dict[str, dict[str, str]]:
    """Return the origins as the database has them."""
    return {
        name: {"source": each.source, "reference": each.reference}
        for name, each in merged.origins.items()
    }
