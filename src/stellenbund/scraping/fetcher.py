"""Fetcher: the only module that speaks HTTP to sites, within limits of bytes and seconds."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from ssl import SSLContext
from urllib.parse import urljoin

import httpcore
import httpx

from stellenbund.domain.run import Outcome
from stellenbund.scraping.addresses import PUBLIC, Door, Resolve, resolve
from stellenbund.scraping.bodies import Parcel, read_body
from stellenbund.scraping.connections import CheckedBackend, Deadline
from stellenbund.scraping.courier import Courier
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.failures import ON_THE_WAY, failure
from stellenbund.scraping.hosts import Host, Pace
from stellenbund.scraping.page import Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.saved import Answer
from stellenbund.scraping.targets import PORTS, Target

PACE = Pace()

_ALL_PAGES = 1_000_000
"""Saved pages have no host that could be spared."""

_ASKED_FOR = {
    "Accept": "text/html, application/xhtml+xml, application/json, application/xml, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Accept-Language": "de",
}


@contextmanager
def open_fetcher(
    user_agent: str,
    *,
    answer: Answer | None = None,
    door: Door = PUBLIC,
    resolve: Resolve = resolve,
    pace: Pace = PACE,
) -> Iterator[Courier]:
    """Open the way to the web, one client for each host, and close them all afterwards.

    Args:
        user_agent: our honest name, with an address where somebody answers.
        answer: saved pages, which then take the place of the network; nobody waits for those.
        door: which addresses and ports may be connected to.
        resolve: how names become addresses.
        pace: the gap between requests, the deadline of each, and the clocks.
    """
    if answer is not None:
        pace = replace(pace, gap=0.0, most_failures=_ALL_PAGES, sleep=lambda _: None)
    transport = _transports(answer, door, resolve)
    with ExitStack() as clients:

        def open_host() -> Host:
            deadline = Deadline(pace.clock)
            http = clients.enter_context(_http(transport(deadline), user_agent))
            return Host(_Client(http, deadline, pace.clock).send, pace)

        yield Courier(
            read_target=read_target,
            open_host=open_host,
            agent=user_agent.partition("/")[0],
            deadline=pace.deadline,
            now=pace.now,
        )


def _http(transport: httpx.BaseTransport, user_agent: str) -> httpx.Client:
    """Return a client that says who we are and heeds no environment."""
    headers = _ASKED_FOR | {"User-Agent": user_agent}
    return httpx.Client(transport=transport, headers=headers, trust_env=False)


def _transports(
    answer: Answer | None, door: Door, resolve: Resolve
) -> Callable[[Deadline], httpx.BaseTransport]:
    """Return how a host's transport is made: to saved pages, or through *door* to the network."""
    if answer is not None:
        return lambda _: _SavedTransport(answer)
    secure = httpx.create_ssl_context(trust_env=False)
    return lambda deadline: _PoolTransport(CheckedBackend(door, resolve, deadline), secure)


def read_target(url: str, base: str) -> Target:
    """Take *url*, which may be relative to *base*, apart.

    Raises:
        FetchError: it is no address.
    """
    try:
        parsed = httpx.URL(urljoin(base, url))
        host = parsed.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(Outcome.FAILED, f"{url[:200]} ist keine Adresse.") from error
    return Target(
        url=str(parsed.copy_with(fragment=None)),
        scheme=parsed.scheme,
        host=host,
        port=parsed.port or PORTS.get(parsed.scheme, 0),
        has_user=bool(parsed.userinfo),
    )


class _Client:
    """Sends one request at a time and reads its reply, within its bytes and its seconds."""

    def __init__(self, http: httpx.Client, deadline: Deadline, clock: Callable[[], float]) -> None:
        self._http = http
        self._deadline = deadline
        self._clock = clock

    def send(self, request: Request, seconds: float) -> Reply:
        """Send *request*; the reply must be there whole after *seconds*."""
        began = self._clock()
        self._deadline.set(seconds)
        try:
            with closing(self._http.send(self._built(request), stream=True)) as response:
                body = read_body(_described(response), response.iter_raw())
        except (*ON_THE_WAY, httpx.HTTPError, httpx.InvalidURL) as error:
            raise failure(error, request.url) from error
        return Reply(
            status=response.status_code,
            headers=dict(response.headers),
            body=body,
            took=self._clock() - began,
        )

    def _built(self, request: Request) -> httpx.Request:
        """Return *request* with all its header lines."""
        headers = list(request.headers)
        if request.body is not None and "content-type" not in {name.lower() for name, _ in headers}:
            headers.append(("Content-Type", "application/json"))
        return self._http.build_request(
            request.method, request.url, headers=headers, content=request.body
        )


def _described(response: httpx.Response) -> Parcel:
    """Return what a reply says about its body before it is read."""
    return Parcel(
        url=str(response.url),
        path=response.url.path,
        content_type=response.headers.get("content-type", ""),
        codings=tuple(response.headers.get_list("content-encoding", split_commas=True)),
    )


class _PoolTransport(httpx.BaseTransport):
    """Sends through connections that are checked and timed by our own backend."""

    def __init__(self, backend: CheckedBackend, secure: SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=secure, network_backend=backend, max_connections=2, keepalive_expiry=15
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Hand the request to the pool, and its reply's stream back unread."""
        target = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        reply = self._pool.handle_request(
            httpcore.Request(
                request.method, target, headers=request.headers.raw, content=request.stream
            )
        )
        return httpx.Response(reply.status, headers=reply.headers, stream=_PoolStream(reply))

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class _PoolStream(httpx.SyncByteStream):
    """A reply's bytes as they arrive."""

    def __init__(self, reply: httpcore.Response) -> None:
        self._reply = reply

    def __iter__(self) -> Iterator[bytes]:
        return self._reply.iter_stream()

    def close(self) -> None:
        """Give the connection back, or close it where the body was not read to its end."""
        self._reply.close()


class _SavedTransport(httpx.BaseTransport):
    """Takes saved pages for the network."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer with the page that was saved."""
        body = request.read().decode() if request.method == "POST" else None
        saved = self._answer(Request(str(request.url), body=body))
        return httpx.Response(
            saved.status,
            headers={"Content-Type": saved.content_type},
            stream=httpx.ByteStream(saved.body),
        )
