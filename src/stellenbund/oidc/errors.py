"""Errors: why nobody can sign in by the city's own service."""

from stellenbund.domain.errors import StellenbundError

ASK = (
    "Bitte versuchen Sie es noch einmal. Gelingt es wieder nicht, bitten Sie den Betreiber um "
    "Hilfe."
)


class NotVouchedError(StellenbundError):
    """The provider does not say whose browser this is, or not so that it can be believed.

    The English reason is for the log of whoever runs the service, and holds no secret.
    """

    def __init__(self, reason: str, detail_de: str) -> None:
        """Keep the reason, and the sentence for the person who wants to come in."""
        super().__init__(reason)
        self.reason, self.detail_de = reason, detail_de


class NotSetUpError(StellenbundError):
    """The settings name a provider, but signing in there cannot work."""


def away(reason: str) -> NotVouchedError:
    """Complain about a provider that does not answer, or not as it should."""
    return NotVouchedError(
        reason, "Die Anmeldung Ihrer Stadt antwortet gerade nicht, wie sie sollte. " + ASK
    )


def refused(reason: str) -> NotVouchedError:
    """Complain about an answer that is forged, too late, or not what this browser asked for."""
    return NotVouchedError(
        reason,
        "Diese Anmeldung gilt nicht: Sie ist abgelaufen, wurde schon benutzt oder in einem anderen "
        "Browser begonnen. " + ASK,
    )


def foreign() -> NotVouchedError:
    """Complain about an address that is no matter of this provider."""
    return NotVouchedError(
        "it vouches for an address outside STELLENBUND_OIDC_DOMAINS",
        "Die Anmeldung Ihrer Stadt gilt hier nicht für Ihre E-Mail-Adresse. Melden Sie sich bitte "
        "mit Ihrem Passwort an, oder fragen Sie den Betreiber.",
    )
