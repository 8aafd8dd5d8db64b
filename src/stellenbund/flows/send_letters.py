"""Send letters: those that are due go to the mail server, one after the other."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from stellenbund.domain.letter import Letter, NotSentError
from stellenbund.store.database import Database, reading, writing
from stellenbund.store.letters import claim_letter, drop_letter, due_letters, save_letter

MOST = 200
"""How many letters are sent in a round; the rest follows in the next."""

CLAIM = timedelta(minutes=5)
"""For how long a letter is nobody else's: longer than sending one may take."""

Send = Callable[[Letter], None]
"""How a letter is sent; whoever cannot raises NotSentError."""


class Posted(NamedTuple):
    """What became of a letter: sent, or with *reason* not; *next_at* is the next try, if any."""

    letter: Letter
    reason: str | None = None
    next_at: datetime | None = None


def send_due(engine: Database, send: Send, clock: Callable[[], datetime]) -> tuple[Posted, ...]:
    """Send what is due, and return what became of each letter.

    After a failure that may pass the rest waits for the next round: a server that does not answer
    one letter would not answer the others. Nothing is sent within a transaction, so a letter may
    go out twice, under the same name, where a process dies right after sending it.
    """
    with reading(engine) as session:
        due = due_letters(session, clock(), limit=MOST)
    posted: list[Posted] = []
    for name in due:
        now = clock()
        with writing(engine) as session:
            letter = claim_letter(session, name, now=now, until=now + CLAIM)
        if letter is None:
            continue
        posted.append(_send(engine, letter, send, clock))
        if posted[-1].next_at is not None:
            break
    return tuple(posted)


def _send(engine: Database, letter: Letter, send: Send, clock: Callable[[], datetime]) -> Posted:
    """Send one letter that nobody else sends, and keep it only if it shall be tried again."""
    reason: str | None = None
    later: Letter | None = None
    try:
        send(letter)
    except NotSentError as error:
        reason = error.reason
        later = None if error.is_final else letter.failed(clock())
    with writing(engine) as session:
        if later is None:
            drop_letter(session, letter.id)
        else:
            save_letter(session, later)
    return Posted(letter, reason, None if later is None else later.next_at)
