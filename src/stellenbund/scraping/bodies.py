"""Bodies: a reply's bytes, unpacked, up to the limit of its sort."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.inflating import TooLargeError, counted, inflated

ROBOTS_BYTES = 512 * 1024
"""How much of a robots.txt is read; RFC 9309 asks for at least 500 KiB."""

HTML_BYTES = 3 * 1024 * 1024
DATA_BYTES = 10 * 1024 * 1024
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What a reply says about its body before it is read."""

    url: str
    path: str
    content_type: str = ""
    codings: tuple[str, ...] = ()

    @property
    def limit(self) -> int:
        """How many bytes a document of this sort may have, packed and unpacked."""
        if self.path == "/robots.txt":
            return ROBOTS_BYTES
        is_html = "html" in self.content_type or not self.content_type
        is_data = any(each in self.content_type for each in ("json", "xml", "gzip", "pdf"))
        return DATA_BYTES if is_data and not is_html else HTML_BYTES


def read_body(parcel: Parcel, chunks: Iterable[bytes]) -> bytes:
    """Return the bytes in *chunks* unpacked; of a robots.txt only what is read of it.

    Raises:
        FetchError: they are packed otherwise than we asked for; nothing of them is read.
        TooLargeError: they are more than a document of this sort may have.
        DamagedError: they are no gzip although they should be.
    """
    unpacked = _unpacked(parcel, counted(chunks, parcel.limit))
    if parcel.path == "/robots.txt":
        body = bytearray()
        with suppress(TooLargeError):
            for chunk in unpacked:
                body += chunk
        return bytes(body)
    whole = b"".join(unpacked)
    if parcel.path.endswith(".gz") and whole.startswith(_GZIP_MAGIC):
        return b"".join(inflated([whole], parcel.limit))
    return whole


def _unpacked(parcel: Parcel, chunks: Iterable[bytes]) -> Iterable[bytes]:
    """Undo the one content coding that we asked for; any other is refused before it is read."""
    match [coding.strip().lower() for coding in parcel.codings]:
        case [] | ["" | "identity"]:
            return chunks
        case ["gzip" | "x-gzip"]:
            return inflated(chunks, parcel.limit)
    found = ", ".join(parcel.codings)[:80]
    raise FetchError(
        Outcome.UNREADABLE, f"{parcel.url} ist anders verpackt, als wir es annehmen ({found})."
    )
