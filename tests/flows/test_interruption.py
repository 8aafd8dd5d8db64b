"""Whoever says stop is obeyed at once, however slow the work is."""

from threading import Event

import pytest

from stellenbund.flows.interruption import StoppedError, unless_stopped, until
from stellenbund.scraping.page import Page, Request


def test_what_the_work_brings_is_returned() -> None:
    assert unless_stopped(Event(), lambda: 17) == 17


def test_what_the_work_raises_is_raised() -> None:
    def stumble() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        unless_stopped(Event(), stumble)


def test_nobody_waits_for_work_that_hangs() -> None:
    stop, never = Event(), Event()

    def hang() -> None:
        stop.set()
        never.wait(60)

    with pytest.raises(StoppedError):
        unless_stopped(stop, hang)
    never.set()


def test_once_stopped_no_further_page_is_fetched() -> None:
    stop = Event()
    asked: list[str] = []

    def fetch(request: Request) -> Page:
        asked.append(request.url)
        return Page(url=request.url, text="")

    stoppable = until(stop, fetch)
    stoppable(Request("https://example.org/1"))
    stop.set()
    with pytest.raises(StoppedError):
        stoppable(Request("https://example.org/2"))
    assert asked == ["https://example.org/1"]
