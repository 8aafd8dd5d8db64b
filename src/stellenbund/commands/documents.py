"""Documents: files from disk in the place of a site."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import quote, urljoin

from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Request
from stellenbund.scraping.registry import reader_named
from stellenbund.scraping.saved import Answer, SavedAnswer
from stellenbund.scraping.scraper import Scraper, Site

NOWHERE = "https://document.invalid/"
"""Where documents stand that come from no site; the name can never be looked up."""

Documents = Mapping[str, Path]
"""The documents by the address at which they are taken to stand."""


def stage(reader: str, files: Sequence[Path], scraper: Scraper | None) -> tuple[Site, Documents]:
    """Return a site that is read by *reader* and consists of *files*.

    With a *scraper*, it is the city's own source, with its selectors, scope and addresses.

    Raises:
        NotFoundError: no reader is called that.
    """
    read = reader_named(reader, scraper)
    sources = scraper.sources if scraper else ()
    declared = next((site for site in sources if site.read is read), None)
    documents = _addresses(files, declared.starts[0] if declared else NOWHERE)
    starts = tuple(documents)
    if declared:
        return replace(declared, start=starts), documents
    return Site(start=starts, read=read, reader=reader, scope=Scope.MIXED), documents


def answers_with(documents: Documents) -> Answer:
    """Return answers from *documents*; a page that is none of them was not saved."""

    def answer(request: Request) -> SavedAnswer:
        url = request.url
        if url in documents:
            body = documents[url].read_bytes()
            return SavedAnswer(content_type=_content_type(documents[url], body), body=body)
        if url.endswith("/robots.txt"):
            return SavedAnswer(status=404)
        raise FetchError(Outcome.FAILED, f"{url} ist keines der Dokumente.")

    return answer


def _addresses(files: Sequence[Path], base: str) -> Documents:
    """Give each file an address of its own beside *base*."""
    documents: dict[str, Path] = {}
    for number, file in enumerate(files):
        url = urljoin(base, quote(file.name))
        documents[f"{url}?{number}" if url in documents else url] = file
    return documents


def _content_type(file: Path, body: bytes) -> str:
    """Return the type that the name says, else what the first character looks like."""
    looks_like = "application/json" if body.lstrip()[:1] in {b"{", b"["} else "text/html"
    return guess_type(file.name)[0] or looks_like
