"""Which addresses may be reached, and that no name leads around it."""

import itertools
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import pytest

from stellenbund.scraping.addresses import LOOPBACK, PUBLIC, Door, resolve
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.page import Request
from stellenbund.scraping.scraper import Site
from tests.scraping.bad_host import answer, page, serving

CLOSED = """
    0.0.0.0 0.1.2.3 10.0.0.0 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.255.255.254
    168.63.129.16 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170
    192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255
    192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.255
    240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1
    64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1 100:0:0:1::1 2001::1 2001:1::1 2001:2::1
    2001:10::1 2001:20::1 2001:1ff:ffff::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1
    3fff:fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fdff::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1
    ffff::1 1.2.3 karriere.example.org 127.1 0x7f000001 2130706433 01.2.3.4
""".split()  # noqa: SIM905

OPEN = """
    93.184.216.34 1.1.1.1 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 172.15.255.255
    172.32.0.1 192.0.1.1 192.167.255.255 198.17.255.255 198.20.0.1 223.255.255.255
    ::ffff:93.184.216.34 2001:200::1 2001:4860:4860::8888 2003::1 2a00:1450:4001::1 3ffe::1
""".split()  # noqa: SIM905

SPELLINGS = """
    127.0.0.1 127.1 127.0.1 0x7f.1 0x7f000001 0177.0.0.1 2130706433 0 0.0.0.0 localhost
    [::1] [::ffff:127.0.0.1] [::] [::ffff:7f00:1] [64:ff9b::7f00:1]
    ①②⑦.⓪.⓪.① １２７.0.0.1 127。0。0。1 LOCALHOST localhost.
""".split()  # noqa: SIM905
"""Hosts which the system's resolver takes to this machine, or which stand for it."""


PACE = Pace(gap=0.0, deadline=1.0, sleep=lambda _: None)


@pytest.mark.parametrize("address", CLOSED)
def test_an_address_that_is_not_public_stays_closed(address: str) -> None:
    assert not PUBLIC.admits(address)


@pytest.mark.parametrize("address", OPEN)
def test_a_public_address_is_open(address: str) -> None:
    assert PUBLIC.admits(address)


def test_only_the_ports_of_the_web_are_open() -> None:
    assert [port for port in range(1, 65_536) if PUBLIC.admits_port(port)] == [80, 443]


def test_tests_open_loopback_and_nothing_else() -> None:
    assert LOOPBACK.admits("127.0.0.1")
    assert LOOPBACK.admits("::1")
    assert not LOOPBACK.admits("10.0.0.1")


def test_the_systems_resolver_gives_literals() -> None:
    assert set(resolve("localhost", 80)) <= {"127.0.0.1", "::1"}


@contextmanager
def counting() -> Iterator[tuple[int, list[str]]]:
    """Listen on loopback; yield the port and, after the block, who connected."""
    connected: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1], connected
        listener.settimeout(0)
        with suppress(BlockingIOError):
            while True:
                connection, address = listener.accept()
                connection.close()
                connected.append(address[0])


def fetched(
    host: str, port: int, found: Sequence[Sequence[str]] | None = None, times: int = 2
) -> int:
    """Ask *host* several times, with the resolver's answers in turn; return the successes."""
    answers = itertools.cycle(found or ())
    site = Site(start=f"http://{host}:{port}/", read=lambda _: iter(()))
    successes = 0
    with open_fetcher(
        "Stellenbund",
        door=Door(ports=None),
        resolve=(lambda _, __: next(answers)) if found else resolve,
        pace=PACE,
    ) as courier:
        for number in range(times):
            with suppress(FetchError):
                courier.for_site(site)(Request(f"http://{host}:{port}/{number}"))
                successes += 1
    return successes


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_spelling_reaches_this_machine(host: str) -> None:
    with counting() as (port, connections):
        assert fetched(host, port) == 0
    assert connections == []


@pytest.mark.parametrize(
    "found",
    [
        [["127.0.0.1"]],
        [["93.184.216.34", "127.0.0.1"]],
        [["127.0.0.1", "93.184.216.34"]],
        [["2001:4860:4860::8888", "::1"]],
        [["::ffff:127.0.0.1"]],
        [["localhost"]],
        [["nonsense"]],
    ],
    ids=repr,
)
def test_one_closed_address_refuses_the_whole_answer(found: list[list[str]]) -> None:
    with counting() as (port, connections):
        assert fetched("karriere.stadt.test", port, found) == 0
    assert connections == []


def test_a_name_that_changes_its_address_is_checked_each_time() -> None:
    turns = [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"], ["::1"]]
    with counting() as (port, connections):
        assert fetched("karriere.stadt.test", port, turns, times=200) == 0
    assert connections == []


def test_what_was_checked_is_what_is_connected_to() -> None:
    asked: list[str] = []

    def rebinding(host: str, _: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with serving(answer(page(1))) as port:
        site = Site(start=f"http://karriere.stadt.test:{port}/", read=lambda _: iter(()))
        with open_fetcher(
            "Stellenbund",
            door=LOOPBACK,
            resolve=rebinding,
            pace=PACE,
        ) as courier:
            fetch = courier.for_site(site)
            with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
                fetch(Request(site.starts[0]))
    assert len(asked) == 3, "robots.txt, tdmrep.json, page"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://karriere.stadt.test/",
        "file:///etc/passwd",
        "gopher://karriere.stadt.test/",
        "javascript:alert(1)",
        "karriere.stadt.test",
        "http://",
        "http://a:b@karriere.stadt.test/",
        "http://karriere.stadt.test@example.com/",
        "http://karriere.stadt.test\\@example.com/",
        "http://example.com#@karriere.stadt.test/",
        "http://karriere.stadt.test:22/",
        "http://karriere.stadt.test:99999/",
        "http://[::1",
        "http://karriere.stadt.test.example.com/",
        "http://xkarriere.stadt.test/",
    ],
)
def test_an_address_that_is_not_the_sources_is_not_asked(url: str) -> None:
    def never(_: str, __: int) -> Sequence[str]:
        return ["127.0.0.1"]

    site = Site(start="http://karriere.stadt.test/", read=lambda _: iter(()))
    with (
        open_fetcher("Stellenbund", resolve=never, pace=PACE) as courier,
        pytest.raises(FetchError),
    ):
        courier.for_site(site)(Request(url))
