"""Audit: deeds are written down in the transaction in which they are done, and read again."""

from sqlmodel import Session, col, select

from stellenbund.domain.audit import AuditEntry, AuditQuery, LoggedEntry
from stellenbund.store.tables.audit import AuditRow


def log_deed(session: Session, entry: AuditEntry) -> None:
    """Write *entry* down."""
    session.add(AuditRow(**entry.model_dump()))
    session.flush()


def list_audit(session: Session, query: AuditQuery) -> tuple[LoggedEntry, ...]:
    """Return the entries that *query* asks for, newest first."""
    rows = select(AuditRow).order_by(col(AuditRow.id).desc()).limit(query.limit)
    if query.city is not None:
        rows = rows.where(AuditRow.city == query.city)
    if query.before is not None:
        rows = rows.where(col(AuditRow.id) < query.before)
    return tuple(LoggedEntry.model_validate(row.model_dump()) for row in session.exec(rows))
