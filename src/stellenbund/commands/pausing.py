"""Pausing: what a command that goes round and round does between two rounds."""

import time
from datetime import timedelta

from stellenbund.commands.screen import say
from stellenbund.commands.surroundings import now


def pause(hours: float) -> None:
    """Say when the next round begins, and wait for it."""
    say(f"Next round at {now() + timedelta(hours=hours):%H:%M} UTC.")
    time.sleep(hours * 3600)
