"""Settings: what differs from one installation to the next, read from the environment."""

import re
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

_KEY = re.compile(r"[\x21-\x7e]{32,200}")


def _strong(key: SecretStr | None) -> SecretStr | None:
    if key and not _KEY.fullmatch(key.get_secret_value()):
        raise ValueError("it needs 32 to 200 printable ASCII characters without a blank")
    return key


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
    operator_key: Annotated[
        SecretStr | None,
        AfterValidator(_strong),
        BeforeValidator(lambda key: key or None),
        Field(description="Key with which the operator may do everything through the API"),
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
    def user_agent(self) -> str:
        """Who we say we are when we fetch a page."""
        return f"Stellenbund/{version('stellenbund')} (+{self.project}; {self.contact})"
