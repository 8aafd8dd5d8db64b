"""Interruption: a reading that is given up as soon as a person or the system says stop."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Event, Thread
from typing import TypeVar

from stellenbund.domain.errors import StellenbundError
from stellenbund.scraping.page import Fetch, Page, Request

T = TypeVar("T")

LOOKS_UP = 0.2
"""Seconds after which a waiting thread looks whether it shall stop."""


class StoppedError(StellenbundError):
    """The work was given up because somebody said stop."""


def unless_stopped(stop: Event, work: Callable[[], T]) -> T:
    """Return what *work* returns; once *stop* is set nobody waits for it any more.

    A slow server may hold a request for half a minute, and a thread cannot be broken off: *work*
    goes on in a thread of its own that ends with the process, and what it brings is dropped.

    Raises:
        StoppedError: *stop* was set before the work was done.
    """
    brought: Future[T] = Future()

    def do() -> None:
        try:
            brought.set_result(work())
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits
            brought.set_exception(error)

    Thread(target=do, name="reading", daemon=True).start()
    while not stop.is_set():
        if wait([brought], timeout=LOOKS_UP).done:
            return brought.result()
    raise StoppedError("stopped")


def until(stop: Event, fetch: Fetch) -> Fetch:
    """Return *fetch*, but once *stop* is set nothing more is fetched."""

    def fetch_unless_stopped(request: Request) -> Page:
        if stop.is_set():
            raise StoppedError("stopped")
        return fetch(request)

    return fetch_unless_stopped
