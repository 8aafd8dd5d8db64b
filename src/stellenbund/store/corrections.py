"""Corrections: what cities set by hand, kept until they take it back."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session, col, select

from stellenbund.domain.correction import WHOLE, Correction, KeptCorrection
from stellenbund.domain.errors import NotFoundError
from stellenbund.store.tables.corrections import CorrectionRow

MOST = 10_000
"""So many corrections of one city are looked at together."""


def save_correction(session: Session, correction: Correction) -> KeptCorrection:
    """Keep *correction*, in the place of what stood for the same value."""
    row = _row(session, correction.opening, correction.field)
    if row is None:
        row = CorrectionRow(**correction.model_dump())
    else:
        row.sqlmodel_update(correction.model_dump(exclude={"id"}))
    session.add(row)
    session.flush()
    return _kept(row)


def find_correction(session: Session, city: str, number: int) -> KeptCorrection:
    """Return a correction of a city.

    Raises:
        NotFoundError: the city has none with that number.
    """
    found = select(CorrectionRow).where(CorrectionRow.city == city, CorrectionRow.id == number)
    row = session.exec(found).first()
    if row is None:
        raise NotFoundError("correction", str(number))
    return _kept(row)


def find_hiding(session: Session, opening: str) -> KeptCorrection | None:
    """Return the correction by which an opening is hidden, if it is."""
    row = _row(session, opening, WHOLE)
    return _kept(row) if row else None


def drop_correction(session: Session, number: int) -> None:
    """Forget a correction."""
    session.delete(session.get_one(CorrectionRow, number))
    session.flush()


def list_corrections(
    session: Session,
    city: str,
    *,
    opening: str | None = None,
    before: int | None = None,
    limit: int = MOST,
) -> tuple[KeptCorrection, ...]:
    """Return the corrections of a city, or of one of its openings, newest first."""
    rows = select(CorrectionRow).where(CorrectionRow.city == city)
    if opening is not None:
        rows = rows.where(CorrectionRow.opening == opening)
    if before is not None:
        rows = rows.where(col(CorrectionRow.id) < before)
    newest = rows.order_by(col(CorrectionRow.id).desc()).limit(limit)
    return tuple(map(_kept, session.exec(newest)))


def corrections_of(session: Session, city: str) -> dict[str, tuple[KeptCorrection, ...]]:
    """Return all corrections of a city by opening, the oldest first."""
    rows = select(CorrectionRow).where(CorrectionRow.city == city).order_by(col(CorrectionRow.id))
    found: dict[str, tuple[KeptCorrection, ...]] = {}
    for row in session.exec(rows):
        found[row.opening] = (*found.get(row.opening, ()), _kept(row))
    return found


def hand_over(session: Session, heirs: Mapping[str, str]) -> None:
    """Let the corrections of openings that turned out to be others go over to their *heirs*.

    Of two for the same value the younger stays. What is hidden stays so under its old address,
    too, and hides its heir.
    """
    for row in _rows_of(session, heirs) if heirs else ():
        heir = heirs[row.opening]
        rival = _row(session, heir, row.field)
        if row.field != WHOLE:
            _settle(session, row, rival, heir)
        elif rival is None:
            session.add(CorrectionRow(opening=heir, **row.model_dump(exclude={"id", "opening"})))
        session.flush()


def _settle(session: Session, row: CorrectionRow, rival: CorrectionRow | None, heir: str) -> None:
    """Let the younger of a correction and its *rival* be the heir's."""
    if rival is not None and rival.set_at >= row.set_at:
        session.delete(row)
        return
    if rival is not None:
        session.delete(rival)
        session.flush()
    row.opening = heir


def _rows_of(session: Session, openings: Iterable[str]) -> tuple[CorrectionRow, ...]:
    of_them = select(CorrectionRow).where(col(CorrectionRow.opening).in_(list(openings)))
    return tuple(session.exec(of_them.order_by(col(CorrectionRow.id))))


def _row(session: Session, opening: str, field: str) -> CorrectionRow | None:
    same = select(CorrectionRow).where(
        CorrectionRow.opening == opening, CorrectionRow.field == field
    )
    return session.exec(same).first()


def _kept(row: CorrectionRow) -> KeptCorrection:
    return KeptCorrection.model_validate(row.model_dump())
