"""Decoding: bytes to text, by the label table that browsers use (WHATWG Encoding)."""

import codecs
import re

import webencodings  # type: ignore[import-untyped] # the package ships no types

from stellenbund.domain.normalisers.characters import stripped

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_IN_DOCUMENT = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:+-]+)"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:+-]+)",
    re.IGNORECASE,
)
_LOOKED_AT = 4_096
_SINGLE_BYTE_LATIN = frozenset({"windows-1252", "iso-8859-15"})


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as windows-1252, but drop a character that was cut off."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.reason == "unexpected end of data":
        return "", error.end
    broken = error.object[error.start : error.end]
    return webencodings.decode(broken, "windows-1252", errors="ignore")[0], error.end


codecs.register_error("as-windows-1252", _as_windows_1252)


def decode(body: bytes, content_type: str | None) -> str:
    """Return the text of *body*, without control and format characters.

    A byte order mark wins over the header's label, that over the document's own. A label that
    is unknown (UTF-7 is) counts as none; without one the text is UTF-8, and whatever is not
    valid there is windows-1252. A label of a Latin alphabet does not hold for what is valid UTF-8.

    >>> decode("Straßenwärter".encode("cp1252"), "text/html; charset=ISO-8859-1")
    'Straßenwärter'
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return stripped(body[len(mark) :].decode(encoding, "ignore"))
    return stripped(_without_mark(body, content_type))


def _without_mark(body: bytes, content_type: str | None) -> str:
    """Decode what begins with no byte order mark."""
    wide = _wide(body)
    if wide:
        return body.decode(wide, "ignore")
    encoding = _labelled(body, content_type)
    if encoding is None or encoding.name == "utf-8":
        return body.decode("utf-8", "as-windows-1252")
    if encoding.name in _SINGLE_BYTE_LATIN and _is_utf_8(body):
        return body.decode("utf-8")
    return str(webencodings.decode(body, encoding, errors="ignore")[0])


def _wide(body: bytes) -> str | None:
    """Name UTF-16 that comes without a mark: of its first bytes every other one is zero."""
    match list(body[:4]):
        case [0, first, 0, second] if first and second:
            return "utf-16-be"
        case [first, 0, second, 0] if first and second:
            return "utf-16-le"
    return None


def _labelled(body: bytes, content_type: str | None) -> webencodings.Encoding | None:
    """Return the encoding that the header or else the document names, if it is a known one."""
    in_header = _IN_HEADER.search(content_type or "")
    encoding = webencodings.lookup(in_header[1]) if in_header else None
    if encoding is None and (in_document := _IN_DOCUMENT.search(body, 0, _LOOKED_AT)):
        label = (in_document[1] or in_document[2]).decode("ascii", "replace")
        encoding = webencodings.lookup(label)
    # A label that could be read byte by byte cannot be UTF-16; nobody means *replacement*.
    is_usable = encoding and encoding.name not in {"utf-16le", "utf-16be", "replacement"}
    return encoding if is_usable else None


def _is_utf_8(body: bytes) -> bool:
    """Say whether *body* is valid UTF-8 with at least one letter beyond ASCII."""
    try:
        return not body.isascii() and bool(body.decode("utf-8"))
    except UnicodeDecodeError:
        return False
