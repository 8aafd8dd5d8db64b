"""A server on loopback that behaves as badly as a row of a test asks it to."""

import gzip
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Behaviour = Callable[[socket.socket, str], None]
"""What the server does with a connection once the head of a request for a path is there."""

DEADLINE = 0.5
"""Seconds that a request may take in these tests."""


@contextmanager
def serving(
    behave: Behaviour,
    robots: Behaviour | None = None,
    heard: list[str] | None = None,
    reserved: Behaviour | None = None,
) -> Iterator[int]:
    """Run a server until the block ends; yield its port, keep what is asked in *heard*.

    Without *robots* its robots.txt is a 404, without *reserved* its tdmrep.json.
    """
    rules = {"/robots.txt": robots or missing, "/.well-known/tdmrep.json": reserved or missing}
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    over = threading.Event()

    def work(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            request = _request(connection)
            path = request.split(" ")[1]
            if heard is not None:
                heard.append(request)
            rules.get(path, behave)(connection, path)

    def accept() -> None:
        while not over.is_set():
            with suppress(TimeoutError):
                connection, _ = listener.accept()
                connection.settimeout(5)
                threading.Thread(target=work, args=(connection,), daemon=True).start()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()
    try:
        yield listener.getsockname()[1]
    finally:
        over.set()
        acceptor.join()
        listener.close()


def _request(connection: socket.socket) -> str:
    """Read a request with what is posted."""
    request = b""
    while not _is_whole(request):
        received = connection.recv(65_536)
        if not received:
            raise ConnectionError
        request += received
    return request.decode()


def _is_whole(request: bytes) -> bool:
    """Say whether nothing more of *request* is to come."""
    head, end, body = request.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: *(\d+)", head)
    return bool(end) and len(body) >= (int(length[1]) if length else 0)


def answer(body: bytes | str, *lines: str, status: str = "200 OK") -> Behaviour:
    """Answer each request with *body*; *lines* are further header lines."""
    content = body.encode() if isinstance(body, str) else body
    named = {line.split(":")[0].lower() for line in lines}
    extra = [] if "content-type" in named else ["Content-Type: text/html; charset=utf-8"]
    if "content-length" not in named:
        extra.append(f"Content-Length: {len(content)}")
    head = "\r\n".join([f"HTTP/1.1 {status}", *extra, *lines, "Connection: close", "", ""])

    def behave(connection: socket.socket, _: str) -> None:
        connection.sendall(head.encode("latin-1") + content)

    return behave


missing = answer("", status="404 Not Found")


def by_path(**behaviours: Behaviour) -> Behaviour:
    """Behave by the last part of the path, whatever its query; unknown paths are 404."""

    def behave(connection: socket.socket, path: str) -> None:
        name = path.partition("?")[0].rpartition("/")[2]
        behaviours.get(name, missing)(connection, path)

    return behave


def by_turns(*behaviours: Behaviour) -> Behaviour:
    """Behave each time as the next of *behaviours* does; the last one stays."""
    left = list(behaviours)

    def behave(connection: socket.socket, path: str) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(connection, path)

    return behave


def redirect(location: str, status: str = "302 Found") -> Behaviour:
    """Redirect each request."""
    return answer("", f"Location: {location}", status=status)


def drip(first: bytes, each: bytes) -> Behaviour:
    """Send *first*, and then *each* every tenth of a second, for far longer than the deadline."""

    def behave(connection: socket.socket, _: str) -> None:
        connection.sendall(first)
        ends_at = time.monotonic() + 40 * DEADLINE
        while time.monotonic() < ends_at:
            connection.sendall(each)
            time.sleep(0.1)

    return behave


def endless(head: bytes, chunk: bytes) -> Behaviour:
    """Send *chunk* until the other side hangs up."""

    def behave(connection: socket.socket, _: str) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(chunk)

    return behave


def silence(connection: socket.socket, _: str) -> None:
    """Say nothing at all."""
    time.sleep(6 * DEADLINE)
    connection.close()


def hang_up(connection: socket.socket, _: str) -> None:
    """Close the connection before any answer."""
    connection.close()


def packed(body: bytes, level: int = 9) -> bytes:
    """Return *body* as one gzip member."""
    return gzip.compress(body, level)


def card(number: int) -> str:
    """Return the markup of one opening."""
    return (
        f'<article class="stelle" data-kennziffer="{number}"><h3>Gärtnerin {number}</h3>'
        f'<a href="/stelle/{number}">mehr</a></article>'
    )


def page(*numbers: int, further: str | None = None, total: int | None = None) -> str:
    """Return a page of openings as a city's site would send it."""
    following = f'<a rel="next" href="{further}">weiter</a>' if further else ""
    stated = f'<p class="treffer">{total} Treffer</p>' if total is not None else ""
    cards = "".join(card(number) for number in numbers)
    return f"<title>Ausbildung</title><h1>Ausbildung</h1>{stated}<main>{cards}</main>{following}"
