"""Hosts that cannot be reached, are slow or recover: what is waited for, and what is not."""

import socket
import threading
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.run import Outcome
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.scraper import Site
from tests.scraping.bad_host import (
    DEADLINE,
    Behaviour,
    answer,
    drip,
    page,
    redirect,
    serving,
    silence,
)
from tests.scraping.misdeeds import HTML, LATE, READ

PACE = Pace(gap=0.0, deadline=20.0, sleep=lambda _: None)
HASTY = replace(PACE, deadline=DEADLINE)
"""For hosts that never finish; any other may be slow because this machine is."""


def resolve(host: str, _: int) -> tuple[str, ...]:
    """Know every host of these tests, but for one that does not exist."""
    if host.startswith("gibtsnicht"):
        raise OSError("name or service not known")
    return ("10.1.2.3",) if host.startswith("innen") else ("127.0.0.1",)


def scrape(
    port: int, host: str = "karriere.stadt.test", pace: Pace = PACE, scheme: str = "http"
) -> Delivery:
    """Crawl the start page of the server."""
    site = Site(start=f"{scheme}://{host}:{port}/start", read=READ, hosts=("innen.stadt.test",))
    with open_fetcher(
        "Stellenbund/0 (+mailto:test@example.org)", door=LOOPBACK, resolve=resolve, pace=pace
    ) as courier:
        return crawl(site, courier.for_site(site))


def test_a_host_without_address_is_a_failure() -> None:
    delivery = scrape(80, host="gibtsnicht.stadt.test")
    assert delivery.trouble is Outcome.FAILED
    assert "nicht zu erreichen" in (delivery.reason or "")


def test_a_port_that_nobody_listens_on_is_a_failure_after_two_more_tries() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    waits: list[float] = []
    delivery = scrape(port, pace=replace(PACE, sleep=waits.append))
    assert delivery.trouble is Outcome.FAILED
    assert waits == [2.0, 5.0]


@pytest.mark.parametrize(
    ("behave", "reason"), [(answer(page(1)), "nicht zu erreichen"), (silence, LATE)]
)
def test_a_host_that_does_not_speak_tls_is_a_failure(behave: Behaviour, reason: str) -> None:
    def at_once(connection: socket.socket) -> None:
        with connection:
            behave(connection, "/")

    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    threading.Thread(target=at_once, args=(connection,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        delivery = scrape(listener.getsockname()[1], pace=HASTY, scheme="https")
    assert delivery.trouble is Outcome.FAILED
    assert reason in (delivery.reason or "")


def test_a_short_outage_is_waited_for() -> None:
    replies = [answer("", status="503 Busy"), answer("", "Retry-After: 9", status="502 No")]

    def recovering(connection: socket.socket, path: str) -> None:
        (replies.pop(0) if replies else answer(page(1)))(connection, path)

    waits: list[float] = []
    with serving(recovering) as port:
        delivery = scrape(port, pace=replace(PACE, sleep=waits.append))
    assert delivery.trouble is None
    assert waits == [2.0, 9.0]


def test_an_outage_that_is_announced_as_long_is_not_waited_for() -> None:
    waits: list[float] = []
    with serving(answer("", "Retry-After: 3600", status="503 Busy")) as port:
        delivery = scrape(port, pace=replace(PACE, sleep=waits.append))
    assert delivery.trouble is Outcome.FAILED
    assert waits == []


def test_dripping_hosts_do_not_delay_a_good_one() -> None:
    dripping = drip(HTML + b"Content-Length: 9999\r\n\r\n", b"<")
    with serving(dripping) as bad, serving(answer(page(1))) as good:
        threads = [
            threading.Thread(target=scrape, args=(bad, f"s{n}.test", HASTY)) for n in range(8)
        ]
        for thread in threads:
            thread.start()
        began = time.monotonic()
        assert scrape(good).trouble is None
        assert time.monotonic() - began < 20 * DEADLINE
        for thread in threads:
            thread.join(timeout=20 * DEADLINE)
        assert not any(thread.is_alive() for thread in threads)


def test_the_deadline_of_a_page_covers_its_redirects() -> None:
    def slow(connection: socket.socket, path: str) -> None:
        time.sleep(0.3)
        redirect(path + "x")(connection, path)

    with serving(slow) as port:
        delivery = scrape(port, pace=HASTY)
    assert delivery.trouble is Outcome.FAILED
    assert LATE in (delivery.reason or "")
