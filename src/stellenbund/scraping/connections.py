"""Connections: to checked addresses only, and over when the request's time is."""

import queue
import threading
from collections.abc import Callable, Iterable, Sequence
from ssl import SSLContext
from typing import Any, TypeVar

import httpcore

from stellenbund.domain.run import Outcome
from stellenbund.scraping.addresses import Door, Resolve
from stellenbund.scraping.errors import FetchError

T = TypeVar("T")
SocketOptions = Iterable[Any] | None


class Deadline:
    """When the running request must be over; each step may take what is left until then."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ends_at = clock()

    def set(self, seconds: float) -> None:
        """Let the request that begins now take *seconds*."""
        self._ends_at = self._clock() + seconds

    def left(self) -> float:
        """Return the seconds that are left.

        Raises:
            httpcore.TimeoutException: none are.
        """
        seconds = self._ends_at - self._clock()
        if seconds <= 0:
            raise httpcore.TimeoutException("the request's time is over")
        return seconds


class CheckedBackend(httpcore.NetworkBackend):
    """A way to the network that resolves a name itself and connects to what it has checked."""

    def __init__(self, door: Door, resolve: Resolve, deadline: Deadline) -> None:
        self._door = door
        self._resolve = resolve
        self._deadline = deadline
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline is stricter
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's addresses that answers.

        Raises:
            FetchError: one of its addresses may not be reached; then none is.
            httpcore.ConnectError: it has no address, or none answers.
        """
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._network.connect_tcp(
                    address, port, self._deadline.left(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure or httpcore.ConnectError(f"{host} has no address")

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        """Return the addresses of *host*, all of them checked."""
        addresses = within(self._deadline.left(), lambda: self._resolve(host, port))
        closed = [each for each in addresses if not self._door.admits(each)]
        if closed or not self._door.admits_port(port):
            what = f"die Adresse {closed[0]}" if closed else f"der Port {port}"
            raise FetchError(
                Outcome.FAILED, f"{host}: {what} ist nicht öffentlich und wird nicht abgerufen."
            )
        return addresses


class TimedStream(httpcore.NetworkStream):
    """A connection whose every read and write may take only what is left of the deadline.

    The library's own limits are for each read: a byte a second would hold a request for ever.
    """

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Read what is there, waiting no longer than the deadline."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Write, waiting no longer than the deadline."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Shake hands for TLS, waiting no longer than the deadline."""
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        """Answer the pool's questions, such as whether the other side has hung up."""
        return self._stream.get_extra_info(info)


def within(seconds: float, call: Callable[[], T]) -> T:
    """Return what *call* returns; the system's resolver has no time limit of its own.

    Raises:
        httpcore.ConnectError: it failed.
        httpcore.ConnectTimeout: it took longer than *seconds*.
    """
    results: queue.SimpleQueue[T | OSError | UnicodeError] = queue.SimpleQueue()

    def attempt() -> None:
        try:
            results.put(call())
        except (OSError, UnicodeError) as error:
            results.put(error)

    threading.Thread(target=attempt, daemon=True).start()
    try:
        result = results.get(timeout=seconds)
    except queue.Empty as error:
        raise httpcore.ConnectTimeout("the resolver does not answer") from error
    if isinstance(result, OSError | UnicodeError):
        raise httpcore.ConnectError(str(result)) from result
    return result
