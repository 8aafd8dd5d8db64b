"""Small openings for tests: valid as they are, changed by keyword."""

from datetime import UTC, date, datetime

from stellenbund.domain.harvest import Harvest
from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Trust

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

_PLAIN = {
    "title_published": "Ausbildung zur/zum Verwaltungsfachangestellten (m/w/d)",
    "title": "Verwaltungsfachangestellte/r",
    "kind": "dual_apprenticeship",
    "profession": "verwaltungsfachangestellte",
    "training_year": 2027,
    "start_kind": "day",
    "starts_on": date(2027, 9, 1),
}


def fields(**changes: object) -> Fields:
    """Return the fields of an ordinary opening with *changes*."""
    return Fields.model_validate(_PLAIN | changes)


def notice(reference: str = "a", *, is_partial: bool = False, **changes: object) -> Notice:
    """Return a notice with this *reference* and *changes* of its fields."""
    return Notice(reference=reference, fields=fields(**changes), is_partial=is_partial)


def harvest(*notices: Notice, trouble: Outcome | None = None, **more: object) -> Harvest:
    """Return a harvest of *notices*; complete unless *trouble* says otherwise."""
    return Harvest(notices=notices, trouble=trouble, **more)  # type: ignore[arg-type]


def held(
    source: str = "site", reference: str = "a", *, opening: str | None = None, **changes: object
) -> HeldNotice:
    """Return a live notice of *source*; ``jobsuche`` is trusted least, ``site`` more."""
    return HeldNotice(
        source=source,
        reference=reference,
        trust=Trust.AGENCY if source == "jobsuche" else Trust.SITE,
        fields=fields(**changes),
        first_seen_at=NOW,
        opening=opening,
    )
