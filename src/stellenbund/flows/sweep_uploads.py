"""Sweep uploads: what belongs to them and was kept long enough is let go."""

from datetime import datetime

from stellenbund.domain import letter
from stellenbund.domain.upload import KEPT, WAITS
from stellenbund.store.database import Database, writing
from stellenbund.store.letters import drop_letters
from stellenbund.store.request_keys import forget_keys
from stellenbund.store.upload_files import drop_files
from stellenbund.store.uploads import expire


def sweep_uploads(engine: Database, now: datetime) -> None:
    """Let go of what is kept too long at the instant *now*; the uploads themselves stay.

    Previews that nobody committed expire; old files, and letters that nobody sent, are dropped.
    """
    with writing(engine) as session:
        expire(session, now - WAITS)
        drop_files(session, idle_before=now - WAITS, committed_before=now - KEPT, now=now)
        forget_keys(session, now - WAITS)
        drop_letters(session, before=now - letter.KEPT)
