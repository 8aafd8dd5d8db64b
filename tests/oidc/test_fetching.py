"""Fetching: how little is taken from a provider, and for how long it is waited for."""

from pathlib import Path

import pytest

from stellenbund.oidc.errors import NotVouchedError
from stellenbund.oidc.fetching import LARGEST, fetch_document
from stellenbund.oidc.provider import WELL_KNOWN, discover
from tests.loopback import dripping, saying
from tests.mailing.certificates import made_for
from tests.oidc.provider import IdentityProvider, providing

OK = b"HTTP/1.1 200 OK\r\n"

BAD = {
    "it leads elsewhere": (
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        "answered with status 302",
    ),
    "too much": (OK + b"\r\n{" + b" " * LARGEST + b"}", f"more than {LARGEST} bytes"),
    "too much, as it says itself": (
        OK + b"Content-Length: 999999999\r\n\r\n{" + b" " * LARGEST,
        f"more than {LARGEST} bytes",
    ),
    "no JSON": (OK + b"\r\n<html>", "no JSON"),
    "too deep": (OK + b"\r\n" + b"[" * 200_000, "no JSON"),
    "no object": (OK + b"\r\n[]", "no JSON object"),
    "no HTTP": (b"220 mail.example ESMTP\r\n", "cannot be reached"),
    "nothing": (b"", "cannot be reached"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_small_document_is_refused(what: str) -> None:
    answer, why = BAD[what]
    with saying(answer) as port, pytest.raises(NotVouchedError) as refused:
        fetch_document(f"http://127.0.0.1:{port}/")
    assert why in refused.value.reason


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "https://127.0.0.1:99999/", "http://["])
def test_an_address_where_nobody_is_or_can_be_is_refused(address: str) -> None:
    with pytest.raises(NotVouchedError, match="cannot be reached"):
        fetch_document(address)


@pytest.mark.parametrize("first", [b"", OK + b"X: ", OK + b"\r\n{"])
def test_a_provider_that_never_comes_to_an_end_is_left(first: bytes) -> None:
    with dripping(b" ", first=first) as port, pytest.raises(NotVouchedError):
        fetch_document(f"http://127.0.0.1:{port}/", deadline=0.1)


def test_a_provider_is_believed_for_its_certificate_only_and_never_leads_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, _ = made_for("localhost", tmp_path)
    with providing(IdentityProvider(), tls=ours) as provider:
        with pytest.raises(NotVouchedError, match="self-signed"):
            discover(provider.issuer)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
        assert discover(provider.issuer).jwks_uri == f"{provider.issuer}/keys"
        with pytest.raises(NotVouchedError, match="mismatch"):
            fetch_document(provider.issuer.replace("localhost", "127.0.0.1") + WELL_KNOWN)
        provider.document["token_endpoint"] = "http://127.0.0.1:5432/"
        with pytest.raises(NotVouchedError, match="leads to addresses without TLS"):
            discover(provider.issuer)


@pytest.mark.parametrize(
    "address",
    [
        "http://else.example/",
        "http://127.0.0.1:80@else.example/",
        "https://we@else.example/",
        "http://localhost.else.example/",
        "file:///etc/passwd",
        "https:///keys",
    ],
)
def test_no_address_without_protection_is_taken_from_a_provider(address: str) -> None:
    with providing(IdentityProvider()) as provider:
        provider.document["jwks_uri"] = address
        with pytest.raises(NotVouchedError, match="does not say its jwks_uri"):
            discover(provider.issuer)
