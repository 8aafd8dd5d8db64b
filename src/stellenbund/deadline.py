"""Deadline: a connection is cut when its time is up, whatever its other end does meanwhile."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Timer


@contextmanager
def cut_after(seconds: float, connection: Callable[[], socket.socket | None]) -> Iterator[None]:
    """Cut *connection* after so many *seconds*, if there is one by then.

    A timeout is for each read only: whoever says a byte now and then never runs into it. What is
    cut fails with an OSError, or ends early.
    """

    def cut() -> None:
        open_now = connection()
        if open_now is not None:
            with suppress(OSError):
                # Not the method of an SSLSocket: that goes on in plain text for a moment.
                socket.socket.shutdown(open_now, socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
