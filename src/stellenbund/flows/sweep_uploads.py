"""Sweep uploads: previews that nobody committed expire, and old files are dropped."""

from datetime import datetime

from stellenbund.domain.upload import KEPT, WAITS
from stellenbund.store.database import Database, writing
from stellenbund.store.request_keys import forget_keys
from stellenbund.store.upload_files import drop_files
from stellenbund.store.uploads import expire


def sweep_uploads(engine: Database, now: datetime) -> None:
    """Let go of what is kept too long at the instant *now*; the uploads themselves stay."""
    with writing(engine) as session:
        expire(session, now - WAITS)
        drop_files(session, idle_before=now - WAITS, committed_before=now - KEPT, now=now)
        forget_keys(session, now - WAITS)
