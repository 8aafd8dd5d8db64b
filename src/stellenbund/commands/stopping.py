"""Stopping: what Ctrl-C and the system's polite signal do to a command that works for long."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from stellenbund.commands.screen import say

ENDED_BY_SYSTEM = 128 + signal.SIGTERM
"""The exit code by which a system knows that its signal was obeyed."""


@contextmanager
def stopping_cleanly(leaving: str) -> Iterator[None]:
    """Take the system's signal for a wish to stop, and say what stopping is *leaving* behind."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        say(f"Stopped; {leaving}")
        raise
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(ENDED_BY_SYSTEM)
