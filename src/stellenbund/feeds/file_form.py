"""FileForm: what sort of file some bytes are, by what they are and not by their name."""

import re
from enum import StrEnum

from stellenbund.feeds.errors import refusal
from stellenbund.feeds.limits import MOST_BYTES

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf"),
    *(b"Rar!", b"\x7fELF", b"MZ", b"SQLite format 3", b"II*\x00", b"MM\x00*", b"\xfd7zXZ"),
)
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|table|\?xml|meta|body)", re.IGNORECASE
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 4_096


class FileForm(StrEnum):
    """The forms of files that are read."""

    DELIMITED = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


def form_of(body: bytes) -> FileForm:
    """Return what *body* is; a packed file is XLSX here until its parts are looked at.

    >>> form_of(b"Titel;Beginn").value
    'csv'

    Raises:
        FeedError: rules ``limit.bytes``, ``file.empty``, ``file.encrypted``, ``file.markup``,
            ``file.no_table``.
    """
    if len(body) > MOST_BYTES:
        raise refusal("limit.bytes")
    if not body.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise refusal("file.empty")
    if body.startswith(b"PK"):
        return FileForm.XLSX
    if body.startswith(_OLE):
        if _ENCRYPTED in body:
            raise refusal("file.encrypted")
        return FileForm.XLS
    _refuse_others(body[:_HEAD])
    return FileForm.DELIMITED


def _refuse_others(head: bytes) -> None:
    if _MARKUP.match(head):
        raise refusal("file.markup")
    is_wide = head.count(0) > len(head) // 5
    has_controls = len(_CONTROLS.findall(head)) > len(head) // 50
    if head.startswith(_OTHERS) or (has_controls and not is_wide):
        raise refusal("file.no_table")
