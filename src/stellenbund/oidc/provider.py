"""Provider: where a city's sign-in service is asked, as it says itself."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from stellenbund.oidc.errors import away
from stellenbund.oidc.fetching import fetch_document
from stellenbund.settings import PROTECTED

WELL_KNOWN = "/.well-known/openid-configuration"

Endpoint = Annotated[
    str,
    StringConstraints(max_length=1000, pattern=rf"^{PROTECTED}(?:[/?][!\x22\x24-\x7e]*)?$"),
]
"""An address protected by TLS, or on this very machine."""


class Provider(BaseModel):
    """What is used of a discovery document (OpenID Connect Discovery 1.0, 3)."""

    model_config = ConfigDict(frozen=True)

    issuer: str
    authorization_endpoint: Endpoint
    token_endpoint: Endpoint
    jwks_uri: Endpoint

    @property
    def is_protected(self) -> bool:
        """Whether each of its addresses is, so that none leads to this very machine."""
        endpoints = (self.authorization_endpoint, self.token_endpoint, self.jwks_uri)
        return all(each.startswith("https:") for each in endpoints)


def discover(issuer: str) -> Provider:
    """Return what the provider called *issuer* says of itself.

    Raises:
        NotVouchedError: it does not answer, calls itself otherwise, or leads to this machine
            without being there itself.
    """
    document = fetch_document(issuer.rstrip("/") + WELL_KNOWN)
    try:
        provider = Provider.model_validate(document)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise away(f"{issuer} does not say its {wrong['loc'][0]}: {wrong['msg']}") from error
    if provider.issuer != issuer:
        raise away(f"{issuer} calls itself {provider.issuer!r:.200}")
    if issuer.startswith("https:") and not provider.is_protected:
        raise away(f"{issuer} leads to addresses without TLS")
    return provider
