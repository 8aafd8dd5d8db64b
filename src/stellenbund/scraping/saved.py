"""Saved: pages kept in a folder, so that they can be asked for instead of the network."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Request

Key = tuple[str, str, tuple[tuple[str, str], ...], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAnswer:
    """What a site once answered: status, type and the bytes as they came, not compressed."""

    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    body: bytes = b""


Answer = Callable[[Request], SavedAnswer]
"""What stands in for the network: a request in, the answer out."""


class SavedPagesError(StellenbundError):
    """A folder of saved pages cannot be used; the sentence names the file and its fault."""


def answers_from(folder: Path) -> Answer:
    """Return answers from the pages that *folder* keeps, as its ``pages.json`` lists them.

    The answer raises ``FetchError`` for an address that is not among them; a robots.txt that was
    not saved answers 404, which allows everything.

    Raises:
        SavedPagesError: its listing cannot be read, or lists a file that is not there.
    """
    saved = _listed(folder)

    def answer(request: Request) -> SavedAnswer:
        posted = None if request.body is None else json.loads(request.body)
        entry = saved.get(_key(request.url, posted))
        if entry is not None:
            return _read(folder, entry)
        if urlsplit(request.url).path == "/robots.txt":
            return SavedAnswer(status=404, content_type="text/plain", body=b"")
        raise FetchError(
            Outcome.FAILED,
            f"{request.url} ist nicht unter den gespeicherten Seiten ({folder.name}/pages.json).",
        )

    return answer


def _listed(folder: Path) -> Mapping[Key, Mapping[str, object]]:
    """Return the entries of the folder's ``pages.json`` by what their address means."""
    path = folder / "pages.json"
    try:
        listing = json.loads(path.read_text(encoding="utf-8"))
        saved = {_key(each["url"], each.get("posted")): each for each in listing["pages"]}
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        fault = f"{type(error).__name__}: {error}"
        raise SavedPagesError(f"{path} is no listing of saved pages ({fault}).") from error
    for file in (each.get("file") for each in saved.values()):
        if file and not (folder / str(file)).is_file():
            raise SavedPagesError(f"{path} lists {file}, which is not there.")
    return saved


def _read(folder: Path, entry: Mapping[str, object]) -> SavedAnswer:
    """Return the answer that *entry* keeps."""
    file = entry.get("file")
    return SavedAnswer(
        status=int(str(entry.get("status", 200))),
        content_type=str(entry.get("content_type", "text/html; charset=utf-8")),
        body=(folder / str(file)).read_bytes() if file else b"",
    )


def _key(url: str, posted: object) -> Key:
    """Return what is asked for, whatever the escapes and the order of parameters and members.

    *posted* is the JSON document that is sent along; ``None`` where nothing is.
    """
    parts = urlsplit(url)
    query = sorted(parse_qsl(parts.query, keep_blank_values=True))
    told = None if posted is None else json.dumps(posted, sort_keys=True)
    return parts.netloc.lower(), unquote(parts.path) or "/", tuple(query), told
