"""Traces: what is left in the store of one reference of a source."""

from sqlmodel import Session, col, or_, select

from stellenbund.domain.departure import Departure
from stellenbund.domain.finding import Finding
from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.value import keepable
from stellenbund.domain.why_parts.facts import Life
from stellenbund.store.tables.notices import NoticeRow
from stellenbund.store.tables.runs import FindingRow


def find_life(session: Session, source: int, reference: str) -> Life | None:
    """Return the life of a notice, whether it still lives or not."""
    wanted = select(NoticeRow).where(
        NoticeRow.source == source, NoticeRow.reference == keepable(reference)
    )
    row = session.exec(wanted).first()
    if row is None:
        return None
    return Life(
        first_seen_at=row.first_seen_at,
        content_changed_at=row.content_changed_at,
        last_seen_at=row.last_seen_at,
        missing_strikes=row.missing_strikes,
        vanished_at=row.vanished_at,
        vanished_reason=Departure(row.vanished_reason) if row.vanished_reason else None,
        sample=row.sample,
        opening=row.opening,
    )


def reference_at(session: Session, source: int, address: str) -> str | None:
    """Return the reference of the notice whose own page stands at *address*, a canonical one."""
    notices = select(NoticeRow).where(NoticeRow.source == source).order_by(col(NoticeRow.id))
    for row in session.exec(notices):
        url = row.fields.source_url
        if url and canonical(url) == address:
            return row.reference
    return None


def findings_about(session: Session, run: int, reference: str) -> tuple[Finding, ...]:
    """Return what a run found noteworthy about a reference, or about the page at that address."""
    name = keepable(reference)
    wanted = (
        select(FindingRow)
        .where(FindingRow.run == run)
        .where(or_(col(FindingRow.reference) == name, col(FindingRow.place) == name))
        .order_by(col(FindingRow.id))
    )
    return tuple(
        Finding.model_validate(row.model_dump(exclude={"id", "run"}))
        for row in session.exec(wanted)
    )


def notice_references(session: Session, source: int, *, limit: int) -> tuple[str, ...]:
    """Return the references of a source's notices, alive or not, the last seen first."""
    wanted = (
        select(NoticeRow.reference)
        .where(NoticeRow.source == source)
        .order_by(col(NoticeRow.last_seen_at).desc(), col(NoticeRow.reference))
        .limit(limit)
    )
    return tuple(session.exec(wanted))
