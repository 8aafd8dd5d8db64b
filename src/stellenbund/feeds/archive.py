"""Archive: what the directory of a packed workbook tells before anything is unpacked."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from stellenbund.feeds.errors import refusal
from stellenbund.feeds.file_form import FileForm
from stellenbund.feeds.limits import MOST_ENTRIES, MOST_UNPACKED
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.sayings import finding

_NESTED = re.compile(
    r"(?i)\.(?:zip|7z|rar|gz|xz|bz2|zst|jar|xls[xmb]?|ods|docx?|pptx?|exe|dll|js|vbs)$"
)
_IS_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_HEAD = 1_024
_MANIFEST = 1_000_000
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


class Archive(NamedTuple):
    """What a packed workbook is, and what a person should know about its parts."""

    form: FileForm
    findings: tuple[RowFinding, ...]


def open_archive(body: bytes) -> Archive:
    """Look at the parts of a packed file; nothing is unpacked but the beginnings of its XML.

    Raises:
        FeedError: rules ``file.broken``, ``file.archive``, ``file.encrypted``, ``file.nested``,
            ``file.document_type``, ``limit.entries``, ``limit.unpacked``.
    """
    try:
        with zipfile.ZipFile(BytesIO(body)) as packed:
            parts = packed.infolist()
            _check_sizes(parts)
            form = _form(packed)
            _check_parts(packed, parts)
            return Archive(form, tuple(_findings(part.filename for part in parts)))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        raise refusal("file.broken") from error
    except (NotImplementedError, RuntimeError) as error:
        # What zipfile says of methods it does not know, and of passwords.
        raise refusal("file.encrypted") from error


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_ENTRIES:
        raise refusal("limit.entries")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refusal("limit.unpacked")
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise refusal("file.encrypted")
    if any(part.compress_type not in _METHODS for part in parts):
        raise refusal("file.broken")


def _form(packed: zipfile.ZipFile) -> FileForm:
    names = set(packed.namelist())
    if "xl/workbook.xml" in names:
        return FileForm.XLSX
    if "mimetype" in names and _beginning(packed, "mimetype", _HEAD).startswith(_ODS):
        if b"encryption-data" in _beginning(packed, "META-INF/manifest.xml", _MANIFEST):
            raise refusal("file.encrypted")
        return FileForm.ODS
    raise refusal("file.archive")


def _check_parts(packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    for part in parts:
        if _NESTED.search(part.filename):
            raise refusal("file.nested", value=part.filename)
        is_xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
        if is_xml and b"<!DOCTYPE" in _beginning(packed, part.filename, _HEAD).upper():
            raise refusal("file.document_type")


def _beginning(packed: zipfile.ZipFile, name: str, length: int) -> bytes:
    """Return the first *length* bytes of a part, or nothing where there is none."""
    try:
        with packed.open(name) as part:
            return part.read(length)
    except KeyError:
        return b""


def _findings(names: Iterator[str]) -> Iterator[RowFinding]:
    known = [name.lower() for name in names]
    if any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in known):
        yield finding("file.macros")
    if any(name.startswith("xl/externallinks/") for name in known):
        yield finding("file.external_links")
