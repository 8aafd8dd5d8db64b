"""Merge: the notices of one city become openings, with the origin of each value."""

from collections.abc import Sequence
from dataclasses import dataclass

from stellenbund.domain.content import digest
from stellenbund.domain.finding import Finding
from stellenbund.domain.kinship import Bond, HeldNotice, families
from stellenbund.domain.opening import Fields, Origin
from stellenbund.domain.pay_comparison import is_contained
from stellenbund.domain.statements import Claim
from stellenbund.domain.vocabulary import Answer, DeadlineKind, StartKind

TOGETHER: tuple[tuple[str, ...], ...] = (
    ("title", "title_published"),
    ("profession", "kldb", "profession_score", "profession_method"),
    ("description_html", "description_text", "language"),
    ("start_kind", "starts_on", "start_text", "training_year"),
    ("deadline_kind", "deadline_on", "deadline_text"),
    ("certificate", "certificate_text"),
    ("apply_url", "apply_kind"),
    ("licence", "attribution"),
)
"""Fields that only make sense when they come from one notice; the first ones decide."""

PAY = "pay"
"""The one field of which a source often names only a part, the amount of the first year."""

_SILENT = (None, (), DeadlineKind.UNKNOWN, StartKind.UNKNOWN)
_SINGLE = tuple(
    (name,) for name in Fields.model_fields if not any(name in group for group in TOGETHER)
)


@dataclass(frozen=True, slots=True)
class Merged:
    """One opening: its fields, where each comes from, its notices and the id it keeps."""

    fields: Fields
    origins: dict[str, Origin]
    notices: tuple[HeldNotice, ...]
    opening: str | None

    @property
    def content(self) -> str:
        """The fingerprint of the fields, which a notice that says just the same may know."""
        speaker = self.notices[0]
        if self.fields is speaker.fields and speaker.content is not None:
            return speaker.content
        return digest(self.fields)


@dataclass(frozen=True, slots=True)
class Merger:
    """All openings of a city, why notices were put together, and the pairs that stayed apart."""

    openings: tuple[Merged, ...]
    bonds: tuple[Bond, ...]
    findings: tuple[Finding, ...]


def merge(notices: Sequence[HeldNotice]) -> Merger:
    """Make the openings of one city out of all its live *notices*.

    Each value comes from the most trusted notice that states it, pay from the fullest that says the
    same. An opening keeps its id for as
    long as one of its notices lives; where two openings turn out to be one, the older id stays.
    """
    found = families(sorted(notices, key=_by_age))
    kept = _kept_ids(found.groups)
    openings = tuple(spoken(group, kept.get(place)) for place, group in enumerate(found.groups))
    return Merger(openings, found.bonds, found.findings)


def spoken(notices: tuple[HeldNotice, ...], opening: str | None = None) -> Merged:
    """Return the one *opening* that *notices* make of which it is known that they speak of it."""
    if len(notices) == 1:
        return _alone(notices[0], opening)
    group = tuple(sorted(notices, key=_by_trust))
    return Merged(*_merged(group), group, opening)


def _alone(notice: HeldNotice, opening: str | None) -> Merged:
    """Return what a notice says of which no other source speaks: just that."""
    origin = Origin(source=notice.source, reference=notice.reference)
    origins = dict.fromkeys(sorted(stated(notice.fields)), origin)
    return Merged(notice.fields, origins, (notice,), opening)


def states(fields: Fields, name: str) -> bool:
    """Say whether *fields* state anything under *name*."""
    return _says(getattr(fields, name))


def stated(fields: Fields) -> frozenset[str]:
    """Return the names of all that *fields* state."""
    return frozenset(name for name, value in fields if _says(value))


def _says(value: object) -> bool:
    if value is None:
        return False
    if isinstance(value, Claim):
        return value.answer is not Answer.NOT_STATED
    return value not in _SILENT


def _by_age(notice: HeldNotice) -> tuple[str, str, str]:
    return notice.first_seen_at.isoformat(), notice.source, notice.reference


def _by_trust(notice: HeldNotice) -> tuple[int, str, str, str]:
    return -notice.trust, *_by_age(notice)


def _merged(group: tuple[HeldNotice, ...]) -> tuple[Fields, dict[str, Origin]]:
    values: dict[str, object] = {}
    origins: dict[str, Origin] = {}
    for names in (*TOGETHER, *_SINGLE):
        notice = _speaker(group, names)
        origin = Origin(source=notice.source, reference=notice.reference)
        for name in names:
            values[name] = getattr(notice.fields, name)
            if states(notice.fields, name):
                origins[name] = origin
    return Fields.model_validate(values), origins


def _speaker(group: tuple[HeldNotice, ...], names: tuple[str, ...]) -> HeldNotice:
    """Return the most trusted notice that states the first of *names* that anyone states.

    Of pay it yields to one that says the same and more.
    """
    for name in names:
        for notice in group:
            if states(notice.fields, name):
                return _fuller(group, notice) if name == PAY else notice
    return group[0]


def _fuller(group: tuple[HeldNotice, ...], speaker: HeldNotice) -> HeldNotice:
    """Return the most trusted notice whose pay contains that of *speaker*, else *speaker*."""
    for notice in group:
        pay, other = speaker.fields.pay, notice.fields.pay
        if pay and other and is_contained(pay, other):
            return notice
    return speaker


def _kept_ids(groups: Sequence[tuple[HeldNotice, ...]]) -> dict[int, str]:
    """Give each known id to the group with its oldest notice, and each group at most one."""
    claims = sorted(
        (_by_age(notice), place, notice.opening)
        for place, group in enumerate(groups)
        for notice in group
        if notice.opening is not None
    )
    kept: dict[int, str] = {}
    taken: set[str] = set()
    for _, place, opening in claims:
        if place not in kept and opening not in taken:
            kept[place] = opening
            taken.add(opening)
    return kept
