"""Settings: what differs from one installation to the next, read from the environment."""

import re
from importlib.metadata import version
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, StringConstraints
from pydantic_settings import BaseSettings, SettingsConfigDict

_KEY = re.compile(r"[\x21-\x7e]{32,200}")
_MAIL_SERVER = re.compile(
    r"(?:smtp://|(?:smtps|starttls)://(?:[^\s:@/?#]+:[^\s:@/?#]+@)?)"
    r"(?:\[[\da-f:]+\]|[^\s:@/?#\[\]]+)(?::\d{1,5})?/?"
)

PROTECTED = (
    r"(?:https://(?:[A-Za-z0-9.-]+|\[[\da-fA-F:]+\])(?::\d{1,5})?"
    r"|http://(?:localhost|127\.0\.0\.1)(?::\d{1,5})?)"
)
"""How an address begins that TLS protects, or that never leaves this machine."""


def _strong(key: SecretStr | None) -> SecretStr | None:
    if key and not _KEY.fullmatch(key.get_secret_value()):
        raise ValueError("it needs 32 to 200 printable ASCII characters without a blank")
    return key


def _mail_server(url: SecretStr | None) -> SecretStr | None:
    told = url.get_secret_value() if url else ""
    if url and (not _MAIL_SERVER.fullmatch(told) or urlsplit(told).port == 0):
        raise ValueError(
            "it must be smtps://USER:PASSWORD@HOST:PORT or starttls://…, or smtp://HOST:PORT "
            "without a password, as nothing protects it there"
        )
    return url


class Settings(BaseSettings):
    """Each setting stands in the environment as ``STELLENBUND_`` and its name."""

    model_config = SettingsConfigDict(env_prefix="STELLENBUND_", frozen=True)

    database_url: Annotated[
        str, Field(description="Database: sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME")
    ] = "sqlite:///var/stellenbund.db"
    scrapers: Annotated[str, Field(description="Package in which the cities' files lie")] = (
        "scrapers"
    )
    saved_pages: Annotated[Path, Field(description="Folder of the saved sample pages, by city")] = (
        Path("tests/cities")
    )
    project: Annotated[
        str,
        Field(
            max_length=200,
            pattern=r"^https?://[\x21-\x7e]+$",
            description="Address of a page that says what this project is",
        ),
    ] = "https://stellenbund.example/"
    contact: Annotated[
        str,
        Field(
            min_length=1,
            max_length=200,
            pattern=r"^[\x20-\x7e]+$",
            description="Address under which the operators of a site can reach us",
        ),
    ] = "mailto:stellenbund@example.org"
    host: Annotated[str, Field(description="Address on which the API listens")] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65_535, description="Port on which the API listens")] = 8000
    proxies: Annotated[
        int,
        Field(
            ge=0,
            le=10,
            description="How many proxies of ours a request passes; so many hops from the right of "
            "X-Forwarded-For stands who asks",
        ),
    ] = 0
    reads_per_minute: Annotated[
        int,
        Field(ge=0, description="Requests that an address may send in a minute; 0 is no limit"),
    ] = 120
    token_reads_per_minute: Annotated[
        int,
        Field(ge=0, description="Requests that a token is good for in a minute; 0 is no limit"),
    ] = 1200
    public_address: Annotated[
        str,
        Field(
            max_length=200,
            pattern=r"^https?://[^\s/]+$",
            description="Address under which people reach the service, for links in invitations",
        ),
    ] = "http://127.0.0.1:8000"
    plain_http: Annotated[
        bool,
        Field(description="The HR pages work without TLS; for development on this machine only"),
    ] = False
    picture_file: Annotated[
        Path | None,
        BeforeValidator(lambda path: path or None),
        Field(description="File in which workers keep what is public, so that they start at once"),
    ] = None
    mail_sender: Annotated[
        Annotated[
            str,
            StringConstraints(
                max_length=254,
                pattern=r"^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
                r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$",
            ),
        ]
        | None,
        BeforeValidator(lambda address: address or None),
        Field(description="E-mail address from which letters come; without it none is written"),
    ] = None
    smtp_url: Annotated[
        SecretStr | None,
        AfterValidator(_mail_server),
        BeforeValidator(lambda url: url or None),
        Field(description="Mail server: smtps:// or starttls://USER:PASSWORD@HOST, smtp://HOST"),
    ] = None
    operator_key: Annotated[
        SecretStr | None,
        AfterValidator(_strong),
        BeforeValidator(lambda key: key or None),
        Field(description="Key with which the operator may do everything through the API"),
    ] = None

    oidc_issuer: Annotated[
        Annotated[
            str,
            StringConstraints(
                max_length=500,
                pattern=rf"^{PROTECTED}(?:/[!\x22\x24-\x3e\x40-\x7e]*)?$",
            ),
        ]
        | None,
        BeforeValidator(lambda issuer: issuer or None),
        Field(description="Sign-in service of the cities (OpenID Connect), as it calls itself"),
    ] = None
    oidc_domains: Annotated[
        Annotated[
            str, StringConstraints(to_lower=True, pattern=r"^[A-Za-z0-9.-]+(?:,[A-Za-z0-9.-]+)*$")
        ]
        | None,
        BeforeValidator(lambda domains: domains or None),
        Field(description="What stands behind the @ of those whom it may vouch for, with commas"),
    ] = None
    oidc_client: Annotated[
        str | None,
        BeforeValidator(lambda client: client or None),
        Field(description="Name by which the sign-in service knows this one"),
    ] = None
    oidc_secret: Annotated[
        SecretStr | None,
        BeforeValidator(lambda secret: secret or None),
        Field(description="Secret that the sign-in service gave this one"),
    ] = None
    webhook_key: Annotated[
        SecretStr | None,
        AfterValidator(_strong),
        BeforeValidator(lambda key: key or None),
        Field(description="Key from which the secrets of webhooks come; without it there are none"),
    ] = None
    webhooks_here: Annotated[
        bool,
        Field(description="Webhooks may lead to this very machine; only for trying them out"),
    ] = False

    @property
    def letterhead(self) -> str | None:
        """Address below which letters lead to our pages, or ``None`` where none are written."""
        return self.public_address if self.mail_sender else None

    @property
    def user_agent(self) -> str:
        """Who we say we are when we fetch a page."""
        return f"Stellenbund/{version('stellenbund')} (+{self.project}; {self.contact})"
