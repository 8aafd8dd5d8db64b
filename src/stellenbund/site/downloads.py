"""Downloads: a file that a browser keeps and never opens as a page."""

from urllib.parse import quote

from starlette.responses import Response

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANY = "application/octet-stream"
"""What a file is whose sender alone knows that."""


def download(body: bytes, *, name: str, media_type: str) -> Response:
    """Return *body* as a file called *name*, whatever characters that has (RFC 6266)."""
    plain = name.encode("ascii", "replace").decode().translate(_UNQUOTABLE)
    told = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(body, media_type=media_type, headers={"Content-Disposition": told})


_UNQUOTABLE = str.maketrans('"\\', "__")
