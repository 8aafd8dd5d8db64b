"""Relying party: this service, as the provider knows it, which believes what that says."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import find_spec
from threading import BoundedSemaphore
from typing import NamedTuple, Self

from stellenbund.domain.ticket import secret_of
from stellenbund.oidc.errors import NotSetUpError, NotVouchedError, foreign, refused
from stellenbund.oidc.fetching import fetch_document, post_form
from stellenbund.oidc.provider import discover
from stellenbund.settings import Settings

BACK = "/hr/anmelden/oidc/zurueck"
"""Where the provider sends a browser back to."""

AT_ONCE = 4
"""How many may ask the provider at a time, so that a slow one holds up nothing else."""


class Vouched(NamedTuple):
    """Whose browser it is by the provider's word, and the page that was wanted."""

    email: str
    onward: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelyingParty:
    """The name and the secret that the provider *issuer* gave us, and where browsers come *back*.

    It may vouch for e-mail addresses of its *domains* only: else whoever runs the service of one
    city could come in as somebody of another, or as the operator.

    Nothing is kept of an attempt: its state, its nonce and its verifier come from the ticket that
    only one browser has, and that is another one afterwards.
    """

    issuer: str
    client: str
    secret: str = field(repr=False)
    domains: frozenset[str]
    back: str
    turns: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE), repr=False)

    @classmethod
    def of(cls, settings: Settings) -> Self | None:
        """Return what the settings say, or ``None`` where they name no provider.

        Raises:
            NotSetUpError: a setting is missing, or the extra that this needs.
        """
        if settings.oidc_issuer is None:
            return None
        client, secret, domains = settings.oidc_client, settings.oidc_secret, settings.oidc_domains
        if client is None or secret is None or domains is None:
            raise NotSetUpError(
                "STELLENBUND_OIDC_ISSUER needs STELLENBUND_OIDC_CLIENT, STELLENBUND_OIDC_SECRET "
                "and STELLENBUND_OIDC_DOMAINS."
            )
        if find_spec("authlib") is None:
            raise NotSetUpError(
                "STELLENBUND_OIDC_ISSUER needs an extra: pip install 'stellenbund[oidc]'."
            )
        return cls(
            issuer=settings.oidc_issuer,
            client=client,
            secret=secret.get_secret_value(),
            domains=frozenset(domains.split(",")),
            back=settings.public_address + BACK,
        )

    def begin(self, ticket: str, onward: str) -> str:
        """Return where to send the browser that has *ticket*.

        Raises:
            NotVouchedError: the provider does not answer.
        """
        from stellenbund.oidc.protocol import asking_address  # noqa: PLC0415 - of an extra

        return asking_address(
            discover(self.issuer).authorization_endpoint,
            client=self.client,
            back=self.back,
            state=_state(ticket, onward),
            nonce=secret_of(ticket, "nonce"),
            verifier=secret_of(ticket, "verifier"),
        )

    def finish(self, ticket: str, told: Mapping[str, str], now: datetime) -> Vouched:
        """Return whose browser it is that has *ticket* and came back with what it was *told*.

        Raises:
            NotVouchedError: nobody vouches for that.
        """
        from stellenbund.oidc.protocol import token_form, vouched_email  # noqa: PLC0415 - of an extra

        onward = _onward(ticket, told, self.issuer)
        provider = discover(self.issuer)
        form = token_form(
            told.get("code", ""), back=self.back, verifier=secret_of(ticket, "verifier")
        )
        answer = post_form(provider.token_endpoint, form, user=self.client, password=self.secret)
        email = vouched_email(
            answer,
            fetch_document(provider.jwks_uri),
            issuer=self.issuer,
            client=self.client,
            nonce=secret_of(ticket, "nonce"),
            now=now,
        )
        if email.rpartition("@")[2].lower() not in self.domains:
            raise foreign()
        return Vouched(email, onward)


def _state(ticket: str, onward: str) -> str:
    return f"{secret_of(ticket, f'state {onward}')}.{onward}"


def _onward(ticket: str, told: Mapping[str, str], issuer: str) -> str:
    """Return the page that was wanted, if this browser has begun what now ends.

    Raises:
        NotVouchedError: it has not, another provider answers, or nothing was granted.
    """
    state = told.get("state", "")
    onward = state.partition(".")[2]
    if not hmac.compare_digest(state.encode(), _state(ticket, onward).encode()):
        raise refused("the state belongs to no attempt of this browser")
    if told.get("iss", issuer) != issuer:
        raise refused("another provider answers (RFC 9207)")
    if "code" not in told:
        raise NotVouchedError(
            f"the provider grants nothing: {told.get('error', 'no code')!r:.100}",
            "Die Anmeldung Ihrer Stadt hat Sie nicht hereingelassen, oder Sie haben abgebrochen.",
        )
    return onward
