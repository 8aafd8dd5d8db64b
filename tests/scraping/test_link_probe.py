"""What is made of the answers that links bring back, with a real server on loopback."""

import socket
from collections.abc import Sequence

import pytest

from stellenbund.domain.link_health import LinkAnswer, Sign
from stellenbund.scraping.addresses import LOOPBACK, PUBLIC
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.link_probe import LinkProbe
from tests.scraping.bad_host import Behaviour, answer, by_path, hang_up, redirect, serving

AGENT = "Stellenbund/0.1 (+mailto:ausbildung@example.org)"
PACE = Pace(gap=0.0, deadline=2.0, sleep=lambda _: None)
LONG = "<p>Als Gärtnerin pflegst du Parks und Friedhöfe der ganzen Stadt.</p>" * 60
FORM = f"<title>Gärtnerin</title><h1>Jetzt bewerben</h1>{LONG}"
LOGIN = "<title>Anmelden</title><h1>Anmelden</h1><form><input type=password></form>"
GONE = "<h1>Hoppla!</h1><p>Diese Stellenausschreibung ist leider nicht mehr verfügbar.</p>"


def found(host: str, _port: int) -> Sequence[str]:
    """Find every name but those that are gone, or that nobody can say anything about."""
    if host.startswith("weg"):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if host.startswith("stumm"):
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    return ("127.0.0.1",)


def looked(
    behave: Behaviour, *urls: str, robots: Behaviour | None = None, heard: list[str] | None = None
) -> dict[str, LinkAnswer]:
    """Follow *urls*, each without its port, and return the answers by them."""
    with (
        serving(behave, robots, heard) as port,
        open_fetcher(AGENT, door=LOOPBACK, resolve=found, pace=PACE) as courier,
    ):
        probe = LinkProbe(courier=courier, resolve=found)
        full = {url.replace(".test", f".test:{port}"): url for url in urls}
        return {full[url]: told for url, told in probe.look(tuple(full)).items()}


def sign(behave: Behaviour, path: str = "/bewerben/17", robots: Behaviour | None = None) -> Sign:
    (told,) = looked(behave, f"http://stadt.test{path}", robots=robots).values()
    return told.sign


@pytest.mark.parametrize(
    ("behave", "expected"),
    [
        (answer(FORM), Sign.WORKS),
        (answer(b"%PDF-1.7", "Content-Type: application/pdf"), Sign.WORKS),
        (answer(b"PK\x03\x04", "Content-Type: application/vnd.ms-excel"), Sign.WORKS),
        (answer("", status="204 No Content"), Sign.WORKS),
        (answer("<p>" * 70_000), Sign.WORKS),
        (answer("", status="404 Not Found"), Sign.GONE),
        (answer("", status="410 Gone"), Sign.GONE),
        (answer(GONE), Sign.LOST),
        (answer(f"<h1>Stelle ist bereits besetzt</h1>{LONG}"), Sign.LOST),
        (answer(f"<title>Job no longer available</title>{LONG}"), Sign.LOST),
        (answer("<title>Seite nicht gefunden</title>"), Sign.LOST),
        (answer(f"<h1>Gärtnerin</h1>{LONG}<p>Ist die Stelle nicht mehr verfügbar?"), Sign.WORKS),
        (answer("", status="401 Unauthorized"), Sign.UNCLEAR),
        (answer("", status="403 Forbidden"), Sign.UNCLEAR),
        (answer("", status="405 Method Not Allowed"), Sign.UNCLEAR),
        (answer("", status="429 Too Many Requests"), Sign.UNCLEAR),
        (answer("", status="500 Internal Server Error"), Sign.UNCLEAR),
        (answer("", status="503 Service Unavailable"), Sign.UNCLEAR),
        (answer("<title>Wartungsarbeiten</title>"), Sign.UNCLEAR),
        (answer("<title>Just a moment...</title>"), Sign.UNCLEAR),
        (answer(LOGIN), Sign.UNCLEAR),
        (redirect("/bewerben/17"), Sign.UNCLEAR),
        (redirect("http://10.0.0.1/"), Sign.UNCLEAR),
        (hang_up, Sign.UNCLEAR),
    ],
)
def test_what_an_answer_says_of_its_link(behave: Behaviour, expected: Sign) -> None:
    assert sign(behave) is expected


@pytest.mark.parametrize(
    ("path", "target", "expected"),
    [
        ("/bewerben/17", "/", Sign.LOST),
        ("/bewerben/17", "/de/index.html", Sign.LOST),
        ("/?stelle=17", "/startseite", Sign.LOST),
        ("/bewerben/17", "/bewerben/formular?stelle=17", Sign.WORKS),
        ("/bewerben/17", "/?anmelden=17", Sign.WORKS),
        ("/", "/de/", Sign.WORKS),
    ],
)
def test_a_link_that_only_leads_home_is_lost(path: str, target: str, expected: Sign) -> None:
    def behave(connection: socket.socket, asked: str) -> None:
        (redirect(target) if asked == path else answer(FORM))(connection, asked)

    assert sign(behave, path) is expected


@pytest.mark.parametrize("page", [FORM, LOGIN])
def test_a_portal_that_a_link_leads_on_to_may_ask_for_a_login(page: str) -> None:
    def behave(connection: socket.socket, path: str) -> None:
        port = connection.getsockname()[1]
        elsewhere = redirect(f"http://portal.test:{port}/")
        (elsewhere if path == "/bewerben/17" else answer(page))(connection, path)

    assert sign(behave) is Sign.WORKS


def test_what_robots_txt_forbids_is_not_asked_and_stays_unclear() -> None:
    heard: list[str] = []
    rules = answer("User-agent: *\nDisallow: /", "Content-Type: text/plain")
    (told,) = looked(answer(FORM), "http://stadt.test/x", robots=rules, heard=heard).values()
    assert told.sign is Sign.UNCLEAR
    assert told.reason is not None
    assert "robots.txt" in told.reason
    assert [each for each in heard if "robots.txt" not in each.partition("\n")[0]] == []


def test_a_name_that_is_gone_says_so_of_all_its_links_and_nobody_is_asked() -> None:
    heard: list[str] = []
    urls = [f"http://weg.test/{number}" for number in range(3)]
    told = looked(answer(FORM), *urls, "http://stumm.test/", heard=heard)
    assert [told[url].sign for url in urls] == [Sign.LOST] * 3
    assert told["http://stumm.test/"].sign is Sign.UNCLEAR
    assert {answer.status for answer in told.values()} == {None}
    assert heard == []


def test_links_of_many_hosts_each_get_their_own_answer() -> None:
    pages = by_path(a=answer(FORM), b=answer("", status="410 Gone"))
    urls = [f"http://{host}.test/{page}" for host in ("eins", "zwei", "drei") for page in "ab"]
    told = looked(pages, *urls)
    assert {url: answer.status for url, answer in told.items()} == {
        url: 200 if url.endswith("a") else 410 for url in urls
    }
    assert told[urls[1]].reason is not None


def test_what_is_no_address_stays_unclear() -> None:
    told = looked(answer(FORM), "https://[17", "http://")
    assert {answer.sign for answer in told.values()} == {Sign.UNCLEAR}


def test_the_address_check_holds_for_links_too() -> None:
    with open_fetcher(AGENT, door=PUBLIC, resolve=found, pace=PACE) as courier:
        probe = LinkProbe(courier=courier, resolve=found)
        (told,) = probe.look(["http://stadt.test/"]).values()
    assert told.sign is Sign.UNCLEAR
    assert told.reason is not None
    assert "nicht öffentlich" in told.reason
