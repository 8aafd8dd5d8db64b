"""Moves: what a merge changes about the openings that stand."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from stellenbund.domain.content import digest
from stellenbund.domain.merge import Merged
from stellenbund.domain.vocabulary import Status
from stellenbund.store.publication import Move, Standing

Named = Mapping[str, Merged]
"""What is said now, by the id of the opening of which it is said."""


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


def moves(before: Mapping[str, Standing], now: Named, *, by_samples: bool) -> Iterator[Move]:
    """Yield what a reader would notice; what nobody speaks of any more is withdrawn.

    *by_samples* says that it is saved samples that speak, so that none of them is replaced.
    """
    for name, merged in now.items():
        reason = _news(before.get(name), merged)
        if reason:
            yield Move(opening=name, status=_status(before.get(name)), reason=reason, merged=merged)
    for name, standing in before.items():
        if name not in now and standing.status is not Status.WITHDRAWN:
            gone = "sample replaced" if standing.sample and not by_samples else "vanished"
            reason = _merged_into(name, now) or gone
            yield Move(opening=name, status=Status.WITHDRAWN, reason=reason)


def _fresh(new_id: Callable[[], str], taken: Collection[str]) -> str:
    while (name := new_id()) in taken:
        pass
    return name


def _news(before: Standing | None, merged: Merged) -> str | None:
    if before is None:
        return "appeared"
    if before.status is Status.WITHDRAWN:
        return "reappeared"
    if before.content != digest(merged.fields):
        return "changed"
    return None if before.origins == merged.origins else "other origin"


def _status(before: Standing | None) -> Status:
    """What a person holds back stays held back; everything else is published."""
    return Status.HELD if before and before.status is Status.HELD else Status.PUBLISHED


def _merged_into(name: str, now: Named) -> str | None:
    """Say of an opening that nobody speaks of by its name whether it turned out to be another."""
    for other, merged in now.items():
        if any(notice.opening == name for notice in merged.notices):
            return f"merged into {other}"
    return None
