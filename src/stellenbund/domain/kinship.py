"""Kinship: which notices of one city speak of the same opening."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain, combinations
from operator import itemgetter

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.likeness import contradict, label, likeness
from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import Fields
from stellenbund.domain.source import Trust


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeldNotice:
    """A live notice of one city, as merging needs it; *opening* is the one it belonged to.

    *content* is the fingerprint of its fields, where that is known.
    """

    source: str
    reference: str
    trust: Trust
    fields: Fields
    first_seen_at: datetime
    opening: str | None = None
    sample: bool = False
    content: str | None = None


_Pair = tuple[HeldNotice, HeldNotice]
_Side = tuple[HeldNotice, frozenset[str]]


class BondRule(StrEnum):
    """By which rule two notices turned out to be one opening."""

    ADDRESS = "merge.address"
    TRAINING = "merge.training"


@dataclass(frozen=True, slots=True)
class Bond:
    """Two notices that brought their groups together, and by which rule."""

    one: HeldNotice
    other: HeldNotice
    rule: BondRule


@dataclass(frozen=True, slots=True)
class Families:
    """Notices grouped by opening, why they are, and the pairs that a person should look at."""

    groups: tuple[tuple[HeldNotice, ...], ...]
    bonds: tuple[Bond, ...]
    findings: tuple[Finding, ...]


def families(notices: Sequence[HeldNotice]) -> Families:
    """Group *notices* so that each group is one opening.

    Two notices of the same source are never grouped. Uncertain pairs stay apart with a finding.
    """
    grouping = _Grouping(notices)
    for one, other in _same_address(notices):
        grouping.join(one, other, BondRule.ADDRESS)
    doubtful = []
    for one, other, is_certain in _same_training(notices):
        if grouping.are_joined(one, other):
            continue
        if not (is_certain and grouping.join(one, other, BondRule.TRAINING)):
            doubtful.append(_uncertain(one, other))
    for one, other in _perhaps_the_same(notices):
        if grouping.may_join(one, other):
            doubtful.append(_uncertain(one, other))
    return Families(grouping.groups(), tuple(grouping.bonds), tuple(doubtful))


class _Grouping:
    """Sets of notices that grow together unless that would put one source in twice."""

    def __init__(self, notices: Sequence[HeldNotice]) -> None:
        self._group = {notice: [notice] for notice in notices}
        self.bonds: list[Bond] = []

    def are_joined(self, one: HeldNotice, other: HeldNotice) -> bool:
        return self._group[one] is self._group[other]

    def may_join(self, one: HeldNotice, other: HeldNotice) -> bool:
        """Say whether both stand in groups that have no source in common."""
        mine, theirs = self._group[one], self._group[other]
        return not {each.source for each in mine} & {each.source for each in theirs}

    def join(self, one: HeldNotice, other: HeldNotice, rule: BondRule) -> bool:
        """Put two groups together and say whether that was possible."""
        if not self.may_join(one, other):
            return False
        mine, theirs = self._group[one], self._group[other]
        mine.extend(theirs)
        self._group |= dict.fromkeys(theirs, mine)
        self.bonds.append(Bond(one, other, rule))
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
            if not contradict(one.fields, other.fields):
                yield one, other


def _addresses(notice: HeldNotice) -> set[str]:
    links = (notice.fields.source_url, notice.fields.apply_url)
    return {canonical(link) for link in links if link and not link.startswith("mailto:")}


def _same_training(
    notices: Iterable[HeldNotice],
) -> Iterator[tuple[HeldNotice, HeldNotice, bool]]:
    """Yield pairs of different sources that train for the same, and whether that is certain."""
    for kin in _by_training(notices):
        scores = {
            (one, other): likeness(one.fields, other.fields)
            for one, other in _across(kin)
            if _agree(one, other)
        }
        for pair, rival in _rivals(scores):
            if scores[pair] >= rival:
                yield *pair, scores[pair] > rival


def _rivals(scores: Mapping[_Pair, int]) -> Iterator[tuple[_Pair, int]]:
    """Yield each pair with the best score of those that want one of its notices, -1 without any.

    Pairs compete only if they are of the same two sources.
    """
    best: dict[_Side, list[tuple[int, _Pair]]] = defaultdict(list)
    for pair, score in scores.items():
        for side in _sides(pair):
            ranked = sorted([*best[side], (score, pair)], key=itemgetter(0), reverse=True)
            best[side] = ranked[:2]
    for pair in scores:
        others = (each for side in _sides(pair) for each in best[side])
        yield pair, max((score for score, other in others if other != pair), default=-1)


def _sides(pair: _Pair) -> tuple[_Side, _Side]:
    """Return each notice of a pair with the two sources that the pair is of."""
    sources = frozenset(each.source for each in pair)
    return (pair[0], sources), (pair[1], sources)


def _perhaps_the_same(notices: Iterable[HeldNotice]) -> Iterator[tuple[HeldNotice, HeldNotice]]:
    """Yield pairs that train for the same, where one does not state when and nothing contradicts.

    Their titles differ: alike, they would be certain.
    """
    for kin in _by_training(notices):
        for one, other in _across(kin):
            if not (_agree(one, other) or contradict(one.fields, other.fields)):
                yield one, other


def _by_training(notices: Iterable[HeldNotice]) -> Iterable[list[HeldNotice]]:
    by_training: dict[tuple[str, str], list[HeldNotice]] = defaultdict(list)
    for notice in notices:
        by_training[notice.fields.kind, label(notice.fields)].append(notice)
    return by_training.values()


def _across(kin: Sequence[HeldNotice]) -> Iterator[_Pair]:
    """Yield the pairs of different sources, in order; the many of one source cost nothing."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(kin):
        places[each.source].append(place)
    for place, one in enumerate(kin):
        others = (its for source, its in places.items() if source != one.source)
        later = (its[bisect_right(its, place) :] for its in others)
        for other in sorted(chain.from_iterable(later)):
            yield one, kin[other]


def _agree(one: HeldNotice, other: HeldNotice) -> bool:
    """Say whether two notices of the same training may be one opening.

    The training year must be the same; where one side does not state it, the title must be, or
    they were one opening before: a date that can no longer be read does not tear it apart.
    """
    if contradict(one.fields, other.fields):
        return False
    if None in {one.fields.training_year, other.fields.training_year}:
        were_one = one.opening is not None and one.opening == other.opening
        return were_one or fold(one.fields.title) == fold(other.fields.title)
    return True


def _uncertain(one: HeldNotice, other: HeldNotice) -> Finding:
    return Finding(
        severity=Severity.HINT,
        rule="merge.uncertain",
        reference=one.reference,
        value=f"{other.source}: {other.reference}",
        message=f"„{one.fields.title}“ könnte dieselbe Stelle sein wie eine aus anderer Quelle.",
        remedy="Beide bleiben getrennt. Eine gemeinsame Bewerbungsadresse führt sie zusammen.",
    )
