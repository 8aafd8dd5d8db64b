"""Reply: what a server sent, and whether it is a page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from stellenbund.domain.run import Outcome
from stellenbund.scraping import walls
from stellenbund.scraping.decoding import decode
from stellenbund.scraping.errors import FetchError, ReservedError
from stellenbund.scraping.page import PDF, Page, Request

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEEPING = frozenset({307, 308})
"""Redirects after which the same is posted again; all others are followed by a plain question."""

_REFUSALS = frozenset({401, 403, 407, 429, 451})
_READ = ("text/", "html", "xml", "json", "javascript", "gzip")
_PDF_MAGIC = b"%PDF-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A status, header lines with names in lower case, bytes, and the seconds it took.

    *is_unchanged* says that the bytes are remembered and were not sent again.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    took: float = 0.0
    is_unchanged: bool = False

    @property
    def is_success(self) -> bool:
        """Whether the status says that what was asked for is there."""
        return HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES

    @property
    def is_error_of_server(self) -> bool:
        """Whether the status says that the server failed."""
        return self.status >= HTTPStatus.INTERNAL_SERVER_ERROR

    @property
    def location(self) -> str | None:
        """Where it redirects to, if it does."""
        return self.headers.get("location") if self.status in _REDIRECTS else None

    @property
    def content_type(self) -> str:
        """The type that the server names, with its label; empty if it names none."""
        return self.headers.get("content-type", "")

    @property
    def _is_pdf(self) -> bool:
        """Whether it is a PDF, also where the server calls it something else."""
        return PDF in self.content_type or self.body.startswith(_PDF_MAGIC)

    @property
    def _is_read(self) -> bool:
        """Whether there is a reader for documents of this type."""
        return self._is_pdf or any(each in self.content_type for each in _READ)

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
        if not self.is_success:
            raise self._error(url)
        if not self.body.strip():
            raise FetchError(Outcome.UNREADABLE, f"{url} ist leer (Status {self.status}).")
        if self.content_type and not self._is_read:
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
        if self._is_pdf:
            kind, text, body = PDF, "", self.body
        else:
            text, body = self.text(), b""
        return Page(
            url=url,
            text=text,
            content_type=kind,
            status=self.status,
            body=body,
            is_unchanged=self.is_unchanged,
        )

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
        if self.headers.get("tdm-reservation", "").strip() == "1":
            raise ReservedError(page.url, "TDM-Reservation")
        if "html" in page.content_type and "1" in page.tree.metas("tdm-reservation"):
            raise ReservedError(page.url, "<meta>")
