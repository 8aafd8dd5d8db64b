"""Link probe: follows links that openings state, and says what came back."""

import re
import socket
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import chain
from threading import Event
from urllib.parse import urlsplit

from stellenbund.domain.link_health import LinkAnswer, Sign, host_of
from stellenbund.domain.run import Outcome
from stellenbund.scraping import walls
from stellenbund.scraping.addresses import Resolve
from stellenbund.scraping.courier import Courier
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.targets import Target, bare

SIDE_BY_SIDE = 12
"""How many hosts are asked at once; the links of one host follow each other."""

_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_NO_NAME = frozenset({socket.EAI_NONAME, socket.EAI_NODATA})
"""What the resolver says of a name that does not exist; that it cannot say is another error."""

_SHORT = 1_500
"""Characters of visible text up to which a page may say nothing but that the opening is gone."""

_START_PAGE = re.compile(
    r"/?(?:(?:de|en)/?)?(?:(?:index|default|home|start|startseite)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)
_SAYS_GONE = re.compile(
    r"(?:stelle|job|ausschreibung|anzeige|angebot|position|ausbildungsplatz|vakanz)\w{0,12}\b"
    r"[^.!?]{0,60}\b(?:nicht (?:mehr|länger) (?:verfügbar|online|aktiv|vorhanden|ausgeschrieben)"
    r"|existiert nicht|gibt es nicht mehr|(?:bereits|inzwischen) (?:besetzt|vergeben)|abgelaufen"
    r"|no longer (?:available|active|open|online)|has been filled)"
    r"|bewerbungsfrist (?:ist )?(?:bereits |leider )?abgelaufen",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkProbe:
    """Follows links as politely as pages are fetched; *resolve* tells whether a name exists.

    With *stop* set, no further link is followed, and those left over have no answer.
    """

    courier: Courier
    resolve: Resolve
    stop: Event = field(default_factory=Event)

    def look(self, urls: Sequence[str]) -> dict[str, LinkAnswer]:
        """Return what came back from each of *urls*, the hosts asked side by side."""
        by_host: dict[str, list[str]] = defaultdict(list)
        for url in urls:
            by_host[host_of(url)].append(url)
        with ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="host") as pool:
            hosts = [pool.submit(self._ask_host, host, its) for host, its in by_host.items()]
            try:
                return dict(chain.from_iterable(each.result() for each in hosts))
            except (KeyboardInterrupt, SystemExit):
                self.stop.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _ask_host(self, host: str, urls: Sequence[str]) -> list[tuple[str, LinkAnswer]]:
        """Follow the links of one host, one after the other; not one where its name is gone."""
        if not self._exists(host):
            reason = f"Den Server {host} gibt es nicht mehr."
            return [(url, LinkAnswer(sign=Sign.LOST, reason=reason)) for url in urls]
        return [(url, self._follow(url)) for url in urls if not self.stop.is_set()]

    def _exists(self, host: str) -> bool:
        """Say whether the name *host* still exists; a resolver that fails proves nothing."""
        try:
            self.resolve(host, 443)
        except socket.gaierror as error:
            return error.errno not in _NO_NAME
        except (OSError, UnicodeError):
            return True
        return True

    def _follow(self, url: str) -> LinkAnswer:
        try:
            first = self.courier.read_target(url, url)
            target, reply = self.courier.follow(url)
        except FetchError as error:
            return LinkAnswer(sign=Sign.UNCLEAR, reason=error.reason)
        sign, reason = _meaning(first, target, reply)
        return LinkAnswer(sign=sign, status=reply.status, reason=reason)


def _meaning(first: Target, target: Target, reply: Reply) -> tuple[Sign, str | None]:
    """Say what *reply* means for a link to *first* that ended at *target*, and why."""
    if reply.status in _GONE:
        return Sign.GONE, f"{target.url} gibt es nicht mehr (Status {reply.status})."
    if not reply.is_success:
        return Sign.UNCLEAR, f"{target.url} antwortet mit Status {reply.status}."
    if _is_sent_home(first, target):
        return Sign.LOST, f"{first.url} führt nur noch zur Startseite."
    if "html" not in reply.content_type:
        return Sign.WORKS, None
    page = Page(url=target.url, text=reply.text(), status=reply.status)
    try:
        return _read(page, is_elsewhere=bare(first.host) != bare(target.host))
    except ValueError:
        return Sign.WORKS, None  # whatever it is, it is there


def _is_sent_home(first: Target, target: Target) -> bool:
    """Say whether a link into a site now ends at the start page of that site.

    Another host's start page may be a login, through which one comes to the form.
    """
    onward, before = urlsplit(target.url), urlsplit(first.url)
    return (
        bare(first.host) == bare(target.host)
        and _START_PAGE.fullmatch(onward.path) is not None
        and not onward.query
        and (_START_PAGE.fullmatch(before.path) is None or bool(before.query))
    )


def _read(page: Page, *, is_elsewhere: bool) -> tuple[Sign, str | None]:
    """Say what the text of a page means that came with a good status.

    A login is where many portals begin; at a host that a link leads on to, it is the way in.

    Raises:
        ValueError: it cannot be read.
    """
    if any(_SAYS_GONE.search(text) for text in _short_texts(page)):
        return Sign.LOST, f"{page.url} sagt, dass es die Stelle nicht mehr gibt."
    try:
        walls.check(page)
    except FetchError as error:
        if error.outcome is Outcome.MOVED:
            return Sign.LOST, error.reason
        if error.outcome is Outcome.FAILED or not is_elsewhere or walls.is_challenge(page.text):
            return Sign.UNCLEAR, error.reason
    return Sign.WORKS, None


def _short_texts(page: Page) -> Iterator[str]:
    """Yield the headings of *page*, and its whole text where that is short."""
    for heading in page.root.iter("title", "h1", "h2"):
        yield plain(heading) or ""
    if not page.tree.shows_more_than(_SHORT):
        yield plain(page.tree.body) or ""
