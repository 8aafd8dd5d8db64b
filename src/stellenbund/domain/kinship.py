"""Kinship: which notices of one city speak of the same opening."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import Fields
from stellenbund.domain.source import Trust
from stellenbund.domain.vocabulary import StartKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeldNotice:
    """A live notice of one city, as merging needs it; *opening* is the one it belonged to."""

    source: str
    reference: str
    trust: Trust
    fields: Fields
    first_seen_at: datetime
    opening: str | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Families:
    """Notices grouped by opening, and the pairs that a person should look at."""

    groups: tuple[tuple[HeldNotice, ...], ...]
    findings: tuple[Finding, ...]


def families(notices: Sequence[HeldNotice]) -> Families:
    """Group *notices* so that each group is one opening.

    Two notices of the same source are never grouped. Uncertain pairs stay apart with a finding.
    """
    grouping = _Grouping(notices)
    for one, other in _same_address(notices):
        grouping.join(one, other)
    doubtful = []
    for one, other, is_certain in _same_training(notices):
        if grouping.are_joined(one, other):
            continue
        if not (is_certain and grouping.join(one, other)):
            doubtful.append(_uncertain(one, other))
    return Families(grouping.groups(), tuple(doubtful))


class _Grouping:
    """Sets of notices that grow together unless that would put one source in twice."""

    def __init__(self, notices: Sequence[HeldNotice]) -> None:
        self._group = {notice: [notice] for notice in notices}

    def are_joined(self, one: HeldNotice, other: HeldNotice) -> bool:
        return self._group[one] is self._group[other]

    def join(self, one: HeldNotice, other: HeldNotice) -> bool:
        """Put both groups together and say whether that was possible."""
        mine, theirs = self._group[one], self._group[other]
        if mine is theirs:
            return True
        if {each.source for each in mine} & {each.source for each in theirs}:
            return False
        mine.extend(theirs)
        self._group |= dict.fromkeys(theirs, mine)
        return True

    def groups(self) -> tuple[tuple[HeldNotice, ...], ...]:
        unique = {id(group): group for group in self._group.values()}
        return tuple(tuple(group) for group in unique.values())


def _same_address(notices: Iterable[HeldNotice]) -> Iterator[tuple[HeldNotice, HeldNotice]]:
    """Yield pairs that share an address which each of their sources uses only once."""
    by_address: dict[str, list[HeldNotice]] = defaultdict(list)
    for notice in notices:
        for address in _addresses(notice):
            by_address[address].append(notice)
    for sharers in by_address.values():
        if max(Counter(each.source for each in sharers).values()) > 1:
            continue
        for one, other in combinations(sharers, 2):
            if not _contradict(one.fields, other.fields):
                yield one, other


def _addresses(notice: HeldNotice) -> set[str]:
    links = (notice.fields.source_url, notice.fields.apply_url)
    return {canonical(link) for link in links if link and not link.startswith("mailto:")}


def _same_training(
    notices: Iterable[HeldNotice],
) -> Iterator[tuple[HeldNotice, HeldNotice, bool]]:
    """Yield pairs of different sources that train for the same, and whether that is certain."""
    by_training: dict[tuple[str, str], list[HeldNotice]] = defaultdict(list)
    for notice in notices:
        by_training[notice.fields.kind, _label(notice.fields)].append(notice)
    for kin in by_training.values():
        likeness = {
            (one, other): _likeness(one.fields, other.fields)
            for one, other in combinations(kin, 2)
            if one.source != other.source and _agree(one.fields, other.fields)
        }
        for (one, other), score in likeness.items():
            rivals = [
                rival
                for pair, rival in likeness.items()
                if pair != (one, other) and _compete(pair, (one, other))
            ]
            if score > max(rivals, default=-1):
                yield one, other, True
            elif score == max(rivals):
                yield one, other, False


def _compete(pair: tuple[HeldNotice, HeldNotice], other: tuple[HeldNotice, HeldNotice]) -> bool:
    """Say whether two pairs want the same notice for the same pair of sources."""
    same_sources = {each.source for each in pair} == {each.source for each in other}
    return same_sources and bool(set(pair) & set(other))


def _label(fields: Fields) -> str:
    return fields.profession or fold(fields.title)


def _agree(one: Fields, other: Fields) -> bool:
    """Say whether two notices of the same training may be one opening.

    The training year must be the same; where one side does not state it, the title must be.
    """
    if _contradict(one, other):
        return False
    if None in {one.training_year, other.training_year}:
        return fold(one.title) == fold(other.title)
    return True


def _contradict(one: Fields, other: Fields) -> bool:
    years = {one.training_year, other.training_year} - {None}
    days = {each.starts_on for each in (one, other) if each.start_kind is StartKind.DAY}
    return len(years) > 1 or len(days) > 1 or _units_differ(one.org_unit, other.org_unit)


def _units_differ(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    return fold(one) not in fold(other) and fold(other) not in fold(one)


def _likeness(one: Fields, other: Fields) -> int:
    """Count what two notices of the same training have in common beyond it."""
    return sum(
        (
            fold(one.title) == fold(other.title),
            one.starts_on is not None and one.starts_on == other.starts_on,
            one.org_unit is not None and one.org_unit == other.org_unit,
            bool(_postcodes(one) & _postcodes(other)),
        )
    )


def _postcodes(fields: Fields) -> set[str]:
    return {place.postcode for place in fields.places if place.postcode}


def _uncertain(one: HeldNotice, other: HeldNotice) -> Finding:
    return Finding(
        severity=Severity.HINT,
        rule="merge.uncertain",
        reference=one.reference,
        value=f"{other.source}: {other.reference}",
        message=f"„{one.fields.title}“ könnte dieselbe Stelle sein wie eine aus anderer Quelle.",
        remedy="Beide bleiben getrennt. Eine gemeinsame Bewerbungsadresse führt sie zusammen.",
    )
