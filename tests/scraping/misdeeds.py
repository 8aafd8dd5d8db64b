"""Misdeeds: every way we know for a host to go wrong, with the outcome that names it."""

import json
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from stellenbund.domain.run import Outcome
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.scraper import Follow, Reader, Yield
from stellenbund.scraping.selectors import attribute, text
from tests.scraping.bad_host import (
    Behaviour,
    answer,
    by_path,
    drip,
    endless,
    hang_up,
    packed,
    page,
    redirect,
    silence,
)

LATE = "rechtzeitig"
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HTML + b"Transfer-Encoding: chunked\r\n\r\n"


READ = html_cards(
    card="article.stelle",
    next_page="a[rel=next]",
    no_openings="p.keine",
    total="p.treffer",
    reference=attribute("data-kennziffer"),
    title=text("h3"),
)


def read_on(page: Page) -> Iterator[Yield]:
    """Read the cards, and post the number of the last one to have those after it."""
    yield from READ(page)
    numbers = re.findall(r'kennziffer="(\d+)"', page.text)
    yield Follow(page.url, body=json.dumps({"after": numbers[-1:]}))


def ever_more() -> Behaviour:
    """Answer each question with one more opening."""
    numbers = count(1)

    def behave(connection: socket.socket, path: str) -> None:
        answer(page(next(numbers)))(connection, path)

    return behave


def page_after_page(connection: socket.socket, path: str) -> None:
    """Answer every page with one opening and a link to one more."""
    number = int(path.partition("=")[2] or 1)
    answer(page(number, further=f"/start?seite={number + 1}"))(connection, path)


def always_the_first(connection: socket.socket, path: str) -> None:
    """Answer every page with the first one, whose link leads to ever new addresses."""
    number = int(path.partition("=")[2] or 1)
    answer(page(1, 2, further=f"/start?seite={number + 1}"))(connection, path)


CLOUDFLARE = "<title>Just a moment...</title><script src='/cdn-cgi/x'>_cf_chl_opt={}</script>"
COOKIE_WALL = (
    "<title>Stadt</title><h1>Cookies erforderlich</h1>"
    "<p>Bitte akzeptieren Sie Cookies, um fortzufahren.</p>"
)
LOGIN = (
    "<title>Portal</title><h1>Anmelden</h1><form><input name=u><input type=password name=p></form>"
)
UMZUG = "<title>Stadt</title><h1>Wir sind umgezogen</h1><p>Unser neues Portal ist fertig.</p>"
REFRESH = (
    "<title>Stadt</title><meta http-equiv=Refresh content='0; url=https://portal.example/'>"
    "<p>Sie werden weitergeleitet.</p>"
)
WARTUNG = "<title>Wartungsarbeiten</title><h1>Wir sind bald zurück</h1>"
SOFT_404 = "<title>Stadt</title><h1>Seite nicht gefunden</h1><p>Zur Startseite</p>"
BOMB = packed(b"\0" * 100_000_000)


@dataclass(frozen=True)
class Row:
    """One way to go wrong: what the server does, the outcome, what the reason says."""

    name: str
    behave: Behaviour
    outcome: Outcome | None
    reason: str = ""
    records: int = 0
    read: Reader = READ
    body: str | None = None


ROWS = (
    Row("a good page", answer(page(1, 2)), None, records=2),
    Row("its total is met", answer(page(1, 2, total=2)), None, records=2),
    Row("it says that it is empty", answer("<p class=keine>Zurzeit nichts.</p>"), Outcome.EMPTY,
        "Zurzeit nichts."),
    Row("slow bytes", drip(HTML + b"Content-Length: 9999\r\n\r\n", b"<"), Outcome.FAILED,
        LATE),
    Row("slow header", drip(b"HTTP/1.1 200 OK\r\nX-A: ", b"a"), Outcome.FAILED, LATE),
    Row("slow header lines", drip(b"HTTP/1.1 200 OK\r\n", b"X-A: a\r\n"), Outcome.FAILED,
        LATE),
    Row("slow chunks", drip(CHUNKED, b"1\r\na\r\n"), Outcome.FAILED, LATE),
    Row("silence", silence, Outcome.FAILED, LATE),
    Row("hung up", hang_up, Outcome.FAILED, "brach ab"),
    Row("no HTTP", lambda connection, _: connection.sendall(b"SSH-2.0-x\r\n"), Outcome.FAILED,
        "brach ab"),
    Row("endless header", endless(b"HTTP/1.1 200 OK\r\nX-A: ", b"a" * 65_536), Outcome.FAILED,
        "brach ab"),
    Row("endless body", endless(HTML + b"\r\n", b"<p>a</p>" * 8_192), Outcome.UNREADABLE, "größer"),
    Row("endless chunks", endless(CHUNKED, b"10000\r\n" + b"a" * 65_536 + b"\r\n"),
        Outcome.UNREADABLE, "größer"),
    Row("body cut off", answer(page(1), "Content-Length: 99999"), Outcome.FAILED, "brach ab"),
    Row("longer than it says", answer(page(1) + "x", f"Content-Length: {len(page(1).encode())}"),
        None, records=1),
    Row("gzip", answer(packed(page(1).encode()), "Content-Encoding: gzip"), None, records=1),
    Row("gzip bomb", answer(BOMB, "Content-Encoding: gzip"), Outcome.UNREADABLE, "größer"),
    Row("gzip in gzip", answer(packed(packed(page(1).encode())), "Content-Encoding: gzip, gzip"),
        Outcome.UNREADABLE, "verpackt"),
    Row("gzip named twice", answer(packed(b""), "Content-Encoding: gzip", "Content-Encoding: gzip"),
        Outcome.UNREADABLE, "verpackt"),
    Row("ten thousand members", answer(packed(b"") * 10_000 + packed(page(1).encode()),
        "Content-Encoding: gzip"), None, records=1),
    Row("gzip cut off", answer(packed(page(1).encode())[:-9], "Content-Encoding: gzip"),
        Outcome.UNREADABLE, "beschädigt"),
    Row("no gzip", answer(page(1), "Content-Encoding: gzip"), Outcome.UNREADABLE, "beschädigt"),
    Row("brotli", answer(b"\x0b\x02\x80", "Content-Encoding: br"), Outcome.UNREADABLE, "verpackt"),
    Row("zstd", answer(b"(\xb5/\xfd", "Content-Encoding: zstd"), Outcome.UNREADABLE, "verpackt"),
    Row("deflate", answer(b"x\x9c", "Content-Encoding: deflate"), Outcome.UNREADABLE, "verpackt"),
    Row("redirect within", by_path(start=redirect("/da"), da=answer(page(1))), None, records=1),
    Row("redirect to www", by_path(start=redirect("//www.karriere.stadt.test:{port}/da"),
        da=answer(page(1))), None, records=1),
    Row("redirect to a private host", redirect("http://innen.stadt.test:{port}/"), Outcome.FAILED,
        "nicht öffentlich"),
    Row("redirect to a private address", redirect("http://169.254.169.254/latest"), Outcome.MOVED,
        "anderen Anbieter"),
    Row("redirect elsewhere", redirect("https://example.com/"), Outcome.MOVED, "anderen Anbieter"),
    Row("redirect elsewhere, 307", redirect("//example.com/", "307 Temporary Redirect"),
        Outcome.MOVED, "anderen Anbieter"),
    Row("redirect to a file", redirect("file:///etc/passwd"), Outcome.FAILED, "keine Adresse"),
    Row("redirect to gopher", redirect("gopher://karriere.stadt.test/"), Outcome.FAILED,
        "keine Adresse"),
    Row("redirect with a user", redirect("http://a:b@karriere.stadt.test:{port}/"), Outcome.FAILED,
        "keine Adresse"),
    Row("redirect to nonsense", redirect("http://[::1/"), Outcome.FAILED, "brach ab"),
    Row("redirect loop", redirect("/start"), Outcome.MOVED, "öfter als 3-mal"),
    Row("401", answer("", status="401 Unauthorized"), Outcome.BLOCKED, "401"),
    Row("403", answer("nein", status="403 Forbidden"), Outcome.BLOCKED, "403"),
    Row("404", answer("weg", status="404 Not Found"), Outcome.MOVED, "404"),
    Row("410", answer("weg", status="410 Gone"), Outcome.MOVED, "410"),
    Row("429", answer("", status="429 Too Many Requests"), Outcome.BLOCKED, "429"),
    Row("429 for an hour", answer("", "Retry-After: 3600", status="429 Too Many Requests"),
        Outcome.BLOCKED, "429"),
    Row("451", answer("", status="451 Unavailable For Legal Reasons"), Outcome.BLOCKED, "451"),
    Row("503 for an hour", answer("", "Retry-After: 3600", status="503 Busy"), Outcome.FAILED,
        "503"),
    Row("418", answer("", status="418 I'm a teapot"), Outcome.FAILED, "418"),
    Row("400", answer("", status="400 Bad Request"), Outcome.FAILED, "400"),
    Row("500", answer("au", status="500 Internal Server Error"), Outcome.FAILED, "500"),
    Row("503", answer("", status="503 Service Unavailable"), Outcome.FAILED, "503"),
    Row("503 with a challenge", answer(CLOUDFLARE, status="503 Service Unavailable"),
        Outcome.BLOCKED, "503"),
    Row("304 that nobody asked for", answer("", status="304 Not Modified"), Outcome.FAILED, "304"),
    Row("a storm of 304", by_path(start=answer(page(1, further="/zwei"), 'ETag: "1"'),
        zwei=answer("", status="304 Not Modified")), Outcome.TRUNCATED, "304", records=1),
    Row("204", answer("", status="204 No Content"), Outcome.UNREADABLE, "leer"),
    Row("challenge", answer(CLOUDFLARE), Outcome.BLOCKED, "Sicherheitsprüfung"),
    Row("cookie wall", answer(COOKIE_WALL), Outcome.BLOCKED, "Cookie"),
    Row("login", answer(LOGIN), Outcome.BLOCKED, "Anmeldung"),
    Row("maintenance", answer(WARTUNG), Outcome.FAILED, "Wartung"),
    Row("soft 404", answer(SOFT_404), Outcome.MOVED, "nicht mehr gibt"),
    Row("moved house", answer(UMZUG), Outcome.MOVED, "umgezogen"),
    Row("moved by the browser", answer(REFRESH), Outcome.MOVED, "portal.example"),
    Row("reserved", answer(page(1), "TDM-Reservation: 1"), Outcome.BLOCKED, "TDM"),
    Row("empty", answer(""), Outcome.UNREADABLE, "leer"),
    Row("blank", answer(" \n "), Outcome.UNREADABLE, "leer"),
    Row("a picture", answer(b"\x89PNG", "Content-Type: image/png"), Outcome.UNREADABLE,
        "image/png"),
    Row("wrong charset", answer(page(1).encode("cp1252"), "Content-Type: text/html; charset=utf-8"),
        None, records=1),
    Row("utf-7", answer(page(1), "Content-Type: text/html; charset=utf-7"), None, records=1),
    Row("too many elements", answer("<b>" * 200_000), Outcome.UNREADABLE, "gelesen"),
    Row("nested too deeply", answer("<div>" * 5_000), Outcome.UNREADABLE, "gelesen"),
    Row("layout changed", answer(page(1).replace("stelle", "posten")), Outcome.UNREADABLE,
        "zeigt keine Stellen"),
    Row("cards without titles", answer(page(1, 2).replace("h3", "h4")), Outcome.UNREADABLE,
        "Keine der 2 Stellen"),
    Row("half list", answer(page(1, 2, total=4)), Outcome.TRUNCATED, "nennt 4", records=2),
    Row("second page fails", by_path(start=answer(page(1, further="/zwei")),
        zwei=answer("", status="500 Internal Server Error")), Outcome.TRUNCATED, "500", records=1),
    Row("second page blank", by_path(start=answer(page(1, further="/zwei")), zwei=answer(page())),
        Outcome.TRUNCATED, "zeigt keine Stellen", records=1),
    Row("in a circle", by_path(start=answer(page(1, further="/zwei")),
        zwei=answer(page(2, further="/start"))), Outcome.TRUNCATED, "im Kreis", records=2),
    Row("last page links itself", by_path(start=answer(page(1, further="/start#oben"))), None,
        records=1),
    Row("always the first page", always_the_first, Outcome.TRUNCATED, "dieselben Stellen",
        records=2),
    Row("endless pagination", page_after_page, Outcome.TRUNCATED, "Nach 200 Abrufen", records=200),
    Row("posted to, refused", answer("", status="405 Method Not Allowed"), Outcome.FAILED, "405",
        body="{}"),
    Row("posted to, without end", ever_more(), Outcome.TRUNCATED, "Nach 200 Abrufen", records=200,
        read=read_on, body="{}"),
    Row("posted to, always the first", answer(page(1, 2)), Outcome.TRUNCATED, "dieselben Stellen",
        records=2, read=read_on, body="{}"),
    Row("posted to, redirected", redirect("https://example.com/", "308 Permanent Redirect"),
        Outcome.MOVED, "anderen Anbieter", body="{}"),
    Row("half a list in JSON", answer('{"stellen": [{"id": 1', "Content-Type: application/json"),
        Outcome.UNREADABLE, "zeigt keine Stellen"),
)  # fmt: skip
