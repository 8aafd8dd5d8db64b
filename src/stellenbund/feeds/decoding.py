"""Decoding: the bytes of a delimited file to text."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from stellenbund.feeds.errors import refusal
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.sayings import finding

UTF_8, WINDOWS = "utf-8", "windows-1252"
ENCODINGS = {
    UTF_8: "utf-8",
    WINDOWS: "cp1252",
    "iso-8859-15": "iso8859-15",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "cp850": "cp850",
    "mac-roman": "mac-roman",
}
"""The encodings that can be chosen, with the names of their codecs."""

_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURELY_UTF_8 = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xbf]|\xe2\x82\xac")
"""Umlauts, dashes, quotes and the euro; in Windows-1252 it would be "Ã¼" and the like."""

_OR_WINDOWS = "or-windows-1252"
_UMLAUT = re.compile("[äöüÄÖÜß]")
_ODD_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,40}[„”ŠšŸ][a-z]{1,40}")
_FEW = 2
_LOOKED_AT = 2_000


class Decoded(NamedTuple):
    """The text with plain line ends, the encoding, and what a person should know."""

    text: str
    encoding: str
    findings: tuple[RowFinding, ...]


def decode(body: bytes, chosen: str | None = None) -> Decoded:
    """Return the text of *body*: by the chosen encoding, else by its mark, UTF-8, Windows-1252.

    >>> decode("Straßenwärter".encode("cp1252")).encoding
    'windows-1252'

    Raises:
        FeedError: rules ``choice.encoding``, ``file.encoding``.
    """
    if chosen is not None and chosen not in ENCODINGS:
        raise refusal("choice.encoding", value=chosen, where=", ".join(ENCODINGS))
    marked = next((each for each in _MARKS if body.startswith(each[0])), (b"", None))
    text, encoding, findings = _read(body.removeprefix(marked[0]), chosen or marked[1])
    if "\0" in text:
        text = text.replace("\0", "")
        findings = [*findings, finding("file.zero_characters")]
    return Decoded(_with_plain_ends(text), encoding, tuple(findings))


def _with_plain_ends(text: str) -> str:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _read(body: bytes, encoding: str | None) -> tuple[str, str, list[RowFinding]]:
    encoding = encoding or _wide(body)
    if encoding:
        return _strict(body, encoding), encoding, []
    try:
        return body.decode(UTF_8), UTF_8, []
    except UnicodeDecodeError as error:
        return _assumed(body, error.start)


def _wide(body: bytes) -> str | None:
    """Name UTF-16 that comes without a mark: nearly all of every other byte is zero."""
    even, odd = body[0:_LOOKED_AT:2], body[1:_LOOKED_AT:2]
    if odd.count(0) > len(odd) * 0.7 and even.count(0) < len(even) * 0.1:
        return "utf-16-le"
    if even.count(0) > len(even) * 0.7 and odd.count(0) < len(odd) * 0.1:
        return "utf-16-be"
    return None


def _strict(body: bytes, encoding: str, errors: str = "strict") -> str:
    try:
        return body.decode(ENCODINGS[encoding], errors)
    except UnicodeDecodeError as error:
        raise refusal("file.encoding", line=_line(body, error.start), encoding=encoding) from error


def _line(body: bytes, place: int) -> int:
    """Return the number of the line in which the byte at *place* stands."""
    return 1 + max(body.count(b"\n", 0, place), body.count(b"\r", 0, place))


def _assumed(body: bytes, first_foreign: int) -> tuple[str, str, list[RowFinding]]:
    """Read Windows-1252, or both where a file was put together from two."""
    if _SURELY_UTF_8.search(body):
        text = _strict(body, UTF_8, _OR_WINDOWS)
        return text, UTF_8, [finding("file.mixed_encoding", line=_line(body, first_foreign))]
    text = _strict(body, WINDOWS)
    return text, WINDOWS, [finding("file.assumed_encoding", encoding=WINDOWS), *_doubts(text)]


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252, where they are that."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    try:
        return error.object[error.start : error.end].decode(ENCODINGS[WINDOWS]), error.end
    except UnicodeDecodeError:
        raise error from None


codecs.register_error(_OR_WINDOWS, _as_windows)


def _doubts(text: str) -> Iterator[RowFinding]:
    """Point out umlauts of DOS or old Macs, which Windows-1252 reads as other characters."""
    if _UMLAUT.search(text):
        return
    words = [match[0] for match in islice(_ODD_WORD.finditer(text), _FEW)]
    if len(words) == _FEW:
        yield finding("file.doubtful_encoding", word=words[0])
