"""Request keys: which requests were carried out, so that none is a second time."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from stellenbund.domain.request_key import RequestKey
from stellenbund.domain.upload_errors import KeyReusedError
from stellenbund.store.tables.uploads import RequestKeyRow


def upload_of_key(session: Session, actor: str, key: RequestKey) -> str | None:
    """Return the upload that the same request of *actor* was about, if it was carried out before.

    Raises:
        KeyReusedError: the key belongs to another request of theirs.
    """
    known = select(RequestKeyRow).where(RequestKeyRow.actor == actor, RequestKeyRow.key == key.key)
    row = session.exec(known).first()
    if row and row.digest != key.digest:
        raise KeyReusedError(key.key)
    return row.upload if row else None


def save_key(session: Session, actor: str, key: RequestKey, *, upload: str, at: datetime) -> None:
    """Write down that a request of *actor* about an upload was carried out."""
    session.add(RequestKeyRow(actor=actor, upload=upload, at=at, **key.model_dump()))
    session.flush()


def forget_keys(session: Session, before: datetime) -> None:
    """Forget the keys of requests that were carried out before that instant."""
    session.exec(delete(RequestKeyRow).where(col(RequestKeyRow.at) < before))
