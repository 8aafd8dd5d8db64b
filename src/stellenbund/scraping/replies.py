"""Reply: what a server sent, and whether it is a page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from stellenbund.domain.run import Outcome
from stellenbund.scraping import walls
from stellenbund.scraping.decoding import decode
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import PDF, Page, Request

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEEPING = frozenset({307, 308})
"""Redirects after which the same is posted again; all others are followed by a plain question."""

_REFUSALS = frozenset({401, 403, 407, 429, 451})
_READ = ("text/", "html", "xml", "json", "gzip", PDF)
_PDF_MAGIC = b"%PDF-"
_RESERVED = 'meta[name="tdm-reservation" i][content="1"]'


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A status, header lines with names in lower case, bytes, and the seconds it took."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    took: float = 0.0

    @property
    def location(self) -> str | None:
        """Where it redirects to, if it does."""
        return self.headers.get("location") if self.status in _REDIRECTS else None

    @property
    def content_type(self) -> str:
        """The type that the server names, with its label; empty if it names none."""
        return self.headers.get("content-type", "")

    def onward(self, request: Request) -> Request:
        """Return what is asked where this reply to *request* redirects to (RFC 9110, 15.4)."""
        return request if self.status in _KEEPING else replace(request, body=None)

    def text(self) -> str:
        """Return the body as text."""
        return decode(self.body, self.content_type)

    def page(self, url: str) -> Page:
        """Return the page that this reply to *url* is.

        Raises:
            FetchError: it is none: an error, a wall, empty, or no text.
        """
        if not HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES:
            raise self._error(url)
        if not self.body.strip():
            raise FetchError(Outcome.UNREADABLE, f"{url} ist leer (Status {self.status}).")
        if self.content_type and not any(each in self.content_type for each in _READ):
            raise FetchError(
                Outcome.UNREADABLE,
                f"{url} ist weder Text noch PDF, sondern {self.content_type[:80]}.",
            )
        page = self._page(url)
        try:
            walls.check(page)
            self._check_reservation(page)
        except ValueError as error:
            raise FetchError(
                Outcome.UNREADABLE, f"{url} konnte nicht gelesen werden ({error})."
            ) from error
        return page

    def _page(self, url: str) -> Page:
        kind = self.content_type.partition(";")[0].strip().lower() or "text/html"
        if kind == PDF or self.body.startswith(_PDF_MAGIC):
            return Page(url=url, text="", content_type=PDF, status=self.status, body=self.body)
        return Page(url=url, text=self.text(), content_type=kind, status=self.status)

    def _error(self, url: str) -> FetchError:
        """Say what the status means for the run."""
        if self.status in _REFUSALS or walls.is_challenge(self.text()):
            return FetchError(Outcome.BLOCKED, f"{url} lehnt den Abruf ab (Status {self.status}).")
        if self.status in {404, 410}:
            return FetchError(
                Outcome.MOVED, f"{url} gibt es nicht mehr (Status {self.status}).", is_gone=True
            )
        return FetchError(Outcome.FAILED, f"{url} antwortet mit Status {self.status}.")

    def _check_reservation(self, page: Page) -> None:
        """Let a page pass that does not reserve text and data mining (TDMRep)."""
        reserved = self.headers.get("tdm-reservation", "").strip() == "1"
        if reserved or ("html" in page.content_type and page.soup.select_one(_RESERVED)):
            raise FetchError(
                Outcome.BLOCKED, f"{page.url} behält sich das automatische Auslesen vor (TDM)."
            )
