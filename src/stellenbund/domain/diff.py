"""Diff: what a harvest changes about what we hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from stellenbund.domain.content import digest
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.merge import stated
from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.notice import Notice


class Verb(StrEnum):
    """What happens to a notice, in the order in which it is shown."""

    NEW = "new"
    CHANGED = "changed"
    VANISH = "vanish"


@dataclass(frozen=True, slots=True)
class Change:
    """One reference before and after; ``None`` before: appeared, ``None`` after: vanished."""

    reference: str
    before: Notice | None
    after: Notice | None

    @property
    def verb(self) -> Verb:
        """What happens to the notice."""
        if self.before is None:
            return Verb.NEW
        return Verb.CHANGED if self.after else Verb.VANISH

    @property
    def title(self) -> str:
        """The notice's title; the newer one, if it changes."""
        notice = self.after or self.before
        return notice.fields.title if notice else self.reference

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in which a changed notice says something else."""
        if self.before is None or self.after is None:
            return ()
        before, after = dict(self.before.fields), dict(self.after.fields)
        return tuple(name for name in before if before[name] != after[name])


@dataclass(frozen=True, slots=True)
class Diff:
    """The changes in the order of their references, and how many notices we *held* before."""

    changes: tuple[Change, ...]
    held: int

    @property
    def by_verb(self) -> tuple[Change, ...]:
        """What is new, then what changed, then what vanishes."""
        return self.appeared + self.changed + self.vanished

    @property
    def appeared(self) -> tuple[Change, ...]:
        """Notices that were not there before."""
        return tuple(change for change in self.changes if change.before is None)

    @property
    def changed(self) -> tuple[Change, ...]:
        """Notices that say something else now."""
        return tuple(change for change in self.changes if change.before and change.after)

    @property
    def vanished(self) -> tuple[Change, ...]:
        """Notices that the source no longer shows."""
        return tuple(change for change in self.changes if change.after is None)

    @property
    def unchanged(self) -> int:
        """How many notices say what they said before."""
        return self.held - len(self.changed) - len(self.vanished)


def compare(stored: Mapping[str, Notice], harvest: Harvest) -> Diff:
    """Say what must change in *stored* (by reference) for it to equal *harvest*.

    What the harvest only confirms need not be among the *stored*.
    """
    after = {reference: stored[reference] for reference in _kept(stored, harvest)}
    after |= {
        notice.reference: notice
        for notice in harvest.notices
        if not _proves_nothing(notice, stored.get(notice.reference), harvest)
    }
    return Diff(
        tuple(
            Change(reference, stored.get(reference), after.get(reference))
            for reference in sorted(stored.keys() | after.keys())
            if _differ(stored.get(reference), after.get(reference))
        ),
        held=len(stored) + len(harvest.confirmed),
    )


def _proves_nothing(notice: Notice, before: Notice | None, harvest: Harvest) -> bool:
    """Say whether what we hold is more than a poorer version of it could disprove.

    Where a list broke off, its last entry may be cut too, and then lacks what stood below.
    """
    if before is None:
        return False
    return notice.is_partial or (
        not harvest.is_complete and bool(stated(before.fields) - stated(notice.fields))
    )


def _kept(stored: Mapping[str, Notice], harvest: Harvest) -> set[str]:
    """Return the references whose absence or poorer version proves nothing.

    An excerpt ends nothing but what it shows as closed, or what has no page any more.
    """
    if not harvest.is_complete:
        return set(stored)
    if harvest.is_excerpt:
        ended = (harvest.left_out - harvest.uncertain).union(map(canonical, harvest.gone))
        return {
            reference
            for reference, notice in stored.items()
            if ended.isdisjoint({reference, _address(notice)})
        }
    unclear = {notice.reference for notice in harvest.notices if notice.is_partial}
    unclear |= (
        harvest.uncertain | harvest.unreadable | {canonical(each) for each in harvest.unreadable}
    )
    return {
        reference
        for reference, notice in stored.items()
        if reference in unclear or _address(notice) in unclear
    }


def _address(notice: Notice) -> str | None:
    """Return the address by which a page that can no longer be read is known."""
    return notice.fields.source_url and canonical(notice.fields.source_url)


def _differ(before: Notice | None, after: Notice | None) -> bool:
    """Say whether a reader would notice a difference.

    The fingerprint that was kept may be an older program's, so that alone it proves none.
    """
    if before is None or after is None:
        return before is not after
    return before.content != after.content and digest(before.fields) != after.content
