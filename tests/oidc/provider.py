"""A provider of OpenID Connect on loopback; it keeps the rules, and lies where a test says so."""

import hashlib
import json
import threading
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.builders import NOW

CLIENT, SECRET = "stellenbund", "ge:heim %"


@cache
def key(name: str) -> RSAKey:
    """Return a key; making one takes a moment."""
    return RSAKey.generate_key(2048, {"kid": name})


@dataclass
class IdentityProvider:
    """What it says of whoever asks; *claims* and *header* stand above what is true."""

    now: datetime = NOW
    email: str = "petra@musterstadt.example"
    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    signs_with: str = "known"
    keys: list[Any] = field(
        default_factory=lambda: [{"kty": "AKP"}, key("known").as_dict(private=False)]
    )
    document: dict[str, Any] = field(default_factory=dict)
    issuer: str = ""
    asked: list[str] = field(default_factory=list)
    codes: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def sign_in(self, address: str) -> str:
        """Do what a browser does at *address*; return the query that it comes back with."""
        told = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{self.issuer}/authorise?")
        assert (told["client_id"], told["response_type"]) == (CLIENT, "code")
        assert told["code_challenge_method"] == "S256"
        code = f"code/{len(self.codes)}~."
        self.codes[code] = told
        return urlencode({"code": code, "state": told["state"], "iss": self.issuer})

    def answer(self, path: str, form: Mapping[str, str], secret: str) -> tuple[int, object]:
        """Return a status and a document."""
        self.asked.append(path)
        match path:
            case "/.well-known/openid-configuration":
                plain = {
                    "issuer": self.issuer,
                    "authorization_endpoint": f"{self.issuer}/authorise",
                    "token_endpoint": f"{self.issuer}/token",
                    "jwks_uri": f"{self.issuer}/keys",
                }
                return 200, plain | self.document
            case "/keys":
                return 200, {"keys": self.keys}
            case "/token" if secret == f"{CLIENT}:ge%3Aheim+%25":
                return self._redeem(form)
        return 401, {"error": "invalid_client"}

    def _redeem(self, form: Mapping[str, str]) -> tuple[int, object]:
        granted = self.codes.pop(form["code"], None)
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = urlsafe_b64encode(digest).decode().rstrip("=")
        if granted is None or granted["code_challenge"] != challenge:
            return 400, {"error": "invalid_grant"}
        assert form["redirect_uri"] == granted["redirect_uri"]
        claims = {
            "iss": self.issuer,
            "sub": "4711",
            "aud": CLIENT,
            "iat": int(self.now.timestamp()),
            "exp": int(self.now.timestamp()) + 300,
            "nonce": granted["nonce"],
            "email": self.email,
            "email_verified": True,
        } | self.claims
        header = {"alg": "RS256", "kid": "known"} | self.header
        return 200, {"id_token": self._signed(header, claims), "token_type": "Bearer"}

    def _signed(self, header: Mapping[str, Any], claims: Mapping[str, Any]) -> str:
        if header["alg"] == "none":
            parts = (json.dumps(part).encode() for part in (header, claims))
            return ".".join(urlsafe_b64encode(part).decode().rstrip("=") for part in parts) + "."
        return jwt.encode(dict(header), dict(claims), key(self.signs_with))


@contextmanager
def providing(
    provider: IdentityProvider, *, tls: SSLContext | None = None
) -> Iterator[IdentityProvider]:
    """Let *provider* listen on a free port of loopback."""

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/authorise?"):
                back = parse_qs(urlsplit(self.path).query)["redirect_uri"][0]
                self._lead(f"{back}?{provider.sign_in(provider.issuer + self.path)}")
            else:
                self._tell(*provider.answer(self.path, {}, ""))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            secret = b64decode(self.headers["authorization"].removeprefix("Basic ")).decode()
            self._tell(*provider.answer(self.path, form, secret))

        def _lead(self, onward: str) -> None:
            self.send_response(302)
            self.send_header("Location", onward)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _tell(self, status: int, document: object) -> None:
            body = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    listening = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    listening.start()
    root = "https" if tls else "http"
    provider.issuer = f"{root}://localhost:{server.server_port}"
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        listening.join()
