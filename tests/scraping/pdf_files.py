"""PDF files as small as they can be: each page some lines of Helvetica, one below the other."""

import zlib
from collections.abc import Sequence


def pdf(*pages: Sequence[str]) -> bytes:
    """Return a PDF whose pages show these lines."""
    return with_streams(*(_shown(lines) for lines in pages))


def with_streams(*streams: bytes, extra: bytes = b"") -> bytes:
    """Return a PDF whose pages are drawn by these streams; *extra* stands in their dictionaries."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(streams)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, stream in enumerate(streams):
        contents = 5 + 2 * number
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % contents
        )
        head = b"<</Length %d%b>>" % (len(stream), extra)
        objects.append(head + b"\nstream\n" + stream + b"\nendstream")
    return _file(objects)


def bomb(size: int, times: int = 1) -> bytes:
    """Return a PDF whose page unpacks to *size* bytes, packed several *times*."""
    packed = b" " * size
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    return with_streams(packed, extra=b"/Filter[%b]" % (b"/FlateDecode" * times))


def _shown(lines: Sequence[str]) -> bytes:
    escaped = (
        line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        for line in lines
    )
    return (
        b"BT /F 11 Tf 60 780 Td 14 TL "
        + b" ".join(b"(%b)Tj T*" % each for each in escaped)
        + b" ET"
    )


def _file(objects: Sequence[bytes]) -> bytes:
    """Return *objects* with the table that says where each begins."""
    file, places = bytearray(b"%PDF-1.7\n"), list[int]()
    for number, each in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return bytes(file) + tail % (len(objects) + 1, start)
