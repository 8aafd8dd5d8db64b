"""Servers on loopback that are no good: one says a thing and no more, one never comes to an end."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def dripping(drop: bytes, *, first: bytes = b"", every: float = 0.01) -> Iterator[int]:
    """Open a port behind which somebody says *first*, then *drop* again and again, for ever."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as door:

        def drip() -> None:
            with door.accept()[0] as line:
                try:
                    line.sendall(first)
                    while not over.wait(every):
                        line.sendall(drop)
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        try:
            yield door.getsockname()[1]
        finally:
            over.set()
            thread.join()


@contextmanager
def saying(answer: bytes) -> Iterator[int]:
    """Open a port behind which somebody reads a request, says *answer*, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def say() -> None:
            with door.accept()[0] as line:
                line.recv(65_536)
                line.sendall(answer)

        thread = threading.Thread(target=say)
        thread.start()
        try:
            yield door.getsockname()[1]
        finally:
            thread.join()
