"""What the directory of a packed file tells is enough to refuse it."""

import zipfile
from io import BytesIO

import pytest

from stellenbund.feeds.archive import open_archive
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.file_form import FileForm

ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return target.getvalue()


def rule(body: bytes) -> str:
    with pytest.raises(FeedError) as caught:
        open_archive(body)
    return caught.value.rule


def encrypted(body: bytes) -> bytes:
    """Return an archive whose directory says that its first part has a password."""
    place = body.index(b"PK\x01\x02") + 8
    return body[:place] + b"\x01" + body[place + 1 :]


def test_workbooks_are_told_from_other_archives() -> None:
    assert open_archive(packed({"xl/workbook.xml": b""})).form is FileForm.XLSX
    assert open_archive(packed({"mimetype": ODS})).form is FileForm.ODS
    assert rule(packed({"mimetype": b"application/vnd.oasis.opendocument.text"})) == "file.archive"
    assert rule(packed({"xl/workbook.bin": b""})) == "file.archive"
    assert rule(packed({"stellen.csv": b"Titel"})) == "file.archive"


def test_what_is_protected_by_a_password_is_refused() -> None:
    assert rule(encrypted(packed({"xl/workbook.xml": b"x"}))) == "file.encrypted"
    manifest = b"<manifest:encryption-data/>"
    assert rule(packed({"mimetype": ODS, "META-INF/manifest.xml": manifest})) == "file.encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_no_spreadsheet_program_packs_with_is_refused(method: int) -> None:
    assert rule(packed({"xl/workbook.xml": b"x"}, method)) == "file.broken"


@pytest.mark.parametrize("name", ["a.zip", "xl/embeddings/b.XLSX", "c.tar.gz", "d.exe", "e.doc"])
def test_what_holds_another_file_is_refused(name: str) -> None:
    assert rule(packed({"xl/workbook.xml": b"", name: b"x"})) == "file.nested"


def test_a_document_type_is_refused_in_any_part() -> None:
    part = b'<?xml version="1.0"?><!doctype x [<!ENTITY a "b">]><x>&a;</x>'
    assert rule(packed({"xl/workbook.xml": b"", "xl/styles.xml": part})) == "file.document_type"


@pytest.mark.parametrize("length", [4, 30, 60, 100])
def test_what_breaks_off_is_refused(length: int) -> None:
    assert rule(packed({"xl/workbook.xml": b"x" * 500})[:length]) == "file.broken"


def test_macros_and_links_to_other_files_are_noticed_and_not_followed() -> None:
    parts = {
        "xl/workbook.xml": b"",
        "xl/vbaProject.bin": b"",
        "xl/externalLinks/externalLink1.xml": b"",
    }
    rules = [found.rule for found in open_archive(packed(parts)).findings]
    assert rules == ["file.macros", "file.external_links"]
