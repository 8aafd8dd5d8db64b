"""restart-copies: every copy of what is public begins anew."""

from stellenbund.commands.environment import load_settings
from stellenbund.commands.screen import say
from stellenbund.commands.surroundings import opened
from stellenbund.store.changes import restart_sequence
from stellenbund.store.database import writing


def restart_copies() -> None:
    """Let every copy begin anew with a snapshot: after a restored backup, or rows deleted by hand.

    Whoever asks on from an older copy is told so, through webhooks too. Nothing else changes.
    """
    with opened(load_settings()) as engine, writing(engine) as session:
        begins = restart_sequence(session)
    say(f"Copies begin anew at {begins}; older ones are told to take a snapshot.")
