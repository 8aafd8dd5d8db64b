"""Admission: a token is looked up, and its day of use is noted."""

from datetime import datetime

from stellenbund.domain.access import Caller
from stellenbund.domain.clock import berlin_day
from stellenbund.domain.token import TokenState, mistyped, spent, unknown
from stellenbund.domain.token_text import fingerprint, is_spelled_right
from stellenbund.store.database import Database, reading, writing
from stellenbund.store.tokens import find_token, mark_used


def admit(engine: Database, text: str, now: datetime) -> Caller:
    """Return who asks with the token *text*; a typo is told without asking the database.

    That it was used today is written once a day, in a transaction of its own.

    Raises:
        TokenRefusedError: it is misspelled, unknown, expired or revoked.
    """
    if not is_spelled_right(text):
        raise mistyped()
    with reading(engine) as session:
        token = find_token(session, fingerprint(text))
    if token is None:
        raise unknown()
    state = token.state(now)
    if state is not TokenState.ACTIVE:
        raise spent(token, state)
    today = berlin_day(now)
    if token.last_used_on is None or token.last_used_on < today:
        with writing(engine) as session:
            mark_used(session, token.id, today)
    return token.caller
