"""Fetching: one small JSON document is asked of the provider."""

import json
from base64 import b64encode
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import quote_plus, urlsplit

from stellenbund.deadline import cut_after
from stellenbund.oidc.errors import away

PATIENCE = 5.0
"""Seconds that the provider may take for one step."""

DEADLINE = 10.0
"""Seconds that an answer may take in all, from when there is a connection."""

LARGEST = 256 * 1024
"""Bytes that a document may have."""

_OK = 200
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def fetch_document(url: str, *, deadline: float = DEADLINE) -> dict[str, Any]:
    """Return the JSON object at *url*; where else it leads is not followed.

    Raises:
        NotVouchedError: there is none, or not within *deadline* seconds.
    """
    return _asked("GET", url, deadline=deadline)


def post_form(url: str, form: str, *, user: str, password: str) -> dict[str, Any]:
    """Send *form* to *url* with a name and a password (RFC 6749, 2.3.1); return the JSON object.

    Raises:
        NotVouchedError: the provider refuses, or does not answer in time.
    """
    secret = b64encode(f"{quote_plus(user)}:{quote_plus(password)}".encode()).decode()
    headers = {**_FORM, "Authorization": f"Basic {secret}"}
    return _asked("POST", url, deadline=DEADLINE, body=form.encode(), headers=headers)


def _asked(
    method: str,
    url: str,
    *,
    deadline: float,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    try:
        with closing(_connection(url)) as connection:
            connection.connect()
            line = connection.sock
            with cut_after(deadline, lambda: line):
                connection.request(
                    method, _path(url), body, {"Accept": "application/json", **(headers or {})}
                )
                with connection.getresponse() as response:
                    status, text = response.status, response.read(LARGEST + 1)
    except (OSError, HTTPException, ValueError) as error:
        raise away(f"{url} cannot be reached: {error}") from error
    if status != _OK:
        raise away(f"{url} answered with status {status}")
    if len(text) > LARGEST:
        raise away(f"{url} answered with more than {LARGEST} bytes")
    return _object(url, text)


def _connection(url: str) -> HTTPConnection:
    """Return a connection that knows no proxy and, with TLS, trusts whom this machine trusts."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=PATIENCE)


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _object(url: str, text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise away(f"{url} answered with no JSON") from error
    if not isinstance(found, dict):
        raise away(f"{url} answered with no JSON object")
    return found
