"""PDF text: the lines of each page of a PDF, however hostile the file is."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence

from stellenbund.scraping.markup import one_line
from stellenbund.scraping.pdf_process import Told

MOST_SECONDS = 30
"""On a clock; the process that reads gives up after 20 seconds of computing."""

_REFUSALS = {
    "encrypted": "Die PDF-Datei ist verschlüsselt oder gegen das Auslesen geschützt.",
    "long": "Die PDF-Datei ist länger, als eine Ausschreibung sein darf.",
}
_BROKEN = "Die PDF-Datei ist beschädigt und konnte nicht gelesen werden."
_COSTLY = "Die PDF-Datei ist zu aufwendig gebaut und konnte nicht gelesen werden."
_NO_TEXT = "Die PDF-Datei enthält keinen Text, vermutlich ist sie eingescannt."
_FEWEST_CHARACTERS = 40
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_PAGE_NUMBER = re.compile(
    r"(?:-\s*)?(?:Seite\s*)?\d{1,3}(?:\s*(?:von|/)\s*\d{1,3})?(?:\s*-)?", re.IGNORECASE
)
_EDGE = 2
_FEWEST_PAGES = 3
"""Lines at the upper and lower edge of a page that on so many pages are the same frame them."""


class PdfError(Exception):
    """A PDF of which no text can be had: why, in German, and what the library said."""

    def __init__(self, reason: str, cause: str | None = None) -> None:
        """Keep the sentence and what the library said apart."""
        super().__init__(reason)
        self.reason = reason
        self.cause = cause


def read_pdf(body: bytes, *, seconds: float = MOST_SECONDS) -> list[list[str]]:
    """Return the lines of each page of the PDF *body*, without page numbers and running heads.

    It is read in a process of its own: no limit within ours would hold against every file.

    Raises:
        PdfError: it is encrypted, damaged, too long, too costly to read, or holds no text.
    """
    told = _told(body, seconds)
    if "pages" not in told:
        raise PdfError(_REFUSALS[str(told["refusal"])])
    pages = [_lines(page) for page in told["pages"]]
    if sum(len(line) for page in pages for line in page) < _FEWEST_CHARACTERS:
        raise PdfError(_NO_TEXT)
    return _without_frames(pages)


def _told(body: bytes, seconds: float) -> Told:
    """Return what the process says that reads *body*."""
    command = [sys.executable, "-m", "stellenbund.scraping.pdf_process"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file is its input
            command, input=body, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PdfError(_COSTLY) from error
    if done.returncode < 0:
        raise PdfError(_COSTLY, f"signal {-done.returncode}")
    if done.returncode:
        raise PdfError(_BROKEN, done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
    told: Told = json.loads(done.stdout)
    return told


def _lines(text: str) -> list[str]:
    """Return the lines of one page that hold anything."""
    lines = (one_line(line.translate(_LIGATURES)) for line in text.splitlines())
    return [line for line in lines if line]


def _without_frames(pages: Sequence[list[str]]) -> list[list[str]]:
    """Return *pages* without their frames: page numbers, and what most of them have at the edge."""
    edges = Counter(page[place] for page in pages for place in _edge(page))
    most = max(len(pages) // 2 + 1, _FEWEST_PAGES)
    return [
        [
            line
            for place, line in enumerate(page)
            if place not in _edge(page) or (edges[line] < most and not _PAGE_NUMBER.fullmatch(line))
        ]
        for page in pages
    ]


def _edge(page: Sequence[str]) -> set[int]:
    """Return the places of the lines at the upper and the lower edge of *page*."""
    count = len(page)
    return {*range(min(_EDGE, count)), *range(max(count - _EDGE, 0), count)}
