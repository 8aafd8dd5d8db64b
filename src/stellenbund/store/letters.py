"""Letters: e-mails that wait to be sent, and which of them are due."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from stellenbund.domain.letter import Letter
from stellenbund.store.tables.letters import LetterRow


def save_letter(session: Session, letter: Letter) -> None:
    """Write down a letter that is to be sent, or how it is after a failure."""
    session.merge(LetterRow(**letter.model_dump()))
    session.flush()


def due_letters(session: Session, now: datetime, *, limit: int) -> tuple[str, ...]:
    """Return the ids of at most *limit* letters that are due at *now*, the longest due first."""
    due = select(LetterRow.id).where(col(LetterRow.next_at) <= now)
    ordered = due.order_by(col(LetterRow.next_at), col(LetterRow.id)).limit(limit)
    return tuple(session.exec(ordered))


def claim_letter(session: Session, name: str, *, now: datetime, until: datetime) -> Letter | None:
    """Return a letter that is due, and let nobody else send it before *until*.

    It is due again then if whoever claimed it did not come back.
    """
    due = select(LetterRow).where(LetterRow.id == name, col(LetterRow.next_at) <= now)
    row = session.exec(due.with_for_update()).first()
    if row is None:
        return None
    letter = Letter.model_validate(row.model_dump())
    row.next_at = until
    session.add(row)
    session.flush()
    return letter


def drop_letter(session: Session, name: str) -> None:
    """Forget a letter that was sent or is given up."""
    session.exec(delete(LetterRow).where(col(LetterRow.id) == name))


def drop_letters(session: Session, *, before: datetime) -> None:
    """Forget the letters that were written *before* an instant and that nobody has sent."""
    session.exec(delete(LetterRow).where(col(LetterRow.written_at) < before))
